import { describe, expect, it } from "vitest";
import { faultRows, faultTable, unproven } from "./fault-table.mjs";

const passed = (name: string) => ({ name, passed: true });
const failed = (name: string) => ({ name, passed: false });
const rowOf = (row: string, tests: Parameters<typeof faultRows>[0]) => faultRows(tests).find((one) => one.row === row);

describe("the table of faults", () => {
  it("has a row for each of the seventy, and knows which must wait", () => {
    const rows = faultRows([]);

    expect(rows.length).toBe(70);
    expect(rows.filter(({ state }) => state === "later").map(({ row }) => row)).toEqual(["F24", "F25"]);
    expect(rows.filter(({ state }) => state === "MISSING").length).toBe(68);
  });

  it("finds a row's number anywhere in the name of a test, and several of them", () => {
    const tests = [
      passed("pages F1: 500 for ever"),
      passed("are one per tenant (F67)"),
      passed("F31: goes, and F34: is back"),
    ];

    expect(["F1", "F67", "F31", "F34"].map((row) => rowOf(row, tests)?.state)).toEqual(["ok", "ok", "ok", "ok"]);
  });

  it("does not take F10 for F1, nor a word for a number", () => {
    const tests = [passed("F10: gone"), passed("of the UTF8 and the F1x kind")];

    expect(rowOf("F1", tests)).toMatchObject({ state: "MISSING", tests: 0 });
    expect(rowOf("F10", tests)).toMatchObject({ state: "ok", tests: 1 });
  });

  it("calls a row failed when one of its tests failed", () => {
    expect(rowOf("F5", [passed("F5: soon"), failed("F5: -1")])).toEqual({ row: "F5", state: "FAILED", tests: 2 });
  });

  it("is not proven while a row has no test or a failed one, and is when all have but those that must wait", () => {
    const all = Array.from({ length: 70 }, (_, n) => passed(`F${n + 1}: provoked`));

    const missing = unproven(faultRows(all.filter(({ name }) => !name.startsWith("F58:"))));
    const broken = unproven(faultRows([...all, failed("F17: hangs")]));

    expect(missing).toEqual([{ row: "F58", state: "MISSING", tests: 0 }]);
    expect(broken).toEqual([{ row: "F17", state: "FAILED", tests: 2 }]);
    expect(unproven(faultRows(all))).toEqual([]);
    expect(unproven(faultRows(all.filter(({ name }) => !/^F2[45]:/.test(name))))).toEqual([]);
  });

  it("is printed seven rows a line, with the reasons of those that wait", () => {
    const lines = faultTable(faultRows([passed("F1: one"), passed("F1: two"), failed("F2: three")])).split("\n");

    expect(lines.length).toBe(12);
    expect(lines[0]).toMatch(/^F1 {2}ok 2 +F2 {2}FAILED 1 +F3 {2}MISSING /);
    expect(lines.slice(10)).toEqual(["F24 later: no delta yet", "F25 later: no delta yet"]);
  });
});
