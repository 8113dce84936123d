import type { Document, UpdateOptions } from "mongodb";
import { codeOf, day, oid, plain, type Row } from "./row.js";

/** What an update makes of { _id: 1, …before }. */
const UPDATES: readonly [string, Document, Document, Document, UpdateOptions?][] = [
  ["$set", { a: 1, b: 2 }, { $set: { a: { x: [1] } } }, { a: { x: [1] }, b: 2 }],
  ["$set makes the way", {}, { $set: { "a.b.c": 1 } }, { a: { b: { c: 1 } } }],
  ["$set keeps what lies beside the way", { a: { x: 1 } }, { $set: { "a.b": 1 } }, { a: { x: 1, b: 1 } }],
  ["$set pads an array", { a: [1] }, { $set: { "a.3": 4 } }, { a: [1, null, null, 4] }],
  ["$set of an element's field", { a: [{ n: 1 }, { n: 2 }] }, { $set: { "a.1.n": 9 } }, { a: [{ n: 1 }, { n: 9 }] }],
  ["$set takes the new order of fields", { a: { x: 1, y: 2 } }, { $set: { a: { y: 2, x: 1 } } }, { a: { y: 2, x: 1 } }],
  ["$set to null", { a: 1 }, { $set: { a: null } }, { a: null }],
  ["new fields come in the order of their names", {}, { $set: { c: 1, a: 1, b: 1 } }, { a: 1, b: 1, c: 1 }],
  ["$unset", { a: 1, b: 2 }, { $unset: { a: "", x: 1 } }, { b: 2 }],
  ["$unset of an inner field", { a: { b: 1, c: 2 } }, { $unset: { "a.b": 1, "x.y": 1 } }, { a: { c: 2 } }],
  ["$unset in an array leaves null", { a: [1, 2] }, { $unset: { "a.0": 1 } }, { a: [null, 2] }],
  ["$unset through a number is nothing", { a: 1 }, { $unset: { "a.b": 1 } }, { a: 1 }],
  ["$inc", { a: 1 }, { $inc: { a: -3, b: 2.5 } }, { a: -2, b: 2.5 }],
  ["$inc of an inner field", {}, { $inc: { "a.b": 1 } }, { a: { b: 1 } }],
  ["$min and $max", { a: 5, b: 5 }, { $min: { a: 3, b: 9 }, $max: { c: 1 } }, { a: 3, b: 5, c: 1 }],
  ["$max of dates", { a: day(2), b: day(2) }, { $max: { a: day(3), b: day(1) } }, { a: day(3), b: day(2) }],
  ["$max across types", { a: 5 }, { $max: { a: "x" } }, { a: "x" }],
  ["$push", { a: [1] }, { $push: { a: [2], b: 1 } }, { a: [1, [2]], b: [1] }],
  ["$push $each", { a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
  [
    "$push to a missing field keeps its modifiers",
    {},
    { $push: { a: { $each: [3, 1, 2], $sort: 1, $slice: 2 } } },
    { a: [1, 2] },
  ],
  ["$push at a $position", { a: [1, 4] }, { $push: { a: { $each: [2, 3], $position: 1 } } }, { a: [1, 2, 3, 4] }],
  [
    "$push at a $position from the end",
    { a: [1, 3] },
    { $push: { a: { $each: [2], $position: -1 } } },
    { a: [1, 2, 3] },
  ],
  [
    "$push keeps the last by a negative $slice",
    { a: [1, 2] },
    { $push: { a: { $each: [3], $slice: -2 } } },
    { a: [2, 3] },
  ],
  ["$push with $slice 0 empties", { a: [1, 2] }, { $push: { a: { $each: [3], $slice: 0 } } }, { a: [] }],
  [
    "$push sorts documents by two fields",
    { a: [{ n: 3 }, { n: 1, m: 2 }] },
    { $push: { a: { $each: [{ n: 1, m: 1 }], $sort: { n: 1, m: -1 } } } },
    { a: [{ n: 1, m: 2 }, { n: 1, m: 1 }, { n: 3 }] },
  ],
  ["$push sorts values down", { a: [1, 3] }, { $push: { a: { $each: [2], $sort: -1 } } }, { a: [3, 2, 1] }],
  ["$addToSet", { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] }, b: "x" } }, { a: [1, 2], b: ["x"] }],
  [
    "$addToSet knows object ids and dates",
    { a: [oid(1), day(1)] },
    { $addToSet: { a: { $each: [oid(1), day(1)] } } },
    { a: [oid(1), day(1)] },
  ],
  [
    "$addToSet knows documents by their fields in order",
    { a: [{ x: 1, y: 1 }] },
    {
      $addToSet: {
        a: {
          $each: [
            { y: 1, x: 1 },
            { x: 1, y: 1 },
          ],
        },
      },
    },
    {
      a: [
        { x: 1, y: 1 },
        { y: 1, x: 1 },
      ],
    },
  ],
  ["$pull by value", { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ["$pull by condition", { a: [1, 9, 5] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  ["$pull by $in", { a: ["x", "y"] }, { $pull: { a: { $in: ["x", "z"] } } }, { a: ["y"] }],
  ["$pull by fields", { a: [{ x: 1, y: 1 }, { x: 2 }] }, { $pull: { a: { x: 1 } } }, { a: [{ x: 2 }] }],
  ["$pull of what is missing", {}, { $pull: { a: 1 } }, {}],
  ["$pullAll", { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  ["$[] changes all", { a: [{ n: 1 }, { n: 2 }] }, { $inc: { "a.$[].n": 1 } }, { a: [{ n: 2 }, { n: 3 }] }],
  [
    "$[x] changes those its filter names",
    { a: [{ n: 1 }, { n: 5 }] },
    { $set: { "a.$[big].hit": 1 } },
    { a: [{ n: 1 }, { n: 5, hit: 1 }] },
    { arrayFilters: [{ "big.n": { $gte: 5 } }] },
  ],
  [
    "$[x] on values",
    { a: [1, 5, 9] },
    { $inc: { "a.$[x]": 1 } },
    { a: [1, 6, 9] },
    { arrayFilters: [{ x: { $gt: 1, $lt: 9 } }] },
  ],
  [
    "$[x] twice on the way",
    { a: [{ b: [1, 2] }, { b: [2] }] },
    { $set: { "a.$[].b.$[two]": 0 } },
    { a: [{ b: [1, 0] }, { b: [0] }] },
    { arrayFilters: [{ two: 2 }] },
  ],
];

/** Updates MongoDB refuses, by its code, on { _id: 1, n: 5, s: "x", a: [1] }. */
const REFUSED: readonly [string, Document, number, UpdateOptions?][] = [
  ["$set through a number", { $set: { "n.b": 1 } }, 28],
  ["$set through null", { $set: { "nothing.b": 1 } }, 28],
  ["$set of a name in an array", { $set: { "a.b": 1 } }, 28],
  ["$inc of a text", { $inc: { s: 1 } }, 14],
  ["$inc by a text", { $inc: { n: "1" } }, 14],
  ["$push to a number", { $push: { n: 1 } }, 2],
  ["$addToSet to a number", { $addToSet: { n: 1 } }, 2],
  ["$pull from a number", { $pull: { n: 1 } }, 2],
  ["a changed _id", { $set: { _id: 2 } }, 66],
  ["two changes of one path", { $set: { n: 1 }, $inc: { n: 1 } }, 40],
  ["a change within a change", { $set: { "o.x": 1 }, $unset: { o: 1 } }, 40],
  ["an unknown operator", { $foo: { n: 1 } }, 9],
  ["$[x] without its filter", { $set: { "a.$[x]": 1 } }, 2],
  ["$ without a condition on the array", { $set: { "a.$": 1 } }, 2],
  ["$[] of what is no array", { $set: { "n.$[]": 1 } }, 2],
  ["an empty part of a path", { $set: { "n..b": 1 } }, 56],
];

export const updates: readonly Row[] = [
  ...UPDATES.map(([what, before, update, after, options]): Row => ({
    what,
    given: [{ _id: 1, ...before }],
    // As text, because the order of the fields counts
    answer: JSON.stringify([{ _id: 1, ...after }]),
    async run(people) {
      await people.updateOne({ _id: 1 as never }, update, options);
      return JSON.stringify(await people.find().toArray());
    },
  })),
  ...REFUSED.map(([what, update, code, options]): Row => ({
    what: `refused: ${what}`,
    given: [{ _id: 1, n: 5, s: "x", a: [1], nothing: null }],
    answer: { code, after: [{ n: 5, s: "x", a: [1], nothing: null }] },
    run: async (people) => ({
      code: await codeOf(people.updateOne({ _id: 1 as never }, update, options)),
      after: await plain(people),
    }),
  })),
  {
    what: "$ is the element the filter found, for several fields",
    given: [{ a: [{ n: 1 }, { n: 5 }, { n: 5 }] }],
    answer: [{ a: [{ n: 1 }, { n: 5, hit: true, seen: 1 }, { n: 5 }] }],
    async run(people) {
      await people.updateOne({ "a.n": 5 }, { $set: { "a.$.hit": true, "a.$.seen": 1 } });
      return plain(people);
    },
  },
  {
    what: "$ by $elemMatch and by value",
    given: [
      {
        a: [
          { n: 1, m: 1 },
          { n: 1, m: 2 },
        ],
        b: ["x", "y"],
      },
    ],
    answer: [
      {
        a: [
          { n: 1, m: 1 },
          { n: 1, m: 2, hit: 1 },
        ],
        b: ["x", "Y"],
      },
    ],
    async run(people) {
      await people.updateOne({ a: { $elemMatch: { n: 1, m: 2 } } }, { $set: { "a.$.hit": 1 } });
      await people.updateOne({ b: "y" }, { $set: { "b.$": "Y" } });
      return plain(people);
    },
  },
  {
    what: "matched is told from modified",
    given: [{ a: 1 }, { a: 1 }, { a: 2 }],
    answer: [3, 1],
    async run(people) {
      const { matchedCount, modifiedCount } = await people.updateMany({}, { $set: { a: 1 } });
      return [matchedCount, modifiedCount];
    },
  },
  {
    what: "updateOne changes one, updateMany all",
    given: [
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
      { _id: 3, a: 1 },
    ],
    answer: [{ a: 2 }, { a: 9 }, { a: 9 }],
    async run(people) {
      await people.updateOne({ a: 1 }, { $set: { a: 2 } });
      await people.updateMany({ a: 1 }, { $set: { a: 9 } });
      return plain(people);
    },
  },
  {
    what: "a replacement keeps the _id",
    given: [{ _id: 1, a: 1 }],
    answer: [{ _id: 1, b: 2 }],
    async run(people) {
      await people.replaceOne({ a: 1 }, { b: 2 });
      return people.find().toArray();
    },
  },
  {
    what: "an upsert takes the filter's equalities and $setOnInsert, once",
    answer: { upserted: [1, 0], matched: [0, 1], docs: [{ k: { a: 1 }, b: "x", made: true, seen: 2 }] },
    async run(people) {
      const upsert = (filter: Document, seen: number) =>
        people.updateOne(filter, { $set: { seen }, $setOnInsert: { made: seen === 1 } }, { upsert: true });
      const first = await upsert({ "k.a": 1, b: { $eq: "x" }, c: { $gt: 5 }, d: { $in: [1, 2] } }, 1);
      const second = await upsert({ "k.a": 1, b: "x" }, 2);
      return {
        upserted: [first.upsertedCount, second.upsertedCount],
        matched: [first.matchedCount, second.matchedCount],
        docs: await plain(people),
      };
    },
  },
  {
    what: "an upsert takes equalities out of $and, and the _id",
    answer: [{ _id: 7, a: 1, b: 2, c: 3 }],
    async run(people) {
      const filter = { $and: [{ _id: 7 as never }, { a: 1 }, { $and: [{ b: 2 }] }] };
      await people.updateOne(filter, { $set: { c: 3 } }, { upsert: true });
      return people.find().toArray();
    },
  },
  {
    what: "an upsert by a replacement",
    answer: [{ _id: 7, b: 1 }],
    async run(people) {
      await people.replaceOne({ _id: 7 as never, a: 1 }, { b: 1 }, { upsert: true });
      return people.find().toArray();
    },
  },
  {
    what: "findOneAndUpdate takes the first by a sort, and gives it as it was, with the chosen fields",
    given: [{ n: 2 }, { n: 1, x: 1 }, { n: 3 }],
    answer: { n: 1, x: 1 },
    run: (people) => people.findOneAndUpdate({}, { $set: { taken: true } }, { sort: { n: 1 }, projection: { _id: 0 } }),
  },
  {
    what: "findOneAndUpdate gives it as it became",
    given: [{ n: 1, x: 1 }],
    answer: { x: 2 },
    run: (people) =>
      people.findOneAndUpdate({ n: 1 }, { $inc: { x: 1 } }, { returnDocument: "after", projection: { x: 1, _id: 0 } }),
  },
  {
    what: "findOneAndUpdate upserts, and gives null when there was nothing",
    answer: { before: null, after: { k: 1, v: 1 }, none: null },
    async run(people) {
      const before = await people.findOneAndUpdate({ k: 0 }, { $set: { v: 1 } }, { upsert: true });
      const shape = { upsert: true, returnDocument: "after", projection: { _id: 0 } } as const;
      const after = await people.findOneAndUpdate({ k: 1 }, { $set: { v: 1 } }, shape);
      return { before, after, none: await people.findOneAndUpdate({ k: 2 }, { $set: { v: 1 } }) };
    },
  },
  {
    what: "findOneAndReplace and findOneAndDelete",
    given: [{ _id: 1, k: 1 }],
    answer: [{ _id: 1, k: 1 }, { _id: 1, z: 1 }, 0],
    run: async (people) => [
      await people.findOneAndReplace({ k: 1 }, { z: 1 }),
      await people.findOneAndDelete({ z: 1 }),
      await people.countDocuments(),
    ],
  },
];
