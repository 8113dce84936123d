import { describe, expect, it } from "vitest";
import { chunksOf, countAmong, withRows, type Selection } from "./selection.js";

interface Row {
  id: string;
}
const idOf = (row: Row) => row.id;
const rows = (...ids: string[]): Row[] => ids.map((id) => ({ id }));
const nothing: Selection<Row> = new Map();

describe("a selection over pages", () => {
  it("keeps what is ticked elsewhere when rows in sight are ticked or cleared", () => {
    const firstPage = withRows(nothing, rows("a", "b"), idOf, true);

    const both = withRows(firstPage, rows("c"), idOf, true);
    const cleared = withRows(both, rows("c"), idOf, false);

    expect([...both.keys()]).toEqual(["a", "b", "c"]);
    expect([...cleared.keys()]).toEqual(["a", "b"]);
  });

  it("counts a row ticked twice once", () => {
    const twice = withRows(withRows(nothing, rows("a"), idOf, true), rows("a"), idOf, true);

    expect(twice.size).toBe(1);
  });

  it("counts those in sight", () => {
    const selection = withRows(nothing, rows("a", "b"), idOf, true);

    expect(countAmong(selection, rows("b", "c"), idOf)).toBe(1);
  });
});

describe("chunksOf", () => {
  it("cuts in order and leaves nothing out", () => {
    expect(chunksOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(chunksOf([], 2)).toEqual([]);
  });
});
