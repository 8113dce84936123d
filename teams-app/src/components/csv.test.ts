import { describe, expect, it } from "vitest";
import { toCsv } from "./csv.js";

const cells = (...row: Parameters<typeof toCsv>[0][number]) => toCsv([row]).slice(1).replace(/\r\n$/, "");

const unquoted = (cell: string) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);

describe("toCsv", () => {
  it("begins with a byte order mark and ends each row with CRLF", () => {
    expect(toCsv([["Name"], ["Åse"]])).toBe("\uFEFFName\r\nÅse\r\n");
  });

  it("quotes what holds a comma, a quote or a line break, and nothing else", () => {
    expect(cells("Vance, Adele", 'the "boss"', "two\nlines", "plain name")).toBe(
      '"Vance, Adele","the ""boss""","two\nlines",plain name',
    );
  });

  it.each(["=1+1", "+47 123", "-2+3", "@SUM(A1)", "\tx", "\rx"])("makes %j inert", (formula) => {
    expect(unquoted(cells(formula))).toBe(`'${formula}`);
  });

  it.each([
    "＝1+1",
    "＋47",
    "－2",
    "＠SUM(A1)",
    "\nx",
    "\0=1",
    " =1+1",
    '"=1+1"',
    "' =1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff＝1",
  ])("makes %j inert, which some spreadsheet trims or reads as one", (formula) => {
    expect(unquoted(cells(formula))).toBe(`'${formula}`);
  });

  it("makes a formula inert that needs quotes as well", () => {
    expect(cells('=HYPERLINK("https://evil.example","x")')).toBe(`"'=HYPERLINK(""https://evil.example"",""x"")"`);
  });

  it("leaves numbers numbers, what is absent empty, and such a character alone where it does not begin a cell", () => {
    expect(cells(-3, null, "a=b", "")).toBe("-3,,a=b,");
  });
});
