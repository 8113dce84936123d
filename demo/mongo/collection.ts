import { ObjectId } from "bson";
import { failure } from "./errors.js";
import { compileFilter } from "./filter.js";
import { candidates, duplicate, equalities, makeIndex, refuseDuplicate, reindex } from "./indexes.js";
import type { Index, IndexSpec } from "./indexes.js";
import { sorted, type SortKey } from "./order.js";
import { compareValues, isDoc, isList, keyOf, show, type Doc } from "./values.js";

/** One collection in memory. Knows nothing of files. */
export interface Collection {
  ns: string;
  /** in the order they came in, by the key of their _id; replaced and never changed, so that open cursors keep what they saw */
  docs: Map<string, Doc>;
  /** all but that of the _id */
  indexes: Index[];
}

export const ID_INDEX: IndexSpec = { name: "_id_", key: { _id: 1 } };

export const makeCollection = (ns: string): Collection => ({ ns, docs: new Map(), indexes: [] });

/** All indexes as listIndexes gives them. */
export function indexSpecs(collection: Collection): IndexSpec[] {
  return [ID_INDEX, ...collection.indexes.map(({ spec }) => spec)];
}

/** `doc` with `_id` as its first field, made if there is none. Refuses what MongoDB does not take as an id. */
export function withId(doc: Doc): Doc {
  const { _id = new ObjectId(), ...rest } = doc;
  if (isList(_id)) throw failure("InvalidIdField", "The '_id' value cannot be of type array");
  if (isDoc(_id) && Object.keys(_id).some((key) => key.startsWith("$")))
    throw failure("DollarPrefixedFieldName", "_id fields may not contain '$'-prefixed fields");
  return { _id, ...rest };
}

/** Throws E11000 when `doc` cannot be stored, in place of the one with its _id or, when it is new, beside all others. */
export function checkUnique({ ns, docs, indexes }: Collection, doc: Doc, isNew: boolean): void {
  if (isNew && docs.has(keyOf(doc._id))) throw duplicate(ID_INDEX, [doc._id], ns);
  for (const index of indexes) refuseDuplicate(index, doc, ns);
}

/** Stores a document under its `_id`, new or in place of the old one. Uniqueness has been checked. */
export function put({ docs, indexes }: Collection, doc: Doc): void {
  const key = keyOf(doc._id);
  for (const index of indexes) reindex(index, docs.get(key), doc);
  docs.set(key, doc);
}

export function remove({ docs, indexes }: Collection, id: unknown): void {
  const key = keyOf(id);
  for (const index of indexes) reindex(index, docs.get(key), undefined);
  docs.delete(key);
}

/**
 * The first documents that fit, by a sort or in the order they came in or that of the values asked of an index. What is
 * wrong in a filter is an error also where there is no collection.
 */
export function find(collection: Collection | undefined, filter: Doc, sort: SortKey[], most = Infinity): Doc[] {
  const matches = compileFilter(filter);
  const found: Doc[] = [];
  for (const doc of collection ? lookUp(collection, filter) : [])
    if (matches(doc) && found.push(doc) >= most && sort.length === 0) break;
  return sorted(found, sort, most);
}

function lookUp({ docs, indexes }: Collection, filter: Doc): Iterable<Doc> {
  const known = equalities(filter);
  const ids = known.get("_id");
  if (ids) return new Set(ids.map((id) => docs.get(keyOf(id))).filter((doc) => doc !== undefined));
  return candidates(indexes, known) ?? docs.values();
}

/**
 * Makes an index over what there is, and tells whether it had to. Throws E11000 and makes none when there are duplicates,
 * and MongoDB's 85 and 86 when another index is in the way.
 */
export function addIndex(collection: Collection, spec: IndexSpec): boolean {
  if (compareValues(spec.key, ID_INDEX.key) === 0) return false;
  const all = indexSpecs(collection);
  const named = all.find(({ name }) => name === spec.name);
  const twin = all.find((other) => compareValues(traits(other), traits(spec)) === 0);
  const words = `Requested index: ${show(spec)}, existing index: ${show(named ?? twin)}`;
  if (named && named !== twin) throw failure("IndexKeySpecsConflict", `There is another index of that name. ${words}`);
  if (twin && (!named || twin.expireAfterSeconds !== spec.expireAfterSeconds))
    throw failure("IndexOptionsConflict", `There is such an index with another name or expiry. ${words}`);
  if (twin) return false;
  const index = makeIndex(spec, collection.docs);
  for (const doc of collection.docs.values()) refuseDuplicate(index, doc, collection.ns);
  collection.indexes.push(index);
  return true;
}

/** What tells two indexes apart, beside their names. */
const traits = ({ key, unique, sparse, partialFilterExpression: partial }: IndexSpec) => [key, unique, sparse, partial];
