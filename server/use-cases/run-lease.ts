import { setTimeout as wait } from "node:timers/promises";
import type { Run, RunCounts, RunProgress, RunStatus, RunUsage, Setback } from "../core/run.js";
import { NO_CHANGES } from "../core/run-counts.js";
import { say, type Sentence } from "../core/sentences.js";
import { settleCutShort, settleRun, type SettleDeps } from "./settle-cut-short.js";
import type { HeldLease, LeaseStore, RunStore } from "./ports.js";

/** How long a lease lasts without a sign of life: a killed process must not cost its account an hour. */
export const LEASE_MS = 5 * 60 * 1000;

const RENEW_EVERY_MS = 30_000;
const PROGRESS_EVERY_MS = 1_000;
/**
 * A run that shows no sign of life for so long hangs, in a command to the database that is never answered, say. It must
 * not keep its lease for ever: the next run takes over, and nothing that the hanging one may still send is taken.
 */
const HANGS_AFTER_MS = 60 * 60 * 1000;

/** Pauses between tries to write a run's end: without it, an account would look busy until its lease runs out. */
const END_RETRIES_MS = [500, 1_000, 2_000, 5_000, 10_000, 20_000, 20_000];

export interface LeaseDeps extends SettleDeps {
  readonly leases: LeaseStore;
}

export interface BegunRun {
  readonly run: Run;
  readonly lease: HeldLease;
}

export interface Ending {
  readonly status: RunStatus;
  readonly counts: RunCounts;
  readonly reasons: readonly Sentence[];
  readonly setback?: Setback | null;
  readonly usage?: RunUsage;
}

export type RunRequest = Parameters<RunStore["start"]>[1];

/** The end of a run that changed nothing. */
export const nothing = (status: RunStatus, ...reasons: readonly Sentence[]): Ending => ({
  status,
  counts: NO_CHANGES,
  reasons,
});

/**
 * Takes the account's lease and opens the row of a run; null while another run holds it. A lease taken over from a
 * holder that never gave it back raises the fence first: from then on the old holder can write nothing more. Should
 * that fail, the lease is not given back, so that whoever takes it next knows that the fence is still to be raised.
 */
export async function beginRun(deps: LeaseDeps, accountId: string, by: RunRequest): Promise<BegunRun | null> {
  const lease = await deps.leases.acquire(accountId, LEASE_MS);
  if (!lease) return null;

  if (lease.takenOver) await deps.users.raiseFence(accountId, lease.token);
  try {
    await settleCutShort(deps, accountId);
    return { run: await deps.runs.start(accountId, by), lease };
  } catch (error) {
    await deps.leases.release(lease);
    throw error;
  }
}

/** Does the work of a run with its lease kept alive, and ends the run and the lease whatever happens. */
export async function underLease<T>(
  deps: LeaseDeps & { readonly stopping: AbortSignal },
  begun: BegunRun,
  work: (keeper: LeaseKeeper) => Promise<{ readonly ending: Ending; readonly value: T }>,
): Promise<T> {
  const keeper = keepLease(deps, begun);
  let ending: Ending | null = null;
  try {
    const done = await work(keeper);
    ending = done.ending;
    return done.value;
  } finally {
    await endRun(deps, begun, ending, deps.stopping);
    keeper.stop();
  }
}

/**
 * Ends a run and gives its lease back, however long the database has to be waited for (about a minute). Without an
 * ending it was thrown out of its work: what it had done by then is found out from the marks.
 */
async function endRun(
  deps: LeaseDeps,
  { run, lease }: BegunRun,
  ending: Ending | null,
  stopping: AbortSignal,
): Promise<void> {
  const end = async (): Promise<void> => {
    if (ending) await deps.runs.finish(lease.accountId, run.id, ending);
    else await settleRun(deps, lease.accountId, run.id, say("RUN_UNEXPECTED"));
    await deps.leases.release(lease);
  };
  for (const pause of END_RETRIES_MS) {
    try {
      return await end();
    } catch (error) {
      if (stopping.aborted) throw error;
      await wait(pause, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
  return end();
}

export interface LeaseKeeper {
  /** Shows progress, at most once a second. */
  show(progress: RunProgress): void;
  /** Shows that the run waits before it asks Microsoft again. */
  waits(ms: number): void;
  /** Prolongs the lease now; false when it has gone to somebody else, and then nothing more may be written. */
  held(): Promise<boolean>;
  /** Ends the prolonging. */
  stop(): void;
}

/**
 * Prolongs the lease for as long as the run lives, by itself: a read that waits out a "slow down" shows no progress for
 * many minutes, and must not lose its lease for it.
 */
function keepLease(deps: LeaseDeps, { run, lease }: BegunRun): LeaseKeeper {
  let shownAt = 0;
  let last: RunProgress = { stage: "READING", done: 0, total: null };
  let lost = false;
  let aliveAt = deps.now().getTime();
  const alive = (forMs = 0) => (aliveAt = deps.now().getTime() + forMs);

  const renew = async (): Promise<boolean> => {
    if (!lost) lost = !(await deps.leases.renew(lease, LEASE_MS));
    return !lost;
  };
  // A failure here is no news: the next try comes soon, and held() asks again before anything is written
  const prolong = () => {
    if (deps.now().getTime() - aliveAt < HANGS_AFTER_MS) renew().catch(() => undefined);
  };
  const timer = setInterval(prolong, RENEW_EVERY_MS).unref();

  const write = (progress: RunProgress): void => {
    shownAt = deps.now().getTime();
    deps.runs.progress(lease.accountId, run.id, progress).catch(() => (shownAt = 0));
  };

  return {
    show(progress) {
      last = progress;
      alive();
      if (deps.now().getTime() - shownAt >= PROGRESS_EVERY_MS) write(progress);
    },
    waits(ms) {
      alive(ms);
      write({ ...last, waitingUntil: new Date(deps.now().getTime() + ms) });
    },
    held() {
      alive();
      return renew();
    },
    stop: () => clearInterval(timer),
  };
}
