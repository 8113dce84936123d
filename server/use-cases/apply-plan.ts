import type { RunCounts } from "../core/model.js";
import type { Verdict } from "../core/guard.js";
import type { PlannedCreate, SyncPlan } from "../core/plan.js";
import { NO_CHANGES } from "../core/run-counts.js";
import type { NewUser, UserPatch, UserStore, WriteOutcome } from "./ports.js";

/** Rows per write: large enough to be quick, small enough that a stop is noticed within a second or two. */
const CHUNK = 1000;

type Counted = "added" | "reenabled" | "updated" | "disabled";

interface Step {
  readonly counts: Counted;
  readonly size: number;
  /** Of those written, the ones an admin would call changed. */
  readonly tells?: (directoryId: string) => boolean;
  readonly write: () => Promise<WriteOutcome>;
}

export interface Applied {
  readonly counts: RunCounts;
  /** Why it ended before its end; null when everything was written. */
  readonly stopped: string | null;
}

/**
 * Writes what the verdict lets through, in chunks, asking before each whether it may go on. Disables come before
 * re-enables and those before creates, so that a run cut short has never let in more people than it should.
 */
export async function applyPlan(
  users: UserStore,
  accountId: string,
  fence: number,
  { plan, verdict }: { readonly plan: SyncPlan; readonly verdict: Verdict },
  checkpoint: (done: number, total: number) => Promise<string | null>,
): Promise<Applied> {
  const steps = stepsOf(users, accountId, fence, plan, verdict);
  const total = steps.reduce((sum, step) => sum + step.size, 0);
  const counts = { ...NO_CHANGES, skipped: plan.skip.length, held: heldBy(plan, verdict) };

  let done = 0;
  for (const step of steps) {
    const stopped = await checkpoint(done, total);
    if (stopped) return { counts, stopped };
    const outcome = await step.write();
    counts[step.counts] += step.tells ? outcome.done.filter(step.tells).length : outcome.done.length;
    counts.failed += outcome.failed.length;
    done += step.size;
  }
  return { counts, stopped: null };
}

function stepsOf(users: UserStore, accountId: string, fence: number, plan: SyncPlan, verdict: Verdict): Step[] {
  const disable = verdict.disables === "APPLY" ? plan.disable : [];
  const reenable = verdict.additions === "APPLY" ? plan.reenable : [];
  const create = verdict.additions === "APPLY" ? plan.create : [];
  const telling = tellingUpdates(plan);
  return [
    ...steps("disabled", disable, (rows) =>
      users.disableBySync(
        accountId,
        rows.map(({ user, reason }) => ({ directoryId: user.directoryId, reason })),
        fence,
      ),
    ),
    ...steps("updated", plan.update, (rows) => users.update(accountId, rows.map(patchOf), fence)).map((step) => ({
      ...step,
      tells: (directoryId: string) => telling.has(directoryId),
    })),
    ...steps("reenabled", reenable, (rows) =>
      users.reenableBySync(
        accountId,
        rows.map((user) => user.directoryId),
        fence,
      ),
    ),
    ...steps("added", create, (rows) => users.create(accountId, rows.map(newUser))),
  ];
}

/** Updates that tell an admin something: not the mere groups of a user, nor of somebody who leaves in the same run. */
function tellingUpdates(plan: SyncPlan): ReadonlySet<string> {
  const leaving = new Set(plan.disable.map((row) => row.user.id));
  const telling = plan.update.filter((row) => (row.profile ?? row.directoryState) && !leaving.has(row.user.id));
  return new Set(telling.map((row) => row.user.directoryId));
}

function steps<T>(counts: Counted, rows: readonly T[], write: (chunk: readonly T[]) => Promise<WriteOutcome>): Step[] {
  const made: Step[] = [];
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK);
    made.push({ counts, size: chunk.length, write: () => write(chunk) });
  }
  return made;
}

function patchOf({ user, ...changes }: SyncPlan["update"][number]): UserPatch {
  return { directoryId: user.directoryId, ...changes };
}

function newUser({ person, profile, groupIds }: PlannedCreate): NewUser {
  return {
    ...profile,
    directoryId: person.id,
    role: "EMPLOYEE",
    origin: "SYNC",
    managedBy: "GROUPS",
    directoryState: "ENABLED",
    groupIds,
  };
}

function heldBy(plan: SyncPlan, verdict: Verdict): number {
  const leavers = verdict.disables === "HOLD" ? plan.disable.length : 0;
  const additions = verdict.additions === "HOLD" ? plan.create.length + plan.reenable.length : 0;
  return leavers + additions;
}
