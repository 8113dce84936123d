/*
 * Faults have numbers, F1 to F70, and tests say by their names which of them they provoke. A row of which no test speaks
 * is as bad as one whose test fails.
 */

const ROWS = 70;
const LATER = { F24: "no delta yet", F25: "no delta yet" };
const A_LINE = 7;

/** Each row with its state and the number of its tests, from all tests that ran. */
export function faultRows(tests) {
  return Array.from({ length: ROWS }, (_, n) => {
    const row = `F${n + 1}`;
    const mine = tests.filter(({ name }) => rowsIn(name).includes(row));
    return { row, state: stateOf(row, mine), tests: mine.length };
  });
}

function stateOf(row, mine) {
  if (mine.length === 0) return row in LATER ? "later" : "MISSING";
  return mine.every(({ passed }) => passed) ? "ok" : "FAILED";
}

/** The rows that let `npm test` fail: those without a test, and those of which a test failed. */
export const unproven = (rows) => rows.filter(({ state }) => state === "MISSING" || state === "FAILED");

/** A name may speak of several rows. */
const rowsIn = (name) => name.match(/\bF\d{1,2}\b/g) ?? [];

/** As it is printed. */
export function faultTable(rows) {
  const cells = rows.map(({ row, state, tests }) => `${row.padEnd(4)}${state}${tests > 0 ? ` ${tests}` : ""}`);
  const lines = Array.from({ length: Math.ceil(cells.length / A_LINE) }, (_, n) =>
    cells.slice(n * A_LINE, (n + 1) * A_LINE),
  );
  const later = rows.filter(({ state }) => state === "later").map(({ row }) => `${row} later: ${LATER[row]}`);
  return [
    ...lines.map((line) =>
      line
        .map((cell) => cell.padEnd(13))
        .join("")
        .trimEnd(),
    ),
    ...later,
  ].join("\n");
}
