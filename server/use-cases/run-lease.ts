import type { Run, RunProgress, RunTrigger } from "../core/model.js";
import { RUN_WORDS } from "../core/words.js";
import type { Clock, Lease, LeaseStore, RunStore, UserStore } from "./ports.js";

/** Runs that need the account's lease. An import by hand does not: the unique index alone keeps it right. */
export const LEASED_TRIGGERS: readonly RunTrigger[] = ["SCHEDULE", "ADMIN", "SETTINGS", "REFRESH"];

/**
 * How long a lease lasts without a sign of life. Longer than the longest single request with its retries, because a
 * lease that runs out under a living run stops that run; short enough that a killed process does not cost an hour.
 */
export const LEASE_MS = 5 * 60 * 1000;

const RENEW_EVERY_MS = 30_000;
const PROGRESS_EVERY_MS = 1_000;

export interface LeaseDeps {
  readonly leases: LeaseStore;
  readonly runs: RunStore;
  readonly users: UserStore;
  readonly now: Clock;
}

export interface BegunRun {
  readonly run: Pick<Run, "id">;
  readonly lease: Pick<Lease, "accountId" | "token">;
}

/**
 * Takes the account's lease and opens the row of a run; null while another run holds it. A lease taken over from a
 * holder that never gave it back raises the fence first: from then on the old holder can write nothing more.
 */
export async function beginRun(
  deps: LeaseDeps,
  accountId: string,
  by: { readonly trigger: RunTrigger; readonly startedBy: string | null },
): Promise<(BegunRun & { readonly run: Run }) | null> {
  const lease = await deps.leases.acquire(accountId, LEASE_MS);
  if (!lease) return null;

  if (lease.takenOver) await deps.users.raiseFence(accountId, lease.token);
  await deps.runs.closeCutShort(accountId, LEASED_TRIGGERS, null, RUN_WORDS.CUT_SHORT);
  const run = await deps.runs.start(accountId, by);
  return { run, lease };
}

export interface LeaseKeeper {
  /** Shows progress and prolongs the lease, each no more often than makes sense. Never fails; what fails shows in held(). */
  tick(progress: RunProgress): void;
  /** Prolongs the lease now; false when it has gone to somebody else, and then nothing more may be written. */
  held(): Promise<boolean>;
}

export function keepLease(deps: LeaseDeps, { run, lease }: BegunRun): LeaseKeeper {
  let renewedAt = deps.now().getTime();
  let shownAt = 0;
  let lost = false;

  const renew = async (): Promise<boolean> => {
    renewedAt = deps.now().getTime();
    if (!lost) lost = !(await deps.leases.renew(lease, LEASE_MS));
    return !lost;
  };

  return {
    tick(progress) {
      const now = deps.now().getTime();
      if (now - renewedAt >= RENEW_EVERY_MS) renew().catch(() => (renewedAt = 0));
      if (now - shownAt < PROGRESS_EVERY_MS) return;
      shownAt = now;
      deps.runs.progress(lease.accountId, run.id, progress).catch(() => (shownAt = 0));
    },
    held: renew,
  };
}
