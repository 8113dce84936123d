import { newlyChosen } from "../server/core/group-health.js";
import type { HeldPerson, Hold, HoldApproval } from "../server/core/hold.js";
import type {
  ChosenGroup,
  GroupRead,
  LastGroupRead,
  Person,
  SyncInput,
  SyncSettings,
  Told,
  User,
} from "../server/core/model.js";
import type { Run } from "../server/core/run.js";
import { DEFAULT_SETTINGS } from "../server/core/model.js";
import { profileOf } from "../server/core/person.js";
import type { OnePerson } from "../server/core/one-person.js";
import type { LinkedUser } from "../server/core/plan.js";
import { NO_CHANGES, NO_USAGE } from "../server/core/run-counts.js";

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

/** A chosen group of which there is nothing to tell. */
export const chosenGroup = (id: string, fields: Partial<ChosenGroup> = {}): ChosenGroup => ({
  ...newlyChosen({ id, displayName: id, dynamic: false }),
  ...fields,
});

export const settings = (fields: Partial<SyncSettings> = {}): SyncSettings => ({
  ...DEFAULT_SETTINGS,
  enabled: true,
  disableLeavers: true,
  groups: [chosenGroup("sales", { displayName: "Sales" })],
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

export interface InputFields {
  /** The chosen groups as read; the settings choose "sales" unless told otherwise. */
  readonly groups?: readonly GroupRead[];
  /** The excluded groups as read. */
  readonly excluded?: readonly GroupRead[];
  readonly users?: readonly User[];
  /** Beside `users`: the admin whom every account has, unless told otherwise. */
  readonly admins?: readonly User[];
  readonly settings?: Partial<SyncSettings>;
  readonly lastReads?: readonly LastGroupRead[];
  readonly approved?: readonly string[];
}

/** What a run knows before it decides. */
export const input = (fields: InputFields = {}): SyncInput => ({
  snapshot: { groups: fields.groups ?? [complete([])], excluded: fields.excluded ?? [] },
  users: [...(fields.admins ?? [admin]), ...(fields.users ?? [])],
  settings: settings(fields.settings),
  lastReads: fields.lastReads ?? [],
  approved: new Set(fields.approved),
  now: NOW,
});

/** Somebody whose disable waits on a hold since its first version. */
export const held = (directoryId: string, fields: Partial<HeldPerson> = {}): HeldPerson => ({
  directoryId,
  displayName: `Name of ${directoryId}`,
  action: "DISABLE",
  reason: "LEFT_GROUPS",
  groupIds: ["sales"],
  since: 1,
  ...fields,
});

/** Somebody who waits on a hold to come in. */
export const heldNewcomer = (directoryId: string, fields: Partial<HeldPerson> = {}): HeldPerson =>
  held(directoryId, { action: "CREATE", reason: "IN_CHOSEN_GROUP", ...fields });

/** An open hold that nobody has decided about. */
export const hold = (people: readonly HeldPerson[], fields: Partial<Hold> = {}): Hold => ({
  id: "hold",
  status: "OPEN",
  because: ["TOO_MANY_LEAVERS"],
  limit: 1,
  version: 1,
  settingsVersion: 0,
  people,
  approval: null,
  openedAt: minutesBefore(60),
  decidedBy: null,
  decidedAt: null,
  ...fields,
});

export const approvalOf = (version: number): HoldApproval => ({ version, by: "Ada Admin", at: minutesBefore(5) });

/** A run of the schedule that ended well half an hour ago. */
export const run = (fields: Partial<Run> = {}): Run => ({
  id: "run",
  trigger: "SCHEDULE",
  status: "SUCCEEDED",
  startedAt: minutesBefore(30),
  finishedAt: minutesBefore(30),
  startedBy: null,
  counts: NO_CHANGES,
  usage: NO_USAGE,
  task: null,
  undoneBy: null,
  stopAskedBy: null,
  progress: null,
  reasons: [],
  setback: null,
  ...fields,
});

export const ids = (count: number, prefix = "p"): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);

/** The first round of telling of a hold, which nobody has taken yet. */
export const told = (fields: Partial<Told> = {}): Told => ({
  kind: "HELD",
  key: "",
  times: 1,
  toldAt: NOW,
  undelivered: ["MAIL", "WEBHOOK"],
  tries: 1,
  triedAt: NOW,
  ...fields,
});
