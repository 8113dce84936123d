import { failure, unsupported } from "./errors.js";
import { compileFilter, conditions, type Matcher } from "./filter.js";
import { valuesAt } from "./paths.js";
import { bsonType, isDoc, isList, isOperators, keyOf, rank, show, type Doc } from "./values.js";

/** A stored document in its place; updates replace `doc`, never change it, so that open cursors keep what they saw. */
export interface Row {
  key: string;
  doc: Doc;
}

/** An index as createIndexes and listIndexes write it. */
export interface IndexSpec {
  name: string;
  key: Record<string, 1 | -1>;
  unique?: boolean;
  sparse?: boolean;
  partialFilterExpression?: Doc;
  expireAfterSeconds?: number;
}

export interface Index {
  spec: IndexSpec;
  fields: string[][];
  covers: Matcher;
  /** rows by the joined keys of the first n fields, n = position + 1; undefined until a query or uniqueness needs it */
  byPrefix: (Map<string, Set<Row>> | undefined)[];
}

const IGNORED = ["v", "background", "ns"];

/** Reads an index from createIndexes and refuses kinds and options this server would have to ignore. */
export function readIndexSpec(input: Doc): IndexSpec {
  const { name, key, unique, sparse, partialFilterExpression: partial, expireAfterSeconds: seconds, ...others } = input;
  if (!isDoc(key) || typeof name !== "string") throw failure("FailedToParse", "an index needs a key and a name");
  for (const [option, value] of Object.entries(others))
    if (!IGNORED.includes(option) && value !== false) throw unsupported(`the index option ${option}`);
  for (const [path, direction] of Object.entries(key)) {
    if (path.includes("$")) throw unsupported(`an index over ${path}`);
    if (direction !== 1 && direction !== -1) throw unsupported(`an index of type ${show(direction)}`);
  }
  const fields = Object.keys(key).length;
  if (fields === 0) throw failure("CannotCreateIndex", "Index keys cannot be an empty object");
  if (partial !== undefined) compileFilter(partial);
  if (partial !== undefined && sparse)
    throw failure("CannotCreateIndex", 'cannot mix "partialFilterExpression" and "sparse" options');
  if (seconds !== undefined && (!Number.isFinite(seconds) || Number(seconds) < 0 || fields !== 1))
    throw failure("CannotCreateIndex", "TTL indexes are single-field indexes with expireAfterSeconds of at least 0");
  return {
    name,
    key: key as IndexSpec["key"],
    ...(unique ? { unique: true } : {}),
    ...(sparse ? { sparse: true } : {}),
    ...(partial === undefined ? {} : { partialFilterExpression: partial as Doc }),
    ...(seconds === undefined ? {} : { expireAfterSeconds: Number(seconds) }),
  };
}

export function makeIndex(spec: IndexSpec): Index {
  const fields = Object.keys(spec.key).map((path) => path.split("."));
  return { spec, fields, covers: coverage(spec, fields), byPrefix: [] };
}

function coverage(spec: IndexSpec, fields: string[][]): Matcher {
  if (spec.partialFilterExpression) return compileFilter(spec.partialFilterExpression);
  if (!spec.sparse) return () => true;
  return (doc) => fields.some((parts) => valuesAt(doc, parts).some((value) => value !== undefined));
}

/** The values under which a document stands in the first fields of an index, by key: several for an array, one per element. */
function placesOf(index: Index, doc: Doc, length: number): Map<string, unknown[]> {
  let tuples: unknown[][] = [[]];
  for (const parts of index.fields.slice(0, length)) {
    const values = valuesAt(doc, parts).flatMap((value) => (isList(value) && value.length > 0 ? value : [value]));
    if (values.length > 1 && tuples.length > 1)
      throw failure("CannotIndexParallelArrays", "cannot index parallel arrays");
    tuples = tuples.flatMap((tuple) => values.map((value) => [...tuple, value]));
  }
  return new Map(tuples.map((tuple) => [joined(tuple), tuple]));
}

const joined = (tuple: readonly unknown[]): string => tuple.map(keyOf).join();

