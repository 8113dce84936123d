import { describe, expect, it } from "vitest";
import { minutesBefore, NOW, run as aRun } from "../../test/builders.js";
import type { Run, RunStatus } from "./run.js";
import type { Trouble } from "./model.js";
import type { Problem, TroubleKind } from "./problems.js";
import { isPaused, restsUntil, troubleAfter } from "./trouble.js";
import { problemWords, troubleAdvice, unreadSentences } from "./problem-words.js";
import { inEnglish } from "./sentences.js";

const HOUR_MS = 3_600_000;
const lost: Problem = { code: "CONSENT_MISSING", trouble: "APP_REMOVED", detail: "AADSTS7000229" };
const hoursLater = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);

/** The trouble after these tries of a schedule that meets the same problem each time. */
function afterTries(times: number): Trouble | null {
  let trouble: Trouble | null = null;
  for (let tries = 0; tries < times; tries += 1)
    trouble = troubleAfter(trouble, lost, { now: trouble?.nextTryAt ?? NOW, hourMs: HOUR_MS });
  return trouble;
}

describe("trouble that lasts", () => {
  it("lengthens the pause from one hour to six, and no further", () => {
    const tries = [1, 2, 3, 4, 5, 6].map((times) => afterTries(times));

    expect(tries.map((trouble) => trouble?.nextTryAt)).toEqual([1, 3, 7, 13, 19, 25].map(hoursLater));
    expect(tries.every((trouble) => trouble?.since.getTime() === NOW.getTime())).toBe(true);
  });

  it("is shorter by as much as the hour is", () => {
    const trouble = troubleAfter(null, lost, { now: NOW, hourMs: 60_000 });

    expect(trouble?.nextTryAt).toEqual(minutesBefore(-1));
  });

  it("that an admin looked at becomes another, and waits no longer for it", () => {
    const before = afterTries(3);
    const disabled: Problem = { code: "CONSENT_MISSING", trouble: "APP_DISABLED" };

    const looked = troubleAfter(before, disabled, { now: hoursLater(9), hourMs: HOUR_MS, counts: false });

    expect(looked).toEqual({ ...before, kind: "APP_DISABLED", detail: null, since: hoursLater(9) });
  });

  it.each(["THROTTLED", "DIRECTORY_UNREACHABLE", "NOT_FOUND"] as const)("is not what %s is", (code) => {
    expect(troubleAfter(null, { code }, { now: NOW, hourMs: HOUR_MS })).toBeNull();
    expect(troubleAfter(afterTries(1), { code }, { now: hoursLater(1), hourMs: HOUR_MS })).toEqual(afterTries(1));
  });
});

describe("a scheduled run", () => {
  const pausedAt = (now: Date) => isPaused(afterTries(2), { now, hourMs: HOUR_MS });

  it("is left out until its time has come, give or take the minutes that a schedule is early", () => {
    expect([1.5, 2.5, 2.95, 3, 9].map((hours) => pausedAt(hoursLater(hours)))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(isPaused(null, { now: NOW, hourMs: HOUR_MS })).toBe(false);
  });
});

describe("the words of trouble", () => {
  const customers: readonly TroubleKind[] = ["PERMISSION_REMOVED", "APP_REMOVED", "APP_DISABLED", "BLOCKED_BY_POLICY"];
  const operators: readonly TroubleKind[] = ["CREDENTIALS_REFUSED", "TENANT_UNKNOWN"];

  it("send the customer to the operator for what is ours, and never for what is theirs", () => {
    const said = (kinds: readonly TroubleKind[]) =>
      kinds.map((kind) => inEnglish([troubleAdvice(kind).nextStep]).includes("operator of Rollcall"));

    expect([...said(customers), ...said(operators)]).toEqual([false, false, false, false, true, true]);
  });

  it("are different for each, and name the permission and nothing that only a log needs", () => {
    const all = [...customers, ...operators].map((kind) => inEnglish([troubleAdvice(kind, "AADSTS7000229").message]));

    expect(new Set(all).size).toBe(all.length);
    expect(all.join()).not.toMatch(/AADSTS/);
    expect(troubleAdvice("PERMISSION_REMOVED", "AADSTS1: User.Read.All").message.names).toEqual(["User.Read.All"]);
  });

  it("do not tell somebody to consent who would consent in vain", () => {
    const disabled: Problem = { code: "CONSENT_MISSING", trouble: "APP_DISABLED" };

    expect(problemWords(disabled)).not.toMatch(/Review permissions/);
    expect(problemWords({ code: "ACCESS_BLOCKED" })).not.toMatch(/Review permissions/);
  });

  it("of a run say that nobody was disabled", () => {
    expect(inEnglish(unreadSentences(lost))).toMatch(
      /removed from your directory.* Nobody was disabled\. Press Review permissions/,
    );
  });
});

describe("an account whose runs fail again and again (F63)", () => {
  const run = (status: RunStatus, hoursAgo = 0) => aRun({ status, startedAt: minutesBefore(60 * hoursAgo) });
  const failed = (times: number) => Array.from({ length: times }, (_, n) => run("FAILED", n));
  const restAfter = (...newestFirst: Run[]) => restsUntil(newestFirst, { now: NOW, hourMs: HOUR_MS });

  it("is run every hour twice more, then after two, four and six hours, and never less often", () => {
    const rests = [1, 2, 3, 4, 5, 12].map((times) => restAfter(...failed(times)));

    expect(rests).toEqual([null, null, hoursLater(2), hoursLater(4), hoursLater(6), hoursLater(6)]);
  });

  it.each(["SUCCEEDED", "PARTIAL", "HELD", "STOPPED"] as const)("is not after one that was %s", (status) => {
    expect(restAfter(run(status), ...failed(5))).toBeNull();
    expect(restAfter(...failed(2), run(status), ...failed(5))).toBeNull();
  });

  it("is not moved by runs that were left out or go on", () => {
    expect(restAfter(run("RUNNING"), run("SKIPPED"), ...failed(4))).toEqual(hoursLater(4));
  });

  it("is run when its rest is over, or nearly: a schedule begins a moment early or late", () => {
    const fiveMinutesEarly = { now: new Date(hoursLater(2).getTime() - 300_000), hourMs: HOUR_MS };

    expect(restsUntil(failed(3), fiveMinutesEarly)).toBeNull();
    expect(restsUntil(failed(3), { ...fiveMinutesEarly, now: hoursLater(1) })).toEqual(hoursLater(2));
  });
});
