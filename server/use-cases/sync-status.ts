import { groupHealthOf, type GroupHealth } from "../core/group-words.js";
import { healthOf, type Health } from "../core/health.js";
import { SYNC_TRIGGERS, type Run } from "../core/run.js";
import { type Account, type ChosenGroup } from "../core/model.js";
import { restsUntil } from "../core/trouble.js";
import { say } from "../core/sentences.js";
import { scheduleAt } from "./check-consent.js";
import { isImportByHand } from "./settle-cut-short.js";
import type {
  AccountStore,
  Clock,
  GroupMemberStore,
  HoldStore,
  LeaseStore,
  RunStore,
  Scheduler,
  SettingsStore,
} from "./ports.js";

/** A day of hourly runs. */
const RECENT_RUNS = 24;

export interface SyncStatus {
  readonly enabled: boolean;
  readonly health: Health;
  /** Whatever holds the account's lease: a run of the sync, an import of everybody, an undo, a refresh. */
  readonly currentRun: Run | null;
  readonly lastRun: Run | null;
  /** The latest runs that looked at the groups, newest first; without those that were SKIPPED. */
  readonly recentRuns: readonly Run[];
  readonly nextRunAt: Date | null;
}

export interface SyncStatusDeps {
  readonly accounts: AccountStore;
  readonly settings: SettingsStore;
  readonly runs: RunStore;
  readonly leases: LeaseStore;
  readonly scheduler: Scheduler;
  readonly holds: HoldStore;
  readonly now: Clock;
  readonly intervalSeconds: number;
  /** When the last of our own credentials runs out; null where that is not known. */
  readonly credentialsExpireAt: Date | null;
}

/** What automatic import is doing, did last, and will do next. */
export async function syncStatus(deps: SyncStatusDeps, account: Account): Promise<SyncStatus> {
  const [settings, recent, running, held, hold] = await Promise.all([
    deps.settings.get(account.id),
    deps.runs.latest(account.id, { triggers: SYNC_TRIGGERS, first: RECENT_RUNS }),
    deps.runs.running(account.id),
    deps.leases.isHeld(account.id),
    deps.holds.head(account.id),
  ]);
  const runs = recent.map((run) => (run.status === "RUNNING" && !held ? cutShort(run) : run));
  const currentRun = held ? (running.find((run) => !isImportByHand(run)) ?? null) : null;
  const lastRun = runs.find((run) => run.status !== "RUNNING" && run.status !== "SKIPPED") ?? null;
  const nextHour = settings.enabled ? await deps.scheduler.nextHourlyAt(account.id) : null;
  const rest = account.trouble ? null : restsUntil(runs, scheduleAt(deps));
  const nextRunAt = nextHour && rest && rest > nextHour ? rest : nextHour;
  const { credentialsExpireAt } = deps;
  const facts = { account, settings, hold, nextRunAt, credentialsExpireAt, now: deps.now() };
  return {
    enabled: settings.enabled,
    health: healthOf({ ...facts, current: runs.find((run) => run.status === "RUNNING") ?? null, last: lastRun }),
    currentRun,
    lastRun,
    recentRuns: runs,
    nextRunAt,
  };
}

/** A row still RUNNING with nobody holding the lease belongs to a process that died. */
function cutShort(run: Run): Run {
  return { ...run, status: "FAILED", progress: null, reasons: [say("RUN_CUT_SHORT")] };
}

export interface ChosenGroupView {
  readonly id: string;
  readonly displayName: string;
  readonly people: number | null;
  readonly readAt: Date | null;
  readonly missingSince: Date | null;
  readonly health: readonly GroupHealth[];
}

/** The chosen groups with the people in them when last read. */
export async function viewChosenGroups(
  deps: { readonly groupMembers: GroupMemberStore },
  accountId: string,
  groups: readonly ChosenGroup[],
): Promise<readonly ChosenGroupView[]> {
  const sizes = await deps.groupMembers.sizes(
    accountId,
    groups.map((group) => group.id),
  );
  const sizeOf = new Map(sizes.map((size) => [size.groupId, size]));
  return groups.map((group) => {
    const { people = null, readAt = null } = sizeOf.get(group.id) ?? {};
    const { id, displayName, notFoundSince: missingSince } = group;
    return { id, displayName, people, readAt, missingSince, health: groupHealthOf(group, people) };
  });
}
