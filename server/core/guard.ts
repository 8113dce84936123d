import type { Brake, LastGroupRead, Snapshot, SyncInput } from "./model.js";
import { isManagedAndActive, type SyncPlan } from "./plan.js";

export type HoldReason =
  /** More people would be disabled within 24 hours than the brake allows. */
  | "TOO_MANY_LEAVERS"
  /** Nobody managed by groups would remain active. */
  | "NOBODY_LEFT"
  /** A chosen group lost more than half of its people since it was last read. */
  | "GROUP_COLLAPSED"
  /** More people would be added than the account is likely to expect. */
  | "TOO_MANY_ADDITIONS";

/** What of a plan may be written. A held change is kept back whole: a part of a wrong list is as wrong as the list. */
export interface Verdict {
  readonly disables: "APPLY" | "HOLD";
  readonly additions: "APPLY" | "HOLD";
  readonly because: readonly HoldReason[];
  /** Most people this day may disable. */
  readonly limit: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** A group smaller than this may change wholly without it meaning anything. */
const SMALL_GROUP = 4;

/** Additions up to this many are never held, however small the account. */
const UNREMARKABLE_ADDITIONS = 50;

/**
 * The brake. It looks at a whole day, because a directory that empties itself a little every hour does as much harm as
 * one that does so at once. It can be set, but not switched off.
 */
export function guard(plan: SyncPlan, input: SyncInput): Verdict {
  const leaving = leaverReasons(plan, input);
  const growing = growthReasons(plan, input);
  return {
    disables: leaving.length > 0 ? "HOLD" : "APPLY",
    additions: growing.length > 0 ? "HOLD" : "APPLY",
    because: [...leaving, ...growing],
    limit: limitOf(input),
  };
}

/**
 * Most people a day may disable, of n managed by groups: a fifth (or what is set), but at least a third while that is
 * few (5), and always one. n = 4: 1, 6: 2, 10: 3, 15: 5, 100: 20, from 2,500: 500.
 */
export function brakeLimit(n: number, brake: Brake): number {
  return Math.max(1, Math.min(5, Math.floor(n / 3)), Math.min(Math.floor((n * brake.percent) / 100), brake.cap));
}

function leaverReasons(plan: SyncPlan, input: SyncInput): HoldReason[] {
  if (plan.disable.length === 0) return [];

  const reasons: HoldReason[] = [];
  if (disabledLately(input) + plan.disable.length > limitOf(input)) reasons.push("TOO_MANY_LEAVERS");
  if (plan.disable.length >= activeByGroups(input)) reasons.push("NOBODY_LEFT");
  if (input.snapshot.groups.some((read) => hasCollapsed(read, input.lastReads))) reasons.push("GROUP_COLLAPSED");
  return reasons;
}

const activeByGroups = ({ users }: SyncInput): number => users.filter(isManagedAndActive).length;

const disabledLately = ({ users, now }: SyncInput): number =>
  users.filter((user) => user.disabledBy === "SYNC" && isWithinDay(user.disabledAt, now)).length;

const limitOf = (input: SyncInput): number =>
  brakeLimit(activeByGroups(input) + disabledLately(input), input.settings.brake);

function hasCollapsed(read: Snapshot["groups"][number], lastReads: readonly LastGroupRead[]): boolean {
  const before = lastReads.find((last) => last.groupId === read.groupId)?.personIds ?? [];
  if (read.outcome !== "COMPLETE" || before.length < SMALL_GROUP) return false;
  const present = new Set(read.people.map((person) => person.id));
  const lost = before.filter((id) => !present.has(id)).length;
  return lost * 2 > before.length;
}

/** The first run after a choice of groups may add everybody: that is what was asked for. Later ones may not. */
function growthReasons(plan: SyncPlan, { users, settings }: SyncInput): HoldReason[] {
  if (settings.settledAt === null) return [];
  const active = users.filter((user) => user.status === "ACTIVE").length;
  const additions = plan.create.length + plan.reenable.length;
  return additions > Math.max(UNREMARKABLE_ADDITIONS, Math.floor(active / 2)) ? ["TOO_MANY_ADDITIONS"] : [];
}

const isWithinDay = (moment: Date | null, now: Date): boolean =>
  moment !== null && now.getTime() - moment.getTime() < DAY_MS;