/** Throws E11000 when another row already stands under a key of `doc`, and 171 for what cannot stand in the index at all. */
export function refuseDuplicate(index: Index, rows: Iterable<Row>, doc: Doc, self: Row | undefined, ns: string): void {
  if (!index.covers(doc)) return;
  const places = placesOf(index, doc, index.fields.length);
  if (!index.spec.unique) return;
  const taken = prefixMap(index, rows, index.fields.length);
  for (const [key, tuple] of places)
    for (const holder of taken.get(key) ?? []) if (holder !== self) throw duplicate(index.spec, tuple, ns);
}

/** The error 11000 that drivers, mongoose and the product read: index name in the message, keyPattern and keyValue beside. */
export function duplicate({ name, key }: IndexSpec, tuple: unknown[], ns: string): Error {
  const keyValue = Object.fromEntries(Object.keys(key).map((path, i) => [path, tuple[i] ?? null]));
  const message = `E11000 duplicate key error collection: ${ns} index: ${name} dup key: ${show(keyValue)}`;
  return failure("DuplicateKey", message, { keyPattern: key, keyValue });
}

export function addToIndex(index: Index, row: Row): void {
  for (const [i, map] of index.byPrefix.entries()) if (map) addTo(map, index, row, i + 1);
}

function addTo(map: Map<string, Set<Row>>, index: Index, row: Row, length: number): void {
  if (!index.covers(row.doc)) return;
  for (const key of placesOf(index, row.doc, length).keys()) {
    const bucket = map.get(key);
    if (bucket) bucket.add(row);
    else map.set(key, new Set([row]));
  }
}

export function removeFromIndex(index: Index, row: Row): void {
  if (!index.covers(row.doc)) return;
  for (const [i, map] of index.byPrefix.entries())
    for (const key of map ? placesOf(index, row.doc, i + 1).keys() : []) {
      const bucket = map?.get(key);
      bucket?.delete(row);
      if (bucket?.size === 0) map?.delete(key);
    }
}

/** Built on first use and kept up to date from then on: an index nobody asks costs nothing. */
function prefixMap(index: Index, rows: Iterable<Row>, length: number): Map<string, Set<Row>> {
  const known = index.byPrefix[length - 1];
  if (known) return known;
  const made = new Map<string, Set<Row>>();
  for (const row of rows) addTo(made, index, row, length);
  return (index.byPrefix[length - 1] = made);
}

const MOST_LOOKUPS = 20_000;

/** The rows a filter can fit according to the index that has most of its equalities, or undefined when only a scan can tell. */
export function candidates(indexes: readonly Index[], rows: Iterable<Row>, filter: Doc): Iterable<Row> | undefined {
  const known = equalities(filter);
  let best: { index: Index; tuples: unknown[][]; length: number } | undefined;
  for (const index of indexes) {
    const found = index.spec.partialFilterExpression ? undefined : tuplesOf(index, known);
    if (found && found.length > (best?.length ?? 0)) best = { index, ...found };
  }
  if (!best) return undefined;
  const map = prefixMap(best.index, rows, best.length);
  return new Set(best.tuples.flatMap((tuple) => [...(map.get(joined(tuple)) ?? [])]));
}

/** All that the first fields of an index may hold together, for as many fields as are known. */
function tuplesOf(index: Index, known: Map<string, unknown[]>): { tuples: unknown[][]; length: number } {
  let tuples: unknown[][] = [[]];
  for (const [length, path] of Object.keys(index.spec.key).entries()) {
    const values = known.get(path);
    if (!values?.every(isHashable) || values.length * tuples.length > MOST_LOOKUPS) return { tuples, length };
    tuples = tuples.flatMap((tuple) => values.map((value) => [...tuple, value]));
  }
  return { tuples, length: index.fields.length };
}

/** Values a hash index can answer for: null also means missing, and an array stands by its elements. */
export function isHashable(value: unknown): boolean {
  return rank(value) !== 1 && !Array.isArray(value);
}

/** The fields a fitting document must equal, each with the values it may have. The filter itself is tested all the same. */
export function equalities(filter: Doc): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>();
  for (const [path, condition] of conditions(filter)) {
    const values = isOperators(condition) ? ("$eq" in condition ? [condition.$eq] : condition.$in) : [condition];
    if (isList(values) && !values.some((value) => bsonType(value) === "BSONRegExp")) found.set(path, values);
  }
  return found;
}
