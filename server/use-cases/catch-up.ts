import { SYNC_TRIGGERS } from "../core/run.js";
import { hasWork } from "../core/plan.js";
import { requestRun } from "./request-run.js";
import { LEASE_MS } from "./run-lease.js";
import type { RunSyncDeps } from "./run-deps.js";
import { settleCutShort } from "./settle-cut-short.js";

/** A process that stopped longer ago than this left nothing that the hourly runs have not made good since. */
const LOOK_BACK_MS = 2 * 3_600_000;

/**
 * Begins one run for each account whose last run was cut short, by a kill or by a shutdown, instead of leaving it to the
 * next hour. Every worker does so at its start and regularly after; the lease sees to it that one of them gets through,
 * and a run that is RUNNING with its lease held is somebody's at work.
 */
export async function catchUp(deps: RunSyncDeps): Promise<void> {
  const now = deps.now();
  const accountIds = await deps.runs.accountsCutShort({
    startedBefore: now,
    stoppedFor: "RUN_SHUTDOWN",
    stoppedSince: new Date(now.getTime() - LOOK_BACK_MS),
  });
  for (const accountId of accountIds) {
    if (deps.stopping.aborted) return;
    if (!(await deps.leases.isHeld(accountId))) await catchUpOne(deps, accountId);
  }
}

async function catchUpOne(deps: RunSyncDeps, accountId: string): Promise<void> {
  const settings = await deps.settings.get(accountId);
  const [last] = await deps.runs.latest(accountId, { triggers: SYNC_TRIGGERS, first: 1 });
  const wasCut =
    last?.status === "RUNNING" ||
    (last?.status === "STOPPED" && last.reasons.some(({ code }) => code === "RUN_SHUTDOWN"));
  if (wasCut && settings.enabled && hasWork(settings)) {
    await requestRun(deps, accountId, { trigger: "CATCH_UP", startedBy: null });
    return;
  }
  const lease = await deps.leases.acquire(accountId, LEASE_MS);
  if (!lease) return;
  if (lease.takenOver) await deps.users.raiseFence(accountId, lease.token);
  await settleCutShort(deps, accountId);
  await deps.leases.release(lease);
}
