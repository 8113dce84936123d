import type { Database } from "./database.js";
import { valuesAt } from "./paths.js";

/** Removes what TTL indexes say is over at `now` (ms). Of an array of dates the earliest counts; other values never expire. */
export function removeExpired(database: Database, now: number): number {
  let removed = 0;
  for (const collection of database.collections.values())
    for (const { spec, fields, covers } of collection.indexes) {
      if (spec.expireAfterSeconds === undefined) continue;
      const limit = now - spec.expireAfterSeconds * 1000;
      const isOver = (value: unknown): boolean => value instanceof Date && value.getTime() <= limit;
      for (const row of collection.rows.values()) {
        if (
          !valuesAt(row.doc, fields[0] ?? [])
            .flat()
            .some(isOver) ||
          !covers(row.doc)
        )
          continue;
        database.remove(collection, row);
        removed++;
      }
    }
  return removed;
}
