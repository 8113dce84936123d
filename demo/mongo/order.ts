import { failure, unsupported } from "./errors.js";
import { valuesAt } from "./paths.js";
import { compareValues, isDoc, isList, readDoc } from "./values.js";

export interface SortKey {
  /** none: the value itself */
  parts: string[];
  direction: 1 | -1;
}

/** Reads { name: 1, at: -1 }; other directions and $meta are refused. */
export function readSort(sort: unknown): SortKey[] {
  return Object.entries(readDoc("sort", sort)).map(([path, direction]) => readSortKey(path.split("."), direction));
}

export function readSortKey(parts: string[], direction: unknown): SortKey {
  if (isDoc(direction)) throw unsupported(`sorting by ${Object.keys(direction)[0] ?? "a document"}`);
  if (direction !== 1 && direction !== -1) throw failure("BadValue", "$sort key ordering must be 1 or -1");
  return { parts, direction };
}

/** An array sorts by its smallest element ascending, its largest descending; an empty one, as [], before all of [value]. */
function sortValue(item: unknown, { parts, direction }: SortKey): unknown[] {
  const values = valuesAt(item, parts).flatMap((value): unknown[][] => {
    if (!isList(value)) return [[value]];
    return value.length === 0 ? [[]] : value.map((element) => [element]);
  });
  const first = values[0] ?? [null];
  return values.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best), first);
}

/** Stable, in MongoDB's order. With a limit only about the first `limit` are kept on the way: a page costs one pass. */
export function sorted<T>(items: Iterable<T>, sort: readonly SortKey[], limit = Infinity): T[] {
  if (sort.length === 0) return [...items].slice(0, limit);
  const order = (a: { key: unknown[] }, b: { key: unknown[] }): number =>
    sort.reduce((found, { direction }, i) => found || compareValues(a.key[i], b.key[i]) * direction, 0);
  const rows: { item: T; key: unknown[] }[] = [];
  let worst: { key: unknown[] } | undefined;
  for (const item of items) {
    const row = { item, key: sort.map((part) => sortValue(item, part)) };
    if (worst && order(row, worst) >= 0) continue;
    rows.push(row);
    if (rows.length <= 2 * limit + 100) continue;
    rows.sort(order).splice(limit);
    worst = rows.at(-1);
  }
  rows.sort(order).splice(limit);
  return rows.map(({ item }) => item);
}
