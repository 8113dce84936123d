import type { Person, User } from "./model.js";
import { emailKey, profileOf } from "./person.js";

/**
 * A person whose mail a user has who is not linked to the directory. Only an admin may say whether they are the same:
 * whoever can set a mail address in the directory would otherwise be handed somebody's account (R6).
 */
export interface FoundConflict {
  readonly directoryId: string;
  readonly displayName: string;
  readonly mail: string;
  /** Users without a directory id who have this mail; at most ten. */
  readonly localUserIds: readonly string[];
}

export interface Conflict extends FoundConflict {
  readonly since: Date;
  /** Met when an admin picked the person: a run that does not see them does not end it. */
  readonly byHand: boolean;
}

const MOST_USERS = 10;

/** The conflicts between these people and those of the users who are not linked. Pure. */
export function conflictsBetween(people: readonly Person[], users: readonly User[]): readonly FoundConflict[] {
  const local = new Map<string, string[]>();
  for (const { id, email, directoryId } of users) {
    if (directoryId !== null || !email) continue;
    const key = emailKey(email);
    local.set(key, [...(local.get(key) ?? []), id]);
  }

  const found = new Map<string, FoundConflict>();
  for (const person of people) {
    const { email, displayName } = profileOf(person);
    const localUserIds = email ? local.get(emailKey(email)) : undefined;
    if (!email || !localUserIds) continue;
    const some = [...localUserIds].sort().slice(0, MOST_USERS);
    found.set(person.id, { directoryId: person.id, displayName, mail: email, localUserIds: some });
  }
  return [...found.values()];
}

/** What a complete run does to the conflicts that are kept: those it met for the first time, and those that ended. */
export function stepConflicts(
  before: readonly Conflict[],
  found: readonly FoundConflict[],
): { readonly keep: readonly FoundConflict[]; readonly end: readonly string[] } {
  const kept = new Map(before.map((conflict) => [conflict.directoryId, conflict]));
  const now = new Set(found.map((conflict) => conflict.directoryId));
  return {
    keep: found.filter((conflict) => !isSame(conflict, kept.get(conflict.directoryId))),
    end: before.flatMap(({ directoryId, byHand }) => (byHand || now.has(directoryId) ? [] : [directoryId])),
  };
}

function isSame(a: FoundConflict, b: FoundConflict | undefined): boolean {
  const key = ({ displayName, mail, localUserIds }: FoundConflict) => JSON.stringify([displayName, mail, localUserIds]);
  return b !== undefined && key(a) === key(b);
}
