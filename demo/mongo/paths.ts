import { isDoc } from "./values.js";

/** Whether a path's part can be a position in an array; one beyond a million would fill memory with nulls. */
export function isPosition(part: string): boolean {
  return /^(0|[1-9]\d{0,5})$/.test(part);
}

/**
 * The values a dotted path leads to, as MongoDB's queries and indexes see them: arrays on the way are entered element by
 * element, a number is also a position. `undefined` stands for "missing". The last array is given as it is, not entered.
 */
export function valuesAt(doc: unknown, parts: readonly string[]): unknown[] {
  const found: unknown[] = [];
  descend(doc, parts, 0, found);
  return found;
}

function descend(value: unknown, parts: readonly string[], depth: number, found: unknown[]): void {
  const part = parts[depth];
  if (part === undefined) {
    found.push(value);
  } else if (Array.isArray(value)) {
    if (isPosition(part) && Number(part) < value.length) descend(value[Number(part)], parts, depth + 1, found);
    for (const element of value) if (isDoc(element)) descend(element, parts, depth, found);
  } else if (isDoc(value)) {
    descend(Object.hasOwn(value, part) ? value[part] : undefined, parts, depth + 1, found);
  } else {
    found.push(undefined);
  }
}
