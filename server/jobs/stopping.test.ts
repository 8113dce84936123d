import { setTimeout as wait } from "node:timers/promises";
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

describe("stopping", () => {
  it("waits for what is running and starts nothing more (F69)", async () => {
    const { opened, open } = gate();
    const ended: string[] = [];
    const one = await queue.jobs({ runScheduled: (id) => opened.then(() => void ended.push(id)) }, 20);
    await one.scheduleHourly("a");
    await queue.makeDue("a");
    await one.start();
    await expect.poll(() => queue.rows().countDocuments({ name: "sync", lockedAt: { $ne: null } })).toBe(1);
    await expect.poll(async () => (await one.nextHourlyAt("a")) ?? new Date(0)).toSatisfy(isInTheFuture);

    const stopped = one.stop();
    await one.scheduleHourly("b");
    await queue.makeDue("b");
    open();
    await stopped;

    expect(ended).toEqual(["a"]);
    expect(await queue.rows().countDocuments({ lockedAt: { $ne: null } })).toBe(0);
  });

  it("waits also for what was beginning just then: such a run finds out at once that its process stops", async () => {
    const seen: string[] = [];
    const handler = () => (seen.push("begun"), wait(50).then(() => void seen.push("ended")));
    const one = await queue.jobs({ runScheduled: handler }, 20);
    await one.scheduleHourly("a");
    await queue.makeDue("a");
    const beginning = queue.nextBeginning();
    await one.start();
    await beginning;

    const before = [...seen];
    await one.stop();

    expect({ before, after: seen }).toEqual({ before: [], after: ["begun", "ended"] });
    expect(await queue.rows().countDocuments({ lockedAt: { $ne: null } })).toBe(0);
  });

  it("gives the locks of what does not end in time back, so that the next process takes it over at once", async () => {
    const { opened, open } = gate();
    let begun = 0;
    const one = await queue.jobs({ runRequested: () => (begun++, opened), runScheduled: () => (begun++, opened) }, 20);
    await one.scheduleHourly("a");
    await queue.makeDue("a");
    await one.runNow({ accountId: "a", runId: "r1", leaseToken: 1 });
    await one.start();
    await expect.poll(() => begun, { timeout: 5000 }).toBe(2);

    await one.stop(100);
    const taken: string[] = [];
    const two = await queue.jobs({ runRequested: ({ runId }) => remember(taken)(runId) }, 20);
    await two.start();

    await expect.poll(() => taken, { timeout: 5000 }).toEqual(["r1"]);
    expect(await queue.rows().countDocuments({ name: "sync", lockedAt: { $ne: null } })).toBe(0);
    open();
  });

  it("ends also when the database is gone", async () => {
    const mongo = await startMongo({ port: 0 });
    const away = await MongoClient.connect(`${mongo.uri}/gone`, { serverSelectionTimeoutMS: 200 });
    const one = await queue.jobs({}, 1, away.db());
    await one.start();
    await mongo.close();

    await one.stop(500);

    expect(queue.log).toContainEqual(
      expect.objectContaining({ msg: "The locks of the job queue could not be given back" }),
    );
    await away.close();
  });

  it("is quiet when it never started, and when it is told twice", async () => {
    const one = await queue.jobs();

    await one.stop();
    await one.stop();

    expect(await one.ready()).toBe(true);
  });
});

function isInTheFuture(date: Date): boolean {
  return date.getTime() > Date.now();
}
