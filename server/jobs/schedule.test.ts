import { describe, expect, it } from "vitest";
import { accountHour, accountMinute } from "./account-minute.js";
import { compareSchedules, repeatOf, wantedJobs } from "./schedule.js";

const accounts = Array.from({ length: 6000 }, (_, n) => n.toString(16).padStart(24, "0"));

describe("the minute of an account", () => {
  it("spreads accounts evenly over the hour", () => {
    const perMinute = new Map<number, number>();

    for (const account of accounts) {
      perMinute.set(accountMinute(account), (perMinute.get(accountMinute(account)) ?? 0) + 1);
    }

    expect(perMinute.size).toBe(60);
    expect(Math.max(...perMinute.values())).toBeLessThan(150);
    expect(Math.min(...perMinute.values())).toBeGreaterThan(50);
  });

  it("is the same each time and lies within the hour and the day", () => {
    for (const account of accounts) {
      expect(accountMinute(account)).toBe(accountMinute(account));
      expect(accountMinute(account)).toBeGreaterThanOrEqual(0);
      expect(accountMinute(account)).toBeLessThan(60);
      expect(accountHour(account)).toBeGreaterThanOrEqual(0);
      expect(accountHour(account)).toBeLessThan(24);
    }
  });
});

describe("when a job repeats", () => {
  it("is once an hour and once a day, and never at the same minute", () => {
    const [minute, ...hourly] = repeatOf("sync", "a", null).split(" ");
    const [dayMinute, hour, ...daily] = repeatOf("refresh", "a", null).split(" ");

    expect(hourly).toEqual(["*", "*", "*", "*"]);
    expect(Number(hour)).toBe(accountHour("a"));
    expect(daily).toEqual(["*", "*", "*"]);
    expect(Math.abs(Number(minute) - Number(dayMinute))).toBe(30);
  });

  it("shortens the day with the hour", () => {
    expect(repeatOf("sync", "a", 60)).toBe("60 seconds");
    expect(repeatOf("refresh", "a", 60)).toBe("1440 seconds");
  });
});

describe("what to change in the stored schedules", () => {
  const stored = (name: "sync" | "refresh", accountId: string, repeat: string) => ({
    name,
    accountId,
    repeat,
    nextRunAt: new Date(0),
  });

  it("leaves schedules that are right alone", () => {
    const wanted = wantedJobs(["a"], ["a"], 60);

    const steps = compareSchedules(wanted, [stored("sync", "a", "60 seconds"), stored("refresh", "a", "1440 seconds")]);

    expect(steps).toEqual({ missing: [], changed: [], surplus: [] });
  });

  it("finds the missing, the changed and the surplus", () => {
    const wanted = wantedJobs(["a", "b"], ["a", "b"], 60);

    const steps = compareSchedules(wanted, [
      stored("sync", "a", "5 * * * *"),
      stored("sync", "gone", "60 seconds"),
      stored("refresh", "a", "1440 seconds"),
      stored("refresh", "b", "1440 seconds"),
    ]);

    expect(steps.missing).toEqual([{ name: "sync", accountId: "b", repeat: "60 seconds" }]);
    expect(steps.changed).toMatchObject([{ accountId: "a", to: "60 seconds" }]);
    expect(steps.surplus).toMatchObject([{ accountId: "gone" }]);
  });

  it("gives a job that lost its time a new one", () => {
    const [job] = wantedJobs(["a"], [], 60);
    if (!job) throw new Error("no job was wanted");

    expect(compareSchedules([job], [{ ...job, nextRunAt: null }]).changed).toHaveLength(1);
  });
});
