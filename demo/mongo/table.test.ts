import { Decimal128, Double, Long, MongoClient, ObjectId, type Collection, type Document } from "mongodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startMongo, type RunningMongo } from "./server.js";

let mongo: RunningMongo;
let client: MongoClient;
let people: Collection<Document>;

beforeAll(async () => {
  mongo = await startMongo({});
  client = await MongoClient.connect(mongo.uri);
  people = client.db("table").collection<Document>("people");
});
afterAll(async () => {
  await client.close();
  await mongo.close();
});
beforeEach(async () => {
  await people.drop();
});

const day = (n: number): Date => new Date(Date.UTC(2026, 0, n));
const oid = (n: number): ObjectId => new ObjectId(n.toString(16).padStart(24, "0"));

/** ids (as numbers) that a filter finds among documents { _id: 0 .. n, a: value } */
const queries: [string, unknown[], Document, number[]][] = [
  ["equality finds int, double and long alike", [1, new Double(1), Long.fromNumber(1), "1"], { a: 1 }, [0, 1, 2]],
  ["a long operand finds an int", [1, 2], { a: Long.fromNumber(2) }, [1]],
  [
    "a long beyond 2^53 is told from its neighbour",
    [Long.fromString("9007199254740993"), Long.fromString("9007199254740992")],
    { a: Long.fromString("9007199254740993") },
    [0],
  ],
  ["a decimal compares with numbers", [Decimal128.fromString("1.5"), 1, 2], { a: { $gt: 1, $lt: 2 } }, [0]],
  ["null finds null and missing", [null, undefined, 0, ""], { a: null }, [0, 1]],
  ["$ne null finds what is there", [null, undefined, 0, false], { a: { $ne: null } }, [2, 3]],
  ["$lte null finds null and missing", [null, undefined, 1], { a: { $lte: null } }, [0, 1]],
  ["$gt null finds nothing", [null, undefined, 1], { a: { $gt: null } }, []],
  ["$exists true finds null too", [null, undefined, 1], { a: { $exists: true } }, [0, 2]],
  ["$exists false finds missing only", [null, undefined, 1], { a: { $exists: false } }, [1]],
  ["comparison stays within a type", [5, "5", day(5), null], { a: { $gte: 0 } }, [0]],
  ["dates compare", [day(1), day(2), day(3), 7], { a: { $gt: day(1), $lte: day(3) } }, [1, 2]],
  ["strings compare by bytes", ["a", "B", "b", "é"], { a: { $gt: "a" } }, [2, 3]],
  ["emoji come after every other letter", ["\uffee", "😀"], { a: { $gt: "\uffee" } }, [1]],
  ["object ids compare", [oid(1), oid(2), oid(3)], { a: { $lt: oid(3) } }, [0, 1]],
  ["an element of an array is found", [[1, 2], [3], 2], { a: 2 }, [0, 2]],
  ["a whole array is found", [[1, 2], [2, 1], [[1, 2]]], { a: [1, 2] }, [0, 2]],
  ["$in takes values, null and patterns", ["x", undefined, "yes", 4], { a: { $in: [4, null, /^y/] } }, [1, 2, 3]],
  ["$nin is the opposite of $in", ["x", undefined, 4], { a: { $nin: [4] } }, [0, 1]],
  ["$ne on an array looks at all elements", [[1, 2], [3]], { a: { $ne: 2 } }, [1]],
  ["$not includes missing", [5, 1, undefined], { a: { $not: { $gt: 3 } } }, [1, 2]],
  ["$regex with i", ["Anna", "anna", "Bob"], { a: { $regex: "^an", $options: "i" } }, [0, 1]],
  ["a pattern finds an element", [["x", "anna"], "b"], { a: /anna/ }, [0]],
  ["an escaped pattern is read", ["a-b+c"], { a: { $regex: "a\\-b\\+c" } }, [0]],
  ["$elemMatch on values", [[1, 9], [5], 5], { a: { $elemMatch: { $gt: 3, $lt: 8 } } }, [1]],
  [
    "$elemMatch on documents needs one element for all",
    [
      [{ x: 1, y: 1 }],
      [
        { x: 1, y: 2 },
        { x: 2, y: 1 },
      ],
    ],
    { a: { $elemMatch: { x: 1, y: 1 } } },
    [0],
  ],
  [
    "dotted conditions may be met by different elements",
    [
      [
        { x: 1, y: 2 },
        { x: 2, y: 1 },
      ],
    ],
    { "a.x": 1, "a.y": 1 },
    [0],
  ],
  ["a dotted null finds a missing inner field", [{ x: 1 }, { y: 1 }, undefined, 5], { "a.x": null }, [1, 2, 3]],
  ["a dotted null does not find an empty array", [[], [{ y: 1 }]], { "a.x": null }, [1]],
  [
    "a number in a path is a position",
    [
      [7, 8],
      [8, 7],
    ],
    { "a.0": 7 },
    [0],
  ],
  ["$size", [[1], [1, 2], 2], { a: { $size: 2 } }, [1]],
  ["$all", [["x", "y"], ["x"], "x"], { a: { $all: ["x", "y"] } }, [0]],
  ["$type by name", ["1", 1, null, undefined, [1]], { a: { $type: "number" } }, [1, 4]],
  ["$mod", [4, 5, 8], { a: { $mod: [4, 0] } }, [0, 2]],
  ["$or, $and, $nor", [1, 2, 3, 4], { $or: [{ a: 1 }, { $and: [{ a: { $gt: 2 } }, { $nor: [{ a: 4 }] }] }] }, [0, 2]],
  [
    "a document is equal with its fields in order",
    [
      { x: 1, y: 2 },
      { y: 2, x: 1 },
    ],
    { a: { x: 1, y: 2 } },
    [0],
  ],
  [
    "$expr compares fields",
    [
      { x: 2, y: 1 },
      { x: 1, y: 2 },
    ],
    { $expr: { $gt: ["$a.x", "$a.y"] } },
    [0],
  ],
  ["NaN is equal to itself and less than nothing", [Number.NaN, 1], { a: { $lt: 5 } }, [1]],
];

