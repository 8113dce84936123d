import { Decimal128, Long, type Collection, type Document } from "mongodb";
import { codeOf, plain, type Row } from "./row.js";

const DOCS: readonly Document[] = [
  { _id: 1, a: 1, b: 2, list: [1, 2, 3], s: "x" },
  { _id: 2, a: 5, b: 2, list: [4], s: "X" },
];

const ids = async (people: Collection<Document>, filter: Document): Promise<number[]> =>
  (await people.find(filter).sort({ _id: 1 }).toArray()).map((doc) => Number(doc._id));

const filter = (notHere: string, query: Document, answer: number[]): Row => ({
  what: `a filter with ${notHere}`,
  given: DOCS,
  answer,
  notHere,
  run: (people) => ids(people, query),
});

const update = (notHere: string, change: Document | Document[], answer: Document): Row => ({
  what: `an update with ${notHere}`,
  given: [{ _id: 1, a: 4, list: [1, 2] }],
  answer: [answer],
  notHere,
  async run(people) {
    await people.updateOne({}, change);
    return plain(people);
  },
});

const stage = (notHere: string, stages: Document[], answer: unknown): Row => ({
  what: `a pipeline with ${notHere}`,
  given: DOCS,
  answer,
  notHere,
  run: (people) => people.aggregate(stages).toArray(),
});

const projection = (notHere: string, shape: Document, answer: Document): Row => ({
  what: `a projection with ${notHere}`,
  given: DOCS,
  answer,
  notHere,
  run: (people) => people.findOne({ list: { $gt: 1 } }, { projection: { _id: 0, ...shape } }),
});

const index = (notHere: string, key: Document, options: Document = {}): Row => ({
  what: `an index of kind ${notHere}`,
  answer: 2,
  notHere,
  async run(people) {
    await people.createIndex(key, options);
    return (await people.indexes()).length;
  },
});

