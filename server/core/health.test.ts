import { describe, expect, it } from "vitest";
import { chosenGroup, minutesBefore, NOW, run, settings } from "../../test/builders.js";
import { groupHealthOf } from "./group-words.js";
import { healthOf, type HealthFacts } from "./health.js";
import { partialSentences } from "./run-words.js";
import type { Setback } from "./run.js";
import type { Trouble } from "./model.js";
import { inEnglish, say } from "./sentences.js";

const inMinutes = (minutes: number) => minutesBefore(-minutes);
const nextRunAt = inMinutes(30);

const waitingUntil = (until: Date) =>
  run({ status: "RUNNING", progress: { stage: "READING", done: 4, total: null, waitingUntil: until } });

const granted = { state: "GRANTED", checkedAt: null, grantedAt: null } as const;

/** An account in which all is well, but for what is said. */
const facts = (fields: Partial<HealthFacts> = {}): HealthFacts => ({
  account: { consent: granted, trouble: null },
  settings: settings(),
  hold: null,
  current: null,
  last: run(),
  nextRunAt,
  credentialsExpireAt: null,
  now: NOW,
  ...fields,
});

const held = {
  because: ["TOO_MANY_LEAVERS"],
  limit: 5,
  approval: null,
  counts: { DISABLE: 8, CREATE: 0, REENABLE: 0 },
} as const;

const trouble = (kind: Trouble["kind"], detail: string | null = null) => ({
  consent: granted,
  trouble: { kind, detail, since: minutesBefore(60), failures: 1, nextTryAt: inMinutes(60) },
});
const setback = (kind: Setback["kind"], retryAt: Date | null = null) =>
  run({ status: "PARTIAL", reasons: [say("RUN_UNEXPECTED")], setback: { kind, retryAt } });
const groups = (fields: object) => settings({ groups: [chosenGroup("Sales", fields)] });
const excluded = settings({ exclusions: { people: [], groups: [chosenGroup("Left out", { hiddenSince: NOW })] } });

describe("health", () => {
  it.each<[HealthFacts["account"] | null, Partial<HealthFacts>, string, RegExp]>([
    [null, {}, "OK", /is on/],
    [null, { settings: settings({ enabled: false }) }, "OFF", /is off/],
    [null, { settings: settings({ groups: [] }) }, "NO_GROUPS", /no group is chosen/],
    [null, { last: null }, "WAITING_FOR_FIRST_RUN", /first run/],
    [null, { current: run({ status: "RUNNING" }) }, "RUNNING", /going on/],
    [null, { current: waitingUntil(inMinutes(1)) }, "RETRYING", /asks again/],
    [null, { current: waitingUntil(minutesBefore(1)) }, "RUNNING", /going on/],
    [null, { hold: held }, "HELD", /8 people would be disabled.*approve or reject/],
    [null, { settings: groups({ hiddenSince: NOW }) }, "GROUP_HIDDEN", /“Sales”/],
    [null, { settings: excluded }, "GROUP_HIDDEN", /“Left out”/],
    [null, { settings: groups({ notFoundSince: NOW }) }, "GROUP_MISSING", /“Sales”/],
    [null, { last: run({ status: "PARTIAL", reasons: [say("RUN_UNEXPECTED")] }) }, "PARTIAL", /went wrong on our side/],
    [null, { last: run({ status: "FAILED", reasons: [say("RUN_UNEXPECTED")] }) }, "FAILED", /went wrong on our side/],
    [null, { last: run({ status: "STOPPED", reasons: [say("RUN_UNEXPECTED")] }) }, "STOPPED", /went wrong on our side/],
    [null, { last: setback("READ_INCOMPLETE") }, "READ_INCOMPLETE", /went wrong on our side/],
    [null, { last: setback("READ_DOUBTFUL") }, "READ_DOUBTFUL", /went wrong on our side/],
    [null, { last: setback("THROTTLED") }, "THROTTLED", /slow down/],
    [{ consent: { ...granted, state: "LOST" }, trouble: null }, {}, "CONSENT_LOST", /no longer lets/],
    [trouble("PERMISSION_REMOVED", "User.Read.All"), {}, "CONSENT_LOST", /User\.Read\.All is not approved/],
    [trouble("APP_REMOVED"), {}, "CONSENT_LOST", /removed from your directory/],
    [trouble("APP_DISABLED"), {}, "CONSENT_LOST", /switched off/],
    [trouble("BLOCKED_BY_POLICY"), {}, "ACCESS_BLOCKED", /policy of your organisation/],
    [trouble("CREDENTIALS_REFUSED"), {}, "CREDENTIALS_REFUSED", /own credentials/],
    [trouble("TENANT_UNKNOWN"), {}, "TENANT_UNKNOWN", /no directory/],
    [null, { credentialsExpireAt: inMinutes(12 * 24 * 60) }, "SECRET_EXPIRING", /in 12 days/],
    [null, { credentialsExpireAt: minutesBefore(1) }, "SECRET_EXPIRING", /today/],
    [null, { credentialsExpireAt: inMinutes(31 * 24 * 60) }, "OK", /is on/],
  ])("(%#) is told by what weighs most", (account, fields, state, message) => {
    const health = healthOf(facts({ ...fields, ...(account && { account }) }));

    expect(health.state).toBe(state);
    expect(inEnglish(health.message)).toMatch(message);
    const quiet = ["OK", "OFF", "WAITING_FOR_FIRST_RUN", "RUNNING"].includes(state);
    expect(health.nextStep.length > 0).toBe(!quiet);
  });

  it("goes by the hold and not by the run that raised it", () => {
    const decided = healthOf(facts({ last: run({ status: "HELD", reasons: [say("HOLD_DECIDE")] }) }));
    const later = healthOf(
      facts({ hold: held, last: run({ status: "FAILED", reasons: [say("DIRECTORY_UNREACHABLE")] }) }),
    );
    const approval = { version: 1, by: "Adele Vance", at: NOW };
    const approved = healthOf(facts({ hold: { ...held, approval } }));

    expect([decided.state, later.state]).toEqual(["OK", "HELD"]);
    expect(approved.nextStep).toEqual([say("NEXT_APPROVED", { names: ["Adele Vance"] })]);
  });

  it.each([
    ["the next run, where Microsoft did not say", null, nextRunAt],
    ["the next run after what Microsoft said", inMinutes(5), nextRunAt],
    ["what Microsoft said, where that is a day", inMinutes(24 * 60), inMinutes(24 * 60)],
  ])("of an account that is throttled tells when it goes on: %s", (_when, retryAt, expected) => {
    expect(healthOf(facts({ last: setback("THROTTLED", retryAt) })).retryAt).toEqual(expected);
  });

  it("of an account that is paused tells when it is tried again", () => {
    expect(healthOf(facts({ account: trouble("APP_REMOVED") })).retryAt).toEqual(inMinutes(60));
  });
});

