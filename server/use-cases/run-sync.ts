import type { Account, LastGroupRead, RunStatus, Snapshot, SyncSettings } from "../core/model.js";
import { guard, type Verdict } from "../core/guard.js";
import { planSync, type SyncPlan } from "../core/plan.js";
import type { DirectoryProblem } from "../core/problems.js";
import { NO_CHANGES } from "../core/run-counts.js";
import { holdWords, partialWords, problemWords, RUN_WORDS } from "../core/words.js";
import { applyPlan, type Applied } from "./apply-plan.js";
import { consentEnded, noteReadable } from "./check-consent.js";
import { requestRun, type RequestRunDeps } from "./request-run.js";
import { beginRun, LEASE_MS, underLease, type BegunRun, type Ending, type LeaseKeeper } from "./run-lease.js";
import { readsWorthKeeping } from "../core/group-reads.js";
import type { AccountStore, Directories, GroupMemberStore, RequestedRun, SettingsStore } from "./ports.js";

export interface RunSyncDeps extends RequestRunDeps {
  readonly accounts: AccountStore;
  readonly directories: Directories;
  readonly settings: SettingsStore;
  readonly groupMembers: GroupMemberStore;
  /** Aborted when the process is asked to end: the run stops at its next checkpoint. */
  readonly stopping: AbortSignal;
}

/** The hourly run of one account. Where another run is going on, it leaves a SKIPPED row and nothing else. */
export async function runScheduled(deps: RunSyncDeps, accountId: string): Promise<void> {
  const settings = await deps.settings.get(accountId);
  if (!settings.enabled || settings.groups.length === 0) return;

  const by = { trigger: "SCHEDULE", startedBy: null } as const;
  const begun = await beginRun(deps, accountId, by);
  if (begun) return carryOut(deps, begun);

  const skipped = await deps.runs.start(accountId, by);
  await deps.runs.finish(accountId, skipped.id, { ...nothing("SKIPPED"), reason: RUN_WORDS.ALREADY_RUNNING });
}

/**
 * A run that a request began: its row and its lease are there already. The queue may hand the same run out twice, after
 * an outage for example; who comes second finds the lease taken, and leaves the run alone.
 */
export async function runRequested(deps: RunSyncDeps, requested: RequestedRun): Promise<void> {
  const { accountId, runId, leaseToken } = requested;
  const lease = await deps.leases.handOver({ accountId, token: leaseToken }, LEASE_MS);
  if (lease) {
    const run = await deps.runs.byId(accountId, runId);
    if (run?.status === "RUNNING") return carryOut(deps, { run, lease });
    await deps.leases.release(lease);
  } else if (!(await deps.leases.isHeld(accountId))) {
    await deps.runs.finish(accountId, runId, { ...nothing("FAILED"), reason: RUN_WORDS.CUT_SHORT });
  }
}

async function carryOut(deps: RunSyncDeps, begun: BegunRun): Promise<void> {
  const { accountId } = begun.lease;
  const version = await underLease(deps, begun, async (keeper) => {
    const settings = await deps.settings.get(accountId);
    return { ending: await onePass(deps, accountId, settings, begun.lease.token, keeper), value: settings.version };
  });
  await runAgainUnderNewSettings(deps, accountId, version);
}

/** Settings changed in the middle of a run ask for a run of their own; the one that stopped had kept the lease. */
export async function runAgainUnderNewSettings(deps: RunSyncDeps, accountId: string, version: number): Promise<void> {
  const after = await deps.settings.get(accountId);
  if (after.version === version || !after.enabled || after.groups.length === 0 || deps.stopping.aborted) return;
  await requestRun(deps, accountId, { trigger: "SETTINGS", startedBy: null });
}

