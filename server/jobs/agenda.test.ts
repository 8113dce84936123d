import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MongoClient } from "mongodb";
import { startMongo } from "../../demo/mongo/server.js";
import { testDatabase, type TestDatabase } from "../../test/database.js";
import { createJobs, type JobHandlers, type Jobs } from "./agenda.js";
import { jobCollection } from "./job-collection.js";
import { accountMinute } from "./account-minute.js";

let database: TestDatabase;
let client: MongoClient;
let stopping: Jobs[] = [];
let log: object[] = [];

beforeAll(async () => {
  database = await testDatabase();
  client = await MongoClient.connect(database.uri);
});

afterAll(async () => {
  await client.close();
  await database.close();
});

beforeEach(() => {
  log = [];
});

afterEach(async () => {
  await Promise.allSettled(stopping.map((jobs) => jobs.stop(1000)));
  stopping = [];
  await rows().deleteMany({});
});

const rows = () => jobCollection(client.db());

async function jobs(
  handlers: Partial<JobHandlers> = {},
  intervalSeconds: number | null = 1,
  db = client.db(),
): Promise<Jobs> {
  const made = await createJobs({
    db,
    now: () => new Date(),
    intervalSeconds,
    log: (event) => log.push(event),
    handlers: {
      runScheduled: () => Promise.resolve(),
      runRequested: () => Promise.resolve(),
      refresh: () => Promise.resolve(),
      ...handlers,
    },
  });
  stopping.push(made);
  return made;
}

async function makeDue(accountId: string): Promise<void> {
  await rows().updateOne(
    { name: "sync", "data.accountId": accountId },
    { $set: { nextRunAt: new Date(Date.now() - 1) } },
  );
}

