import { afterEach, describe, expect, it, vi } from "vitest";
import { reconcileRegularly } from "./reconciling.js";

afterEach(() => void vi.useRealTimers());

const MINUTES = 60_000;

describe("reconciling regularly", () => {
  it("happens every five minutes, goes on after a failure that it tells, and ends at the stop", async () => {
    vi.useFakeTimers();
    const stop = new AbortController();
    const told: object[] = [];
    let times = 0;
    const reconcile = () => (++times === 1 ? Promise.reject(new Error("away")) : Promise.resolve());
    reconcileRegularly(reconcile, { log: (event) => told.push(event), signal: stop.signal });

    await vi.advanceTimersByTimeAsync(4 * MINUTES);
    const early = times;
    await vi.advanceTimersByTimeAsync(6 * MINUTES);
    const later = times;
    stop.abort();
    await vi.advanceTimersByTimeAsync(60 * MINUTES);

    expect([early, later, times]).toEqual([0, 2, 2]);
    expect(told).toEqual([expect.objectContaining({ level: "error", because: "away" })]);
  });

  it("does not begin anew while the last one still goes on", async () => {
    vi.useFakeTimers();
    const stop = new AbortController();
    let times = 0;
    const reconcile = () => (times++, new Promise<void>(() => undefined));
    reconcileRegularly(reconcile, { log: () => undefined, signal: stop.signal });

    await vi.advanceTimersByTimeAsync(30 * MINUTES);
    stop.abort();

    expect(times).toBe(1);
  });
});
