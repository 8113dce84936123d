import type { GroupRead, LastGroupRead, Person, SyncSettings, User } from "../server/core/model.js";
import { DEFAULT_SETTINGS } from "../server/core/model.js";
import { profileOf } from "../server/core/person.js";
import type { OnePerson } from "../server/core/one-person.js";
import type { LinkedUser } from "../server/core/plan.js";

/*
 * Builders fill in what a test does not care about. An id is all a person or user needs to be told apart.
 */

export const NOW = new Date("2026-05-04T10:00:00Z");

export const minutesBefore = (minutes: number, moment = NOW): Date => new Date(moment.getTime() - minutes * 60_000);

export function person(id: string, fields: Partial<Person> = {}): Person {
  return {
    id,
    displayName: `Name of ${id}`,
    givenName: null,
    surname: null,
    mail: `${id}@contoso.example`,
    userPrincipalName: `${id}@contoso.example`,
    jobTitle: null,
    department: null,
    accountEnabled: true,
    kind: "MEMBER",
    ...fields,
  };
}

/** A user who is up to date with `person(id)`, and came by a group. */
export function user(id: string, fields: Partial<User> = {}): LinkedUser {
  return {
    ...profileOf(person(id)),
    id: `user-${id}`,
    role: "EMPLOYEE",
    status: "ACTIVE",
    disabledBy: null,
    disabledReason: null,
    disabledAt: null,
    disableApproved: false,
    statusSince: minutesBefore(10_000),
    origin: "SYNC",
    managedBy: "GROUPS",
    keptBy: null,
    directoryState: "ENABLED",
    goneSince: null,
    groupIds: ["sales"],
    createdAt: minutesBefore(10_000),
    updatedAt: minutesBefore(10_000),
    lastSignInAt: null,
    ...fields,
    directoryId: fields.directoryId ?? id,
  };
}

/** Somebody made in the application, whom nobody linked to the directory. */
export function localUser(email: string, fields: Partial<User> = {}): User {
  return { ...user(email), email, directoryId: null, origin: "LOCAL", managedBy: "ADMIN", groupIds: [], ...fields };
}

/** `ada`, whom the directory shows enabled and in Sales, and who is not here. */
export const onePerson = (fields: Partial<OnePerson> = {}): OnePerson => ({
  directoryId: "ada",
  seen: { found: "PRESENT", person: person("ada"), groupIds: new Set(["sales"]) },
  user: null,
  settings: settings(),
  unsure: new Set(),
  missing: new Set(),
  pinned: false,
  excludedBefore: false,
  localMails: new Set(),
  hold: null,
  lastAdmin: false,
  now: NOW,
  ...fields,
});

/** The admin every account has: outside the groups, so that no plan concerns them. */
export const admin = user("admin", { role: "ADMIN", origin: "LOCAL", managedBy: "ADMIN", groupIds: [] });

export const settings = (fields: Partial<SyncSettings> = {}): SyncSettings => ({
  ...DEFAULT_SETTINGS,
  enabled: true,
  disableLeavers: true,
  groups: [{ id: "sales", displayName: "Sales", notFoundSince: null }],
  ...fields,
});

export const complete = (people: readonly Person[], groupId = "sales", others = 0): GroupRead => ({
  groupId,
  outcome: "COMPLETE",
  people,
  others,
});

export const broken = (
  outcome: "INCOMPLETE" | "HIDDEN" | "NOT_FOUND",
  people: readonly Person[] = [],
  groupId = "sales",
): GroupRead => ({ groupId, outcome, people, because: "a test said so" });

export const lastRead = (personIds: readonly string[], groupId = "sales"): LastGroupRead => ({
  groupId,
  personIds,
  readAt: minutesBefore(60),
});

export const ids = (count: number, prefix = "p"): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
