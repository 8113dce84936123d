import type { ChangedFields, PlannedChange } from "./changes.js";
import type { ManagedBy, Person, Profile, User } from "./model.js";
import { profileOf } from "./person.js";
import type { LinkedUser, PlannedCreate, PlannedDisable, PlannedUpdate } from "./plan.js";

/* How planned rows read in the history: who, what, why, before and after. Pure. */

export function createdChange({ person }: PlannedCreate): PlannedChange {
  return { ...newcomer(person, "GROUPS"), reason: "IN_CHOSEN_GROUP" };
}

export function importedChange(person: Person, managedBy: ManagedBy): PlannedChange {
  return { ...newcomer(person, managedBy), reason: "BY_HAND" };
}

export function reenabledChange(user: LinkedUser): PlannedChange {
  return { ...who(user), action: "REENABLE", reason: "BACK_IN_CHOSEN_GROUP", ...statusChange(user, "ACTIVE") };
}

export function disabledChange({ user, reason }: PlannedDisable): PlannedChange {
  return { ...who(user), action: "DISABLE", reason, ...statusChange(user, "DISABLED") };
}

/** Only what differs; a change of the groups alone is not told, and neither is a badge. */
export function updatedChange({ user, profile }: PlannedUpdate): PlannedChange | null {
  if (!profile) return null;
  const changed = (Object.keys(profile) as (keyof Profile)[]).filter((field) => profile[field] !== user[field]);
  const pick = (from: Profile) => Object.fromEntries(changed.map((field) => [field, from[field]]));
  return {
    ...who(user),
    action: "UPDATE",
    reason: "FOLLOWS_DIRECTORY",
    before: pick(user),
    after: pick(profile),
  };
}

export function statusChange(user: User, status: User["status"]) {
  return { before: { status: user.status }, after: { status } };
}

function newcomer(person: Person, managedBy: ManagedBy) {
  const { displayName, email } = profileOf(person);
  const after: ChangedFields = { displayName, email, status: "ACTIVE", managedBy };
  return { directoryId: person.id, displayName, action: "CREATE", before: null, after } as const;
}

const who = ({ directoryId, displayName }: LinkedUser) => ({ directoryId, displayName });
