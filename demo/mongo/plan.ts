import { isOperators } from "./match.js";
import { isPattern } from "./match-regex.js";
import { compareValues, isDoc, rank, type Doc } from "./values.js";

/**
 * The fields a fitting document must equal, each with the values it may have: from { a: 1 }, { a: { $eq: 1 } }, { a: { $in } }
 * and $and. Only what follows surely from the filter; the filter itself is still tested on every candidate.
 */
export function equalities(filter: Doc): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>();
  for (const [key, condition] of Object.entries(filter)) {
    if (key === "$and" && Array.isArray(condition)) {
      for (const branch of condition) {
        if (!isDoc(branch)) continue;
        for (const [path, values] of equalities(branch)) keepShorter(found, path, values);
      }
    } else if (!key.startsWith("$")) {
      const values = allowedValues(condition);
      if (values) keepShorter(found, key, values);
    }
  }
  return found;
}

function keepShorter(found: Map<string, unknown[]>, path: string, values: unknown[]): void {
  const known = found.get(path);
  if (!known || values.length < known.length) found.set(path, values);
}

function allowedValues(condition: unknown): unknown[] | undefined {
  if (isPattern(condition)) return undefined;
  if (!isOperators(condition)) return [condition];
  if ("$eq" in condition) return [condition.$eq];
  return Array.isArray(condition.$in) ? condition.$in : undefined;
}

/** Values a hash index can answer for: null also means missing, an array also its elements, a pattern is no equality. */
export function isHashable(value: unknown): boolean {
  return rank(value) !== 1 && !Array.isArray(value) && !isPattern(value);
}

/** The fields an upsert starts its new document with: equalities to one value. { $in: [x] } does not count, as in MongoDB's manual. */
export function upsertFields(filter: Doc): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [key, condition] of Object.entries(filter)) {
    if (key === "$and" && Array.isArray(condition)) {
      for (const branch of condition)
        if (isDoc(branch)) for (const [path, value] of upsertFields(branch)) fields.set(path, value);
    } else if (!key.startsWith("$") && !isPattern(condition)) {
      if (!isOperators(condition)) fields.set(key, condition);
      else if ("$eq" in condition) fields.set(key, condition.$eq);
    }
  }
  return fields;
}

/** Whether two index definitions or filters are the same, field order included. */
export function same(a: unknown, b: unknown): boolean {
  return compareValues(a, b) === 0;
}