/** what an update makes of { _id: 1, ...before } */
const updates: [string, Document, Document | Document[], Document][] = [
  ["$set makes the way", {}, { $set: { "a.b": 1 } }, { a: { b: 1 } }],
  ["$set pads an array", { a: [1] }, { $set: { "a.3": 4 } }, { a: [1, null, null, 4] }],
  ["$unset", { a: 1, b: 2 }, { $unset: { a: "" } }, { b: 2 }],
  ["$unset in an array leaves null", { a: [1, 2] }, { $unset: { "a.0": 1 } }, { a: [null, 2] }],
  ["$inc and $mul", { a: 1, b: 2 }, { $inc: { a: 2, c: 5 }, $mul: { b: 3, d: 7 } }, { a: 3, b: 6, c: 5, d: 0 }],
  [
    "$inc of a long stays exact",
    { a: Long.fromString("9007199254740993") },
    { $inc: { a: 1 } },
    { a: Long.fromString("9007199254740994") },
  ],
  [
    "$min and $max of dates",
    { a: day(2), b: day(2) },
    { $min: { a: day(1) }, $max: { b: day(3), c: 1 } },
    { a: day(1), b: day(3), c: 1 },
  ],
  [
    "$push to a missing field keeps its modifiers",
    {},
    { $push: { a: { $each: [3, 1, 2], $sort: 1, $slice: 2 } } },
    { a: [1, 2] },
  ],
  ["$push at a position", { a: [1, 4] }, { $push: { a: { $each: [2, 3], $position: 1 } } }, { a: [1, 2, 3, 4] }],
  [
    "$push keeps the last with a negative $slice",
    { a: [1, 2] },
    { $push: { a: { $each: [3], $slice: -2 } } },
    { a: [2, 3] },
  ],
  [
    "$push sorts documents",
    { a: [{ n: 3 }] },
    { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
    { a: [{ n: 1 }, { n: 3 }] },
  ],
  ["$addToSet", { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] }, b: "x" } }, { a: [1, 2], b: ["x"] }],
  ["$addToSet knows object ids", { a: [oid(1)] }, { $addToSet: { a: oid(1) } }, { a: [oid(1)] }],
  [
    "$pull by value, condition and document",
    { a: [1, 2], b: [1, 9], c: [{ x: 1 }, { x: 2 }] },
    { $pull: { a: 1, b: { $gt: 5 }, c: { x: 1 } } },
    { a: [2], b: [1], c: [{ x: 2 }] },
  ],
  ["$pullAll and $pop", { a: [1, 2, 3], b: [1, 2] }, { $pullAll: { a: [1, 3] }, $pop: { b: 1 } }, { a: [2], b: [1] }],
  ["$rename", { a: 1 }, { $rename: { a: "b.c" } }, { b: { c: 1 } }],
  ["$[] changes all", { a: [{ n: 1 }, { n: 2 }] }, { $inc: { "a.$[].n": 1 } }, { a: [{ n: 2 }, { n: 3 }] }],
  [
    "an update pipeline reads the document",
    { a: 2 },
    [{ $set: { b: { $add: ["$a", 1] } } }, { $unset: "a" }],
    { b: 3 },
  ],
  ["a replacement keeps the _id", { a: 1 }, { b: 2 }, { b: 2 }],
];

