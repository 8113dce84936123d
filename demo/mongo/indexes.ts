import { failure, unsupported } from "./errors.js";
import { compileFilter, type Matcher } from "./match.js";
import { valuesAt } from "./paths.js";
import { equalities, isHashable, same } from "./plan.js";
import { isDoc, isList, keyOf, rank, show, toDouble, type Doc } from "./values.js";

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
  fields: { path: string; parts: string[] }[];
  covers: Matcher;
  /** rows by the joined keys of the first n fields, n = position + 1; undefined until a query or uniqueness needs it */
  byPrefix: (Map<string, Set<Row>> | undefined)[];
}

const SPEC_FIELDS = ["name", "key", "unique", "sparse", "partialFilterExpression", "expireAfterSeconds"];
const IGNORED_FIELDS = ["v", "background", "ns"];

/** Reads an index from createIndexes and refuses kinds and options this server would have to ignore. */
export function readIndexSpec(input: unknown): IndexSpec {
  if (!isDoc(input) || !isDoc(input.key) || typeof input.name !== "string")
    throw failure("FailedToParse", "an index needs a key and a name");
  for (const option of Object.keys(input))
    if (!SPEC_FIELDS.includes(option) && !IGNORED_FIELDS.includes(option) && input[option] !== false)
      throw unsupported(`the index option ${option}`);
  const key: Record<string, 1 | -1> = {};
  for (const [path, direction] of Object.entries(input.key)) {
    if (typeof direction === "string") throw unsupported(`an index of type "${direction}"`);
    if (path.includes("$")) throw unsupported(`the index path ${path}`);
    const value = toDouble(direction);
    if (Number.isNaN(value) || value === 0)
      throw failure("CannotCreateIndex", `Values in v:2 index key pattern cannot be of type ${typeof direction}`);
    key[path] = value > 0 ? 1 : -1;
  }
  if (Object.keys(key).length === 0) throw failure("CannotCreateIndex", "Index keys cannot be an empty object");
  const { partialFilterExpression: partial, expireAfterSeconds: seconds } = input;
  if (partial !== undefined) compileFilter(partial);
  if (partial !== undefined && input.sparse)
    throw failure("CannotCreateIndex", 'cannot mix "partialFilterExpression" and "sparse" options');
  if (seconds !== undefined && (rank(seconds) !== 2 || toDouble(seconds) < 0 || Object.keys(key).length !== 1))
    throw failure("CannotCreateIndex", "TTL indexes are single-field indexes with expireAfterSeconds of at least 0");
  return {
    name: input.name,
    key,
    ...(input.unique ? { unique: true } : {}),
    ...(input.sparse ? { sparse: true } : {}),
    ...(partial === undefined ? {} : { partialFilterExpression: partial as Doc }),
    ...(seconds === undefined ? {} : { expireAfterSeconds: toDouble(seconds) }),
  };
}

export function makeIndex(spec: IndexSpec): Index {
  const fields = Object.keys(spec.key).map((path) => ({ path, parts: path.split(".") }));
  return { spec, fields, covers: coverage(spec, fields), byPrefix: [] };
}

function coverage(spec: IndexSpec, fields: Index["fields"]): Matcher {
  if (spec.partialFilterExpression) return compileFilter(spec.partialFilterExpression);
  if (!spec.sparse) return () => true;
  return (doc) => fields.some(({ parts }) => valuesAt(doc, parts).some((value) => value !== undefined));
}

/** An array is indexed under each of its elements; an empty one under a key no value has. */
function elementsAt(doc: Doc, parts: string[]): unknown[] {
  return valuesAt(doc, parts).flatMap((value) => (isList(value) ? (value.length > 0 ? value : [EMPTY]) : [value]));
}

const EMPTY: unique symbol = Symbol("empty array");

/** The keys under which a document stands in the first `length` fields of an index: more than one for arrays. */
function keysOf(index: Index, doc: Doc, length: number): Map<string, unknown[]> {
  let tuples: unknown[][] = [[]];
  let multiplied = false;
  for (const { parts } of index.fields.slice(0, length)) {
    const values = elementsAt(doc, parts);
    if (values.length > 1) {
      if (multiplied) throw failure("CannotIndexParallelArrays", "cannot index parallel arrays");
      multiplied = true;
    }
    tuples = tuples.flatMap((tuple) => values.map((value) => [...tuple, value]));
  }
  return new Map(tuples.map((tuple) => [join(tuple), tuple]));
}

function join(tuple: readonly unknown[]): string {
  if (tuple.length === 1) return partKey(tuple[0]);
  return tuple
    .map(partKey)
    .map((key) => `${key.length}:${key}`)
    .join("");
}

function partKey(value: unknown): string {
  return value === EMPTY ? "e" : keyOf(value);
}

/** Throws E11000 in MongoDB's exact shape when another row already stands under a key of `doc`. */
export function refuseDuplicate(index: Index, rows: Iterable<Row>, doc: Doc, self: Row | undefined, ns: string): void {
  if (!index.spec.unique || !index.covers(doc)) return;
  const full = prefixMap(index, rows, index.fields.length);
  for (const [key, tuple] of keysOf(index, doc, index.fields.length)) {
    const holders = full.get(key);
    if (holders && (holders.size > 1 || !self || !holders.has(self)))
      throw duplicate(index.spec, keyValueOf(index, tuple), ns);
  }
}