describe("what is to come after a run that was not done to its end", () => {
  it.each([
    ["PARTIAL", partialSentences(["Sales"], 2)],
    ["FAILED", [say("RUN_UNEXPECTED")]],
    ["STOPPED", [say("RUN_SHUTDOWN")]],
    ["FAILED", [say("RUN_CUT_SHORT")]],
    ["PARTIAL", [say("LIST_DOUBTFUL", { names: ["Ada"], count: 0 })]],
    ["PARTIAL", [say("NO_CLEAR_ANSWER", { count: 2 })]],
    ["FAILED", [say("DIRECTORY_UNREACHABLE")]],
    ["PARTIAL", [say("NOT_LOOKED_AGAIN", { count: 0 })]],
  ] as const)("is said once: %s %j", (status, reasons) => {
    const { message, nextStep } = healthOf(facts({ last: run({ status, reasons }) }));

    const said = inEnglish([...message, ...nextStep]);
    expect(said.match(/the next (run|one)/gi)).toHaveLength(1);
    expect(said).toContain("Run now tries at once.");
  });
});

describe("the health of a chosen group", () => {
  it.each([
    ["MISSING", { notFoundSince: NOW }, 3, NOW],
    ["HIDDEN", { hiddenSince: NOW }, 0, NOW],
    ["INCOMPLETE", { incompleteSince: NOW }, 3, NOW],
    ["EMPTY", {}, 0, null],
    ["SHRUNK", { shrunk: { since: NOW, from: 12 } }, 3, NOW],
    ["RENAMED", { chosenAs: "Sales EMEA" }, 3, null],
    ["DYNAMIC", { dynamic: true }, 3, null],
  ])("can be %s", (code, fields, people, since) => {
    const [only, ...others] = groupHealthOf(chosenGroup("sales", fields), people);

    expect([only?.code, only?.since, others]).toEqual([code, since, []]);
    expect(inEnglish(only ? [only.sentence] : [])).toMatch(/^[A-Z].*\.$/);
  });

  it("tells all there is, the heaviest first, and nothing of one that is well or was not read yet", () => {
    const group = chosenGroup("sales", { dynamic: true, chosenAs: "EMEA", shrunk: { since: NOW, from: 12 } });

    expect(groupHealthOf(group, 3).map(({ code }) => code)).toEqual(["SHRUNK", "RENAMED", "DYNAMIC"]);
    expect([groupHealthOf(chosenGroup("sales"), 3), groupHealthOf(chosenGroup("sales"), null)]).toEqual([[], []]);
  });
});
