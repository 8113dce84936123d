import type { Run } from "../core/run.js";
import { hasWork } from "../core/plan.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { say } from "../core/sentences.js";
import { beginRun, nothing, type LeaseDeps, type RunRequest } from "./run-lease.js";
import type { Caller } from "./sign-in.js";
import type { Scheduler, SettingsStore } from "./ports.js";

export interface RequestRunDeps extends LeaseDeps {
  readonly scheduler: Scheduler;
}

/** "Run now". Answers with the run at once; a worker carries it out. */
export async function startRun(
  deps: RequestRunDeps & { readonly settings: SettingsStore },
  { account, user }: Caller,
): Promise<Result<Run, Problem>> {
  const settings = await deps.settings.get(account.id);
  if (!settings.enabled) return problem({ code: "NOT_ENABLED" });
  if (!hasWork(settings)) return problem({ code: "NO_GROUPS" });

  const run = await requestRun(deps, account.id, { trigger: "ADMIN", startedBy: user.displayName });
  return run ? ok(run) : problem({ code: "RUN_IN_PROGRESS" });
}

/**
 * Takes the lease here, in the request, and hands it to a worker with the run: so of two clicks at once one gets the
 * run and the other learns that it is going on, whichever processes they reached. Null while another run is going on.
 */
export async function requestRun(deps: RequestRunDeps, accountId: string, by: RunRequest): Promise<Run | null> {
  const begun = await beginRun(deps, accountId, by);
  if (!begun) return null;
  try {
    await deps.scheduler.runNow({ accountId, runId: begun.run.id, leaseToken: begun.lease.token });
  } catch (error) {
    await deps.runs.finish(accountId, begun.run.id, nothing("FAILED", say("RUN_UNEXPECTED")));
    await deps.leases.release(begun.lease);
    throw error;
  }
  return begun.run;
}