function keyValueOf(index: Index, tuple: unknown[]): Doc {
  return Object.fromEntries(index.fields.map(({ path }, i) => [path, tuple[i] === EMPTY ? null : (tuple[i] ?? null)]));
}

/** The error 11000 that drivers, mongoose and the product read: index name in the message, keyPattern and keyValue beside. */
export function duplicate(spec: IndexSpec, keyValue: Doc, ns: string): Error {
  return failure(
    "DuplicateKey",
    `E11000 duplicate key error collection: ${ns} index: ${spec.name} dup key: ${show(keyValue)}`,
    { keyPattern: spec.key, keyValue },
  );
}

/** Throws E11000 for the first two rows that a new unique index could not hold together. */
export function refuseDuplicates(index: Index, rows: Iterable<Row>, ns: string): void {
  const seen = new Set<string>();
  for (const { doc } of rows) {
    if (!index.covers(doc)) continue;
    for (const [key, tuple] of keysOf(index, doc, index.fields.length)) {
      if (index.spec.unique && seen.has(key)) throw duplicate(index.spec, keyValueOf(index, tuple), ns);
      seen.add(key);
    }
  }
}

export function addToIndex(index: Index, row: Row): void {
  if (!index.covers(row.doc)) return;
  index.byPrefix.forEach((map, i) => {
    if (map) for (const key of keysOf(index, row.doc, i + 1).keys()) bucket(map, key).add(row);
  });
}

export function removeFromIndex(index: Index, row: Row): void {
  if (!index.covers(row.doc)) return;
  index.byPrefix.forEach((map, i) => {
    if (!map) return;
    for (const key of keysOf(index, row.doc, i + 1).keys()) {
      const rows = map.get(key);
      rows?.delete(row);
      if (rows?.size === 0) map.delete(key);
    }
  });
}

function bucket(map: Map<string, Set<Row>>, key: string): Set<Row> {
  const known = map.get(key);
  if (known) return known;
  const made = new Set<Row>();
  map.set(key, made);
  return made;
}

/** Built on first use and kept up to date from then on: an index nobody asks costs nothing. */
function prefixMap(index: Index, rows: Iterable<Row>, length: number): Map<string, Set<Row>> {
  const known = index.byPrefix[length - 1];
  if (known) return known;
  const made = new Map<string, Set<Row>>();
  for (const row of rows)
    if (index.covers(row.doc)) for (const key of keysOf(index, row.doc, length).keys()) bucket(made, key).add(row);
  index.byPrefix[length - 1] = made;
  return made;
}

const MOST_LOOKUPS = 20_000;

/** The rows a filter can fit according to the indexes, or undefined when only a scan can tell. */
export function candidates(indexes: readonly Index[], rows: Iterable<Row>, filter: Doc): Set<Row> | undefined {
  const known = equalities(filter);
  let best: { index: Index; tuples: unknown[][] } | undefined;
  for (const index of indexes) {
    const tuples = usable(index, known, filter);
    if (tuples && (!best || betterThan(tuples, index, best))) best = { index, tuples };
  }
  if (best) {
    const { index, tuples } = best;
    const map = prefixMap(index, rows, tuples[0]?.length ?? 1);
    return new Set(tuples.flatMap((tuple) => [...(map.get(join(tuple)) ?? [])]));
  }
  return alternatives(indexes, rows, filter);
}

/** More fields fixed is better; among equals a unique index, whose answer is at most one row. */
function betterThan(tuples: unknown[][], index: Index, best: { index: Index; tuples: unknown[][] }): boolean {
  const length = tuples[0]?.length ?? 0;
  const bestLength = best.tuples[0]?.length ?? 0;
  const whole = Number(index.spec.unique && length === index.fields.length);
  const bestWhole = Number(best.index.spec.unique && bestLength === best.index.fields.length);
  return whole !== bestWhole ? whole > bestWhole : length > bestLength;
}

function usable(index: Index, known: Map<string, unknown[]>, filter: Doc): unknown[][] | undefined {
  let tuples: unknown[][] = [[]];
  for (const { path } of index.fields) {
    const values = known.get(path);
    if (!values?.every(isHashable) || values.length * tuples.length > MOST_LOOKUPS) break;
    tuples = tuples.flatMap((tuple) => values.map((value) => [...tuple, value]));
  }
  const length = tuples[0]?.length ?? (known.get(index.fields[0]?.path ?? "") ? 1 : 0);
  return length > 0 && implied(index, known, filter) ? tuples : undefined;
}

/** A partial index answers only for filters whose every fitting document it surely holds. */
function implied({ spec }: Index, known: Map<string, unknown[]>, filter: Doc): boolean {
  return Object.entries(spec.partialFilterExpression ?? {}).every(([path, condition]) => {
    if (path in filter && same(filter[path], condition)) return true;
    const values = known.get(path);
    if (path.startsWith("$") || !values?.every(isHashable)) return false;
    const covers = compileFilter({ value: condition });
    return values.every((value) => covers({ value }));
  });
}

/** $or is answered by indexes when each of its branches is. */
function alternatives(indexes: readonly Index[], rows: Iterable<Row>, filter: Doc): Set<Row> | undefined {
  if (!Array.isArray(filter.$or)) return undefined;
  const union = new Set<Row>();
  for (const branch of filter.$or) {
    const found = isDoc(branch) ? candidates(indexes, rows, branch) : undefined;
    if (!found) return undefined;
    for (const row of found) union.add(row);
  }
  return union;
}
