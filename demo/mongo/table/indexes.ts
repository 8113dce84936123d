import type { Document } from "mongodb";
import { codeOf, plain, type Row } from "./row.js";

const SETTINGS = ["name", "key", "unique", "sparse", "partialFilterExpression", "expireAfterSeconds"];
/** An index without what differs between versions. */
const settings = (index: Document): Document =>
  Object.fromEntries(Object.entries(index).filter(([name]) => SETTINGS.includes(name)));

export const indexes: readonly Row[] = [
  {
    what: "sparse unique passes over what is missing, and not over null",
    answer: [11000, 3],
    async run(people) {
      await people.createIndex({ mail: 1 }, { unique: true, sparse: true });
      await people.insertMany([{}, {}, { mail: null }]);
      return [await codeOf(people.insertOne({ mail: null })), await people.countDocuments()];
    },
  },
  {
    what: "sparse unique of two fields takes those that have one of them",
    answer: [11000, 2],
    async run(people) {
      await people.createIndex({ a: 1, b: 1 }, { unique: true, sparse: true });
      await people.insertMany([{}, { a: 1 }]);
      return [await codeOf(people.insertOne({ a: 1 })), await people.countDocuments()];
    },
  },
  {
    what: "partial unique covers what its filter finds, before and after an update",
    answer: [11000, 1, 3],
    async run(people) {
      const partialFilterExpression = { id: { $type: "string" } };
      await people.createIndex({ id: 1 }, { unique: true, partialFilterExpression });
      await people.insertMany([{ id: null }, { id: null }, { id: "d1" }]);
      const code = await codeOf(people.insertOne({ id: "d1" }));
      await people.updateOne({ id: "d1" }, { $set: { id: null } });
      await people.insertOne({ id: "d1" });
      return [code, await people.countDocuments({ id: "d1" }), await people.countDocuments({ id: null })];
    },
  },
  {
    what: "partial unique is won by an update into it",
    given: [
      { _id: 1, account: 1, open: true },
      { _id: 2, account: 1, open: false },
    ],
    answer: [
      11000,
      [
        { account: 1, open: true },
        { account: 1, open: false },
      ],
    ],
    async run(people) {
      await people.createIndex({ account: 1 }, { unique: true, partialFilterExpression: { open: { $eq: true } } });
      return [await codeOf(people.updateOne({ _id: 2 as never }, { $set: { open: true } })), await plain(people)];
    },
  },
  {
    what: "an array stands in an index by each element",
    answer: [11000, 1, 11000],
    async run(people) {
      await people.createIndex({ mails: 1 }, { unique: true });
      await people.insertOne({ mails: ["a", "b", "b"] });
      return [
        await codeOf(people.insertOne({ mails: ["c", "b"] })),
        await people.countDocuments({ mails: "a" }),
        await codeOf(people.insertOne({ mails: "a" })),
      ];
    },
  },
  {
    what: "two arrays do not stand in one index",
    answer: 171,
    async run(people) {
      await people.createIndex({ a: 1, b: 1 });
      return codeOf(people.insertOne({ a: [1, 2], b: [1, 2] }));
    },
  },
  {
    what: "a unique index over duplicates is refused, and not made",
    given: [{ n: 1 }, { n: 1 }],
    answer: [11000, ["_id_"]],
    run: async (people) => [
      await codeOf(people.createIndex({ n: 1 }, { unique: true })),
      (await people.indexes()).map(({ name }) => name),
    ],
  },
  {
    what: "the same index twice is one, and conflicts are refused",
    answer: ["n_1", "n_1", 85, 86, 86, ["_id_", "n_1"]],
    run: async (people) => [
      await people.createIndex({ n: 1 }),
      await people.createIndex({ n: 1 }),
      await codeOf(people.createIndex({ n: 1 }, { name: "other" })),
      await codeOf(people.createIndex({ n: 1 }, { unique: true })),
      await codeOf(people.createIndex({ m: 1 }, { name: "n_1" })),
      (await people.indexes()).map(({ name }) => name),
    ],
  },
  {
    what: "listIndexes gives each as it was made",
    answer: [
      { name: "_id_", key: { _id: 1 } },
      { name: "a_1_b_-1", key: { a: 1, b: -1 }, unique: true },
      { name: "c_1", key: { c: 1 }, expireAfterSeconds: 60 },
      { name: "d_1", key: { d: 1 }, partialFilterExpression: { d: { $gt: 5 } } },
      { name: "e_1", key: { e: 1 }, sparse: true },
    ],
    async run(people) {
      await people.createIndexes([
        { key: { a: 1, b: -1 }, unique: true },
        { key: { c: 1 }, expireAfterSeconds: 60 },
        { key: { d: 1 }, partialFilterExpression: { d: { $gt: 5 } } },
        { key: { e: 1 }, sparse: true },
      ]);
      return (await people.indexes()).map(settings);
    },
  },
  {
    what: "dropIndex by name, all at once, and of none",
    answer: [["_id_", "b_1"], 27, ["_id_"]],
    async run(people) {
      await people.createIndexes([{ key: { a: 1 } }, { key: { b: 1 } }]);
      await people.dropIndex("a_1");
      const left = (await people.indexes()).map(({ name }) => name);
      const code = await codeOf(people.dropIndex("nope"));
      await people.dropIndexes();
      return [left, code, (await people.indexes()).map(({ name }) => name)];
    },
  },
  {
    what: "a dropped unique index is not held any more",
    answer: 2,
    async run(people) {
      await people.createIndex({ n: 1 }, { unique: true });
      await people.insertOne({ n: 1 });
      await people.dropIndex("n_1");
      await people.insertOne({ n: 1 });
      return people.countDocuments();
    },
  },
  {
    what: "listCollections, create, drop",
    answer: [true, true, 48, false],
    async run(people, db) {
      const names = async (): Promise<string[]> =>
        (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
      await db.createCollection("made");
      await people.insertOne({});
      const before = await names();
      const code = await codeOf(db.command({ create: people.collectionName, capped: false, validator: {} }));
      await db.collection("made").drop();
      const after = await names();
      return [before.includes("made"), before.includes(people.collectionName), code, after.includes("made")];
    },
  },
  {
    what: "listDatabases knows a database that holds something, until dropDatabase",
    answer: [true, false],
    async run(_people, { client, databaseName }) {
      const db = client.db(`${databaseName}_gone`);
      await db.collection("people").insertOne({});
      const known = async () => {
        const { databases } = await db.admin().listDatabases({ nameOnly: true });
        return databases.some(({ name }) => name === db.databaseName);
      };
      const before = await known();
      await db.dropDatabase();
      return [before, await known()];
    },
  },
];
