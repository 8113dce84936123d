import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startMongo } from "../../demo/mongo/server.js";
import { gate, remember, testQueue, type TestQueue } from "../../test/jobs.js";

let queue: TestQueue;

beforeAll(async () => {
  queue = await testQueue();
});

afterEach(() => queue.reset());
afterAll(() => queue.close());

describe("the hourly job", () => {
  it("starts by itself again and again, until it is cancelled", async () => {
    const started: string[] = [];
    const one = await queue.jobs({ runScheduled: remember(started) });
    await one.start();
    await one.scheduleHourly("a");

    await expect.poll(() => started.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(2);
    await one.cancelHourly("a");
    await one.stop();

    expect(new Set(started)).toEqual(new Set(["a"]));
    expect(await queue.rows().countDocuments({})).toBe(0);
  });

  it("is started once by two processes when it is due", async () => {
    const started: string[] = [];
    const handlers = { runScheduled: remember(started) };
    const [one, two] = [await queue.jobs(handlers, 20), await queue.jobs(handlers, 20)];
    const accounts = Array.from({ length: 20 }, (_, n) => `account-${n}`);
    for (const account of accounts) {
      await one.scheduleHourly(account);
      await queue.makeDue(account);
    }

    await Promise.all([one.start(), two.start()]);
    await expect.poll(() => new Set(started).size, { timeout: 10_000 }).toBe(20);
    await Promise.all([one.stop(), two.stop()]);

    expect([...started].sort()).toEqual([...accounts].sort());
  });

  it("goes on after a restart, and catches up once and not five times (F62)", async () => {
    const before = await queue.jobs({}, null);
    await before.scheduleHourly("a");
    await before.stop();
    await queue.rows().updateOne({}, { $set: { nextRunAt: new Date(Date.now() - 5 * 3_600_000) } });
    let starts = 0;

    const after = await queue.jobs({ runScheduled: () => Promise.resolve(void starts++) }, null);
    await after.reconcile({ enabledIds: () => Promise.resolve(["a"]), allIds: () => Promise.resolve([]) });
    await after.start();
    await expect.poll(() => starts, { timeout: 10_000 }).toBe(1);
    await expect.poll(async () => (await after.nextHourlyAt("a")) ?? new Date(0)).toSatisfy(isInTheFuture);
    await after.stop();

    expect(starts).toBe(1);
  });

  it("goes on after its handler failed, and the failure is told (F63)", async () => {
    let starts = 0;
    let others = 0;
    const one = await queue.jobs({
      runScheduled: (id) => {
        if (id === "good") return Promise.resolve(void others++);
        starts++;
        return Promise.reject(new Error("the directory is on fire"));
      },
    });
    await one.start();
    await one.scheduleHourly("bad");
    await one.scheduleHourly("good");

    await expect.poll(() => Math.min(starts, others), { timeout: 10_000 }).toBeGreaterThanOrEqual(2);

    expect(queue.log).toContainEqual(expect.objectContaining({ job: "sync", because: "the directory is on fire" }));
  });

  it("keeps its lock while its handler takes longer than the lock lasts", async () => {
    const { opened, open } = gate();
    let starts = 0;
    const one = await queue.jobs({ runScheduled: () => (starts++, opened) }, 1);
    await one.scheduleHourly("a");
    await queue.makeDue("a");
    await one.start();
    await expect.poll(() => starts, { timeout: 5000 }).toBe(1);
    const lockedAt = async () => (await queue.rows().findOne({ name: "sync" }))?.lockedAt?.getTime() ?? 0;
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
    const one = await queue.jobs({ runScheduled: () => Promise.resolve(void starts++) }, 1, away.db());
    await one.scheduleHourly("a");
    await one.start();
    await expect.poll(() => starts, { timeout: 10_000 }).toBeGreaterThanOrEqual(1);

    await before.close();
    await expect.poll(() => one.ready(), { timeout: 10_000 }).toBe(false);
    await expect.poll(() => queue.log.length, { timeout: 10_000 }).toBeGreaterThan(0);
    const startsBefore = starts;
    const after = await startMongo({ port: before.port, dir: folder });

    await expect.poll(() => starts, { timeout: 20_000 }).toBeGreaterThan(startsBefore + 1);
    expect(queue.log.length).toBeLessThan(10);
    await one.stop();
    await away.close();
    await after.close();
    await rm(folder, { recursive: true });
  }, 60_000);
});

describe("the daily job", () => {
  it("reaches its handler", async () => {
    const refreshed: string[] = [];
    const one = await queue.jobs({ refresh: remember(refreshed) });
    await one.scheduleDaily("a");
    await queue.rows().updateOne({ name: "refresh" }, { $set: { nextRunAt: new Date(Date.now() - 1) } });

    await one.start();

    await expect.poll(() => refreshed, { timeout: 5000 }).toEqual(["a"]);
  });
});

describe("a requested run", () => {
  const run = { accountId: "a", runId: "r1", leaseToken: 7 };

  it("is taken over by a worker, whoever asked, and its job is gone afterwards", async () => {
    const taken: object[] = [];
    const [api, worker] = [await queue.jobs(), await queue.jobs({ runRequested: remember(taken) })];
    await worker.start();

    await api.runNow(run);
    await api.runNow({ ...run, runId: "r2" });

    await expect.poll(() => taken.length, { timeout: 5000 }).toBe(2);
    expect(taken).toContainEqual(run);
    await expect.poll(() => queue.rows().countDocuments({ name: "run" })).toBe(0);
  });

  it("that fails is told and gone too", async () => {
    const one = await queue.jobs({ runRequested: () => Promise.reject(new Error("no lease")) });
    await one.start();

    await one.runNow(run);

    await expect.poll(() => queue.log).toContainEqual(expect.objectContaining({ job: "run", because: "no lease" }));
    await expect.poll(() => queue.rows().countDocuments({ name: "run" })).toBe(0);
  });
});

function isInTheFuture(date: Date): boolean {
  return date.getTime() > Date.now();
}
