import { describe, expect, it } from "vitest";
import { chosenHealth, groupFacts } from "./group-words.js";

describe("groupFacts", () => {
  it("tells kind, size and the obstacle, and leaves out a count Microsoft did not give", () => {
    const group = { kind: "SECURITY" as const, dynamic: true, memberCount: 1, obstacle: null };

    expect(groupFacts(group)).toEqual(["Security group", "filled by a rule", "1 direct member"]);
    expect(groupFacts({ ...group, dynamic: false, memberCount: null, obstacle: "Hidden." })).toEqual([
      "Security group",
      "Hidden.",
    ]);
  });
});

describe("chosenHealth", () => {
  it("is calm about a group that was not read yet, and not about an empty or missing one", () => {
    expect(chosenHealth({ people: null, missingSince: null }).calm).toBe(true);
    expect(chosenHealth({ people: 3, missingSince: null })).toEqual({ words: "OK", calm: true });
    expect(chosenHealth({ people: 0, missingSince: null }).calm).toBe(false);
    expect(chosenHealth({ people: 3, missingSince: "2026-11-23T10:00:00Z" }).calm).toBe(false);
  });
});
