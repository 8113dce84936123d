import { isOverLimit } from "./guard.js";
import type { Person, SyncSettings, User } from "./model.js";
import { personChanges, type PersonChanges } from "./person.js";
import { isLinked, spareLastAdmin, type LinkedUser, type PlannedDisable } from "./plan.js";
import { MISSING_AFTER_MS } from "./known-groups.js";

/** Where the directory said somebody is who was not in the list of everybody. */
export type Absence = "DELETED" | "GONE" | "UNKNOWN";

export interface RefreshRow extends PersonChanges {
  readonly user: LinkedUser;
}

/**
 * The daily look at every user: names and mail follow, blocked and deleted people get their badge. Nobody's status
 * changes here. A person who is simply not found is called deleted only after a second "not found" at least 50 minutes
 * later, because the directory also says so of people it has not yet copied to where we ask.
 */
export function planRefresh(
  users: readonly LinkedUser[],
  present: ReadonlyMap<string, Person>,
  absent: ReadonlyMap<string, Absence>,
  now: Date,
): readonly RefreshRow[] {
  return users.flatMap((user) => {
    const person = present.get(user.directoryId);
    const changes = person ? personChanges(user, person) : absentChanges(user, absent.get(user.directoryId), now);
    return Object.keys(changes).length > 0 ? [{ user, ...changes }] : [];
  });
}

/**
 * Whom the option "disable gone" disables: active users in the hands of admins whom the directory, as just refreshed,
 * blocks or has deleted. It has a brake of its own, over the same 24 hours; one that is over it disables nobody.
 */
export function planGone(
  users: readonly User[],
  rows: readonly RefreshRow[],
  settings: Pick<SyncSettings, "disableGone" | "brake">,
  now: Date,
): { readonly disable: readonly PlannedDisable[]; readonly held: number } {
  if (!settings.disableGone) return { disable: [], held: 0 };
  const fresh = new Map(rows.map((row) => [row.user.id, row.directoryState]));
  const gone = users.flatMap((user): PlannedDisable[] => {
    const state = fresh.get(user.id) ?? user.directoryState;
    if (!isLinked(user) || user.status !== "ACTIVE" || user.managedBy !== "ADMIN") return [];
    if (state === "BLOCKED") return [{ user, reason: "BLOCKED_IN_DIRECTORY" }];
    return state === "DELETED" ? [{ user, reason: "DELETED_IN_DIRECTORY" }] : [];
  });
  const { disable } = spareLastAdmin(gone, users, rows);
  const over = isOverLimit(disable.length, { users, managedBy: "ADMIN", brake: settings.brake, now });
  return over ? { disable: [], held: disable.length } : { disable, held: 0 };
}

function absentChanges(user: LinkedUser, absence: Absence | undefined, now: Date): PersonChanges {
  if (absence === undefined || absence === "UNKNOWN" || user.directoryState === "DELETED") return {};
  if (absence === "DELETED") return { directoryState: "DELETED" };
  if (user.goneSince === null) return { goneSince: now };
  const longGone = now.getTime() - user.goneSince.getTime() >= MISSING_AFTER_MS;
  return longGone ? { directoryState: "DELETED" } : {};
}
