import { MongoBulkWriteError, type Collection, type Document } from "mongodb";
import { codeOf, oid, plain, refusal, type Row } from "./row.js";

/** The part of a duplicate key error that drivers, mongoose and the product read. */
async function duplicate(work: Promise<unknown>, people: Collection<Document>): Promise<Document> {
  const { code, keyPattern, keyValue, message } = (await refusal(work)) as Record<string, unknown>;
  return { code, keyPattern, keyValue, message: String(message).replace(people.namespace, "db.people") };
}

async function bulk(work: Promise<unknown>): Promise<Document> {
  const error = await refusal(work);
  if (!(error instanceof MongoBulkWriteError)) throw new Error("it was refused, but not as a bulk");
  const errors = [error.writeErrors].flat().map(({ index, code }) => ({ index, code }));
  return { inserted: error.insertedCount, modified: error.modifiedCount, errors };
}

const message = (index: string, key: string): string =>
  `E11000 duplicate key error collection: db.people index: ${index} dup key: ${key}`;

export const writing: readonly Row[] = [
  {
    what: "insert gives documents an _id, as their first field",
    answer: ["_id,a"],
    async run(people) {
      await people.insertOne({ a: 1 });
      return (await people.find().toArray()).map((doc) => Object.keys(doc).join());
    },
  },
  {
    what: "insert keeps the order of fields and every kind of value",
    answer: '[{"_id":1,"z":null,"a":[[],{}],"b":true,"c":1.5,"d":"1970-01-01T00:00:00.000Z"}]',
    async run(people) {
      await people.insertOne({ _id: 1 as never, z: null, a: [[], {}], b: true, c: 1.5, d: new Date(0) });
      return JSON.stringify(await people.find().toArray());
    },
  },
  {
    what: "an _id that is an array is refused",
    answer: 53,
    run: (people) => codeOf(people.insertOne({ _id: [1] as never })),
  },
  {
    what: "a document above 16 MB is refused",
    answer: [10334, 0],
    run: async (people, db) => {
      const half = "x".repeat(8_500_000);
      await people.insertOne({ a: half });
      const code = await codeOf(people.updateOne({}, { $set: { b: half } }));
      await people.deleteMany({});
      return [code === 17419 ? 10334 : code, (await db.collection(people.collectionName).find().toArray()).length];
    },
  },
  {
    what: "deleteOne and deleteMany",
    given: [
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
      { _id: 3, a: 1 },
      { _id: 4, a: 2 },
    ],
    answer: [1, 2, [{ a: 2 }]],
    run: async (people) => [
      (await people.deleteOne({ a: 1 })).deletedCount,
      (await people.deleteMany({ a: 1 })).deletedCount,
      await plain(people),
    ],
  },
  {
    what: "E11000 of an _id",
    given: [{ _id: oid(1) }],
    answer: {
      code: 11000,
      keyPattern: { _id: 1 },
      keyValue: { _id: oid(1) },
      message: message("_id_", `{ _id: ObjectId('${oid(1).toHexString()}') }`),
    },
    run: (people) => duplicate(people.insertOne({ _id: oid(1) }), people),
  },
  {
    what: "E11000 of several fields, one of them an inner one",
    answer: {
      code: 11000,
      keyPattern: { account: 1, "o.mail": 1 },
      keyValue: { account: 1, "o.mail": "a@b.c" },
      message: message("account_1_o.mail_1", '{ account: 1, o.mail: "a@b.c" }'),
    },
    async run(people) {
      await people.createIndex({ account: 1, "o.mail": 1 }, { unique: true });
      await people.insertOne({ account: 1, o: { mail: "a@b.c" } });
      return duplicate(people.insertOne({ account: 1, o: { mail: "a@b.c" } }), people);
    },
  },
  {
    what: "E11000 of what is missing shows null",
    answer: { code: 11000, keyPattern: { a: 1 }, keyValue: { a: null }, message: message("a_1", "{ a: null }") },
    async run(people) {
      await people.createIndex({ a: 1 }, { unique: true });
      await people.insertOne({});
      return duplicate(people.insertOne({ a: null }), people);
    },
  },
  {
    what: "E11000 of an update, an upsert and a findOneAndUpdate, which change nothing",
    answer: [11000, 11000, 11000, [{ n: 1 }, { n: 2 }]],
    async run(people) {
      await people.createIndex({ n: 1 }, { unique: true });
      await people.insertMany([
        { _id: 1 as never, n: 1 },
        { _id: 2 as never, n: 2 },
      ]);
      return [
        await codeOf(people.updateOne({ n: 1 }, { $set: { n: 2 } })),
        await codeOf(people.updateOne({ k: 1 }, { $set: { n: 2 } }, { upsert: true })),
        await codeOf(people.findOneAndUpdate({ n: 1 }, { $inc: { n: 1 } })),
        await plain(people),
      ];
    },
  },
  {
    what: "a value may be written again over itself, and by another when it is free",
    answer: [{ n: 1 }, { n: 3 }, { n: 2 }],
    async run(people) {
      await people.createIndex({ n: 1 }, { unique: true });
      await people.insertMany([
        { _id: 1 as never, n: 1 },
        { _id: 2 as never, n: 2 },
      ]);
      await people.updateOne({ n: 1 }, { $set: { n: 1 } });
      await people.updateOne({ n: 2 }, { $set: { n: 3 } });
      await people.insertOne({ _id: 3 as never, n: 2 });
      return plain(people);
    },
  },
  {
    what: "an ordered bulk stops at E11000",
    answer: { inserted: 1, modified: 0, errors: [{ index: 1, code: 11000 }], left: 1 },
    async run(people) {
      await people.createIndex({ n: 1 }, { unique: true });
      return {
        ...(await bulk(people.insertMany([{ n: 1 }, { n: 1 }, { n: 2 }]))),
        left: await people.countDocuments(),
      };
    },
  },
  {
    what: "an unordered bulk notes E11000 and goes on",
    answer: {
      inserted: 2,
      modified: 0,
      errors: [
        { index: 1, code: 11000 },
        { index: 3, code: 11000 },
      ],
      left: 2,
    },
    async run(people) {
      await people.createIndex({ n: 1 }, { unique: true });
      return {
        ...(await bulk(people.insertMany([{ n: 1 }, { n: 1 }, { n: 2 }, { n: 2 }], { ordered: false }))),
        left: await people.countDocuments(),
      };
    },
  },
  {
    what: "a bulk of all kinds of writes, in their order",
    given: [
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ],
    answer: { inserted: 1, matched: 3, modified: 3, upserted: 1, deleted: 1, left: [{ n: 6 }, { n: 3 }, { z: 1 }] },
    async run(people) {
      const result = await people.bulkWrite([
        { insertOne: { document: { _id: 3 as never, n: 2 } } },
        { updateMany: { filter: { n: 2 }, update: { $inc: { n: 1 } } } },
        { deleteOne: { filter: { _id: 2 as never } } },
        { updateOne: { filter: { _id: 1 as never }, update: { $inc: { n: 5 } } } },
        { replaceOne: { filter: { _id: 4 as never }, replacement: { z: 1 }, upsert: true } },
      ]);
      const { insertedCount, matchedCount, modifiedCount, upsertedCount, deletedCount } = result;
      return {
        inserted: insertedCount,
        matched: matchedCount,
        modified: modifiedCount,
        upserted: upsertedCount,
        deleted: deletedCount,
        left: await plain(people),
      };
    },
  },
  {
    what: "a bulk of updates notes E11000 by its place",
    given: [
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
      { _id: 3, n: 3 },
    ],
    answer: { inserted: 0, modified: 1, errors: [{ index: 0, code: 11000 }], left: [{ n: 1 }, { n: 2 }, { n: 9 }] },
    async run(people) {
      await people.createIndex({ n: 1 }, { unique: true });
      const set = (_id: number, n: number) => ({
        updateOne: { filter: { _id: _id as never }, update: { $set: { n } } },
      });
      return {
        ...(await bulk(people.bulkWrite([set(1, 2), set(3, 9)], { ordered: false }))),
        left: await plain(people),
      };
    },
  },
  {
    what: "a write without acknowledgement is done all the same",
    answer: 1,
    async run(people) {
      await people.insertOne({ a: 1 }, { writeConcern: { w: 0 } });
      for (let tries = 0; tries < 100 && (await people.countDocuments()) === 0; tries++)
        await new Promise((resolve) => setTimeout(resolve, 20));
      return people.countDocuments();
    },
  },
];
