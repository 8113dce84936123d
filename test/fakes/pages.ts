/** What tells a row apart from all others of its list, first things first; null comes before everything. */
type Key = readonly (string | number | null)[];

export interface PageOf<Row> {
  /** Which list a cursor belongs to, where several orders could be mixed up. */
  readonly list?: string;
  readonly direction?: 1 | -1;
  readonly first: number;
  readonly after: string | null;
  readonly keyOf: (row: Row) => Key;
}

/** One page of rows in the order of their keys; the cursor is the key of the last one shown. */
export function pageOf<Row>(
  rows: readonly Row[],
  { list = "", direction = 1, first, after, keyOf }: PageOf<Row>,
): { readonly rows: readonly Row[]; readonly next: string | null } {
  const from = after === null ? null : keyIn(after, list);
  const left = rows
    .map((row) => ({ row, key: keyOf(row) }))
    .filter(({ key }) => from === null || direction * compare(key, from) > 0)
    .sort((a, b) => direction * compare(a.key, b.key));
  const shown = left.slice(0, first);
  const next = left.length > shown.length ? (shown.at(-1)?.key ?? null) : null;
  return { rows: shown.map(({ row }) => row), next: next && JSON.stringify([list, next]) };
}

function compare(a: Key, b: Key): number {
  for (const [n, left] of a.entries()) {
    const right = b[n] ?? null;
    if (left === right) continue;
    if (left === null || right === null) return left === null ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return 0;
}

function keyIn(cursor: string, list: string): Key {
  try {
    const [writtenFor, key] = JSON.parse(cursor) as [string, Key];
    if (writtenFor === list) return key;
  } catch {
    // falls through: it is none of ours
  }
  throw new Error("The cursor does not belong to this list");
}
