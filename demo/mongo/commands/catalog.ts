import { calculateObjectSize } from "bson";
import { addIndex, ID_INDEX, indexSpecs, isNewIndex, makeCollection, type Collection } from "../collection.js";
import type { Database } from "../database.js";
import { failure, unsupported } from "../errors.js";
import { compileFilter } from "../filter.js";
import { readIndexSpec } from "../indexes.js";
import { readDoc } from "../values.js";
import { databaseName, namespace, readBatchSize, readDocs, type Command } from "./command.js";

export const create: Command = {
  fields: [],
  writes: true,
  run(command, { database }) {
    const ns = namespace(command, "create");
    if (database.collections.has(ns)) throw failure("NamespaceExists", `Collection ${ns} already exists.`);
    database.ensure(ns);
    return {};
  },
};

function known(database: Database, ns: string): Collection {
  const collection = database.collections.get(ns);
  if (!collection) throw failure("NamespaceNotFound", `ns not found: ${ns}`);
  return collection;
}

export const drop: Command = {
  fields: [],
  writes: true,
  run(command, { database }) {
    const ns = namespace(command, "drop");
    const nIndexesWas = indexSpecs(known(database, ns)).length;
    database.drop(ns);
    return { nIndexesWas, ns };
  },
};

function namespacesOf({ collections }: Database, name: string): string[] {
  return [...collections.keys()].filter((ns) => ns.startsWith(`${name}.`));
}

export const dropDatabase: Command = {
  fields: [],
  writes: true,
  run(command, { database }) {
    const dropped = databaseName(command);
    for (const ns of namespacesOf(database, dropped)) database.drop(ns);
    return { dropped };
  },
};

const ORDINARY = { type: "collection", options: {}, info: { readOnly: false }, idIndex: { v: 2, ...ID_INDEX } };

export const listCollections: Command = {
  fields: ["filter", "nameOnly", "authorizedCollections", "cursor"],
  run(command, { database, cursors }) {
    const name = databaseName(command);
    const matches = compileFilter(readDoc("filter", command.filter));
    const found = namespacesOf(database, name)
      .map((ns) => ({ name: ns.slice(name.length + 1), ...ORDINARY }))
      .filter(matches)
      .map((entry) => (command.nameOnly === true ? { name: entry.name, type: entry.type } : entry));
    return { cursor: cursors.open(`${name}.$cmd.listCollections`, found, readBatchSize(command)) };
  },
};

export const listDatabases: Command = {
  fields: ["filter", "nameOnly", "authorizedDatabases"],
  run(command, { database }) {
    const sizes = new Map<string, number>();
    for (const [ns, { rows }] of database.collections) {
      const name = ns.slice(0, ns.indexOf("."));
      const size = Array.from(rows.values(), ({ doc }) => calculateObjectSize(doc)).reduce((sum, one) => sum + one, 0);
      sizes.set(name, size + (sizes.get(name) ?? 0));
    }
    const all = Array.from(sizes, ([name, sizeOnDisk]) => ({ name, sizeOnDisk, empty: false }));
    const databases = all.filter(compileFilter(readDoc("filter", command.filter)));
    if (command.nameOnly === true) return { databases: databases.map(({ name }) => ({ name })) };
    return { databases, totalSize: databases.reduce((sum, { sizeOnDisk }) => sum + sizeOnDisk, 0) };
  },
};

export const createIndexes: Command = {
  fields: ["indexes", "commitQuorum"],
  writes: true,
  run(command, { database }) {
    const ns = namespace(command, "createIndexes");
    const wanted = readDocs("indexes", command.indexes).map(readIndexSpec);
    const before = database.collections.get(ns) ?? makeCollection(ns);
    // Tried on a copy first: when one of several indexes cannot be made, none is, as in MongoDB.
    const trial = { ...before, indexes: [...before.indexes] };
    const fresh = wanted.filter((spec) => {
      const isNew = isNewIndex(trial, spec);
      if (isNew) addIndex(trial, spec);
      return isNew;
    });
    const numIndexesBefore = indexSpecs(before).length;
    const createdCollectionAutomatically = !database.collections.has(ns);
    database.ensure(ns);
    for (const spec of fresh) database.createIndex(ns, spec);
    return { numIndexesBefore, numIndexesAfter: numIndexesBefore + fresh.length, createdCollectionAutomatically };
  },
};

export const listIndexes: Command = {
  fields: ["cursor"],
  run(command, { database, cursors }) {
    const ns = namespace(command, "listIndexes");
    const specs = indexSpecs(known(database, ns)).map((spec) => ({ v: 2, ...spec }));
    return { cursor: cursors.open(ns, specs, readBatchSize(command)) };
  },
};

export const dropIndexes: Command = {
  fields: ["index"],
  writes: true,
  run(command, { database }) {
    const ns = namespace(command, "dropIndexes");
    const specs = indexSpecs(known(database, ns));
    const { index } = command;
    if (typeof index !== "string") throw unsupported("to drop an index by anything but its name");
    if (index === "_id_") throw failure("InvalidOptions", "cannot drop _id index");
    const named = specs.filter(({ name }) => name === index || (index === "*" && name !== "_id_"));
    if (named.length === 0 && index !== "*") throw failure("IndexNotFound", `index not found with name [${index}]`);
    for (const { name } of named) database.dropIndex(ns, name);
    return { nIndexesWas: specs.length };
  },
};
