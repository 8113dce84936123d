import { MongoClient } from "mongodb";
import { createJobs, type JobHandlers, type Jobs } from "../server/jobs/agenda.js";
import { jobCollection } from "../server/jobs/job-collection.js";
import { testDatabase } from "./database.js";

type Db = ReturnType<MongoClient["db"]>;

export interface TestQueue {
  /** Every event that any of the queues has logged since the last reset. */
  readonly log: object[];
  /** The jobs as they are stored. */
  rows(): ReturnType<typeof jobCollection>;
  /** One more process on the queue; handlers that a test does not name do nothing. */
  jobs(handlers?: Partial<JobHandlers>, intervalSeconds?: number | null, db?: Db, scanMs?: number): Promise<Jobs>;
  makeDue(accountId: string): Promise<void>;
  /** Resolves at the moment at which a queue says that a job of its begins, and before the database has heard of it. */
  nextBeginning(): Promise<void>;
  /** Stops every process and empties the queue. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** A job queue over a database of its own. */
export async function testQueue(): Promise<TestQueue> {
  const database = await testDatabase();
  const client = await MongoClient.connect(database.uri, { monitorCommands: true });
  const rows = () => jobCollection(client.db());
  const log: object[] = [];
  let made: Jobs[] = [];

  async function stopAll(): Promise<void> {
    await Promise.all(made.map((jobs) => jobs.stop(1000)));
    made = [];
  }

  return {
    log,
    rows,
    async jobs(handlers = {}, intervalSeconds = 1, db = client.db(), scanMs) {
      const jobs = await createJobs({
        db,
        now: () => new Date(),
        intervalSeconds,
        scanMs,
        log: (event) => log.push(event),
        handlers: {
          runScheduled: () => Promise.resolve(),
          runRequested: () => Promise.resolve(),
          refresh: () => Promise.resolve(),
          ...handlers,
        },
      });
      made.push(jobs);
      return jobs;
    },
    async makeDue(accountId) {
      const nextRunAt = new Date(Date.now() - 1);
      await rows().updateOne({ name: "sync", "data.accountId": accountId }, { $set: { nextRunAt } });
    },
    nextBeginning: () =>
      new Promise((resolve) => {
        client.on("commandStarted", function look({ commandName, command }) {
          const [update] = commandName === "update" ? (command.updates as { u: { $set?: object } }[]) : [];
          if (!update?.u.$set || !("lastRunAt" in update.u.$set)) return;
          client.off("commandStarted", look);
          resolve();
        });
      }),
    async reset() {
      await stopAll();
      await rows().deleteMany({});
      log.length = 0;
    },
    async close() {
      await stopAll();
      await client.close();
      await database.close();
    },
  };
}

/** A promise that is kept from outside, to hold a handler where a test wants it. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

/** A handler that remembers what it was called with. */
export function remember<T>(seen: T[]): (what: T) => Promise<void> {
  return (what) => {
    seen.push(what);
    return Promise.resolve();
  };
}
