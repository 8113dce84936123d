/* Whose turn it is to run, and when. */

/** The right to run for an account: one holder at a time, over any number of processes. */
export interface Lease {
  readonly accountId: string;
  /** Fencing token: higher for every new holder. */
  readonly token: number;
  /** True when the holder before let it run out instead of giving it back: its writes must be fenced off first. */
  readonly takenOver: boolean;
}

export type HeldLease = Pick<Lease, "accountId" | "token">;

export interface LeaseStore {
  /** The lease until now + `forMs`, or null while somebody else holds it. */
  acquire(accountId: string, forMs: number): Promise<Lease | null>;
  /** Prolongs; false when the lease has gone to somebody else, and then nothing more may be written. */
  renew(lease: HeldLease, forMs: number): Promise<boolean>;
  /**
   * Passes the lease on within one run, from the request that took it to the worker: under a new token, so that a
   * second worker that is handed the same run finds it taken. Null when it is.
   */
  handOver(lease: HeldLease, forMs: number): Promise<HeldLease | null>;
  release(lease: HeldLease): Promise<void>;
  isHeld(accountId: string): Promise<boolean>;
}

/** Work that a worker process takes over from the request that asked for it, with its run row and its lease. */
export interface RequestedRun {
  readonly accountId: string;
  readonly runId: string;
  readonly leaseToken: number;
}

export interface Scheduler {
  /** One job per account: every hour at the account's own minute. Again for the same account changes nothing. */
  scheduleHourly(accountId: string): Promise<void>;
  cancelHourly(accountId: string): Promise<void>;
  /** One job per account: the refresh of every user once a day. */
  scheduleDaily(accountId: string): Promise<void>;
  runNow(run: RequestedRun): Promise<void>;
  nextHourlyAt(accountId: string): Promise<Date | null>;
}
