import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { accountMinute } from "../../server/jobs/account-minute.js";
import type { Jobs } from "../../server/jobs/agenda.js";
import { testQueue, type TestQueue } from "../jobs.js";

/* The queue with its real schedule, an hour long, on a machine in Berlin whose clock a test sets. */

const ACCOUNT = "a";
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

let queue: TestQueue;
let jobs: Jobs;
let starts: Date[];
const timezone = process.env.TZ;

beforeAll(async () => {
  process.env.TZ = "Europe/Berlin";
  queue = await testQueue();
});
afterAll(async () => {
  if (timezone === undefined) delete process.env.TZ;
  else process.env.TZ = timezone;
  await queue.close();
});
beforeEach(() => {
  starts = [];
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(async () => {
  vi.useRealTimers();
  await queue.reset();
});

/** A queue that works on its own from this moment on. */
async function beginAt(moment: string): Promise<void> {
  vi.setSystemTime(new Date(moment));
  const runScheduled = () => Promise.resolve(void starts.push(new Date()));
  jobs = await queue.jobs({ runScheduled }, null, undefined, 20);
  await jobs.scheduleHourly(ACCOUNT);
  await jobs.scheduleDaily(ACCOUNT);
  await jobs.start();
}

const next = async (name: "sync" | "refresh" = "sync"): Promise<Date> =>
  (await queue.rows().findOne({ name }))?.nextRunAt ?? new Date(NaN);

/** Sets the clock to when this job is due, lets it start, and tells when it is due again. */
async function passTo(name: "sync" | "refresh"): Promise<Date> {
  const due = await next(name);
  const before = starts.length;
  vi.setSystemTime(due.getTime() + 1000);
  await expect.poll(() => next(name), { interval: 10 }).not.toEqual(due);
  // Its next hour is written before it starts, and the clock must stand still until it has
  if (name === "sync") await expect.poll(() => starts.length, { interval: 10 }).toBe(before + 1);
  return next(name);
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 300));

describe("F58: the hours of an account", () => {
  it.each([
    ["in the night in which summer time begins", "2026-03-28T23:10:00Z", "+01:00", "+02:00"],
    ["in the night in which it ends", "2026-10-24T23:10:00Z", "+02:00", "+01:00"],
    ["into a leap day", "2028-02-28T22:10:00Z", "+01:00", "+01:00"],
    ["out of a leap day", "2028-02-29T22:10:00Z", "+01:00", "+01:00"],
  ])("%s are hours of UTC: none comes twice, none is missed", async (_, evening, ...offsets) => {
    await beginAt(evening);
    const dues = [await next()];
    for (let hour = 0; hour < 5; hour++) dues.push(await passTo("sync"));

    expect([evening, dues.at(-1)].map(offsetOf)).toEqual(offsets);
    expect(dues.map((due) => due.getUTCMinutes())).toEqual(dues.map(() => accountMinute(ACCOUNT)));
    expect(dues.slice(1).map((due, n) => due.getTime() - (dues[n]?.getTime() ?? 0))).toEqual(Array(5).fill(HOUR_MS));
    expect(starts.map(toTheMinute)).toEqual(dues.slice(0, 5).map(toTheMinute));
  });

  it.each([
    ["begins", "2026-03-27T12:00:00Z"],
    ["ends", "2026-10-23T12:00:00Z"],
  ])("make days of twenty-four, also where summer time %s", async (_, noon) => {
    await beginAt(noon);
    const dues = [await next("refresh")];
    for (let day = 0; day < 3; day++) dues.push(await passTo("refresh"));

    expect(dues.slice(1).map((due, n) => due.getTime() - (dues[n]?.getTime() ?? 0))).toEqual(
      Array(3).fill(24 * HOUR_MS),
    );
  });

  it("come once each when the clock is set back ten minutes right after one, and again ten minutes ahead", async () => {
    await beginAt("2026-05-04T10:00:00Z");
    const first = await next();
    const second = await passTo("sync");

    vi.setSystemTime(first.getTime() - 10 * MINUTE_MS);
    await aMoment();
    vi.setSystemTime(first.getTime() + 1000);
    await aMoment();
    const whileSetBack = starts.length;
    vi.setSystemTime(second.getTime() - 10 * MINUTE_MS);
    await aMoment();
    const tenMinutesEarly = starts.length;
    await passTo("sync");

    expect([whileSetBack, tenMinutesEarly, starts.length]).toEqual([1, 1, 2]);
    expect(second.getTime() - first.getTime()).toBe(HOUR_MS);
  });
});

const toTheMinute = (moment: Date): string => moment.toISOString().slice(0, 16);

/** What Berlin's clocks are ahead of UTC at this moment. */
function offsetOf(moment: string | Date | undefined): string {
  const name = new Intl.DateTimeFormat("en", { timeZone: "Europe/Berlin", timeZoneName: "longOffset" })
    .formatToParts(new Date(moment ?? NaN))
    .find((part) => part.type === "timeZoneName")?.value;
  return name?.replace("GMT", "") ?? "";
}
