import type { Run, RunCounts } from "../core/model.js";
import { NO_CHANGES } from "../core/run-counts.js";
import { RUN_WORDS } from "../core/words.js";
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
    const counts = await settle(deps, accountId, run.id);
    await deps.runs.finish(accountId, run.id, { status: "FAILED", counts, reason: RUN_WORDS.CUT_SHORT });
  }
}

/** Makes the history of a run say what it really did, and counts it. Only before anybody else writes. */
export async function settle(deps: SettleDeps, accountId: string, runId: string): Promise<RunCounts> {
  await markUnreached(deps, accountId, runId);
  return countsOf(deps, accountId, runId);
}

function mayStillBeAtWork({ trigger, task, startedAt }: Run, now: Date): boolean {
  return trigger === "IMPORT" && task === null && now.getTime() - startedAt.getTime() < IMPORT_BY_HAND_MS;
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
