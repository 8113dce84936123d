import { failure, unsupported } from "./errors.js";
import { compileFilter, conditions, type Matcher } from "./filter.js";
import { valuesAt } from "./paths.js";
import { bsonType, compareValues, isDoc, isList, isOperators, keysOf, rank, show, type Doc } from "./values.js";

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
  /** those of the collection, by the key of their _id */
  docs: ReadonlyMap<string, Doc>;
  fields: string[][];
  covers: Matcher;
  /** documents by the joined keys of the first n fields, by n; built once a query or uniqueness needs it */
  byPrefix: Map<number, Map<string, Set<Doc>>>;
}

const OPTIONS = ["name", "key", "unique", "sparse", "partialFilterExpression", "expireAfterSeconds"];
const IGNORED = ["v", "background", "ns"];

/** Reads an index from createIndexes and refuses kinds and options this server would have to ignore. */
export function readIndexSpec(input: Doc): IndexSpec {
  const options = Object.entries(input).filter(([option, value]) => value !== false && !IGNORED.includes(option));
  const spec = Object.fromEntries(options);
  const { name, key, sparse, partialFilterExpression: partial, expireAfterSeconds: seconds } = spec;
  const unknown = Object.keys(spec).find((option) => !OPTIONS.includes(option));
  if (unknown) throw unsupported(`the index option ${unknown}`);
  if (!isDoc(key) || typeof name !== "string") throw failure("FailedToParse", "an index needs a key and a name");
  for (const [path, direction] of Object.entries(key)) {
    if (path.includes("$")) throw unsupported(`an index over ${path}`);
    if (direction !== 1 && direction !== -1) throw unsupported(`an index of type ${show(direction)}`);
  }
  const fields = Object.keys(key).length;
  if (fields === 0) throw failure("CannotCreateIndex", "Index keys cannot be an empty object");
  if (partial !== undefined) compileFilter(partial);
  if (partial !== undefined && sparse) throw failure("CannotCreateIndex", "an index is sparse or partial, not both");
  if (seconds !== undefined && (!Number.isFinite(seconds) || Number(seconds) < 0 || fields !== 1))
    throw failure("CannotCreateIndex", "TTL indexes are single-field indexes with expireAfterSeconds of at least 0");
  return { name, key: key as IndexSpec["key"], ...spec };
}

export function makeIndex(spec: IndexSpec, docs: ReadonlyMap<string, Doc>): Index {
  const fields = Object.keys(spec.key).map((path) => path.split("."));
  return { spec, docs, fields, covers: coverage(spec, fields), byPrefix: new Map() };
}

function coverage(spec: IndexSpec, fields: string[][]): Matcher {
  if (spec.partialFilterExpression) return compileFilter(spec.partialFilterExpression);
  if (!spec.sparse) return () => true;
  return (doc) => fields.some((parts) => valuesAt(doc, parts).some((value) => value !== undefined));
}

/** The values under which a document stands in the first fields of an index, by key: several for an array, one per element. */
function placesOf(index: Index, doc: Doc, length: number): Map<string, unknown[]> {
  if (!index.covers(doc)) return new Map();
  let tuples: unknown[][] = [[]];
  for (const parts of index.fields.slice(0, length)) {
    const values = valuesAt(doc, parts).flatMap((value) => (isList(value) && value.length > 0 ? value : [value]));
    if (values.length > 1 && tuples.length > 1) throw failure("CannotIndexParallelArrays", "two arrays in one index");
    tuples = tuples.flatMap((tuple) => values.map((value) => [...tuple, value]));
  }
  return new Map(tuples.map((tuple) => [keysOf(tuple), tuple]));
}

