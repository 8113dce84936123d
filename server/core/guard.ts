import { approvedOf, type HeldChange, type Hold, type HoldReason } from "./hold.js";
import type { Brake, ManagedBy, SyncInput, User } from "./model.js";
import type { LinkedUser, PlannedCreate, PlannedDisable, SyncPlan } from "./plan.js";

export type { HoldReason } from "./hold.js";

/** What of a plan may be written, and what is kept back for an admin. */
export interface Verdict {
  readonly disable: readonly PlannedDisable[];
  readonly create: readonly PlannedCreate[];
  readonly reenable: readonly LinkedUser[];
  readonly held: readonly HeldChange[];
  readonly because: readonly HoldReason[];
  /** Most people this day may disable. */
  readonly limit: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Additions up to this many are never held, however small the account. */
const UNREMARKABLE_ADDITIONS = 50;

/**
 * The brake. It looks at a whole day, because a directory that empties itself a little every hour does as much harm as
 * one that does so at once. It can be set, but not switched off. What it keeps back it keeps back whole: a part of a
 * wrong list is as wrong as the list. What an admin approved by name is not counted, and goes on.
 */
export function guard(plan: SyncPlan, input: SyncInput, hold: Hold | null): Verdict {
  // Who was agreed to leave was not agreed to come in, and the other way round
  const mayLeave = new Set([...input.approved, ...idsOf(approvedOf(hold), isLeaver)]);
  const mayCome = new Set(idsOf(approvedOf(hold), isNewcomer));
  const waits = new Set(idsOf(hold?.people ?? [], isNewcomer).filter((id) => !mayCome.has(id)));

  const leaving = plan.disable.filter(({ user }) => !mayLeave.has(user.directoryId));
  const leavers = [
    ...leaverReasons(leaving, plan, input),
    ...(leaving.length > 0 && isStillOpen(hold, leaving, mayLeave) ? (["HOLD_OPEN"] as const) : []),
  ];

  const coming = [...plan.create.map((row) => row.person.id), ...plan.reenable.map((user) => user.directoryId)];
  const growth = growthReasons(
    countOf(coming, (id) => !mayCome.has(id) && !waits.has(id)),
    input,
  );
  const isHeld = (id: string) => waits.has(id) || (growth.length > 0 && !mayCome.has(id));

  const create = plan.create.filter((row) => !isHeld(row.person.id));
  const reenable = plan.reenable.filter((user) => !isHeld(user.directoryId));
  const held = [
    ...(leavers.length > 0 ? leaving.map(heldDisable) : []),
    ...plan.create.filter((row) => isHeld(row.person.id)).map(heldCreate),
    ...plan.reenable.filter((user) => isHeld(user.directoryId)).map(heldReenable),
    ...unseen(hold, plan, new Set(coming), input),
  ];
  return {
    disable: leavers.length > 0 ? plan.disable.filter(({ user }) => mayLeave.has(user.directoryId)) : plan.disable,
    create,
    reenable,
    held,
    because: [...leavers, ...growth],
    limit: limitOf(input.users, "GROUPS", input.settings.brake, input.now),
  };
}

/**
 * Most people a day may disable, of n managed by groups: a fifth (or what is set), but at least a third while that is
 * few (5), and always one. n = 4: 1, 6: 2, 10: 3, 15: 5, 100: 20, from 2,500: 500.
 */
export function brakeLimit(n: number, brake: Brake): number {
  return Math.max(1, Math.min(5, Math.floor(n / 3)), Math.min(Math.floor((n * brake.percent) / 100), brake.cap));
}

/** Most people of this kind that this day may disable. */
export function limitOf(users: readonly User[], managedBy: ManagedBy, brake: Brake, now: Date): number {
  const active = countOf(users, (user) => user.status === "ACTIVE" && user.managedBy === managedBy);
  return brakeLimit(active + countOf(users, (user) => wasDisabledLately(user, managedBy, now)), brake);
}

/** Whether so many more disables are over the limit of this day. Approved ones of before do not count. */
export function isOverLimit(
  more: number,
  { users, managedBy, brake, now }: { users: readonly User[]; managedBy: ManagedBy; brake: Brake; now: Date },
): boolean {
  const lately = countOf(users, (user) => wasDisabledLately(user, managedBy, now) && !user.disableApproved);
  return more > 0 && lately + more > limitOf(users, managedBy, brake, now);
}

/** A hold that nobody decided keeps everybody who leaves; one that is being carried out keeps those who came too late. */
function isStillOpen(hold: Hold | null, leaving: readonly PlannedDisable[], mayLeave: ReadonlySet<string>): boolean {
  if (!hold) return false;
  if (!hold.approval) return true;
  const tooLate = new Set(idsOf(hold.people, isLeaver).filter((id) => !mayLeave.has(id)));
  return leaving.some(({ user }) => tooLate.has(user.directoryId));
}

/** In a run that could not read everything, people on the hold who did not show stay on it: nobody knows. */
function unseen(hold: Hold | null, plan: SyncPlan, seen: ReadonlySet<string>, { settings }: SyncInput): HeldChange[] {
  if (!hold || plan.unknownGroups.length === 0) return [];
  return hold.people
    .filter((change) => !seen.has(change.directoryId) && (isNewcomer(change) || settings.disableLeavers))
    .map(({ since: _, ...change }) => change);
}

const isLeaver = (change: HeldChange): boolean => change.action === "DISABLE";
const isNewcomer = (change: HeldChange): boolean => !isLeaver(change);

const idsOf = (changes: readonly HeldChange[], wanted: (change: HeldChange) => boolean): string[] =>
  changes.filter(wanted).map((change) => change.directoryId);

function leaverReasons(leaving: readonly PlannedDisable[], plan: SyncPlan, input: SyncInput): HoldReason[] {
  if (leaving.length === 0) return [];
  const { users, now, settings } = input;

  const reasons: HoldReason[] = [];
  if (isOverLimit(leaving.length, { users, managedBy: "GROUPS", brake: settings.brake, now }))
    reasons.push("TOO_MANY_LEAVERS");
  if (plan.disable.length >= countOf(users, (user) => user.status === "ACTIVE" && user.managedBy === "GROUPS"))
    reasons.push("NOBODY_LEFT");
  if (plan.collapsed.length > 0) reasons.push("GROUP_COLLAPSED");
  return reasons;
}

/** The first run after a choice of groups may add everybody: that is what was asked for. Later ones may not. */
function growthReasons(additions: number, { users, settings }: SyncInput): HoldReason[] {
  if (settings.settledAt === null) return [];
  const active = countOf(users, (user) => user.status === "ACTIVE");
  return additions > Math.max(UNREMARKABLE_ADDITIONS, Math.floor(active / 2)) ? ["TOO_MANY_ADDITIONS"] : [];
}

function wasDisabledLately(user: User, managedBy: ManagedBy, now: Date): boolean {
  if (user.disabledBy !== "SYNC" || user.managedBy !== managedBy || user.disabledAt === null) return false;
  return now.getTime() - user.disabledAt.getTime() < DAY_MS;
}

function heldDisable({ user, reason }: PlannedDisable): HeldChange {
  const { directoryId, displayName, groupIds } = user;
  return { directoryId, displayName, action: "DISABLE", reason, groupIds };
}

function heldCreate({ person, profile, groupIds }: PlannedCreate): HeldChange {
  const { displayName } = profile;
  return { directoryId: person.id, displayName, action: "CREATE", reason: "IN_CHOSEN_GROUP", groupIds };
}

function heldReenable({ directoryId, displayName, groupIds }: LinkedUser): HeldChange {
  return { directoryId, displayName, action: "REENABLE", reason: "BACK_IN_CHOSEN_GROUP", groupIds };
}

function countOf<T>(items: readonly T[], wanted: (item: T) => boolean): number {
  let count = 0;
  for (const item of items) if (wanted(item)) count += 1;
  return count;
}
