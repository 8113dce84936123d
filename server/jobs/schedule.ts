import { accountHour, accountMinute } from "./account-minute.js";

/** The jobs that come again and again, one of each per account at most. */
export type RepeatingJob = "sync" | "refresh";

const HOURS_A_DAY = 24;

/**
 * When an account's job repeats, in the words of Agenda: cron in UTC, or "n seconds" while the hour is shortened.
 * The refresh lies half an hour from the sync, because only one run per account can hold the lease.
 */
export function repeatOf(job: RepeatingJob, accountId: string, intervalSeconds: number | null): string {
  if (intervalSeconds !== null) return `${job === "sync" ? intervalSeconds : intervalSeconds * HOURS_A_DAY} seconds`;
  const minute = accountMinute(accountId);
  return job === "sync" ? `${minute} * * * *` : `${(minute + 30) % 60} ${accountHour(accountId)} * * *`;
}

export interface ScheduledJob {
  readonly name: RepeatingJob;
  readonly accountId: string;
  readonly repeat: string;
}

/** What should be scheduled: the sync where automatic import is on, the refresh everywhere. */
export function wantedJobs(
  enabledAccountIds: readonly string[],
  allAccountIds: readonly string[],
  intervalSeconds: number | null,
): readonly ScheduledJob[] {
  const of = (name: RepeatingJob) => (accountId: string) => ({
    name,
    accountId,
    repeat: repeatOf(name, accountId, intervalSeconds),
  });
  return [...new Set(enabledAccountIds)].map(of("sync")).concat([...new Set(allAccountIds)].map(of("refresh")));
}

/** A step between what is scheduled and what should be. Nobody who is right already is touched. */
export function compareSchedules<Stored extends ScheduledJob & { readonly nextRunAt: Date | null }>(
  wanted: readonly ScheduledJob[],
  stored: readonly Stored[],
): {
  readonly missing: readonly ScheduledJob[];
  readonly changed: readonly (Stored & { to: string })[];
  readonly surplus: readonly Stored[];
} {
  const keyOf = (job: ScheduledJob) => `${job.name} ${job.accountId}`;
  const wantedByKey = new Map(wanted.map((job) => [keyOf(job), job]));
  const storedKeys = new Set(stored.map(keyOf));
  return {
    missing: wanted.filter((job) => !storedKeys.has(keyOf(job))),
    surplus: stored.filter((job) => !wantedByKey.has(keyOf(job))),
    changed: stored.flatMap((job) => {
      const to = wantedByKey.get(keyOf(job))?.repeat;
      return to !== undefined && (to !== job.repeat || job.nextRunAt === null) ? [{ ...job, to }] : [];
    }),
  };
}
