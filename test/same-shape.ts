import { expect } from "vitest";

/** A constant of the schema, as CODE or TypeName would be; other texts are somebody's data. */
const CONSTANT = /^[A-Z][A-Z_]+$/;

/**
 * Matches an answer that looks like this one: the same fields with values of the same kind; codes, type names
 * and messages (but for the numbers in them) the same; every row of a list like the one shown. Null stands for anything.
 */
export function sameShape(example: unknown, field = ""): unknown {
  if (example === null) return expect.toSatisfy(() => true) as unknown;
  if (Array.isArray(example))
    return expect.toSatisfy(
      (rows: unknown) =>
        Array.isArray(rows) && rows.length > 0 && rows.every((row) => matches(row, sameShape(example[0], field))),
    ) as unknown;
  if (typeof example === "object")
    return Object.fromEntries(Object.entries(example).map(([name, value]) => [name, sameShape(value, name)]));
  if (field === "message")
    return expect.toSatisfy((words: unknown) => withoutNumbers(words) === withoutNumbers(example)) as unknown;
  if (typeof example === "string" && (field === "__typename" || CONSTANT.test(example))) return example;
  return expect.any(typeof example === "string" ? String : typeof example === "number" ? Number : Boolean) as unknown;
}

const withoutNumbers = (words: unknown): string => String(words).replace(/\d+/g, "#");

function matches(value: unknown, wanted: unknown): boolean {
  try {
    expect(value).toEqual(wanted);
    return true;
  } catch {
    return false;
  }
}