/** Read everything, decide once, then write. */
async function onePass(
  deps: RunSyncDeps,
  accountId: string,
  settings: SyncSettings,
  fence: number,
  keeper: LeaseKeeper,
): Promise<Ending> {
  const account = await deps.accounts.byId(accountId);
  if (!account) return { ...nothing("FAILED"), reason: RUN_WORDS.UNEXPECTED };

  const directory = deps.directories(account.tenantId);
  const groupIds = settings.groups.map((group) => group.id);
  const read = await directory.readGroups(groupIds, {
    nested: settings.includeNested,
    onPage: (done) => keeper.show({ stage: "READING", done, total: null }),
    signal: deps.stopping,
  });
  const stopped = await whyStop(deps, accountId, settings, keeper);
  if (stopped) return { ...nothing("STOPPED"), reason: stopped };
  if (!read.ok) return { ...nothing("FAILED"), reason: await whyUnread(deps, account, settings, read.problem) };
  if (read.value.some((group) => group.outcome === "COMPLETE")) await noteReadable(deps, account);
  else if (read.value.some((group) => group.outcome === "INCOMPLETE") && (await consentEnded(deps, account)))
    return { ...nothing("FAILED"), reason: problemWords({ code: "CONSENT_LOST" }) };

  const input = {
    snapshot: { groups: read.value },
    users: await deps.users.all(accountId),
    settings,
    lastReads: await deps.groupMembers.lastReads(accountId, groupIds),
    now: deps.now(),
  };
  const plan = planSync(input);
  const verdict = guard(plan, input);
  const applied = await applyPlan(deps.users, accountId, fence, { plan, verdict }, async (done, total) => {
    keeper.show({ stage: "APPLYING", done, total });
    return whyStop(deps, accountId, settings, keeper);
  });
  const ending = endingOf(plan, verdict, applied, input.snapshot, settings);
  await remember(deps, accountId, input, { plan, verdict, ending });
  return ending;
}

/** Asked before each write. What has been written by then stays: every step is whole in itself. */
async function whyStop(
  deps: RunSyncDeps,
  accountId: string,
  settings: SyncSettings,
  keeper: LeaseKeeper,
): Promise<string | null> {
  if (deps.stopping.aborted) return RUN_WORDS.SHUTDOWN;
  if (!(await keeper.held())) return RUN_WORDS.LEASE_LOST;
  const now = await deps.settings.get(accountId);
  if (!now.enabled) return RUN_WORDS.DISABLED;
  return now.version === settings.version ? null : RUN_WORDS.SETTINGS_CHANGED;
}

function endingOf(
  plan: SyncPlan,
  verdict: Verdict,
  { counts, stopped }: Applied,
  snapshot: Snapshot,
  settings: SyncSettings,
): Ending {
  if (stopped) return { status: "STOPPED", counts, reason: stopped };
  if (verdict.because.length > 0) {
    const additions = plan.create.length + plan.reenable.length;
    return { status: "HELD", counts, reason: holdWords(verdict, plan.disable.length, additions) };
  }
  if (plan.unknownGroups.length === 0 && counts.failed === 0) return { status: "SUCCEEDED", counts, reason: null };

  const names = new Map(settings.groups.map((group) => [group.id, group.displayName]));
  const unread = plan.unknownGroups.map(({ groupId }) => names.get(groupId) ?? groupId);
  const anyComplete = snapshot.groups.some((group) => group.outcome === "COMPLETE");
  const status = unread.length > 0 && !anyComplete ? "FAILED" : "PARTIAL";
  return { status, counts, reason: partialWords(unread, counts.failed) };
}

/** Keeps what the next run needs to know of this one; an hour in which nothing changed writes nothing. */
async function remember(
  deps: RunSyncDeps,
  accountId: string,
  input: {
    readonly snapshot: Snapshot;
    readonly settings: SyncSettings;
    readonly lastReads: readonly LastGroupRead[];
    readonly now: Date;
  },
  outcome: { readonly plan: SyncPlan; readonly verdict: Verdict; readonly ending: Ending },
): Promise<void> {
  const { settings, now } = input;
  if (outcome.ending.status === "STOPPED") return;

  const reads = readsWorthKeeping(input, outcome);
  if (reads.length > 0) await deps.groupMembers.save(accountId, reads);

  const settledAt = settings.settledAt ?? (outcome.ending.status === "SUCCEEDED" ? now : null);
  const { groups } = outcome.plan;
  const isNews = settledAt !== settings.settledAt || JSON.stringify(groups) !== JSON.stringify(settings.groups);
  if (isNews) await deps.settings.noteRun(accountId, settings.version, { groups, settledAt });
}

/** Why nothing could be read. "Forbidden" may concern the one chosen group alone: then the consent still stands. */
async function whyUnread(
  deps: RunSyncDeps,
  account: Account,
  settings: SyncSettings,
  problem: DirectoryProblem,
): Promise<string> {
  if (problem.code !== "CONSENT_MISSING") return problemWords(problem);
  if (await consentEnded(deps, account)) return problemWords({ code: "CONSENT_LOST" });
  return partialWords(
    settings.groups.map((group) => group.displayName),
    0,
  );
}

export const nothing = (status: RunStatus): Ending => ({ status, counts: NO_CHANGES, reason: null });
