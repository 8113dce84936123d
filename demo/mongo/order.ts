import { failure, unsupported } from "./errors.js";
import { valuesAt } from "./paths.js";
import { compareValues, isDoc, type Doc } from "./values.js";

interface SortKey {
  parts: string[];
  direction: 1 | -1;
}

/** Reads { name: 1, at: -1 }; other directions and $meta are refused. */
export function readSort(sort: unknown): SortKey[] {
  if (sort === undefined || sort === null) return [];
  if (!isDoc(sort)) throw failure("TypeMismatch", "a sort must be a document");
  return Object.entries(sort).map(([path, direction]) => {
    if (isDoc(direction)) throw unsupported(`sorting by ${Object.keys(direction)[0] ?? "a document"}`);
    if (direction !== 1 && direction !== -1)
      throw failure("BadValue", `$sort key ordering must be 1 (for ascending) or -1 (for descending), as of ${path}`);
    return { parts: path.split("."), direction };
  });
}

/** An array sorts by its smallest element ascending, its largest descending; an empty one comes before null. */
const EMPTY = Symbol("empty array");

function sortValue(doc: Doc, { parts, direction }: SortKey): unknown {
  const values = valuesAt(doc, parts).flatMap((value): unknown =>
    Array.isArray(value) && value.length === 0 ? EMPTY : value,
  );
  return values.reduce((best, value) => (compareSortValues(value, best) * direction < 0 ? value : best));
}

function compareSortValues(a: unknown, b: unknown): number {
  if (a === EMPTY || b === EMPTY) return Number(b === EMPTY) - Number(a === EMPTY);
  return compareValues(a, b);
}

/** Stable, in MongoDB's order. With a limit only about the first `limit` are kept on the way: a page costs one pass. */
export function sortDocs<T extends Doc>(docs: Iterable<T>, sort: readonly SortKey[], limit = Infinity): T[] {
  if (sort.length === 0) return [...docs].slice(0, limit);
  const order = (a: { key: unknown[] }, b: { key: unknown[] }): number => {
    for (const [i, { direction }] of sort.entries()) {
      const difference = compareSortValues(a.key[i], b.key[i]);
      if (difference !== 0) return difference * direction;
    }
    return 0;
  };
  const rows: { doc: T; key: unknown[] }[] = [];
  let worst: { key: unknown[] } | undefined;
  for (const doc of docs) {
    const row = { doc, key: sort.map((part) => sortValue(doc, part)) };
    if (worst && order(row, worst) >= 0) continue;
    rows.push(row);
    if (rows.length <= 2 * limit + 100) continue;
    rows.sort(order).splice(limit);
    worst = rows.at(-1);
  }
  return rows
    .sort(order)
    .slice(0, limit)
    .map(({ doc }) => doc);
}
