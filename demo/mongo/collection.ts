import { ObjectId } from "bson";
import { failure } from "./errors.js";
import {
  addToIndex,
  candidates,
  duplicate,
  makeIndex,
  refuseDuplicate,
  refuseDuplicates,
  removeFromIndex,
  type Index,
  type IndexSpec,
  type Row,
} from "./indexes.js";
import { compileFilter } from "./match.js";
import { equalities, isHashable, same } from "./plan.js";
import { isDoc, keyOf, rank, type Doc } from "./values.js";

/** One collection in memory: rows in the order they came in, and its indexes, `_id_` first. Knows nothing of files. */
export interface Collection {
  ns: string;
  rows: Map<string, Row>;
  indexes: Index[];
}

const ID_INDEX: IndexSpec = { name: "_id_", key: { _id: 1 } };

export function makeCollection(ns: string): Collection {
  return { ns, rows: new Map(), indexes: [] };
}

/** All indexes as listIndexes gives them. `_id_` is the map of rows itself, so it takes no memory of its own. */
export function indexSpecs(collection: Collection): IndexSpec[] {
  return [ID_INDEX, ...collection.indexes.map(({ spec }) => spec)];
}

/** `doc` with `_id` as its first field, made if there is none. Refuses what MongoDB does not take as an id. */
export function withId(doc: Doc): Doc {
  const { _id = new ObjectId(), ...rest } = doc;
  if (Array.isArray(_id) || _id === null || rank(_id) === 11)
    throw failure("InvalidIdField", "The '_id' value cannot be of type array, null or regex");
  if (isDoc(_id) && Object.keys(_id).some((key) => key.startsWith("$")))
    throw failure("DollarPrefixedFieldName", "_id fields may not contain '$'-prefixed fields");
  return { _id, ...rest };
}

/** Throws E11000 when `doc` cannot be stored (in place of `self`, when given). Changes nothing. */
export function checkStorable(collection: Collection, doc: Doc, self?: Row): void {
  const key = keyOf(doc._id);
  if (collection.rows.has(key) && collection.rows.get(key) !== self) throw duplicateId(collection, doc._id);
  for (const index of collection.indexes) refuseDuplicate(index, collection.rows.values(), doc, self, collection.ns);
}

function duplicateId(collection: Collection, id: unknown): Error {
  return duplicate(ID_INDEX, { _id: id }, collection.ns);
}

/** Stores a document under its `_id`, new or in place of the old one. Uniqueness has been checked. */
export function put(collection: Collection, doc: Doc): Row {
  const key = keyOf(doc._id);
  const row = collection.rows.get(key) ?? { key, doc };
  if (collection.rows.has(key)) for (const index of collection.indexes) removeFromIndex(index, row);
  row.doc = doc;
  collection.rows.set(key, row);
  for (const index of collection.indexes) addToIndex(index, row);
  return row;
}

export function remove(collection: Collection, id: unknown): void {
  const row = collection.rows.get(keyOf(id));
  if (!row) return;
  for (const index of collection.indexes) removeFromIndex(index, row);
  collection.rows.delete(row.key);
}

/** The rows that fit, lazily, in natural order or the order of the index used. */
export function* findRows(collection: Collection, filter: Doc, variables?: Doc): Generator<Row> {
  const matches = compileFilter(filter);
  const byId = candidatesById(collection, filter);
  const rows = byId ?? candidates(collection.indexes, collection.rows.values(), filter) ?? collection.rows.values();
  for (const row of rows) if (matches(row.doc, variables)) yield row;
}

function candidatesById(collection: Collection, filter: Doc): Iterable<Row> | undefined {
  const ids = equalities(filter).get("_id");
  if (!ids?.every((id) => isHashable(id) || id === null)) return undefined;
  const found = new Set<Row>();
  for (const id of ids) {
    const row = collection.rows.get(keyOf(id));
    if (row) found.add(row);
  }
  return found;
}

/** What createIndexes has to do for a wanted index: nothing, or make it. Throws MongoDB's 85 and 86 for a conflict. */
export function isNewIndex(collection: Collection, wanted: IndexSpec): boolean {
  const all = indexSpecs(collection);
  const named = all.find((spec) => spec.name === wanted.name);
  const twin = all.find((spec) => sameSignature(spec, wanted));
  if (named && !sameSignature(named, wanted))
    throw failure(
      "IndexKeySpecsConflict",
      `An existing index has the same name as the requested index. Requested index: ${JSON.stringify(wanted)}, existing index: ${JSON.stringify(named)}`,
    );
  if (named && named.expireAfterSeconds !== wanted.expireAfterSeconds)
    throw failure(
      "IndexOptionsConflict",
      `An equivalent index already exists with the same name but different options. Requested index: ${JSON.stringify(wanted)}, existing index: ${JSON.stringify(named)}`,
    );
  if (!named && twin && !same(wanted.key, ID_INDEX.key))
    throw failure("IndexOptionsConflict", `Index already exists with a different name: ${twin.name}`);
  return !twin;
}

function sameSignature(a: IndexSpec, b: IndexSpec): boolean {
  const isId = same(a.key, ID_INDEX.key) && same(b.key, ID_INDEX.key);
  const options = isId || (Boolean(a.unique) === Boolean(b.unique) && Boolean(a.sparse) === Boolean(b.sparse));
  return options && same(a.key, b.key) && same(a.partialFilterExpression, b.partialFilterExpression);
}

/** Makes an index over the rows there are; throws E11000 and makes none when they hold duplicates. */
export function addIndex(collection: Collection, spec: IndexSpec): void {
  const index = makeIndex(spec);
  refuseDuplicates(index, collection.rows.values(), collection.ns);
  collection.indexes.push(index);
}
