import { Long, type Collection, type Document } from "mongodb";
import { codeOf, day, oid, type Row } from "./row.js";

const values = async (found: { toArray(): Promise<Document[]> }): Promise<unknown[]> =>
  (await found.toArray()).map((doc): unknown => doc.a);

const numbered = (count: number): Document[] => Array.from({ length: count }, (_, n) => ({ _id: n, n }));

/** Every kind of value, in MongoDB's order; an array sorts by its smallest value upwards, by its largest downwards. */
const ORDERED = [[], null, 1, [3, 9], 5, "B", "a", { x: 1 }, { x: 2 }, oid(1), oid(2), false, true, day(1), day(2)];

const LIST = [
  { n: 1, m: 1 },
  { n: 2, m: 2 },
];

/** What a projection leaves of one document. */
const PROJECTIONS: readonly [string, Document, Document][] = [
  ["fields, and the _id with them", { z: 1 }, { _id: 1, z: 1 }],
  ["fields without the _id", { z: 1, _id: 0 }, { z: 1 }],
  ["the _id alone", { _id: 1 }, { _id: 1 }],
  ["all but the _id", { _id: 0 }, { a: { b: 1, c: 2 }, list: LIST, z: 1 }],
  ["all but some", { a: 0, z: 0 }, { _id: 1, list: LIST }],
  ["inner fields, also in arrays", { "a.b": 1, "list.n": 1 }, { _id: 1, a: { b: 1 }, list: [{ n: 1 }, { n: 2 }] }],
  ["all but inner fields", { "a.b": 0, "list.m": 0 }, { _id: 1, a: { c: 2 }, list: [{ n: 1 }, { n: 2 }], z: 1 }],
  ["what is missing", { nothing: 1 }, { _id: 1 }],
  ["true and false", { z: true, _id: false }, { z: 1 }],
];

async function inBatches(people: Collection<Document>, batchSize: number): Promise<number[]> {
  const seen: number[] = [];
  for await (const doc of people.find().batchSize(batchSize)) seen.push(Number(doc.n));
  return seen;
}

