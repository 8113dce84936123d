import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { testQueue, type TestQueue } from "../../test/jobs.js";
import { accountMinute } from "./account-minute.js";

let queue: TestQueue;

beforeAll(async () => {
  queue = await testQueue();
});

afterEach(() => queue.reset());
afterAll(() => queue.close());

describe("scheduling", () => {
  it("an account twice, or many times at once in two processes, keeps one job and its time (R8)", async () => {
    const [one, two] = [await queue.jobs({}, null), await queue.jobs({}, null)];

    await Promise.all([1, 2, 3, 4, 5].flatMap(() => [one.scheduleHourly("a"), two.scheduleHourly("a")]));
    const first = await one.nextHourlyAt("a");
    await queue.rows().updateOne({ name: "sync" }, { $set: { nextRunAt: new Date(Date.now() + 5000) } });
    const moved = await one.nextHourlyAt("a");
    await two.scheduleHourly("a");

    expect(await queue.rows().countDocuments({ name: "sync" })).toBe(1);
    expect(first).not.toBeNull();
    expect(await two.nextHourlyAt("a")).toEqual(moved);
  });

  it("keeps accounts and jobs apart", async () => {
    const one = await queue.jobs({}, null);

    await one.scheduleHourly("a");
    await one.scheduleHourly("b");
    await one.scheduleDaily("a");
    await one.scheduleDaily("a");
    await one.cancelHourly("a");

    expect(await one.nextHourlyAt("a")).toBeNull();
    expect(await one.nextHourlyAt("b")).not.toBeNull();
    expect(await queue.rows().countDocuments({ name: "refresh", "data.accountId": "a" })).toBe(1);
  });

  it("starts every hour at the account's own minute in UTC, and not at once", async () => {
    const one = await queue.jobs({}, null);

    await one.scheduleHourly("a");
    const next = await one.nextHourlyAt("a");

    expect(next?.getUTCMinutes()).toBe(accountMinute("a"));
    expect(next?.getTime()).toBeGreaterThan(Date.now());
    expect(next?.getTime()).toBeLessThanOrEqual(Date.now() + 3_600_000);
  });

  it("refuses to work when two jobs of one account are stored already, and names the index (F61)", async () => {
    await queue.rows().dropIndexes();
    const twin = () => ({
      name: "sync",
      data: { accountId: "a" },
      repeatInterval: "1 second",
      repeatTimezone: null,
      nextRunAt: null,
      lastModifiedBy: null,
    });
    await queue.rows().insertMany([twin(), twin()]);

    await expect(queue.jobs()).rejects.toThrow(/one_repeating_job_per_account.*same key/);
  });
});

const accounts = (enabled: readonly string[], all: readonly string[]) => ({
  enabledIds: () => Promise.resolve(enabled),
  allIds: () => Promise.resolve(all),
});

describe("reconciling", () => {
  it("lets existing schedules follow a shortened hour, and the hour again", async () => {
    const hourly = await queue.jobs({}, null);
    await hourly.scheduleHourly("a");
    await hourly.scheduleDaily("a");

    const short = await queue.jobs({}, 60);
    await short.reconcile(accounts(["a"], ["a"]));
    const soon = await short.nextHourlyAt("a");
    await short.reconcile(accounts(["a"], ["a"]));

    expect(soon?.getTime()).toBeLessThanOrEqual(Date.now() + 60_000);
    expect(await short.nextHourlyAt("a")).toEqual(soon);
    expect((await queue.rows().distinct("repeatInterval")).sort()).toEqual(["1440 seconds", "60 seconds"]);

    await hourly.reconcile(accounts(["a"], ["a"]));
    expect(await queue.rows().distinct("repeatInterval", { name: "sync" })).toEqual([`${accountMinute("a")} * * * *`]);
    expect(await hourly.nextHourlyAt("a")).toEqual(soon);
  });

  it("removes jobs of accounts that are not enabled and makes the missing ones", async () => {
    const one = await queue.jobs({}, null);
    await one.scheduleHourly("disabled");
    await one.scheduleDaily("deleted");

    await Promise.all([
      one.reconcile(accounts(["on"], ["on", "disabled"])),
      one.reconcile(accounts(["on"], ["on", "disabled"])),
    ]);

    const kept = (await queue.rows().find().toArray()).map((job) => `${job.name} ${job.data.accountId}`);
    expect(kept.sort()).toEqual(["refresh disabled", "refresh on", "sync on"]);
  });

  it("leaves an account its job that is enabled in the same moment", async () => {
    const one = await queue.jobs({}, null);
    const enabledMeanwhile = async () => {
      await one.scheduleHourly("a");
      return ["a"];
    };

    await one.reconcile({ enabledIds: () => Promise.resolve([]), allIds: enabledMeanwhile });
    const afterTheFirst = await one.nextHourlyAt("a");
    await one.cancelHourly("a");
    await one.reconcile({ enabledIds: enabledMeanwhile, allIds: () => Promise.resolve([]) });

    expect(afterTheFirst).not.toBeNull();
    expect(await queue.rows().countDocuments({ name: "sync" })).toBe(1);
  });

  it("leaves requested runs alone", async () => {
    const one = await queue.jobs();
    await one.runNow({ accountId: "a", runId: "r1", leaseToken: 1 });

    await one.reconcile(accounts([], []));

    expect(await queue.rows().countDocuments({ name: "run" })).toBe(1);
  });
});
