import type { Document } from "mongodb";
import { day, oid, type Row } from "./row.js";

/** The numbers of those of { _id: 0, 1 …, a: value } that a filter finds; a value that is undefined has no field. */
const QUERIES: readonly [string, unknown[], Document, number[]][] = [
  ["equality", [1, 2, "1", null], { a: 1 }, [0]],
  ["numbers are equal whatever their kind", [1, 1.5, "1"], { a: 1.0 }, [0]],
  ["$eq", [1, 2], { a: { $eq: 2 } }, [1]],
  ["-0 is 0", [0, 1], { a: -0 }, [0]],
  ["null finds null and missing", [null, undefined, 0, ""], { a: null }, [0, 1]],
  ["$ne null finds what is there", [null, undefined, 0, false], { a: { $ne: null } }, [2, 3]],
  ["$ne finds missing too", [1, 2, undefined], { a: { $ne: 1 } }, [1, 2]],
  ["$lte null finds null and missing", [null, undefined, 1], { a: { $lte: null } }, [0, 1]],
  ["$gte null finds null and missing", [null, undefined, 1], { a: { $gte: null } }, [0, 1]],
  ["$gt null finds nothing", [null, undefined, 1], { a: { $gt: null } }, []],
  ["$exists true finds null too", [null, undefined, 1], { a: { $exists: true } }, [0, 2]],
  ["$exists false finds missing only", [null, undefined, 1], { a: { $exists: false } }, [1]],
  ["comparison stays within a type", [5, "5", day(5), null], { a: { $gte: 0 } }, [0]],
  ["dates compare", [day(1), day(2), day(3), 7], { a: { $gt: day(1), $lte: day(3) } }, [1, 2]],
  ["$lt of a date does not find missing", [day(1), undefined, null], { a: { $lt: day(2) } }, [0]],
  ["strings compare by bytes", ["a", "B", "b", "é"], { a: { $gt: "a" } }, [2, 3]],
  ["emoji come after every other letter", ["\uffee", "😀"], { a: { $gt: "\uffee" } }, [1]],
  ["booleans compare", [true, false], { a: { $gt: false } }, [0]],
  ["object ids compare", [oid(1), oid(2), oid(3)], { a: { $lt: oid(3) } }, [0, 1]],
  ["an object id is found", [oid(1), oid(2), oid(1).toHexString()], { a: oid(1) }, [0]],
  ["an element of an array is found", [[1, 2], [3], 2], { a: 2 }, [0, 2]],
  ["a whole array is found", [[1, 2], [2, 1], [[1, 2]]], { a: [1, 2] }, [0, 2]],
  ["an empty array is found", [[], [1], undefined], { a: [] }, [0]],
  ["$ne of a whole array", [[1, 2], [2, 1], []], { a: { $ne: [1, 2] } }, [1, 2]],
  ["a bound is met by any element", [[1, 9], [4]], { a: { $gt: 8 } }, [0]],
  ["two bounds may be met by two elements", [[1, 9], [5], [1]], { a: { $gt: 3, $lt: 8 } }, [0, 1]],
  ["$in takes values, null and patterns", ["x", undefined, "yes", 4], { a: { $in: [4, null, /^y/] } }, [1, 2, 3]],
  ["$in finds elements", [["x", "y"], "y", "z"], { a: { $in: ["y"] } }, [0, 1]],
  ["$in of nothing finds nothing", [1, undefined], { a: { $in: [] } }, []],
  ["$in of dates and object ids", [day(1), oid(1), day(2)], { a: { $in: [day(1), oid(1)] } }, [0, 1]],
  ["$nin is the opposite of $in", ["x", undefined, 4], { a: { $nin: [4] } }, [0, 1]],
  ["$nin null wants something there", [null, undefined, 4], { a: { $nin: [null] } }, [2]],
  ["$ne on an array looks at all elements", [[1, 2], [3]], { a: { $ne: 2 } }, [1]],
  ["$not includes missing", [5, 1, undefined], { a: { $not: { $gt: 3 } } }, [1, 2]],
  ["$not of a pattern", ["anna", "bob", undefined], { a: { $not: /^an/ } }, [1, 2]],
  ["$regex with i", ["Anna", "anna", "Bob"], { a: { $regex: "^an", $options: "i" } }, [0, 1]],
  ["$regex without options", ["Anna", "anna"], { a: { $regex: "nn" } }, [0, 1]],
  ["a pattern finds an element", [["x", "anna"], "b", 5], { a: /anna/ }, [0]],
  ["a pattern with m and s", ["x\nanna", "anna"], { a: /^anna$/m }, [0, 1]],
  ["an escaped pattern is read", ["a-b+c"], { a: { $regex: "a\\-b\\+c" } }, [0]],
  ["$elemMatch on values", [[1, 9], [5], 5], { a: { $elemMatch: { $gt: 3, $lt: 8 } } }, [1]],
  [
    "$elemMatch needs one element for all",
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
  ["dotted conditions may be met by two elements", [[{ x: 1 }, { y: 1 }]], { "a.x": 1, "a.y": 1 }, [0]],
  ["a dotted path", [{ x: { y: 1 } }, { x: { y: 2 } }, { x: 1 }], { "a.x.y": 1 }, [0]],
  ["a dotted path through two arrays", [[{ x: [{ y: 1 }] }, { x: [{ y: 2 }] }]], { "a.x.y": 2 }, [0]],
  ["a dotted null finds a missing inner field", [{ x: 1 }, { y: 1 }, undefined, 5], { "a.x": null }, [1, 2, 3]],
  ["a dotted null finds one element without", [[{ x: 1 }, { y: 1 }], [{ x: 1 }]], { "a.x": null }, [0]],
  ["a dotted null does not find an empty array", [[], [{ y: 1 }]], { "a.x": null }, [1]],
  ["a dotted $exists", [{ x: null }, { y: 1 }, [{ y: 1 }, { x: 1 }]], { "a.x": { $exists: true } }, [0, 2]],
  [
    "a number in a path is a position",
    [
      [7, 8],
      [8, 7],
    ],
    { "a.0": 7 },
    [0],
  ],
  ["a number in a path is a name too", [{ 0: 7 }, { 1: 7 }], { "a.0": 7 }, [0]],
  ["$type number", ["1", 1, null, undefined, [1]], { a: { $type: "number" } }, [1, 4]],
  ["$type string", ["1", 1, null, undefined, ["a"]], { a: { $type: "string" } }, [0, 4]],
  ["$type of several", [day(1), oid(1), true, {}], { a: { $type: ["date", "objectId"] } }, [0, 1]],
  ["$type null does not find missing", [null, undefined], { a: { $type: "null" } }, [0]],
  ["$or, $and, $nor", [1, 2, 3, 4], { $or: [{ a: 1 }, { $and: [{ a: { $gt: 2 } }, { $nor: [{ a: 4 }] }] }] }, [0, 2]],
  ["fields beside $or are all meant", [1, 2], { a: { $gt: 1 }, $or: [{ a: 1 }, { a: 2 }] }, [1]],
  [
    "a document is equal with its fields in order",
    [
      { x: 1, y: 2 },
      { y: 2, x: 1 },
    ],
    { a: { x: 1, y: 2 } },
    [0],
  ],
  ["an inner document is equal only as a whole", [{ x: 1 }, { x: 1, y: 2 }], { a: { x: 1 } }, [0]],
  ["NaN is below no number", [Number.NaN, 1], { a: { $lt: 5 } }, [1]],
  ["NaN equals NaN", [Number.NaN, 1], { a: Number.NaN }, [0]],
  ["an empty filter finds all", [1, undefined], {}, [0, 1]],
];

/** Each filter scans first and is answered by an index then: both have to say the same. */
export const queries: readonly Row[] = QUERIES.map(([what, values, filter, ids]) => ({
  what,
  given: values.map((a, _id) => (a === undefined ? { _id } : { _id, a })),
  answer: { scanned: ids, indexed: ids, counted: ids.length },
  async run(people) {
    const found = async () => (await people.find(filter).toArray()).map((doc) => Number(doc._id)).toSorted();
    const scanned = await found();
    await people.createIndex({ a: 1 });
    return { scanned, indexed: await found(), counted: await people.countDocuments(filter) };
  },
}));
