import { isDoc, isList } from "./values.js";

/** Whether a path's part can be a position in an array; one beyond a million would fill memory with nulls. */
export const isPosition = (part: string): boolean => /^(0|[1-9]\d{0,5})$/.test(part);

/** What stands in a document or an array under one part of a path; `undefined` stands for "missing". */
export function inner(holder: unknown, part: string): unknown {
  if (isList(holder)) return isPosition(part) ? holder[Number(part)] : undefined;
  return isDoc(holder) && Object.hasOwn(holder, part) ? holder[part] : undefined;
}

/**
 * The values a dotted path leads to, as MongoDB's queries and indexes see them: arrays on the way are entered element by
 * element, a number is also a position. The last array is given as it is, not entered.
 */
export function valuesAt(value: unknown, parts: readonly string[], depth = 0, found: unknown[] = []): unknown[] {
  const part = parts[depth];
  if (part === undefined) {
    found.push(value);
  } else if (isList(value)) {
    if (inner(value, part) !== undefined) valuesAt(inner(value, part), parts, depth + 1, found);
    for (const element of value) if (isDoc(element)) valuesAt(element, parts, depth, found);
  } else {
    valuesAt(inner(value, part), parts, depth + 1, found);
  }
  return found;
}

/** The first of some paths that is there twice, or on the way to another one. */
export function collision(paths: readonly string[]): string | undefined {
  return paths.find((path, i) => paths.some((other, k) => k !== i && `${other}.`.startsWith(`${path}.`)));
}