/** What MongoDB can do and nobody here asks for: answered as MongoDB does, or refused by its name. Never passed over. */
export const refusals: readonly Row[] = [
  filter("$expr", { $expr: { $lt: ["$a", "$b"] } }, [1]),
  filter("$where", { $where: "this.a === 5" }, [2]),
  filter("$jsonSchema", { $jsonSchema: { properties: { s: { enum: ["x"] } } } }, [1]),
  filter("$size", { list: { $size: 3 } }, [1]),
  filter("$all", { list: { $all: [1, 2] } }, [1]),
  filter("$mod", { a: { $mod: [2, 1] } }, [1, 2]),
  filter("$bitsAllSet", { a: { $bitsAllSet: 4 } }, [2]),
  filter("$geoWithin", { a: { $geoWithin: { $center: [[0, 0], 1] } } }, []),
  filter("$comment", { a: 1, $comment: "why" }, [1]),
  filter("$type 2", { s: { $type: 2 } }, [1, 2]),
  filter("int", { a: { $type: "int" } }, [1, 2]),
  filter('option "x"', { s: { $regex: "x # it", $options: "x" } }, [1]),
  update("$mul", { $mul: { a: 2 } }, { a: 8, list: [1, 2] }),
  update("$rename", { $rename: { a: "b" } }, { b: 4, list: [1, 2] }),
  update("$pop", { $pop: { list: 1 } }, { a: 4, list: [1] }),
  update("$bit", { $bit: { a: { or: 1 } } }, { a: 5, list: [1, 2] }),
  update("pipeline", [{ $set: { b: "$a" } }], { a: 4, b: 4, list: [1, 2] }),
  stage("$count", [{ $count: "n" }], [{ n: 2 }]),
  stage("$project", [{ $match: { a: 1 } }, { $project: { s: 1 } }], [{ _id: 1, s: "x" }]),
  stage("$max", [{ $group: { _id: null, max: { $max: "$a" } } }], [{ _id: null, max: 5 }]),
  stage(
    "$lookup",
    [{ $match: { a: 1 } }, { $lookup: { from: "people", localField: "a", foreignField: "list", as: "all" } }],
    [{ ...DOCS[0], all: [DOCS[0]] }],
  ),
  stage("$facet", [{ $facet: { n: [{ $count: "n" }] } }], [{ n: [{ n: 2 }] }]),
  stage(
    "$addFields",
    [{ $addFields: { c: 1 } }],
    DOCS.map((doc) => ({ ...doc, c: 1 })),
  ),
  stage("$unionWith", [{ $unionWith: "nothing" }], DOCS),
  stage("$out", [{ $match: { a: 99 } }, { $out: "elsewhere" }], []),
  stage("$unwind", [{ $match: { a: 5 } }, { $unwind: "$list" }], [{ ...DOCS[1], list: 4 }]),
  stage("$add", [{ $group: { _id: { $add: ["$b", 1] } } }], [{ _id: 3 }]),
  stage("$push", [{ $group: { _id: null, all: { $push: "$a" } } }], [{ _id: null, all: [1, 5] }]),
  projection("$slice", { list: { $slice: 1 }, a: 1 }, { list: [1], a: 1 }),
  projection("$elemMatch", { list: { $elemMatch: { $gt: 1 } } }, { list: [2] }),
  projection("list.$", { "list.$": 1 }, { list: [2] }),
  projection('"$a"', { c: "$a" }, { c: 1 }),
  index("text", { a: "text" }),
  index("2dsphere", { a: "2dsphere" }),
  index("hashed", { a: "hashed" }),
  index("$**", { "$**": 1 }),
  index("collation", { a: 1 }, { collation: { locale: "en", strength: 2 } }),
  index("hidden", { a: 1 }, { hidden: true }),
  {
    what: "int64 beyond 2^53",
    answer: 1,
    notHere: "int64",
    async run(people) {
      await people.insertOne({ a: Long.fromString("9007199254740993") });
      return people.countDocuments({ a: Long.fromString("9007199254740993") });
    },
  },
  {
    what: "Decimal128",
    answer: 1,
    notHere: "Decimal128",
    async run(people) {
      await people.insertOne({ a: Decimal128.fromString("0.1") });
      return people.countDocuments({ a: { $lt: Decimal128.fromString("0.2") } });
    },
  },
  {
    what: "Decimal128 in a filter",
    given: DOCS,
    answer: [1],
    notHere: "Decimal128",
    run: (people) => ids(people, { a: Decimal128.fromString("1") }),
  },
  {
    what: "$inc beyond 2^53",
    given: [{ a: Number.MAX_SAFE_INTEGER }],
    answer: 1,
    notHere: "$inc",
    async run(people) {
      await people.updateOne({}, { $inc: { a: 10 } });
      return people.countDocuments({ a: { $gt: Number.MAX_SAFE_INTEGER } });
    },
  },
  {
    what: "a collation",
    given: DOCS,
    answer: 2,
    notHere: "collation",
    run: async (people) =>
      (await people.find({ s: "x" }, { collation: { locale: "en", strength: 2 } }).toArray()).length,
  },
  {
    what: "a collation of one write of a bulk",
    given: DOCS,
    answer: 2,
    notHere: "collation",
    run: async (people) =>
      (await people.updateMany({ s: "x" }, { $set: { z: 1 } }, { collation: { locale: "en", strength: 2 } }))
        .matchedCount,
  },
  {
    what: "min of an index",
    given: DOCS,
    answer: [2],
    notHere: '"min"',
    run: async (people) =>
      (await people.find().min({ _id: 2 }).hint({ _id: 1 }).toArray()).map((doc) => Number(doc._id)),
  },
  {
    what: "a capped collection",
    answer: true,
    notHere: "capped",
    async run(_people, db) {
      const made = await db.createCollection("capped", { capped: true, size: 4096 });
      const { capped } = await made.options();
      await made.drop();
      return capped as unknown;
    },
  },
  {
    what: "a view",
    answer: "v",
    notHere: "viewOn",
    async run(people, db) {
      const made = await db.createCollection("v", { viewOn: people.collectionName });
      await made.drop();
      return made.collectionName;
    },
  },
  {
    what: "a validator",
    answer: 121,
    notHere: "validator",
    async run(_people, db) {
      const made = await db.createCollection("strict", { validator: { a: { $type: "string" } } });
      const code = await codeOf(made.insertOne({ a: 1 }));
      await made.drop();
      return code;
    },
  },
  {
    what: "a transaction",
    given: DOCS,
    answer: 2,
    notHere: "Transaction",
    async run(people, db) {
      const session = db.client.startSession();
      session.startTransaction();
      try {
        return (await people.find({}, { session }).toArray()).length;
      } finally {
        await session.abortTransaction().catch(() => undefined);
        await session.endSession();
      }
    },
  },
  {
    what: "a change stream",
    answer: true,
    notHere: "$changeStream",
    run: async (people, db) =>
      "cursor" in
      (await db.command({ aggregate: people.collectionName, pipeline: [{ $changeStream: {} }], cursor: {} })),
  },
  {
    what: "what no MongoDB knows: operators, commands, options of a command",
    answer: [2, 2, 2, 59, 27, 15958],
    run: async (people, db) => [
      await codeOf(people.find({ a: { $foo: 1 } }).toArray()),
      await codeOf(people.find({ $foo: 1 }).toArray()),
      await codeOf(people.find({ $or: [] }).toArray()),
      await codeOf(db.command({ foo: 1 })),
      await codeOf(people.find({ $text: { $search: "x" } }).toArray()),
      await codeOf(people.aggregate([{ $limit: 0 }]).toArray()),
    ],
  },
];