/** A promise that is kept from outside, to hold a handler where the test wants it. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe("scheduling", () => {
  it("an account twice, or many times at once in two processes, keeps one job and its time (R8)", async () => {
    const [one, two] = [await jobs({}, null), await jobs({}, null)];

    await Promise.all([1, 2, 3, 4, 5].flatMap(() => [one.scheduleHourly("a"), two.scheduleHourly("a")]));
    const first = await one.nextHourlyAt("a");
    await rows().updateOne({ name: "sync" }, { $set: { nextRunAt: new Date(Date.now() + 5000) } });
    const moved = await one.nextHourlyAt("a");
    await two.scheduleHourly("a");

    expect(await rows().countDocuments({ name: "sync" })).toBe(1);
    expect(first).not.toBeNull();
    expect(await two.nextHourlyAt("a")).toEqual(moved);
  });

  it("keeps accounts and jobs apart", async () => {
    const one = await jobs({}, null);

    await one.scheduleHourly("a");
    await one.scheduleHourly("b");
    await one.scheduleDaily("a");
    await one.scheduleDaily("a");
    await one.cancelHourly("a");

    expect(await one.nextHourlyAt("a")).toBeNull();
    expect(await one.nextHourlyAt("b")).not.toBeNull();
    expect(await rows().countDocuments({ name: "refresh", "data.accountId": "a" })).toBe(1);
  });

  it("starts every hour at the account's own minute in UTC, and not at once", async () => {
    const one = await jobs({}, null);

    await one.scheduleHourly("a");
    const next = await one.nextHourlyAt("a");

    expect(next?.getUTCMinutes()).toBe(accountMinute("a"));
    expect(next?.getTime()).toBeGreaterThan(Date.now());
    expect(next?.getTime()).toBeLessThanOrEqual(Date.now() + 3_600_000);
  });

  it("refuses to work when two jobs of one account are stored already, and names the index (F61)", async () => {
    await rows().dropIndexes();
    const twin = () => ({
      name: "sync",
      data: { accountId: "a" },
      repeatInterval: "1 second",
      repeatTimezone: null,
      nextRunAt: null,
      lastModifiedBy: null,
    });
    await rows().insertMany([twin(), twin()]);

    await expect(jobs()).rejects.toThrow(/one_repeating_job_per_account.*same key/);
  });
});

describe("the hourly job", () => {
  it("starts by itself again and again, until it is cancelled", async () => {
    const started: string[] = [];
    const one = await jobs({ runScheduled: async (id) => void started.push(id) });
    await one.start();
    await one.scheduleHourly("a");

    await expect.poll(() => started.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(2);
    await one.cancelHourly("a");
    await one.stop();

    expect(new Set(started)).toEqual(new Set(["a"]));
    expect(await rows().countDocuments({})).toBe(0);
  });

  it("is started once by two processes when it is due", async () => {
    const started: string[] = [];
    const handlers = { runScheduled: async (id: string) => void started.push(id) };
    const [one, two] = [await jobs(handlers, 20), await jobs(handlers, 20)];
    const accounts = Array.from({ length: 20 }, (_, n) => `account-${n}`);
    for (const account of accounts) {
      await one.scheduleHourly(account);
      await makeDue(account);
    }

    await Promise.all([one.start(), two.start()]);
    await expect.poll(() => new Set(started).size, { timeout: 10_000 }).toBe(20);
    await Promise.all([one.stop(), two.stop()]);

    expect([...started].sort()).toEqual([...accounts].sort());
  });

  it("goes on after a restart, and catches up once and not five times (F62)", async () => {
    const before = await jobs({}, null);
    await before.scheduleHourly("a");
    await before.stop();
    await rows().updateOne({}, { $set: { nextRunAt: new Date(Date.now() - 5 * 3_600_000) } });
    let starts = 0;

    const after = await jobs({ runScheduled: async () => void starts++ }, null);
    await after.reconcile(["a"], []);
    await after.start();
    await expect.poll(() => starts, { timeout: 10_000 }).toBe(1);
    await expect.poll(async () => (await after.nextHourlyAt("a")) ?? new Date(0)).toSatisfy(isInTheFuture);
    await after.stop();

    expect(starts).toBe(1);
  });

  it("goes on after its handler failed, and the failure is told (F63)", async () => {
    let starts = 0;
    let others = 0;
    const one = await jobs({
      runScheduled: async (id) => {
        if (id === "good") others++;
        else starts++;
        if (id === "bad") throw new Error("the directory is on fire");
      },
    });
    await one.start();
    await one.scheduleHourly("bad");
    await one.scheduleHourly("good");

    await expect.poll(() => Math.min(starts, others), { timeout: 10_000 }).toBeGreaterThanOrEqual(2);

    expect(log).toContainEqual(expect.objectContaining({ job: "sync", because: "the directory is on fire" }));
  });

  it("keeps its lock while its handler takes longer than the lock lasts", async () => {
    const { opened, open } = gate();
    let starts = 0;
    const one = await jobs({ runScheduled: () => (starts++, opened) }, 1);
    await one.scheduleHourly("a");
    await makeDue("a");
    await one.start();
    await expect.poll(() => starts, { timeout: 5000 }).toBe(1);
    const lockedAt = async () => (await rows().findOne({ name: "sync" }))?.lockedAt?.getTime() ?? 0;
    const first = await lockedAt();

    await expect.poll(lockedAt, { timeout: 10_000 }).toBeGreaterThan(first + 3000);

    expect(starts).toBe(1);
    open();
  }, 20_000);
});

describe("while the database is away", () => {
  it("says so once and goes on by itself when it is back", async () => {
    const folder = await mkdtemp(join(tmpdir(), "rollcall-jobs-"));
    const before = await startMongo({ dir: folder });
    const away = await MongoClient.connect(`${before.uri}/away`, { serverSelectionTimeoutMS: 500 });
    let starts = 0;
    const one = await jobs({ runScheduled: async () => void starts++ }, 1, away.db());
    await one.scheduleHourly("a");
    await one.start();
    await expect.poll(() => starts, { timeout: 10_000 }).toBeGreaterThanOrEqual(1);

    await before.close();
    await expect.poll(() => one.ready(), { timeout: 10_000 }).toBe(false);
    await expect.poll(() => log.length, { timeout: 10_000 }).toBeGreaterThan(0);
    const startsBefore = starts;
    const after = await startMongo({ port: before.port, dir: folder });

    await expect.poll(() => starts, { timeout: 20_000 }).toBeGreaterThan(startsBefore + 1);
    expect(log.length).toBeLessThan(10);
    await one.stop();
    await away.close();
    await after.close();
    await rm(folder, { recursive: true });
  }, 60_000);
});

describe("the daily job", () => {
  it("reaches its handler", async () => {
    const refreshed: string[] = [];
    const one = await jobs({ refresh: async (id) => void refreshed.push(id) });
    await one.scheduleDaily("a");
    await rows().updateOne({ name: "refresh" }, { $set: { nextRunAt: new Date(Date.now() - 1) } });

    await one.start();

    await expect.poll(() => refreshed, { timeout: 5000 }).toEqual(["a"]);
  });
});

describe("a requested run", () => {
  const run = { accountId: "a", runId: "r1", leaseToken: 7 };

  it("is taken over by a worker, whoever asked, and its job is gone afterwards", async () => {
    const taken: object[] = [];
    const [api, worker] = [await jobs(), await jobs({ runRequested: async (asked) => void taken.push(asked) })];
    await worker.start();

    await api.runNow(run);
    await api.runNow({ ...run, runId: "r2" });

    await expect.poll(() => taken.length, { timeout: 5000 }).toBe(2);
    expect(taken).toContainEqual(run);
    await expect.poll(() => rows().countDocuments({ name: "run" })).toBe(0);
  });

  it("that fails is told and gone too", async () => {
    const one = await jobs({ runRequested: () => Promise.reject(new Error("no lease")) });
    await one.start();

    await one.runNow(run);

    await expect.poll(() => log).toContainEqual(expect.objectContaining({ job: "run", because: "no lease" }));
    await expect.poll(() => rows().countDocuments({ name: "run" })).toBe(0);
  });
});

describe("reconciling at the start", () => {
  it("lets existing schedules follow a shortened hour, and the hour again", async () => {
    const hourly = await jobs({}, null);
    await hourly.scheduleHourly("a");
    await hourly.scheduleDaily("a");

    const short = await jobs({}, 60);
    await short.reconcile(["a"], ["a"]);
    const soon = await short.nextHourlyAt("a");
    await short.reconcile(["a"], ["a"]);

    expect(soon?.getTime()).toBeLessThanOrEqual(Date.now() + 60_000);
    expect(await short.nextHourlyAt("a")).toEqual(soon);
    expect((await rows().distinct("repeatInterval")).sort()).toEqual(["1440 seconds", "60 seconds"]);

    await hourly.reconcile(["a"], ["a"]);
    expect(await rows().distinct("repeatInterval", { name: "sync" })).toEqual([`${accountMinute("a")} * * * *`]);
    expect(await hourly.nextHourlyAt("a")).toEqual(soon);
  });

  it("removes jobs of accounts that are not enabled and makes the missing ones", async () => {
    const one = await jobs({}, null);
    await one.scheduleHourly("disabled");
    await one.scheduleDaily("deleted");

    await Promise.all([one.reconcile(["on"], ["on", "disabled"]), one.reconcile(["on"], ["on", "disabled"])]);

    const kept = (await rows().find().toArray()).map((job) => `${job.name} ${job.data.accountId}`);
    expect(kept.sort()).toEqual(["refresh disabled", "refresh on", "sync on"]);
  });

  it("leaves requested runs alone", async () => {
    const one = await jobs();
    await one.runNow({ accountId: "a", runId: "r1", leaseToken: 1 });

    await one.reconcile([], []);

    expect(await rows().countDocuments({ name: "run" })).toBe(1);
  });
});

describe("stopping", () => {
  it("waits for what is running and starts nothing more (F69)", async () => {
    const { opened, open } = gate();
    const ended: string[] = [];
    const one = await jobs({ runScheduled: (id) => opened.then(() => void ended.push(id)) }, 20);
    await one.scheduleHourly("a");
    await makeDue("a");
    await one.start();
    await expect.poll(() => rows().countDocuments({ name: "sync", lockedAt: { $ne: null } })).toBe(1);
    await expect.poll(async () => (await one.nextHourlyAt("a")) ?? new Date(0)).toSatisfy(isInTheFuture);

    const stopped = one.stop();
    await one.scheduleHourly("b");
    await makeDue("b");
    open();
    await stopped;

    expect(ended).toEqual(["a"]);
    expect(await rows().countDocuments({ lockedAt: { $ne: null } })).toBe(0);
  });

  it("gives the locks of what does not end in time back, so that the next process takes it over at once", async () => {
    const { opened, open } = gate();
    let begun = 0;
    const one = await jobs({ runRequested: () => (begun++, opened), runScheduled: () => (begun++, opened) }, 20);
    await one.scheduleHourly("a");
    await makeDue("a");
    await one.runNow({ accountId: "a", runId: "r1", leaseToken: 1 });
    await one.start();
    await expect.poll(() => begun, { timeout: 5000 }).toBe(2);

    await one.stop(100);
    const taken: string[] = [];
    const two = await jobs({ runRequested: async ({ runId }) => void taken.push(runId) }, 20);
    await two.start();

    await expect.poll(() => taken, { timeout: 5000 }).toEqual(["r1"]);
    expect(await rows().countDocuments({ name: "sync", lockedAt: { $ne: null } })).toBe(0);
    open();
  });

  it("ends also when the database is gone", async () => {
    const mongo = await startMongo({ port: 0 });
    const away = await MongoClient.connect(`${mongo.uri}/gone`, { serverSelectionTimeoutMS: 200 });
    const one = await jobs({}, 1, away.db());
    await one.start();
    await mongo.close();

    await one.stop(500);

    expect(log).toContainEqual(expect.objectContaining({ msg: "The locks of the job queue could not be given back" }));
    await away.close();
  });

  it("is quiet when it never started, and when it is told twice", async () => {
    const one = await jobs();

    await one.stop();
    await one.stop();

    expect(await one.ready()).toBe(true);
  });
});

function isInTheFuture(date: Date): boolean {
  return date.getTime() > Date.now();
}
