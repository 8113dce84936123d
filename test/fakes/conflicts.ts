import type { Conflict } from "../../server/core/conflicts.js";
import { fold } from "../../server/store/user-keys.js";
import type { Clock, ConflictStore } from "../../server/use-cases/ports.js";
import type { AtOnce } from "./at-once.js";
import { pageOf } from "./pages.js";

export function conflictsInMemory(now: Clock): AtOnce<ConflictStore> {
  const accounts = new Map<string, Map<string, Conflict>>();

  function of(accountId: string): Map<string, Conflict> {
    const conflicts = accounts.get(accountId) ?? new Map<string, Conflict>();
    accounts.set(accountId, conflicts);
    return conflicts;
  }

  return {
    page(accountId, { first, after }) {
      const all = [...of(accountId).values()];
      const keyOf = ({ displayName, directoryId }: Conflict) => [fold(displayName), directoryId];
      const { rows, next } = pageOf(all, { keyOf, first, after });
      return { conflicts: rows, next, total: all.length };
    },

    all: (accountId) => [...of(accountId).values()],

    byPerson: (accountId, directoryId) => of(accountId).get(directoryId) ?? null,

    keep(accountId, found, byHand) {
      for (const one of found) {
        const before = of(accountId).get(one.directoryId);
        const { since, byHand: was } = before ?? { since: now(), byHand: false };
        of(accountId).set(one.directoryId, { ...one, since, byHand: was || byHand });
      }
    },

    end(accountId, directoryIds) {
      for (const id of directoryIds) of(accountId).delete(id);
    },

    endOfUser(accountId, userId) {
      for (const { directoryId, localUserIds } of of(accountId).values())
        if (localUserIds.includes(userId)) of(accountId).delete(directoryId);
    },
  };
}
