import type { SyncSettings } from "../core/model.js";
import { hasWork } from "../core/plan.js";
import { RUN_WORDS } from "../core/words.js";
import { requestRun, type RequestRunDeps } from "./request-run.js";
import type { RunSyncDeps } from "./run-deps.js";
import { beginRun, LEASE_MS, nothing, underLease, type BegunRun } from "./run-lease.js";
import { syncPass } from "./sync-pass.js";
import { SYNC_TRIGGERS } from "./sync-status.js";
import { undoPass } from "./undo-run.js";
import type { HoldHead, RequestedRun } from "./ports.js";

/** A run this much later than its hour is called what it is: one that catches up. */
const LATE = 1.75;

/** The hourly run of one account. Where another run is going on, it leaves a SKIPPED row and nothing else. */
export async function runScheduled(deps: RunSyncDeps, accountId: string): Promise<void> {
  const settings = await deps.settings.get(accountId);
  if (!settings.enabled || !hasWork(settings)) return;

  const trigger = (await isOverdue(deps, accountId)) ? "CATCH_UP" : "SCHEDULE";
  const by = { trigger, startedBy: null } as const;
  const begun = await beginRun(deps, accountId, by);
  if (begun) return carryOut(deps, begun);

  const skipped = await deps.runs.start(accountId, by);
  await deps.runs.finish(accountId, skipped.id, nothing("SKIPPED", RUN_WORDS.ALREADY_RUNNING));
}

async function isOverdue(deps: RunSyncDeps, accountId: string): Promise<boolean> {
  const [last] = await deps.runs.latest(accountId, { triggers: SYNC_TRIGGERS, first: 1 });
  return last !== undefined && deps.now().getTime() - last.startedAt.getTime() > LATE * deps.intervalSeconds * 1000;
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
    await deps.runs.finish(accountId, runId, nothing("FAILED", RUN_WORDS.CUT_SHORT));
  }
}

async function carryOut(deps: RunSyncDeps, begun: BegunRun): Promise<void> {
  const { accountId } = begun.lease;
  const before = await underLease(deps, begun, async (keeper) => {
    const settings = await deps.settings.get(accountId);
    const { task } = begun.run;
    if (task?.kind === "UNDO")
      return { ending: await undoPass(deps, task.runId, begun, keeper), value: { settings, approval: null } };
    const approval = approvalOf(await deps.holds.head(accountId));
    return { ending: await syncPass(deps, settings, begun, keeper), value: { settings, approval } };
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
