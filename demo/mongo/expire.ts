import type { Collection } from "./collection.js";
import type { Database } from "./database.js";
import type { Row } from "./indexes.js";
import { valuesAt } from "./paths.js";

/** Removes what TTL indexes say is over at `now` (ms). Of an array of dates the earliest counts; other values never expire. */
export function removeExpired(database: Database, now: number): number {
  let removed = 0;
  for (const collection of database.collections.values())
    for (const row of expiredRows(collection, now)) {
      database.remove(collection, row);
      removed++;
    }
  return removed;
}

function expiredRows(collection: Collection, now: number): Set<Row> {
  const expired = new Set<Row>();
  for (const { spec, fields, covers } of collection.indexes) {
    const seconds = spec.expireAfterSeconds;
    if (seconds === undefined) continue;
    for (const row of collection.rows.values()) {
      const dates = valuesAt(row.doc, fields[0]?.parts ?? [])
        .flat()
        .filter((value) => value instanceof Date);
      const earliest = Math.min(...dates.map((date) => date.getTime()));
      if (dates.length > 0 && earliest + seconds * 1000 <= now && covers(row.doc)) expired.add(row);
    }
  }
  return expired;
}