const refusals: [string, number, () => Promise<unknown>][] = [
  ["an unknown operator", 2, () => people.find({ a: { $foo: 1 } }).toArray()],
  ["an unknown top level operator", 2, () => people.find({ $foo: 1 }).toArray()],
  ["$where", 2, () => people.find({ $where: "true" }).toArray()],
  ["$text", 27, () => people.find({ $text: { $search: "x" } }).toArray()],
  ["geo", 238, () => people.find({ a: { $geoWithin: {} } }).toArray()],
  ["a collation", 238, () => people.find({}, { collation: { locale: "en", strength: 2 } }).toArray()],
  ["an unknown update operator", 9, () => people.updateOne({}, { $foo: { a: 1 } })],
  ["conflicting paths", 40, () => people.updateOne({}, { $set: { a: 1 }, $inc: { "a.b": 1 } })],
  ["$set through a number", 28, () => people.updateOne({ _id: 1 as never }, { $set: { "n.b": 1 } })],
  ["$inc of a text", 14, () => people.updateOne({ _id: 1 as never }, { $inc: { s: 1 } })],
  ["$push to a number", 2, () => people.updateOne({ _id: 1 as never }, { $push: { n: 1 } as never })],
  ["a changed _id", 66, () => people.updateOne({ _id: 1 as never }, { $set: { _id: 2 } })],
  ["$bit", 238, () => people.updateOne({}, { $bit: { a: { and: 1 } } })],
  ["an unknown stage", 40324, () => people.aggregate([{ $foo: {} }]).toArray()],
  ["$merge", 238, () => people.aggregate([{ $merge: "x" }]).toArray()],
  ["a change stream", 40573, () => people.watch().next()],
  ["an unknown expression", 168, () => people.aggregate([{ $project: { x: { $foo: 1 } } }]).toArray()],
  ["an unknown command", 59, () => client.db("table").command({ foo: 1 })],
  ["a text index", 238, () => people.createIndex({ a: "text" })],
  ["a mixed projection", 31254, () => people.find({}, { projection: { a: 1, b: 0 } }).toArray()],
  [
    "a transaction",
    20,
    () => client.db("table").command({ find: "people", txnNumber: 1, startTransaction: true, autocommit: false }),
  ],
];

describe("a query", () => {
  it.each(queries)("%s", async (_name, values, filter, expected) => {
    await people.insertMany(values.map((a, _id) => (a === undefined ? { _id } : { _id, a })) as never);

    const scanned = (await people.find(filter).toArray()).map((doc) => Number(doc._id)).toSorted();
    await people.createIndex({ a: 1 });
    const indexed = (await people.find(filter).toArray()).map((doc) => Number(doc._id)).toSorted();

    expect(scanned).toEqual(expected);
    expect(indexed).toEqual(expected);
  });
});

describe("an update", () => {
  it.each(updates)("%s", async (_name, before, update, after) => {
    await people.insertOne({ _id: 1 as never, ...before });

    if (Array.isArray(update) || Object.keys(update)[0]?.startsWith("$"))
      await people.updateOne({ _id: 1 as never }, update);
    else await people.replaceOne({ _id: 1 as never }, update);

    expect(await people.findOne({}, { promoteLongs: true })).toEqual({ _id: 1, ...after });
  });

  it("tells matched from modified", async () => {
    await people.insertOne({ a: 1 });

    const result = await people.updateMany({}, { $set: { a: 1 } });

    expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 0, upsertedCount: 0 });
  });

  it("changes the element the filter found with $, and those a filter names with $[x]", async () => {
    await people.insertOne({ a: [{ n: 1 }, { n: 5 }, { n: 9 }] });

    await people.updateOne({ "a.n": 5 }, { $set: { "a.$.hit": true, "a.$.again": 1 } });
    await people.updateOne({}, { $set: { "a.$[big].big": true } }, { arrayFilters: [{ "big.n": { $gte: 5 } }] });

    const doc = await people.findOne({}, { projection: { _id: 0 } });
    expect(doc).toEqual({ a: [{ n: 1 }, { n: 5, hit: true, again: 1, big: true }, { n: 9, big: true }] });
  });

  it("inserts on upsert from the filter's equalities and $setOnInsert, once", async () => {
    const upsert = { upsert: true };
    const update = { $set: { seen: 1 }, $setOnInsert: { made: true } };

    const first = await people.updateOne({ "k.a": 1, b: { $eq: "x" }, c: { $gt: 5 } }, update, upsert);
    const second = await people.updateOne({ "k.a": 1, b: "x" }, { ...update, $setOnInsert: { made: false } }, upsert);

    expect(first.upsertedCount).toBe(1);
    expect(second).toMatchObject({ upsertedCount: 0, matchedCount: 1, modifiedCount: 0 });
    expect(await people.findOne({}, { projection: { _id: 0 } })).toEqual({ k: { a: 1 }, b: "x", seen: 1, made: true });
  });

  it("sets dates with $currentDate", async () => {
    await people.insertOne({ a: 1 });

    await people.updateOne({}, { $currentDate: { at: true } });

    expect((await people.findOne({}))?.at).toBeInstanceOf(Date);
  });
});

