import { describe, expect, it } from "vitest";
import { answered, say } from "../../../test/answered.js";
import { syncSentence, type SyncStatus } from "./sync-sentence.js";

const fixed = { now: new Date("2026-11-23T14:30:00Z"), locale: "en-GB", timeZone: "UTC" };
const noCounts = { added: 0, reenabled: 0, updated: 0, disabled: 0, skipped: 0, failed: 0, held: 0 };

const lastRun = (over: Partial<NonNullable<SyncStatus["lastRun"]>> = {}): NonNullable<SyncStatus["lastRun"]> => ({
  id: "r",
  trigger: "SCHEDULE",
  status: "SUCCEEDED",
  startedAt: "2026-11-23T13:59:00Z",
  finishedAt: "2026-11-23T14:00:00Z",
  reasons: [],
  counts: noCounts,
  ...over,
});

const status = (over: Partial<SyncStatus> = {}): SyncStatus => ({
  enabled: true,
  health: { state: "OK", sentences: [], nextSentences: [], retryAt: null },
  currentRun: null,
  lastRun: lastRun(),
  nextRunAt: "2026-11-23T15:00:00Z",
  intervalSeconds: 3600,
  ...over,
});

const current = (progress: NonNullable<SyncStatus["currentRun"]>["progress"]): SyncStatus["currentRun"] => ({
  id: "c",
  trigger: "ADMIN",
  status: "RUNNING",
  startedAt: "2026-11-23T14:29:00Z",
  progress,
});

describe("syncSentence", () => {
  it("tells what the last run did and when the next one comes", () => {
    const run = lastRun({ counts: { ...noCounts, added: 3, disabled: 1 } });

    expect(syncSentence(status({ lastRun: run }), fixed)).toBe(
      "Automatic import is on. Last run 14:00: 3 added, 1 disabled. Next run 15:00.",
    );
  });

  it("counts down to the next run where it is asked to, in the same breath", () => {
    expect(syncSentence(status(), { ...fixed, countdown: true })).toMatch(/Next run 15:00, in 30 minutes\.$/);
  });

  it("says so when nothing changed, and when no run has finished", () => {
    expect(syncSentence(status(), fixed)).toContain("Last run 14:00: nothing changed.");
    expect(syncSentence(status({ lastRun: null }), fixed)).toContain("No run has finished yet.");
  });

  it("names the reason of a failed run, with one full stop", () => {
    const run = lastRun({ status: "FAILED", reasons: answered(say("DIRECTORY_UNREACHABLE")) });

    expect(syncSentence(status({ lastRun: run }), fixed)).toContain(
      "Last run 14:00: failed (Microsoft did not answer). ",
    );
  });

  it("does not call a run failed that did something before it broke off", () => {
    const run = lastRun({
      status: "FAILED",
      reasons: answered(say("RUN_CUT_SHORT")),
      counts: { ...noCounts, added: 3 },
    });

    expect(syncSentence(status({ lastRun: run }), fixed)).toContain(
      "Last run 14:00: broke off (The run was cut short, by a restart for example), 3 added.",
    );
  });

  it("does not call a run complete that changed nobody because it could not read everything", () => {
    const run = lastRun({ status: "PARTIAL", reasons: answered(say("GROUPS_NOT_READ", { names: ["Sales"] })) });

    expect(syncSentence(status({ lastRun: run }), fixed)).toContain("Last run 14:00: partly done, nobody changed.");
  });

  it("gives no more than the first sentence of a long reason", () => {
    const run = lastRun({ status: "FAILED", reasons: answered(say("CONSENT_LOST")) });

    expect(syncSentence(status({ lastRun: run }), fixed)).toContain(
      "failed (The permission to read this directory was withdrawn). Next run",
    );
  });

  it("shows how far the run is, and no next run meanwhile", () => {
    const sentence = syncSentence(
      status({ currentRun: current({ stage: "READING", done: 1200, total: 4000, waitingUntil: null }) }),
      fixed,
    );

    expect(sentence).toContain("A run is going on: 1,200 of about 4,000 people read.");
    expect(sentence).not.toContain("Next run");
  });

  it("promises no next run while it is off", () => {
    expect(syncSentence(status({ enabled: false, lastRun: null }), fixed)).toBe("Automatic import is off.");
  });
});
