import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideRetry, PATIENT, retryAfterMs } from "./graph-retry.js";

const NOW = new Date("2026-05-04T12:00:00Z");

const decide = (changes: Partial<Parameters<typeof decideRetry>[0]>) =>
  decideRetry({
    status: 429,
    retryAfter: null,
    failures: 0,
    throttles: 1,
    policy: PATIENT,
    now: NOW,
    random: 0,
    ...changes,
  });

describe("Retry-After", () => {
  it.each([
    ["0", 0],
    ["7", 7_000],
    ["2.128", 2_128],
    ["0.0001", 1],
    [" 3 ", 3_000],
    ["86400", 86_400_000],
    ["Mon, 04 May 2026 12:00:30 GMT", 30_000],
    ["Mon, 04 May 2026 11:59:00 GMT", null],
    ["Thu, 01 Jan 1970 00:00:00 GMT", null],
    ["soon", null],
    ["-5", null],
    ["1e3", null],
    ["0x10", null],
    ["Infinity", null],
    ["2026", 2_026_000],
    ["May 4", null],
    ["", null],
    [null, null],
  ])("%j means %j milliseconds", (value, expected) => {
    expect(retryAfterMs(value, NOW)).toBe(expected);
  });
});

describe("what to do after a try that failed", () => {
  it.each([400, 401, 403, 404, 410, 501])("%i is not tried again", (status) => {
    expect(decide({ status, failures: 1 })).toEqual({ again: false, retryAt: null });
  });

  it.each([500, 502, 503, 504, null])("%j is tried three times in all", (status) => {
    const answers = [1, 2, 3].map((failures) => decide({ status, failures, throttles: 0 }).again);

    expect(answers).toEqual([true, true, false]);
  });

  it("F4: a 429 that says 0 waits a second all the same, and not for ever", () => {
    const answers = Array.from({ length: 8 }, (_, index) => decide({ retryAfter: "0", throttles: index + 1 }));

    expect(answers.slice(0, 7).every((answer) => answer.again && answer.waitMs >= 1_000)).toBe(true);
    expect(answers[7]).toMatchObject({ again: false });
  });

  it.each(["soon", "-1", "Thu, 01 Jan 1970 00:00:00 GMT", null])(
    "F5: Retry-After %j leaves us our own back-off",
    (retryAfter) => {
      const waits = [1, 2, 3].map((throttles) => decide({ retryAfter, throttles }));

      expect(waits).toEqual([1_000, 2_000, 4_000].map((waitMs) => ({ again: true, waitMs })));
    },
  );

  it("F6: a day is not waited for, but told", () => {
    expect(decide({ retryAfter: "86400" })).toEqual({ again: false, retryAt: new Date("2026-05-05T12:00:00Z") });
  });

  it("never comes back before Retry-After, nor within a second, nor minutes later", () => {
    const numbers = fc.double({ min: 0, max: 119, noNaN: true }).map((each) => each.toFixed(3));

    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 0.999, noNaN: true }), (retryAfter, random) => {
        const decision = decide({ retryAfter, random });

        const asked = Number(retryAfter) * 1_000;
        expect(decision.again && decision.waitMs >= Math.max(1_000, asked)).toBe(true);
        expect(decision.again && decision.waitMs <= Math.max(1_000, asked) + 1_000).toBe(true);
      }),
    );
  });

  it("keeps its own back-off between one second and one minute", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (throttles, random) => {
          const decision = decide({ throttles, random });

          expect(decision.again && decision.waitMs >= 1_000 && decision.waitMs <= 60_000).toBe(true);
        },
      ),
    );
  });
});