describe("a refusal with MongoDB's code", () => {
  it.each(refusals)("%s: %d", async (_name, code, run) => {
    await people.insertOne({ _id: 1 as never, n: 5, s: "x" });

    await expect(run()).rejects.toMatchObject({ code });
  });
});

describe("findAndModify", () => {
  it("takes the first by a sort, gives the old or new document and its chosen fields", async () => {
    await people.insertMany([{ n: 2 }, { n: 1, x: 1 }, { n: 3 }]);

    const before = await people.findOneAndUpdate(
      {},
      { $set: { taken: true } },
      { sort: { n: 1 }, projection: { _id: 0 } },
    );
    const after = await people.findOneAndUpdate(
      { n: 1 },
      { $inc: { x: 1 } },
      { returnDocument: "after", projection: { x: 1, _id: 0 } },
    );

    expect(before).toEqual({ n: 1, x: 1 });
    expect(after).toEqual({ x: 2 });
  });

  it("upserts, removes, and gives null when there is nothing", async () => {
    const made = await people.findOneAndUpdate({ k: 1 }, { $set: { v: 1 } }, { upsert: true, returnDocument: "after" });
    const gone = await people.findOneAndDelete({ k: 1 });
    const none = await people.findOneAndUpdate({ k: 1 }, { $set: { v: 1 } });

    expect(made).toMatchObject({ k: 1, v: 1 });
    expect(gone?._id).toEqual(made?._id);
    expect(none).toBeNull();
  });
});

