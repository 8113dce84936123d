import { afterEach, describe, expect, it, vi } from "vitest";
import { regularly } from "./regularly.js";

afterEach(() => void vi.useRealTimers());

const MINUTES = 60_000;
const everyFiveMinutes = { everyMs: 5 * MINUTES, trouble: "It did not work", log: () => undefined };

describe("regular work", () => {
  it("is done at its times, goes on after a failure that it tells, and ends at the stop", async () => {
    vi.useFakeTimers();
    const stop = new AbortController();
    const told: object[] = [];
    let times = 0;
    const work = () => (++times === 1 ? Promise.reject(new Error("away")) : Promise.resolve());
    regularly(work, { ...everyFiveMinutes, log: (event) => told.push(event), signal: stop.signal });

    await vi.advanceTimersByTimeAsync(4 * MINUTES);
    const early = times;
    await vi.advanceTimersByTimeAsync(6 * MINUTES);
    const later = times;
    stop.abort();
    await vi.advanceTimersByTimeAsync(60 * MINUTES);

    expect([early, later, times]).toEqual([0, 2, 2]);
    expect(told).toEqual([{ level: "error", msg: "It did not work", because: "away" }]);
  });

  it("does not begin anew while the last one still goes on", async () => {
    vi.useFakeTimers();
    const stop = new AbortController();
    let times = 0;
    const work = () => (times++, new Promise<void>(() => undefined));
    regularly(work, { ...everyFiveMinutes, signal: stop.signal });

    await vi.advanceTimersByTimeAsync(30 * MINUTES);
    stop.abort();

    expect(times).toBe(1);
  });
});
