import { calculateObjectSize } from "bson";
import { addIndex, ID_INDEX, indexSpecs, makeCollection, type Collection } from "../collection.js";
import type { Database } from "../database.js";
import { failure, unsupported } from "../errors.js";
import { compileFilter } from "../filter.js";
import { readIndexSpec } from "../indexes.js";
import { readDoc } from "../values.js";
import { databaseName, namespace, readBatchSize, readDocs, type Command } from "./command.js";

export const create: Command = (command, { database }) => {
  const ns = namespace(command);
  if (database.collections.has(ns)) throw failure("NamespaceExists", `Collection ${ns} already exists.`);
  database.write({ op: "create", ns });
  return {};
};

function known({ collections }: Database, ns: string): Collection {
  const collection = collections.get(ns);
  if (!collection) throw failure("NamespaceNotFound", `ns not found: ${ns}`);
  return collection;
}

export const drop: Command = (command, { database }) => {
  const ns = namespace(command);
  const nIndexesWas = indexSpecs(known(database, ns)).length;
  database.write({ op: "drop", ns });
  return { nIndexesWas, ns };
};

function namespacesOf({ collections }: Database, name: string): string[] {
  return [...collections.keys()].filter((ns) => ns.startsWith(`${name}.`));
}

export const dropDatabase: Command = (command, { database }) => {
  const dropped = databaseName(command);
  for (const ns of namespacesOf(database, dropped)) database.write({ op: "drop", ns });
  return { dropped };
};

const ORDINARY = { type: "collection", options: {}, info: { readOnly: false }, idIndex: { v: 2, ...ID_INDEX } };

export const listCollections: Command = (command, { database, cursors }) => {
  const name = databaseName(command);
  const found = namespacesOf(database, name)
    .map((ns) => ({ name: ns.slice(name.length + 1), ...ORDINARY }))
    .filter(compileFilter(readDoc("filter", command.filter)))
    .map((entry) => (command.nameOnly === true ? { name: entry.name, type: entry.type } : entry));
  return { cursor: cursors.open(`${name}.$cmd.listCollections`, found, readBatchSize(command)) };
};

export const listDatabases: Command = (command, { database }) => {
  const sizes = new Map<string, number>();
  for (const { ns, docs } of database.collections.values()) {
    const [name = ""] = ns.split(".");
    const size = [...docs.values()].reduce((sum, doc) => sum + calculateObjectSize(doc), 0);
    sizes.set(name, size + (sizes.get(name) ?? 0));
  }
  const all = Array.from(sizes, ([name, sizeOnDisk]) => ({ name, sizeOnDisk, empty: false }));
  const databases = all.filter(compileFilter(readDoc("filter", command.filter)));
  if (command.nameOnly === true) return { databases: databases.map(({ name }) => ({ name })) };
  return { databases, totalSize: databases.reduce((sum, { sizeOnDisk }) => sum + sizeOnDisk, 0) };
};

export const createIndexes: Command = (command, { database }) => {
  const ns = namespace(command);
  const wanted = readDocs("indexes", command.indexes).map(readIndexSpec);
  const there = database.collections.get(ns);
  const before = there ?? makeCollection(ns);
  // Tried on a copy first: when one of several indexes cannot be made, none is, as in MongoDB.
  const trial = { ...before, indexes: [...before.indexes] };
  const fresh = wanted.filter((spec) => addIndex(trial, spec));
  const numIndexesBefore = indexSpecs(before).length;
  if (!there) database.write({ op: "create", ns });
  for (const spec of fresh) database.write({ op: "index", ns, spec });
  return { numIndexesBefore, numIndexesAfter: indexSpecs(trial).length, createdCollectionAutomatically: !there };
};

export const listIndexes: Command = (command, { database, cursors }) => {
  const ns = namespace(command);
  const specs = indexSpecs(known(database, ns)).map((spec) => ({ v: 2, ...spec }));
  return { cursor: cursors.open(ns, specs, readBatchSize(command)) };
};

export const dropIndexes: Command = (command, { database }) => {
  const ns = namespace(command);
  const { index } = command;
  const specs = indexSpecs(known(database, ns));
  if (typeof index !== "string") throw unsupported("to drop an index by anything but its name");
  if (index === "_id_") throw failure("InvalidOptions", "cannot drop _id index");
  const named = specs.filter(({ name }) => name === index || (index === "*" && name !== "_id_"));
  if (named.length === 0 && index !== "*") throw failure("IndexNotFound", `index not found with name [${index}]`);
  for (const { name } of named) database.write({ op: "dropIndex", ns, name });
  return { nIndexesWas: specs.length };
};