describe("sort, projection and cursors", () => {
  it("sorts all types in MongoDB's order, arrays by their extreme", async () => {
    const ordered = [null, 1, [3, 9], 5, "a", { x: 1 }, oid(1), false, true, day(1)];
    await people.insertMany(ordered.map((a, i) => ({ _id: i as never, a })).toReversed());

    const up = await people.find().sort({ a: 1 }).toArray();
    const down = await people.find().sort({ a: -1 }).limit(3).toArray();

    expect(up.map((doc): unknown => doc.a)).toEqual(ordered);
    expect(down.map((doc): unknown => doc.a)).toEqual([day(1), true, false]);
  });

  it("pages a sorted result with skip and limit", async () => {
    await people.insertMany(Array.from({ length: 30 }, (_, i) => ({ group: i % 2, n: 29 - i })));

    const page = await people.find({ group: 0 }).sort({ group: 1, n: 1 }).skip(5).limit(5).toArray();

    expect(page.map((doc): unknown => doc.n)).toEqual([11, 13, 15, 17, 19]);
  });

  it("includes, excludes, slices and picks", async () => {
    await people.insertOne({
      _id: 1 as never,
      a: { b: 1, c: 2 },
      list: [
        { n: 1, m: 1 },
        { n: 2, m: 2 },
      ],
      z: 1,
    });
    const project = async (projection: Document, filter = {}): Promise<unknown> =>
      people.findOne(filter, { projection });

    expect(await project({ "a.b": 1, "list.n": 1 })).toEqual({ _id: 1, a: { b: 1 }, list: [{ n: 1 }, { n: 2 }] });
    expect(await project({ a: 0, "list.m": 0 })).toEqual({ _id: 1, list: [{ n: 1 }, { n: 2 }], z: 1 });
    expect(await project({ _id: 0, z: 1, list: { $slice: -1 } })).toEqual({ z: 1, list: [{ n: 2, m: 2 }] });
    expect(await project({ _id: 0, list: { $elemMatch: { n: 2 } } })).toEqual({ list: [{ n: 2, m: 2 }] });
    expect(await project({ _id: 0, "list.$": 1 }, { "list.n": 2 })).toEqual({ list: [{ n: 2, m: 2 }] });
    expect(await project({ _id: 1 })).toEqual({ _id: 1 });
  });

  it("hands a long result out in batches and forgets a closed cursor", async () => {
    await people.insertMany(Array.from({ length: 1000 }, (_, n) => ({ n })));

    const cursor = people.find().batchSize(7);
    const seen: number[] = [];
    for await (const doc of cursor) seen.push(Number(doc.n));
    const reply = await client.db("table").command({ find: "people", batchSize: 2 }, { promoteLongs: false });
    const { id } = reply.cursor as { id: Long };
    await client.db("table").command({ killCursors: "people", cursors: [id] });
    const more = client.db("table").command({ getMore: id, collection: "people" });

    expect(seen).toEqual(Array.from({ length: 1000 }, (_, n) => n));
    await expect(more).rejects.toMatchObject({ code: 43 });
  });

  it("gives batches smaller than 16 MB of large documents", async () => {
    const text = "x".repeat(5_000_000);
    for (let n = 0; n < 7; n++) await people.insertOne({ n, text });

    const all = await people.find().toArray();

    expect(all.map((doc): unknown => doc.n)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

describe("aggregate, count and distinct", () => {
  beforeEach(async () => {
    await people.insertMany([
      { team: "red", n: 1, at: day(1), tags: ["a", "b"] },
      { team: "red", n: 3, at: day(3), tags: ["b"] },
      { team: "blue", n: 5, at: day(2), tags: [] },
      { n: 7, at: day(4) },
    ]);
  });

  it("groups with sums, extremes and a missing key as null", async () => {
    const group = { _id: "$team", n: { $sum: "$n" }, last: { $max: "$at" }, count: { $sum: 1 }, avg: { $avg: "$n" } };

    const rows = await people.aggregate([{ $group: group }, { $sort: { _id: 1 } }]).toArray();

    expect(rows).toEqual([
      { _id: null, n: 7, last: day(4), count: 1, avg: 7 },
      { _id: "blue", n: 5, last: day(2), count: 1, avg: 5 },
      { _id: "red", n: 4, last: day(3), count: 2, avg: 2 },
    ]);
  });

  it("joins with $lookup, by fields and by a pipeline, and leaves the stored documents alone", async () => {
    const teams = client.db("table").collection<Document>("teams");
    await teams.deleteMany({});
    await teams.insertOne({ name: "red", boss: { name: "Rosa" } });

    const stages = [
      { $match: { team: "red", n: 1 } },
      { $lookup: { from: "teams", localField: "team", foreignField: "name", as: "teams" } },
      { $unwind: "$teams" },
      { $set: { "teams.boss.name": "changed" } },
    ];
    const joined = await people.aggregate(stages).toArray();
    const piped = await people
      .aggregate([
        { $match: { n: 3 } },
        {
          $lookup: {
            from: "teams",
            let: { t: "$team" },
            pipeline: [{ $match: { $expr: { $eq: ["$name", "$$t"] } } }],
            as: "teams",
          },
        },
      ])
      .toArray();

    expect(joined[0]).toMatchObject({ teams: { boss: { name: "changed" } } });
    expect(piped[0]?.teams).toHaveLength(1);
    expect(await teams.findOne()).toMatchObject({ boss: { name: "Rosa" } });
  });

  it("unwinds, counts, projects and facets", async () => {
    const tags = await people.aggregate([{ $unwind: "$tags" }, { $sortByCount: "$tags" }]).toArray();
    const [facet] = await people
      .aggregate([{ $facet: { total: [{ $count: "n" }], reds: [{ $match: { team: "red" } }] } }])
      .toArray();
    const named = await people
      .aggregate([{ $match: { n: 1 } }, { $project: { _id: 0, name: { $concat: ["$team", "!"] } } }])
      .toArray();

    expect(tags).toEqual([
      { _id: "b", count: 2 },
      { _id: "a", count: 1 },
    ]);
    expect(facet?.total).toEqual([{ n: 4 }]);
    expect(facet?.reds).toHaveLength(2);
    expect(named).toEqual([{ name: "red!" }]);
  });

  it("counts and lists distinct values", async () => {
    expect(await people.countDocuments({ n: { $gt: 2 } })).toBe(3);
    expect(await people.countDocuments({ n: 99 })).toBe(0);
    expect(await people.estimatedDocumentCount()).toBe(4);
    expect(await people.distinct("tags")).toEqual(["a", "b"]);
    expect(await people.distinct("team", { n: { $lt: 4 } })).toEqual(["red"]);
  });
});