export const reading: readonly Row[] = [
  ...PROJECTIONS.map(([what, projection, answer]): Row => ({
    what: `projection: ${what}`,
    given: [{ _id: 1, a: { b: 1, c: 2 }, list: LIST, z: 1 }],
    answer,
    run: (people) => people.findOne({}, { projection }),
  })),
  {
    what: "projection: fields keep the order of the document",
    given: [{ _id: 1, a: 1, b: 2, c: 3 }],
    answer: '{"_id":1,"a":1,"c":3}',
    run: async (people) => JSON.stringify(await people.findOne({}, { projection: { c: 1, a: 1 } })),
  },
  {
    what: "projection: one that keeps and drops is refused",
    answer: [31254, 31253],
    run: async (people) => [
      await codeOf(people.findOne({}, { projection: { a: 1, b: 0 } })),
      await codeOf(people.findOne({}, { projection: { a: 0, b: 1 } })),
    ],
  },
  {
    what: "projection: two paths of which one holds the other are refused",
    answer: 31249,
    run: (people) => codeOf(people.findOne({}, { projection: { a: 1, "a.b": 1 } })),
  },
  {
    what: "sort: all kinds of values, upwards",
    given: ORDERED.map((a, _id) => ({ _id, a })).toReversed(),
    answer: ORDERED,
    run: (people) => values(people.find().sort({ a: 1 })),
  },
  {
    what: "sort: all kinds of values, downwards",
    given: ORDERED.map((a, _id) => ({ _id, a })),
    answer: [day(2), day(1), true, false, oid(2), oid(1), { x: 2 }, { x: 1 }, "a", "B", [3, 9], 5, 1, null, []],
    run: (people) => values(people.find().sort({ a: -1 })),
  },
  {
    what: "sort: missing is as null, and comes first",
    given: [{ _id: 1, a: 1 }, { _id: 2 }, { _id: 3, a: null }],
    answer: [
      [2, 3, 1],
      [1, 2, 3],
    ],
    run: async (people) => [
      (await people.find().sort({ a: 1, _id: 1 }).toArray()).map((doc) => Number(doc._id)),
      (await people.find().sort({ a: -1, _id: 1 }).toArray()).map((doc) => Number(doc._id)),
    ],
  },
  {
    what: "sort: texts by bytes, emoji last",
    given: ["😀", "\uffee", "z", "Z", "é"].map((a) => ({ a })),
    answer: ["Z", "z", "é", "\uffee", "😀"],
    run: (people) => values(people.find().sort({ a: 1 })),
  },
  {
    what: "sort: by an inner field and by two fields",
    given: [
      { a: 1, o: { n: 2 } },
      { a: 2, o: { n: 1 } },
      { a: 3, o: { n: 2 } },
    ],
    answer: [3, 1, 2],
    run: (people) => values(people.find().sort({ "o.n": -1, a: -1 })),
  },
  {
    what: "sort: by a field of elements, of which there may be none",
    given: [
      { a: 1, o: [{ n: 2 }] },
      { a: 2, o: [] },
    ],
    answer: [2, 1],
    run: (people) => values(people.find().sort({ "o.n": 1 })),
  },
  {
    what: "sort: another direction than 1 and -1 is refused",
    answer: 2,
    run: (people, db) => codeOf(db.command({ find: people.collectionName, sort: { a: 5 } })),
  },
  {
    what: "skip and limit cut a sorted result",
    given: numbered(30).map((doc) => ({ ...doc, a: 29 - Number(doc.n), group: Number(doc.n) % 2 })),
    answer: [11, 13, 15, 17, 19],
    run: (people) => values(people.find({ group: 0 }).sort({ group: 1, a: 1 }).skip(5).limit(5)),
  },
  {
    what: "a limit cuts what comes in order",
    given: numbered(10),
    answer: 3,
    run: async (people) => (await people.find().limit(3).toArray()).length,
  },
  {
    what: "a cursor gives a long result in batches",
    given: numbered(1000),
    answer: numbered(1000).map((doc) => Number(doc.n)),
    run: (people) => inBatches(people, 7),
  },
  {
    what: "a first batch is 101, and a getMore the rest",
    given: numbered(300),
    answer: [101, 199, true],
    async run(people, db) {
      const { cursor } = await db.command({ find: people.collectionName });
      const { firstBatch, id } = cursor as { firstBatch: unknown[]; id: Long };
      const more = await db.command({ getMore: Long.fromValue(id), collection: people.collectionName });
      const rest = more.cursor as { nextBatch: unknown[]; id: Long };
      return [firstBatch.length, rest.nextBatch.length, Long.fromValue(rest.id).isZero()];
    },
  },
  {
    what: "a closed cursor is forgotten",
    given: numbered(10),
    answer: [1, 43],
    async run(people, db) {
      const { cursor } = await db.command({ find: people.collectionName, batchSize: 2 });
      const id = Long.fromValue((cursor as { id: Long }).id);
      const killed = await db.command({ killCursors: people.collectionName, cursors: [id] });
      return [
        (killed.cursorsKilled as unknown[]).length,
        await codeOf(db.command({ getMore: id, collection: people.collectionName })),
      ];
    },
  },
  {
    what: "singleBatch leaves no cursor open",
    given: numbered(10),
    answer: [2, true],
    async run(people, db) {
      const { cursor } = await db.command({ find: people.collectionName, batchSize: 2, singleBatch: true });
      const { firstBatch, id } = cursor as { firstBatch: unknown[]; id: Long };
      return [firstBatch.length, Long.fromValue(id).isZero()];
    },
  },
  {
    what: "batches of large documents stay below 16 MB",
    answer: [0, 1, 2, 3, 4, 5],
    async run(people) {
      const text = "x".repeat(5_000_000);
      for (let n = 0; n < 6; n++) await people.insertOne({ n, text });
      return inBatches(people, 1000);
    },
  },
  {
    what: "countDocuments with and without filter, skip and limit",
    given: numbered(10),
    answer: [10, 7, 2, 0, 10],
    run: async (people) => [
      await people.countDocuments(),
      await people.countDocuments({ n: { $gt: 2 } }),
      await people.countDocuments({ n: { $gt: 2 } }, { skip: 1, limit: 2 }),
      await people.countDocuments({ n: 99 }),
      await people.estimatedDocumentCount(),
    ],
  },
  {
    what: "count with a filter, skip and limit",
    given: numbered(10),
    answer: [7, 2],
    run: async (people, db) => [
      (await db.command({ count: people.collectionName, query: { n: { $gt: 2 } } })).n as number,
      (await db.command({ count: people.collectionName, query: { n: { $gt: 2 } }, skip: 1, limit: 2 })).n as number,
    ],
  },
  {
    what: "distinct gives each value once, those of arrays too, and of inner fields",
    given: [{ _id: 1, a: "x", o: { n: 1 } }, { a: ["x", "y"], o: { n: 1 } }, { a: null }, { b: 1 }],
    answer: [[null, "x", "y"], [1], ["x"]],
    run: async (people) => [
      (await people.distinct("a")).toSorted((a, b) => String(a ?? "").localeCompare(String(b ?? ""))),
      await people.distinct("o.n"),
      await people.distinct("a", { _id: 1 as never }),
    ],
  },
  {
    what: "a collection that is not there is empty",
    answer: [[], 0, [], []],
    run: async (people) => [
      await people.find().toArray(),
      await people.countDocuments(),
      await people.distinct("a"),
      await people.aggregate([{ $group: { _id: "$a" } }]).toArray(),
    ],
  },
];
