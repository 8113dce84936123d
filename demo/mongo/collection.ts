import { ObjectId } from "bson";
import { failure } from "./errors.js";
import { compileFilter } from "./filter.js";
import {
  addToIndex,
  candidates,
  duplicate,
  equalities,
  isHashable,
  makeIndex,
  refuseDuplicate,
  removeFromIndex,
  type Index,
  type IndexSpec,
  type Row,
} from "./indexes.js";
import { compareValues, isDoc, keyOf, typeName, type Doc } from "./values.js";

/** One collection in memory: rows in the order they came in, and its indexes. Knows nothing of files. */
export interface Collection {
  ns: string;
  /** by the key of their _id: the index `_id_` */
  rows: Map<string, Row>;
  /** all others */
  indexes: Index[];
}

export const ID_INDEX: IndexSpec = { name: "_id_", key: { _id: 1 } };

export function makeCollection(ns: string): Collection {
  return { ns, rows: new Map(), indexes: [] };
}

/** All indexes as listIndexes gives them. */
export function indexSpecs(collection: Collection): IndexSpec[] {
  return [ID_INDEX, ...collection.indexes.map(({ spec }) => spec)];
}

/** `doc` with `_id` as its first field, made if there is none. Refuses what MongoDB does not take as an id. */
export function withId(doc: Doc): Doc {
  const { _id = new ObjectId(), ...rest } = doc;
  if (["array", "null"].includes(typeName(_id)))
    throw failure("InvalidIdField", `The '_id' value cannot be of type ${typeName(_id)}`);
  if (isDoc(_id) && Object.keys(_id).some((key) => key.startsWith("$")))
    throw failure("DollarPrefixedFieldName", "_id fields may not contain '$'-prefixed fields");
  return { _id, ...rest };
}

/** Throws E11000 when `doc` cannot be stored (in place of `self`, when given). Changes nothing. */
export function checkUnique(collection: Collection, doc: Doc, self?: Row): void {
  const holder = collection.rows.get(keyOf(doc._id));
  if (holder && holder !== self) throw duplicate(ID_INDEX, [doc._id], collection.ns);
  for (const index of collection.indexes) refuseDuplicate(index, collection.rows.values(), doc, self, collection.ns);
}

/** Stores a document under its `_id`, new or in place of the old one. Uniqueness has been checked. */
export function put(collection: Collection, doc: Doc): void {
  const key = keyOf(doc._id);
  const known = collection.rows.get(key);
  if (known) for (const index of collection.indexes) removeFromIndex(index, known);
  const row = known ?? { key, doc };
  row.doc = doc;
  collection.rows.set(key, row);
  for (const index of collection.indexes) addToIndex(index, row);
}

export function remove(collection: Collection, id: unknown): void {
  const row = collection.rows.get(keyOf(id));
  if (!row) return;
  for (const index of collection.indexes) removeFromIndex(index, row);
  collection.rows.delete(row.key);
}

/**
 * The first rows that fit, in the order they came in or that of the values asked for. What is wrong in a filter is an error
 * also where there is no collection. A list, so that an update never meets its own result again.
 */
export function findRows(collection: Collection | undefined, filter: Doc, most = Infinity): Row[] {
  const matches = compileFilter(filter);
  const found: Row[] = [];
  if (!collection) return found;
  const all = collection.rows;
  const rows = rowsById(collection, filter) ?? candidates(collection.indexes, all.values(), filter) ?? all.values();
  for (const row of rows) if (matches(row.doc) && found.push(row) >= most) break;
  return found;
}

function rowsById({ rows }: Collection, filter: Doc): Iterable<Row> | undefined {
  const ids = equalities(filter).get("_id");
  if (!ids?.every(isHashable)) return undefined;
  return new Set(ids.flatMap((id) => rows.get(keyOf(id)) ?? []));
}

/** What createIndexes has to do for a wanted index: nothing, or make it. Throws MongoDB's 85 and 86 for a conflict. */
export function isNewIndex(collection: Collection, wanted: IndexSpec): boolean {
  const all = indexSpecs(collection);
  const named = all.find(({ name }) => name === wanted.name);
  const twin = all.find((spec) => isSameIndex(spec, wanted));
  const words = `Requested index: ${JSON.stringify(wanted)}, existing index: ${JSON.stringify(named ?? twin)}`;
  if (named && named !== twin) throw failure("IndexKeySpecsConflict", `There is another index of that name. ${words}`);
  if (twin && twin !== ID_INDEX && (!named || twin.expireAfterSeconds !== wanted.expireAfterSeconds))
    throw failure("IndexOptionsConflict", `There is such an index with another name or expiry. ${words}`);
  return !twin;
}

function isSameIndex(a: IndexSpec, b: IndexSpec): boolean {
  const isId = compareValues(a.key, ID_INDEX.key) === 0;
  const traits = ({ key, unique, sparse, partialFilterExpression }: IndexSpec): unknown[] =>
    isId ? [key] : [key, unique, sparse, partialFilterExpression];
  return compareValues(traits(a), traits(b)) === 0;
}

/** Makes an index over the rows there are; throws E11000 and makes none when they hold duplicates. */
export function addIndex(collection: Collection, spec: IndexSpec): void {
  const index = makeIndex(spec);
  for (const row of collection.rows.values())
    refuseDuplicate(index, collection.rows.values(), row.doc, row, collection.ns);
  collection.indexes.push(index);
}
