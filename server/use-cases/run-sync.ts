import { SYNC_TRIGGERS } from "../core/run.js";
import { type Account, type SyncSettings } from "../core/model.js";
import { hasWork } from "../core/plan.js";
import { isLate, isPaused, restsUntil, RUNS_THAT_TELL_OF_REST } from "../core/trouble.js";
import { say } from "../core/sentences.js";
import { scheduleAt } from "./check-consent.js";
import { refreshPersonPass } from "./refresh-person.js";
import { requestRun, type RequestRunDeps } from "./request-run.js";
import { importMatchingPass } from "./import-matching.js";
import type { RunSyncDeps } from "./run-deps.js";
import { beginRun, LEASE_MS, nothing, underLease, type BegunRun, type Ending, type LeaseKeeper } from "./run-lease.js";
import { syncPass } from "./sync-pass.js";
import { undoPass } from "./undo-run.js";
import type { HoldHead, RequestedRun } from "./ports.js";

/**
 * The hourly run of one account. Where another run is going on, it leaves a SKIPPED row and nothing else; where the last
 * ones failed again and again, it waits longer.
 */
export async function runScheduled(deps: RunSyncDeps, accountId: string): Promise<void> {
  const settings = await deps.settings.get(accountId);
  if (!settings.enabled || !hasWork(settings)) return;
  const account = await deps.accounts.byId(accountId);
  if (!account || isPaused(account.trouble, scheduleAt(deps))) return;

  const latest = await deps.runs.latest(accountId, { triggers: SYNC_TRIGGERS, first: RUNS_THAT_TELL_OF_REST });
  // A trouble has a pause of its own, which is over by now
  if (!account.trouble && restsUntil(latest, scheduleAt(deps))) return;

  const trigger = isLate(latest, account.trouble, scheduleAt(deps)) ? "CATCH_UP" : "SCHEDULE";
  const by = { trigger, startedBy: null } as const;
  const begun = await beginRun(deps, accountId, by);
  if (begun) return carryOut(deps, begun);

  const skipped = await deps.runs.start(accountId, by);
  await deps.runs.finish(accountId, skipped.id, nothing("SKIPPED", say("ANOTHER_RUN_WENT_ON")));
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
    await deps.runs.finish(accountId, runId, nothing("FAILED", say("RUN_CUT_SHORT")));
  }
}

function carryOut(deps: RunSyncDeps, begun: BegunRun): Promise<void> {
  const { task } = begun.run;
  return performRun(deps, begun, ({ account, settings, keeper }) => {
    switch (task?.kind) {
      case "UNDO":
        return undoPass(deps, task.runId, begun, keeper);
      case "IMPORT_MATCHING":
        return importMatchingPass(deps, account, task, begun, keeper);
      case "REFRESH_PERSON":
        return refreshPersonPass(deps, { account, settings, directoryId: task.directoryId }, begun, keeper);
      case undefined:
        return syncPass(deps, { account, settings }, begun, keeper);
    }
  });
}

/** Does the work of a run under its lease, counts what it asks of Microsoft, and asks for the run that must follow. */
export async function performRun(
  deps: RunSyncDeps,
  begun: BegunRun,
  work: (at: {
    readonly account: Account;
    readonly settings: SyncSettings;
    readonly keeper: LeaseKeeper;
  }) => Promise<Ending>,
): Promise<void> {
  const { accountId } = begun.lease;
  const before = await underLease(deps, begun, async (keeper) => {
    const settings = await deps.settings.get(accountId);
    const approval = begun.run.task ? null : approvalOf(await deps.holds.head(accountId));
    const account = await deps.accounts.byId(accountId);
    const before = { settings, approval };
    if (!account) return { ending: nothing("FAILED", say("RUN_UNEXPECTED")), value: before };
    const directory = deps.directories(account.tenantId);
    const { value, usage } = await directory.measured(
      () => work({ account, settings, keeper }),
      (ms) => keeper.waits(ms),
    );
    return { ending: { ...value, usage }, value: before };
  });
  await goOnAfter(deps, accountId, before);
}

/** What a run took up when it began. Compared by versions: two processes' clocks need not agree. */
interface TakenUp {
  readonly settings: SyncSettings;
  /** The approval that was pending; null also for a run that carries none out. */
  readonly approval: string | null;
}

const approvalOf = (hold: HoldHead | null): string | null =>
  hold?.approval ? `${hold.id} ${hold.approval.version}` : null;

/**
 * What was decided in the middle of a run asks for a run of its own; the one that was going on had kept the lease: a
 * change of the settings, or the approval of a hold.
 */
export async function goOnAfter(
  deps: RequestRunDeps & Pick<RunSyncDeps, "settings" | "holds" | "stopping">,
  accountId: string,
  before: TakenUp,
): Promise<void> {
  if (deps.stopping.aborted) return;
  const after = await deps.settings.get(accountId);
  if (!after.enabled) return;
  const changed = after.version !== before.settings.version && hasWork(after);
  const hold = await deps.holds.head(accountId);
  if (changed) await requestRun(deps, accountId, { trigger: "SETTINGS", startedBy: null });
  // One that it took up and could not carry out waits for the next hour
  else if (hold?.approval && approvalOf(hold) !== before.approval)
    await requestRun(deps, accountId, { trigger: "APPROVAL", startedBy: hold.approval.by });
}
