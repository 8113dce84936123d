import { describe, expect, it } from "vitest";
import { goesOn } from "./use-consent-watch.js";

const minutes = (count: number) => count * 60_000;

describe("the watch for an approval", () => {
  it("goes on for ten minutes, and no longer", () => {
    expect([goesOn(0, minutes(9), false), goesOn(0, minutes(10), false)]).toEqual([true, false]);
  });

  it("ends with the approval", () => {
    expect(goesOn(0, minutes(1), true)).toBe(false);
  });
});
