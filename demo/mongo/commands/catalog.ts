import { UUID } from "bson";
import { createHash } from "node:crypto";
import { addIndex, indexSpecs, isNewIndex, makeCollection } from "../collection.js";
import { readCount } from "../cursors.js";
import { failure, unsupported } from "../errors.js";
import { readIndexSpec } from "../indexes.js";
import { compileFilter } from "../match.js";
import { same } from "../plan.js";
import { calculateObjectSize } from "bson";
import { isDoc, type Doc } from "../values.js";
import { databaseName, docsOf, namespace, readDoc, readDocs, type Command, type Context } from "./command.js";

export const create: Command = {
  fields: ["autoIndexId"],
  writes: true,
  run(command, { database }) {
    const ns = namespace(command, "create");
    if (database.collections.has(ns)) throw failure("NamespaceExists", `Collection ${ns} already exists.`);
    database.ensure(ns);
    return {};
  },
};

export const drop: Command = {
  fields: [],
  writes: true,
  run(command, { database }) {
    const ns = namespace(command, "drop");
    const collection = database.collections.get(ns);
    if (!collection) throw failure("NamespaceNotFound", "ns not found");
    database.drop(ns);
    return { nIndexesWas: indexSpecs(collection).length, ns };
  },
};

function collectionsOf({ database }: Context, name: string): string[] {
  return [...database.collections.keys()].filter((ns) => ns.startsWith(`${name}.`));
}

export const dropDatabase: Command = {
  fields: [],
  writes: true,
  run(command, context) {
    const name = databaseName(command);
    for (const ns of collectionsOf(context, name)) context.database.drop(ns);
    return { dropped: name };
  },
};

export const listCollections: Command = {
  fields: ["filter", "nameOnly", "authorizedCollections", "cursor"],
  run(command, context) {
    const name = databaseName(command);
    const matches = compileFilter(readDoc("filter", command.filter));
    const all = collectionsOf(context, name).map((ns) => describe(ns, ns.slice(name.length + 1)));
    const found = all
      .filter((entry) => matches(entry))
      .map((entry) => (command.nameOnly === true ? { name: entry.name, type: "collection" } : entry));
    const batchSize = readCount("batchSize", readDoc("cursor", command.cursor).batchSize);
    return { cursor: context.cursors.open(`${name}.$cmd.listCollections`, found, batchSize) };
  },
};

/** MongoDB gives each collection a UUID; here it follows from the name, since nothing needs it to change. */
function describe(ns: string, name: string): Doc {
  const uuid = new UUID(createHash("sha256").update(ns).digest().subarray(0, 16));
  const idIndex = { v: 2, key: { _id: 1 }, name: "_id_" };
  return { name, type: "collection", options: {}, info: { readOnly: false, uuid }, idIndex };
}

export const listDatabases: Command = {
  fields: ["filter", "nameOnly", "authorizedDatabases"],
  run(command, { database }) {
    const matches = compileFilter(readDoc("filter", command.filter));
    const sizes = new Map<string, number>();
    for (const [ns, collection] of database.collections) {
      const name = ns.slice(0, ns.indexOf("."));
      const size =
        command.nameOnly === true ? 0 : docsOf(collection).reduce((sum, doc) => sum + calculateObjectSize(doc), 0);
      sizes.set(name, (sizes.get(name) ?? 0) + size);
    }
    const databases = Array.from(sizes, ([name, sizeOnDisk]) => ({ name, sizeOnDisk, empty: false })).filter((entry) =>
      matches(entry),
    );
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
    const known = database.collections.get(ns);
    // Tried on a copy first: when one of several indexes cannot be made, none is, as in MongoDB.
    const trial = { ...(known ?? makeCollection(ns)) };
    trial.indexes = [...trial.indexes];
    const fresh = wanted.filter((spec) => {
      const isNew = isNewIndex(trial, spec);
      if (isNew) addIndex(trial, spec);
      return isNew;
    });
    const numIndexesBefore = indexSpecs(known ?? makeCollection(ns)).length;
    database.ensure(ns);
    for (const spec of fresh) database.createIndex(ns, spec);
    return {
      numIndexesBefore,
      numIndexesAfter: numIndexesBefore + fresh.length,
      createdCollectionAutomatically: !known,
      ...(fresh.length === 0 ? { note: "all indexes already exist" } : {}),
    };
  },
};

export const listIndexes: Command = {
  fields: ["cursor"],
  run(command, { database, cursors }) {
    const ns = namespace(command, "listIndexes");
    const collection = database.collections.get(ns);
    if (!collection) throw failure("NamespaceNotFound", `ns does not exist: ${ns}`);
    const batchSize = readCount("batchSize", readDoc("cursor", command.cursor).batchSize);
    return {
      cursor: cursors.open(
        ns,
        indexSpecs(collection).map((spec) => ({ v: 2, ...spec })),
        batchSize,
      ),
    };
  },
};

export const dropIndexes: Command = {
  fields: ["index"],
  writes: true,
  run(command, { database }) {
    const ns = namespace(command, "dropIndexes");
    const collection = database.collections.get(ns);
    if (!collection) throw failure("NamespaceNotFound", `ns not found ${ns}`);
    const nIndexesWas = indexSpecs(collection).length;
    for (const name of namesToDrop(
      command.index,
      collection.indexes.map(({ spec }) => spec),
    ))
      database.dropIndex(ns, name);
    return { nIndexesWas };
  },
};

function namesToDrop(wanted: unknown, specs: { name: string; key: Doc }[]): string[] {
  if (wanted === "*") return specs.map(({ name }) => name);
  if (Array.isArray(wanted)) return wanted.flatMap((one) => namesToDrop(one, specs));
  if (wanted === "_id_") throw failure("InvalidOptions", "cannot drop _id index");
  if (typeof wanted !== "string" && !isDoc(wanted)) throw unsupported("this way to name an index");
  const spec = specs.find(({ name, key }) => (typeof wanted === "string" ? name === wanted : same(key, wanted)));
  if (!spec)
    throw failure(
      "IndexNotFound",
      `index not found with name [${typeof wanted === "string" ? wanted : JSON.stringify(wanted)}]`,
    );
  return [spec.name];
}
