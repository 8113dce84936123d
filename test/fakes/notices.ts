import type { Told } from "../../server/core/model.js";
import type { NoticeStore } from "../../server/use-cases/ports.js";
import type { AtOnce } from "./at-once.js";

export function noticesInMemory(): AtOnce<NoticeStore> {
  const rows = new Map<string, Told>();
  const keyOf = (accountId: string, { kind, key }: Told) => JSON.stringify([accountId, kind, key]);

  /** The row of this state, as long as nobody has begun another round or try. */
  const unchanged = (accountId: string, seen: Told): boolean => {
    const row = rows.get(keyOf(accountId, seen));
    return row?.times === seen.times && row.tries === seen.tries;
  };

  return {
    told: (accountId) =>
      [...rows].flatMap(([key, told]) => ((JSON.parse(key) as string[])[0] === accountId ? told : [])),

    claim(accountId, seen, next) {
      const free = seen ? unchanged(accountId, seen) : !rows.has(keyOf(accountId, next));
      if (free) rows.set(keyOf(accountId, next), next);
      return free;
    },

    delivered(accountId, round, channel) {
      const key = keyOf(accountId, round);
      const told = rows.get(key);
      if (told?.times !== round.times) return;
      rows.set(key, { ...told, undelivered: told.undelivered.filter((one) => one !== channel) });
    },

    forget(accountId, over) {
      for (const told of over) if (unchanged(accountId, told)) rows.delete(keyOf(accountId, told));
    },
  };
}
