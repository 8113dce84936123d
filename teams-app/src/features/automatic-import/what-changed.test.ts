import { describe, expect, it } from "vitest";
import { settingsOf } from "./settings.fixture.js";
import { whatChanged } from "./what-changed.js";

const group = (id: string, displayName: string) => ({ id, displayName, people: null, readAt: null, health: [] });
const before = settingsOf({ enabled: true });

describe("whatChanged", () => {
  it("names groups that came and went, and each rule", () => {
    const after = settingsOf({
      enabled: true,
      groups: [group("g2", "Legal")],
      disableLeavers: true,
      brake: { percent: 10, cap: 50 },
      excludedPeople: [{ id: "p1" }],
    });

    expect(whatChanged(before, after)).toEqual([
      "The group “Legal” was chosen.",
      "The group “Sales” was taken out.",
      "Leavers are disabled.",
      "The brake lets a day disable at most 10 % of the people, and never more than 50.",
      "Who is excluded has changed.",
    ]);
  });

  it("tells that it was switched off", () => {
    expect(whatChanged(before, settingsOf({ enabled: false }))).toEqual(["Automatic import was disabled."]);
  });

  it("says at least that something changed, where it does not show here", () => {
    expect(whatChanged(before, settingsOf({ enabled: true, version: 5 }))).toHaveLength(1);
  });
});
