import type { Document } from "mongodb";
import { codeOf, day, type Row } from "./row.js";

const TEAMS: readonly Document[] = [
  { _id: 1, team: "red", n: 1, at: day(1), tags: ["a", "b"], o: { x: 1 } },
  { _id: 2, team: "red", n: 3, at: day(3), tags: ["b"], o: { x: 2 } },
  { _id: 3, team: "blue", n: 5, at: day(2), tags: [], o: { x: 1 } },
  { _id: 4, n: 7, at: day(4) },
];

const pipeline = (what: string, stages: Document[], answer: unknown, given = TEAMS): Row => ({
  what: `aggregate: ${what}`,
  given,
  answer,
  run: (people) => people.aggregate(stages).toArray(),
});

export const aggregations: readonly Row[] = [
  pipeline("an empty pipeline gives all", [], TEAMS),
  pipeline("$match later on", [{ $sort: { n: -1 } }, { $limit: 2 }, { $match: { team: "blue" } }], [TEAMS[2]]),
  pipeline(
    "$group with sums and averages, a missing key as null",
    [{ $group: { _id: "$team", n: { $sum: "$n" }, avg: { $avg: "$n" } } }, { $sort: { _id: 1 } }],
    [
      { _id: null, n: 7, avg: 7 },
      { _id: "blue", n: 5, avg: 5 },
      { _id: "red", n: 4, avg: 2 },
    ],
  ),
  pipeline("$group counts", [{ $group: { _id: 1, n: { $sum: 1 } } }], [{ _id: 1, n: 4 }]),
  pipeline("$group of all", [{ $group: { _id: null, n: { $sum: "$n" } } }], [{ _id: null, n: 16 }]),
  pipeline("$group of nothing gives nothing", [{ $match: { n: 99 } }, { $group: { _id: null, n: { $sum: 1 } } }], []),
  pipeline(
    "$group by several fields, one of them an inner one",
    [{ $group: { _id: { team: "$team", x: "$o.x" }, n: { $sum: 1 } } }, { $sort: { "_id.team": 1, "_id.x": 1 } }],
    [
      { _id: {}, n: 1 },
      { _id: { team: "blue", x: 1 }, n: 1 },
      { _id: { team: "red", x: 1 }, n: 1 },
      { _id: { team: "red", x: 2 }, n: 1 },
    ],
  ),
  pipeline(
    "$group by documents tells them by their fields in order",
    [{ $group: { _id: "$o", n: { $sum: 1 } } }, { $sort: { n: 1 } }],
    [
      { _id: { y: 1, x: 1 }, n: 1 },
      { _id: { x: 1, y: 1 }, n: 2 },
    ],
    [{ o: { x: 1, y: 1 } }, { o: { y: 1, x: 1 } }, { o: { x: 1, y: 1 } }],
  ),
  pipeline(
    "$group by dates",
    [{ $group: { _id: "$at", n: { $sum: 1 } } }, { $sort: { _id: -1 } }],
    [
      { _id: day(2), n: 1 },
      { _id: day(1), n: 2 },
    ],
    [{ at: day(1) }, { at: day(2) }, { at: day(1) }],
  ),
  pipeline(
    "$sum passes over what is no number, $avg gives null for none",
    [{ $group: { _id: null, sum: { $sum: "$v" }, avg: { $avg: "$w" } } }],
    [{ _id: null, sum: 3, avg: null }],
    [{ v: 1 }, { v: "x" }, { v: 2 }, { v: null }],
  ),
  pipeline(
    "$first and $last in the order of a $sort",
    [{ $sort: { n: 1 } }, { $group: { _id: null, first: { $first: "$n" }, last: { $last: "$n" } } }],
    [{ _id: null, first: 1, last: 7 }],
  ),
  pipeline("$sort, $skip and $limit", [{ $sort: { n: -1 } }, { $skip: 1 }, { $limit: 2 }], [TEAMS[2], TEAMS[1]]),
  {
    what: "aggregate: a long result comes by getMore",
    given: Array.from({ length: 500 }, (_, n) => ({ n })),
    answer: 500,
    run: async (people) => (await people.aggregate([{ $match: {} }], { batchSize: 50 }).toArray()).length,
  },
  {
    what: "aggregate: what no MongoDB knows is refused, of an empty collection too",
    answer: [40324, 168, 15952, 40323],
    run: async (people) => [
      await codeOf(people.aggregate([{ $foo: {} }]).toArray()),
      await codeOf(people.aggregate([{ $group: { _id: { $foo: 1 } } }]).toArray()),
      await codeOf(people.aggregate([{ $group: { _id: null, n: { $foo: 1 } } }]).toArray()),
      await codeOf(people.aggregate([{ $match: {}, $sort: { a: 1 } }]).toArray()),
    ],
  },
];
