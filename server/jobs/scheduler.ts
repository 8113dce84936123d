import type { Db } from "@agendajs/mongo-backend";
import type { Agenda } from "agenda";
import type { Clock, Scheduler } from "../use-cases/ports.js";
import { isDuplicateKey, jobCollection } from "./job-collection.js";
import { compareSchedules, repeatOf, wantedJobs, type RepeatingJob, type ScheduledJob } from "./schedule.js";

export interface ReconcilingScheduler extends Scheduler {
  /**
   * Makes the stored schedules what they should be now: the present interval, no job of an account that is not
   * enabled, none missing. Safe to call in every process, at its start and at any time after.
   */
  reconcile(accounts: AccountsToSchedule): Promise<void>;
}

/** Functions, because the accounts must be read at the right moment. */
export interface AccountsToSchedule {
  enabledIds(): Promise<readonly string[]>;
  allIds(): Promise<readonly string[]>;
}

export function schedulerOver(
  agenda: Agenda,
  options: { readonly db: Db; readonly now: Clock; readonly intervalSeconds: number | null },
): ReconcilingScheduler {
  const { now, intervalSeconds } = options;
  const jobs = jobCollection(options.db);
  const jobOf = (name: RepeatingJob, accountId: string) => ({ name, "data.accountId": accountId });

  /** A job like this, with the moment of its next start, not yet stored. */
  function prepared({ name, accountId, repeat }: ScheduledJob) {
    return agenda.create(name, { accountId }).repeatEvery(repeat, { timezone: "UTC", skipImmediate: true });
  }

  /** Insert or nothing: a job that is there keeps its time, however often it is scheduled again. */
  async function schedule(job: ScheduledJob): Promise<void> {
    try {
      await prepared(job).unique({ "data.accountId": job.accountId }, { insertOnly: true }).save();
    } catch (error) {
      // Somebody else made it at the same moment.
      if (!isDuplicateKey(error)) throw error;
    }
  }

  async function storedJobs() {
    const rows = await jobs.find({ name: { $in: ["sync", "refresh"] }, repeatInterval: { $type: "string" } }).toArray();
    return rows.map(({ _id, name, data, repeatInterval, nextRunAt }) => ({
      _id,
      name: name === "sync" ? ("sync" as const) : ("refresh" as const),
      accountId: data.accountId,
      repeat: repeatInterval ?? "",
      nextRunAt,
    }));
  }

  /** A run that is due, or nearer than the new interval says, stays where it is: a restart must not put it off. */
  async function follow(job: Awaited<ReturnType<typeof storedJobs>>[number], repeat: string): Promise<void> {
    const next = prepared({ ...job, repeat }).attrs.nextRunAt ?? now();
    const nextRunAt = job.nextRunAt && job.nextRunAt < next ? job.nextRunAt : next;
    await jobs.updateOne(
      { _id: job._id, repeatInterval: job.repeat },
      { $set: { repeatInterval: repeat, repeatTimezone: "UTC", nextRunAt } },
    );
  }

  return {
    scheduleHourly: (accountId) =>
      schedule({ name: "sync", accountId, repeat: repeatOf("sync", accountId, intervalSeconds) }),

    async cancelHourly(accountId) {
      await jobs.deleteMany(jobOf("sync", accountId));
    },

    scheduleDaily: (accountId) =>
      schedule({ name: "refresh", accountId, repeat: repeatOf("refresh", accountId, intervalSeconds) }),

    async runNow({ accountId, runId, leaseToken }) {
      // Due by the queue's own clock, which is the machine's: a moment of another clock could lie ahead of it
      await agenda.create("run", { accountId, runId, leaseToken }).schedule(new Date()).save();
    },

    async nextHourlyAt(accountId) {
      const job = await jobs.findOne(jobOf("sync", accountId), { projection: { nextRunAt: 1 } });
      return job?.nextRunAt ?? null;
    },

    async reconcile(accounts) {
      // The jobs first: the other way round, the job of an account that is enabled between the two would be taken for
      // one of an account that is not, and the account would never run.
      const stored = await storedJobs();
      const wanted = wantedJobs(await accounts.enabledIds(), await accounts.allIds(), intervalSeconds);
      const { missing, changed, surplus } = compareSchedules(wanted, stored);
      if (surplus.length > 0) await jobs.deleteMany({ _id: { $in: surplus.map((job) => job._id) } });
      for (const job of changed) await follow(job, job.to);
      for (const job of missing) await schedule(job);
    },
  };
}
