import { describe, expect, it } from "vitest";
import { progressSentence, shareDone, type RunInProgress } from "./run-progress.js";

const fixed = { now: new Date("2026-11-23T14:30:00Z"), locale: "en-GB", timeZone: "UTC" };

const run = (over: Partial<NonNullable<RunInProgress["progress"]>> = {}): RunInProgress => ({
  progress: { stage: "READING", done: 1200, total: null, waitingUntil: null, ...over },
});

describe("progressSentence", () => {
  it.each([
    [{}, "A run is going on: 1,200 people read."],
    [{ total: 4000 }, "A run is going on: 1,200 of about 4,000 people read."],
    [{ stage: "LOOKING_AGAIN", done: 2, total: 5 }, "A run is going on: 2 of 5 leavers looked at once more."],
    [{ stage: "APPLYING", done: 3 }, "A run is going on: 3 changes made."],
  ] as const)("says how far a run is: %j", (progress, words) => {
    expect(progressSentence(run(progress), fixed)).toBe(words);
  });

  it("says so while it waits for Microsoft, and not any more when it has gone on", () => {
    const waits = (waitingUntil: string) => progressSentence(run({ waitingUntil }), fixed);

    expect(waits("2026-11-23T14:32:00Z")).toContain("Microsoft asked us to slow down");
    expect(waits("2026-11-23T14:32:00Z")).toContain("going on at 14:32.");
    expect(waits("2026-11-23T14:29:00Z")).not.toContain("Microsoft");
  });

  it("knows little of a run that has just begun", () => {
    expect(progressSentence({ progress: null }, fixed)).toBe("A run is going on.");
  });
});

describe("shareDone", () => {
  it("is a share where a total is known, and never more than all", () => {
    expect(shareDone(run({ done: 1, total: 4 }))).toBe(0.25);
    expect(shareDone(run({ done: 5, total: 4 }))).toBe(1);
    expect([shareDone(run()), shareDone(run({ total: 0 })), shareDone({ progress: null })]).toEqual([null, null, null]);
  });
});
