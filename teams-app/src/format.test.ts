import { describe, expect, it } from "vitest";
import { formatDay, formatMoment, formatNumber } from "./format.js";

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
