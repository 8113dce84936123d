import type { Run, RunCounts } from "../core/run.js";
import { NO_CHANGES } from "../core/run-counts.js";
import { say, type Sentence } from "../core/sentences.js";
import { stepOf } from "./apply-plan.js";
import type { ChangeStore, Clock, RunStore, UserStore } from "./ports.js";

export interface SettleDeps {
  readonly runs: RunStore;
  readonly changes: ChangeStore;
  readonly users: UserStore;
  readonly now: Clock;
}

/** An import by hand needs no lease, so nobody is told when its process dies; none takes as long as this. */
const IMPORT_BY_HAND_MS = 10 * 60 * 1000;

/**
 * Ends the runs of this account whose process died, with what they really did. Called by whoever holds the lease, before
 * anything else is written: of the last step alone nobody saw the end, and the marks on the users still tell it.
 */
export async function settleCutShort(deps: SettleDeps, accountId: string): Promise<void> {
  for (const run of await deps.runs.running(accountId)) {
    if (mayStillBeAtWork(run, deps.now())) continue;
    const reason = run.trigger === "IMPORT" ? say("IMPORT_CUT_SHORT") : say("RUN_CUT_SHORT");
    await settleRun(deps, accountId, run.id, reason);
  }
}

/**
 * Ends one run that broke off, as FAILED, with what it really did. Where another run has settled it already, its history
 * is left alone: marks on users may be newer by then.
 */
export async function settleRun(deps: SettleDeps, accountId: string, runId: string, reason: Sentence): Promise<void> {
  if ((await deps.runs.byId(accountId, runId))?.status !== "RUNNING") return;
  await markUnreached(deps, accountId, runId);
  const counts = await countsOf(deps, accountId, runId);
  await deps.runs.finish(accountId, runId, { status: "FAILED", counts, reasons: [reason] });
}

/** An import of people who were ticked, which its request carries out by itself. */
export const isImportByHand = ({ trigger, task }: Run): boolean => trigger === "IMPORT" && task === null;

function mayStillBeAtWork(run: Run, now: Date): boolean {
  return isImportByHand(run) && now.getTime() - run.startedAt.getTime() < IMPORT_BY_HAND_MS;
}

async function markUnreached({ changes, users }: SettleDeps, accountId: string, runId: string): Promise<void> {
  const last = await changes.lastStep(accountId, runId);
  if (!last) return;
  const marks = await users.marksOf(accountId, last.directoryIds);
  // A write that is not in the history may have come after it: that began only when the last step had wholly ended
  const unreached = last.directoryIds.filter((id) => (stepOf(runId, marks.get(id)) ?? -Infinity) < last.number);
  await changes.except(
    accountId,
    runId,
    last.number,
    unreached.map((directoryId) => ({ directoryId, outcome: "NOT_REACHED", because: null })),
  );
}

async function countsOf({ changes }: SettleDeps, accountId: string, runId: string): Promise<RunCounts> {
  const done = await changes.countDone(accountId, runId);
  return {
    ...NO_CHANGES,
    added: done.CREATE,
    reenabled: done.REENABLE,
    updated: done.UPDATE,
    disabled: done.DISABLE,
  };
}
