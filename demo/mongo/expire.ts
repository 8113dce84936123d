import { find } from "./collection.js";
import type { Database } from "./database.js";

/** Removes what TTL indexes say is over at `now` (ms). Of an array of dates the earliest counts; other values never expire. */
export function removeExpired(database: Database, now: number): void {
  for (const collection of database.collections.values())
    for (const { spec, covers } of collection.indexes) {
      if (spec.expireAfterSeconds === undefined) continue;
      const [path = ""] = Object.keys(spec.key);
      const over = { [path]: { $lte: new Date(now - spec.expireAfterSeconds * 1000) } };
      for (const { _id: id } of find(collection, over, []).filter(covers))
        database.write({ op: "remove", ns: collection.ns, id });
    }
}
