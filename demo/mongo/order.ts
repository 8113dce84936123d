import { failure, unsupported } from "./errors.js";
import { valuesAt } from "./paths.js";
import { compareValues, isDoc, toDouble, type Doc } from "./values.js";

interface SortKey {
  parts: string[];
  direction: 1 | -1;
}

/** Reads { name: 1, at: -1 }; $meta and other directions are refused. */
export function readSort(sort: unknown): SortKey[] {
  if (sort === undefined || sort === null) return [];
  if (!isDoc(sort)) throw failure("TypeMismatch", "a sort must be a document");
  return Object.entries(sort).map(([path, direction]) => {
    if (isDoc(direction)) throw unsupported(`sorting by ${Object.keys(direction)[0] ?? "a document"}`);
    const value = toDouble(direction);
    if (value !== 1 && value !== -1)
      throw failure(
        "BadValue",
        `$sort key ordering must be 1 (for ascending) or -1 (for descending), not that of ${path}`,
      );
    return { parts: path.split("."), direction: value };
  });
}

/** The value an array sorts by: its smallest element ascending, its largest descending; an empty one comes before null. */
function sortValue(doc: Doc, { parts, direction }: SortKey): unknown {
  let best: unknown;
  let found = false;
  for (const value of valuesAt(doc, parts)) {
    for (const candidate of Array.isArray(value) ? (value.length > 0 ? value : [EMPTY]) : [value]) {
      if (!found || compareSortValues(candidate, best) * direction < 0) best = candidate;
      found = true;
    }
  }
  return best;
}

const EMPTY = Symbol("empty array");

function compareSortValues(a: unknown, b: unknown): number {
  if (a === EMPTY || b === EMPTY) return Number(b === EMPTY) - Number(a === EMPTY);
  return compareValues(a, b);
}

/** Stable sort in MongoDB's order. With a small `limit` only the first `limit` are kept on the way: a page of 100,000 people
 * then costs one pass instead of a full sort. */
export function sortDocs<T extends Doc>(docs: Iterable<T>, sort: readonly SortKey[], limit = Infinity): T[] {
  if (sort.length === 0) return [...docs].slice(0, limit === Infinity ? undefined : limit);
  const order = (a: unknown[], b: unknown[]): number => {
    for (let i = 0; i < sort.length; i++) {
      const difference = compareSortValues(a[i], b[i]);
      if (difference !== 0) return difference * (sort[i]?.direction ?? 1);
    }
    return 0;
  };
  const rows: { doc: T; key: unknown[] }[] = [];
  for (const doc of docs) {
    const row = { doc, key: sort.map((part) => sortValue(doc, part)) };
    if (limit > 1000) rows.push(row);
    else insertSorted(rows, row, limit, order);
  }
  if (limit > 1000) rows.sort((a, b) => order(a.key, b.key));
  return rows.slice(0, limit).map((row) => row.doc);
}

function insertSorted<R extends { key: unknown[] }>(
  rows: R[],
  row: R,
  limit: number,
  order: (a: unknown[], b: unknown[]) => number,
): void {
  const last = rows.at(-1);
  if (rows.length >= limit && last && order(row.key, last.key) >= 0) return;
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(rows[middle]?.key ?? [], row.key) <= 0) low = middle + 1;
    else high = middle;
  }
  rows.splice(low, 0, row);
  if (rows.length > limit) rows.pop();
}
