import type { Collection } from "./collection.js";
import type { Database } from "./database.js";
import type { Row } from "./indexes.js";
import { valuesAt } from "./paths.js";

/** Removes what TTL indexes say is over at `now` (ms). Of an array of dates the earliest counts; other values never expire. */
export function removeExpired(database: Database, now: number): number {
  const expired = [...database.collections.values()].flatMap((collection) =>
    expiredRows(collection, now).map((row) => ({ collection, row })),
  );
  for (const { collection, row } of expired) database.remove(collection, row);
  return expired.length;
}

function expiredRows({ rows, indexes }: Collection, now: number): Row[] {
  const expired = new Set<Row>();
  for (const { spec, fields, covers } of indexes) {
    const { expireAfterSeconds: seconds } = spec;
    if (seconds === undefined) continue;
    const isOver = (value: unknown): boolean => value instanceof Date && value.getTime() + seconds * 1000 <= now;
    for (const row of rows.values())
      if (
        valuesAt(row.doc, fields[0] ?? [])
          .flat()
          .some(isOver) &&
        covers(row.doc)
      )
        expired.add(row);
  }
  return [...expired];
}
