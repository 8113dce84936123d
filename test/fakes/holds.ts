import type { HeldPerson, Hold } from "../../server/core/hold.js";
import { fold } from "../../server/store/user-keys.js";
import type { Clock, HoldStore } from "../../server/use-cases/ports.js";
import type { AtOnce } from "./at-once.js";
import { newId } from "./ids.js";
import { pageOf } from "./pages.js";

export function holdsInMemory(now: Clock): AtOnce<HoldStore> {
  const rows = new Map<string, { readonly accountId: string; readonly hold: Hold }>();

  const rejectingUntil = new Map<string, number>();

  const openOf = (accountId: string) =>
    [...rows.values()].find((row) => row.accountId === accountId && row.hold.status === "OPEN")?.hold ?? null;

  /** Changes the hold when it is the account's open one, and tells whether it was. */
  function change(accountId: string, holdId: string, changed: (hold: Hold) => Partial<Hold>): boolean {
    const hold = openOf(accountId);
    if (hold?.id !== holdId) return false;
    rows.set(holdId, { accountId, hold: { ...hold, ...changed(hold) } });
    return true;
  }

  return {
    open: (accountId) => openOf(accountId),

    head(accountId) {
      const hold = openOf(accountId);
      if (!hold) return null;
      const { people, ...head } = hold;
      const counts = { DISABLE: 0, CREATE: 0, REENABLE: 0 };
      for (const { action } of people) counts[action]++;
      return { ...head, counts };
    },

    people(accountId, holdId, { first, after, groupId = null }) {
      const row = rows.get(holdId);
      const keyOf = ({ displayName, directoryId, action }: HeldPerson) => [fold(displayName), directoryId, action];
      const isOfIt = (person: HeldPerson) => groupId === null || person.groupIds.includes(groupId);
      const onIt = row?.accountId === accountId ? row.hold.people.filter(isOfIt) : [];
      const { rows: people, next } = pageOf(onIt, { keyOf, first, after });
      return { people, next };
    },

    raise(accountId, { because, limit, settingsVersion, people }) {
      if (openOf(accountId)) return null;
      const undecided = { approval: null, decidedBy: null, decidedAt: null };
      const begun = { id: newId(), status: "OPEN", version: 1, openedAt: now() } as const;
      const hold: Hold = { ...begun, because, limit, settingsVersion, people, ...undecided };
      rows.set(hold.id, { accountId, hold });
      return hold;
    },

    refresh(accountId, holdId, { because, limit, version, settingsVersion, people, decided }) {
      const list = { because, limit, version, settingsVersion, people };
      if (change(accountId, holdId, () => ({ ...list, ...(decided && { approval: null }) })) && decided)
        rejectingUntil.delete(holdId);
    },

    approve(accountId, holdId, approval) {
      const free = openOf(accountId)?.approval === null && !((rejectingUntil.get(holdId) ?? 0) > now().getTime());
      return free && change(accountId, holdId, () => ({ approval }));
    },

    beginRejecting(accountId, holdId) {
      const hold = openOf(accountId);
      if (hold?.id !== holdId || hold.approval) return false;
      rejectingUntil.set(holdId, now().getTime() + 60_000);
      return true;
    },

    close(accountId, holdId, { status, by }) {
      if (status === "REJECTED" && openOf(accountId)?.approval) return false;
      return change(accountId, holdId, () => ({ status, decidedBy: by, decidedAt: now() }));
    },
  };
}
