import { describe, expect, it } from "vitest";
import { draftOf, toEnableInput, toUpdateInput, withGroup, type Settings } from "./set-up-draft.js";

const settings: Settings = {
  enabled: false,
  groups: [{ id: "g1", displayName: "Sales", people: 3, readAt: null, missingSince: null }],
  disableLeavers: false,
  includeGuests: false,
  includeNested: true,
  version: 4,
};

describe("the set-up's draft", () => {
  it("begins from what is stored", () => {
    expect(toEnableInput(draftOf(settings), null)).toEqual({
      groupIds: ["g1"],
      disableLeavers: false,
      includeGuests: false,
      includeNested: true,
      previewToken: null,
    });
  });

  it("adds and removes groups, each at most once", () => {
    const sales = { id: "g1", displayName: "Sales" };
    const oslo = { id: "g2", displayName: "Oslo" };

    const both = withGroup(withGroup(draftOf(settings), sales, true), oslo, true);

    expect(both.groups.map(({ id }) => id)).toEqual(["g1", "g2"]);
    expect(withGroup(both, sales, false).groups).toEqual([oslo]);
  });

  it("carries the version it began from, and what was seen of it", () => {
    expect(toUpdateInput(draftOf(settings), 4, "seen")).toMatchObject({
      version: 4,
      groupIds: ["g1"],
      previewToken: "seen",
    });
  });
});
