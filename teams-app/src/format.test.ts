import { describe, expect, it } from "vitest";
import { formatDay, formatDuration, formatMoment, formatNumber, formatUntil } from "./format.js";

const fixed = { now: new Date("2026-11-23T14:30:00Z"), locale: "en-GB", timeZone: "UTC" };

describe("formatMoment", () => {
  it("gives the time alone for today, in the reader's zone", () => {
    expect(formatMoment("2026-11-23T14:00:00Z", fixed)).toBe("14:00");
    expect(formatMoment("2026-11-23T14:00:00Z", { ...fixed, timeZone: "Asia/Tokyo" })).toBe("23:00");
  });

  it("gives the day as well for another day, and the year for another year", () => {
    expect(formatMoment("2026-11-22T14:00:00Z", fixed)).toBe("22 Nov, 14:00");
    expect(formatMoment("2025-11-22T14:00:00Z", fixed)).toBe("22 Nov 2025, 14:00");
  });
});

describe("formatDay and formatNumber", () => {
  it("follow the locale", () => {
    expect(formatDay("2026-05-03T12:00:00Z", fixed)).toBe("3 May 2026");
    expect(formatNumber(1240, "en-GB")).toBe("1,240");
  });
});

describe("formatDuration", () => {
  it("names the two largest units, and never nothing", () => {
    const english = { locale: "en" };

    expect([0, 12_400, 125_000, 3_605_000, 90_000_000].map((ms) => formatDuration(ms, english))).toEqual([
      "1 sec",
      "12 sec",
      "2 min 5 sec",
      "1 hr 5 sec",
      "1 day 1 hr",
    ]);
  });

  it("speaks the reader's language", () => {
    expect(formatDuration(125_000, { locale: "nb" })).toBe("2 min 5 sek");
  });
});

describe("formatUntil", () => {
  const until = (iso: string) => formatUntil(iso, fixed);

  it("counts down in the largest unit, never to the past", () => {
    expect(until("2026-11-23T14:53:00Z")).toBe("in 23 minutes");
    expect(until("2026-11-23T14:30:20Z")).toBe("in 20 seconds");
    expect(until("2026-11-23T16:00:00Z")).toBe("in 90 minutes");
    expect(until("2026-11-23T20:30:00Z")).toBe("in 6 hours");
    expect(until("2026-11-23T14:00:00Z")).toBe("in 1 second");
  });
});
