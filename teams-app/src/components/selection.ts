/**
 * What is ticked, by id, over all pages and searches. A table only knows the rows it shows; whoever replaces the
 * selection by those loses everything ticked elsewhere.
 */
export type Selection<TRow> = ReadonlyMap<string, TRow>;

export function withRows<TRow>(
  selection: Selection<TRow>,
  rows: readonly TRow[],
  idOf: (row: TRow) => string,
  selected: boolean,
): Selection<TRow> {
  const next = new Map(selection);
  for (const row of rows) {
    if (selected) next.set(idOf(row), row);
    else next.delete(idOf(row));
  }
  return next;
}

/** How many of the rows in sight are ticked. */
export function countAmong<TRow>(
  selection: Selection<TRow>,
  rows: readonly TRow[],
  idOf: (row: TRow) => string,
): number {
  return rows.filter((row) => selection.has(idOf(row))).length;
}

/** Pieces of at most `size`, in order: the server takes 200 ids at a time. */
export function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** The most ids one mutation takes (schema: "1 to 200"). */
export const idsPerRequest = 200;
