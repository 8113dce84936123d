import { describe, expect, it } from "vitest";
import { settings } from "../../test/builders.js";
import { changedFields, changesOf, settingsFacts } from "./audit.js";

describe("what the trail tells of a change", () => {
  it("is what differs, and nothing else", () => {
    expect(changedFields({ status: "ACTIVE", role: "ADMIN" }, { status: "DISABLED", role: "ADMIN" })).toEqual([
      { name: "status", before: "ACTIVE", after: "DISABLED" },
    ]);
  });

  it("is, of a list, what left it and what came to it", () => {
    const [field] = changedFields({ groups: ["Sales", "Oslo"] }, { groups: ["Oslo", "Design", "Legal"] });

    expect(field).toEqual({ name: "groups", before: "Sales", after: "Design, Legal" });
  });

  it.each([
    ["a list in another order", { groups: ["a", "b"] }, { groups: ["b", "a"] }],
    ["a field that was not there and is null", {}, { helpContact: null }],
    ["nothing at all", {}, {}],
  ])("is nothing for %s", (_, before, after) => {
    expect(changesOf({ type: "ACCOUNT", id: "1", name: null }, before, after)).toEqual([]);
  });

  it("names switches and numbers of the settings", () => {
    const [before, after] = [settings(), settings({ disableLeavers: false, brake: { percent: 20, cap: 7 } })];

    expect(changedFields(settingsFacts(before), settingsFacts(after))).toEqual([
      { name: "disableLeavers", before: "true", after: "false" },
      { name: "brakeCap", before: "500", after: "7" },
    ]);
  });
});