/** Throws E11000 when another document already stands under a key of `doc`, and 171 for what cannot stand in the index at all. */
export function refuseDuplicate(index: Index, doc: Doc, ns: string): void {
  const places = placesOf(index, doc, index.fields.length);
  if (!index.spec.unique) return;
  const taken = prefixMap(index, index.fields.length);
  for (const [key, tuple] of places)
    for (const { _id } of taken.get(key) ?? [])
      if (compareValues(_id, doc._id) !== 0) throw duplicate(index.spec, tuple, ns);
}

/** The error 11000 that drivers, mongoose and the product read: index name in the message, keyPattern and keyValue beside. */
export function duplicate({ name, key }: IndexSpec, tuple: unknown[], ns: string): Error {
  const keyValue = Object.fromEntries(Object.keys(key).map((path, i) => [path, tuple[i] ?? null]));
  const message = `E11000 duplicate key error collection: ${ns} index: ${name} dup key: ${show(keyValue)}`;
  return failure("DuplicateKey", message, { keyPattern: key, keyValue });
}

/** Keeps an index up to date when a document comes in the place of another, is new or goes. */
export function reindex(index: Index, before: Doc | undefined, after: Doc | undefined): void {
  for (const [length, map] of index.byPrefix) {
    for (const key of before ? placesOf(index, before, length).keys() : []) {
      const bucket = map.get(key);
      if (before) bucket?.delete(before);
      if (bucket?.size === 0) map.delete(key);
    }
    if (after) addTo(map, index, after, length);
  }
}

function addTo(map: Map<string, Set<Doc>>, index: Index, doc: Doc, length: number): void {
  for (const key of placesOf(index, doc, length).keys()) {
    const bucket = map.get(key);
    if (bucket) bucket.add(doc);
    else map.set(key, new Set([doc]));
  }
}

/** Kept up to date from its first use on: an index nobody asks costs nothing. */
function prefixMap(index: Index, length: number): Map<string, Set<Doc>> {
  const known = index.byPrefix.get(length);
  if (known) return known;
  const made = new Map<string, Set<Doc>>();
  for (const doc of index.docs.values()) addTo(made, index, doc, length);
  index.byPrefix.set(length, made);
  return made;
}

/** The values each field of a fitting document must have one of, where a hash index can tell. The filter is tested all the same. */
export function equalities(filter: Doc): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>();
  for (const [path, condition] of conditions(filter)) {
    const values = isOperators(condition) ? ("$eq" in condition ? [condition.$eq] : condition.$in) : [condition];
    if (isList(values) && values.every(isHashable)) found.set(path, values);
  }
  return found;
}

/** Null also means missing, an array stands by its elements, and a pattern is met by many. */
function isHashable(value: unknown): boolean {
  return bsonType(value) !== "BSONRegExp" && rank(value) !== 1 && !isList(value);
}

/** What can fit by the index that has most of the equalities, or undefined when only a scan can tell. */
export function candidates(indexes: readonly Index[], known: ReadonlyMap<string, unknown[]>): Set<Doc> | undefined {
  const [best] = indexes
    .filter(({ spec }) => !spec.partialFilterExpression)
    .map((index) => ({ index, ...tuplesOf(index, known) }))
    .toSorted((a, b) => b.length - a.length);
  if (!best?.length) return undefined;
  const map = prefixMap(best.index, best.length);
  return new Set(best.tuples.flatMap((tuple) => [...(map.get(keysOf(tuple)) ?? [])]));
}

const MOST_LOOKUPS = 20_000;

/** All that the first fields of an index may hold together, for as many fields as are known. */
function tuplesOf(index: Index, known: ReadonlyMap<string, unknown[]>): { tuples: unknown[][]; length: number } {
  let tuples: unknown[][] = [[]];
  for (const [length, path] of Object.keys(index.spec.key).entries()) {
    const values = known.get(path);
    if (!values || values.length * tuples.length > MOST_LOOKUPS) return { tuples, length };
    tuples = tuples.flatMap((tuple) => values.map((value) => [...tuple, value]));
  }
  return { tuples, length: index.fields.length };
}
