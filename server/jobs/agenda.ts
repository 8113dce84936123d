import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Db } from "@agendajs/mongo-backend";
import { Agenda } from "agenda";
import type { Clock, RequestedRun } from "../use-cases/ports.js";
import { stoppableBackend } from "./backend.js";
import { buildJobIndexes, jobCollection } from "./job-collection.js";
import { onceAMinute } from "./once-a-minute.js";
import { defineRefreshJob } from "./refresh-job.js";
import { defineRunJob } from "./run-job.js";
import { schedulerOver, type ReconcilingScheduler } from "./scheduler.js";
import { defineSyncJob } from "./sync-job.js";
import type { Working } from "./working.js";

/** What the jobs do. Each must be safe when it is started twice: the account's lease sees to that, not Agenda. */
export interface JobHandlers {
  runScheduled(accountId: string): Promise<void>;
  runRequested(run: RequestedRun): Promise<void>;
  refresh(accountId: string): Promise<void>;
}

export interface Jobs extends ReconcilingScheduler {
  /** Begins to take jobs. A process that only schedules never calls it. */
  start(): Promise<void>;
  /** Takes no more jobs, waits for the running ones up to `withinMs` (10 seconds), and gives every lock back. */
  stop(withinMs?: number): Promise<void>;
  /** True when the queue's database answers. */
  ready(): Promise<boolean>;
}

export interface JobsOptions {
  readonly db: Db;
  readonly now: Clock;
  /** Shortens the hour, in demo and tests; null for the real one. */
  readonly intervalSeconds: number | null;
  /** How often to look for jobs that are due; a second where not said, less while the hour is short. */
  readonly scanMs?: number | undefined;
  readonly log: (event: object) => void;
  readonly handlers: JobHandlers;
}

/**
 * After a crash a job starts again only when its lock has run out, so the lock is short and prolonged while the
 * handler works.
 */
const LOCK_LIFETIME_MS = 60_000;
const SHORTEST_LOCK_MS = 5_000;

const ANSWER_WITHIN_MS = 500;
const SCAN_MS = 1000;
const SHORT_SCAN_MS = 250;
/** Below this many seconds an hour, a scan a second would be a visible part of it. */
const SHORT_INTERVAL_SECONDS = 30;

/** Builds and checks the queue's indexes and answers with the queue, not yet taking jobs. */
export async function createJobs(options: JobsOptions): Promise<Jobs> {
  const { db, now, intervalSeconds, handlers } = options;
  await buildJobIndexes(db);

  const lockLifetimeMs = Math.min(
    LOCK_LIFETIME_MS,
    Math.max(SHORTEST_LOCK_MS, (intervalSeconds ?? LOCK_LIFETIME_MS) * 500),
  );
  const short = intervalSeconds !== null && intervalSeconds < SHORT_INTERVAL_SECONDS;
  const instance = randomUUID();
  const queue = stoppableBackend(db);
  const agenda = new Agenda({
    name: instance,
    backend: queue.backend,
    processEvery: options.scanMs ?? (short ? SHORT_SCAN_MS : SCAN_MS),
    defaultLockLifetime: lockLifetimeMs,
  });
  const complain = onceAMinute(options.log, now);
  agenda.on("error", (error) =>
    complain({ level: "error", msg: "The job queue has trouble; it goes on trying", because: error.message }),
  );

  const working: Working = { log: options.log, lockLifetimeMs, running: new Set() };
  defineSyncJob(agenda, working, (accountId) => handlers.runScheduled(accountId));
  defineRefreshJob(agenda, working, (accountId) => handlers.refresh(accountId));
  defineRunJob(agenda, working, (run) => handlers.runRequested(run));
  await agenda.ready;

  return {
    ...schedulerOver(agenda, { db, now, intervalSeconds }),

    start: () => agenda.start(),

    async stop(withinMs = 10_000) {
      const until = performance.now() + withinMs;
      const noneTaken = queue.takeNoMore();
      const stopped = agenda.stop(false);
      stopped.catch(() => undefined); // told below, to whoever still waits for it
      try {
        if (!(await answersSoon(db))) throw new Error("MongoDB does not answer");
        await noneTaken;
        await stopped;
        while (performance.now() < until && (working.running.size > 0 || (await holdsJobs(db, instance)))) {
          await wait(20);
        }
        await giveLocksBack(db, instance, now());
      } catch (error) {
        // A process that stops because its database is gone must still stop; the locks run out by themselves.
        options.log({
          level: "warn",
          msg: "The locks of the job queue could not be given back",
          because: error instanceof Error ? error.message : String(error),
        });
      }
    },

    ready: () =>
      db.command({ ping: 1 }).then(
        () => true,
        () => false,
      ),
  };
}

/** A database that is away lets the driver wait for seconds at each question; nobody stops that slowly. */
async function answersSoon(db: Db): Promise<boolean> {
  const late = new AbortController();
  const ping = db.command({ ping: 1 }).then(
    () => true,
    () => false,
  );
  const tooLate = wait(ANSWER_WITHIN_MS, false, { signal: late.signal }).catch(() => false);
  return Promise.race([ping, tooLate]).finally(() => late.abort());
}

/** Jobs that this instance has locked, and one-shot jobs that it has done and not yet removed. */
async function holdsJobs(db: Db, instance: string): Promise<boolean> {
  const held = { lastModifiedBy: instance, $or: [{ lockedAt: { $ne: null } }, { nextRunAt: null }] };
  return (await jobCollection(db).countDocuments(held)) > 0;
}

/**
 * For the handlers that did not end in time. A one-shot job has no next time while it runs; without a new one nobody
 * would ever take it again, and the run that somebody asked for would hang until its lease runs out.
 */
async function giveLocksBack(db: Db, instance: string, at: Date): Promise<void> {
  const held = { lastModifiedBy: instance, lockedAt: { $ne: null } };
  await jobCollection(db).updateMany({ ...held, nextRunAt: null }, { $set: { nextRunAt: at } });
  await jobCollection(db).updateMany(held, { $set: { lockedAt: null } });
}
