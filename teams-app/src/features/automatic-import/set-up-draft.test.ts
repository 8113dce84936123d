import { describe, expect, it } from "vitest";
import { brakeOf, draftOf, toChoice, toEnableInput, toUpdateInput, wholeNumber, withGroup } from "./set-up-draft.js";
import { settingsOf } from "./settings.fixture.js";

const draft = draftOf(settingsOf());

describe("the set-up's draft", () => {
  it("begins from what is stored", () => {
    expect(toEnableInput(draft, "seen")).toEqual({
      groupIds: ["g1"],
      disableLeavers: false,
      includeGuests: false,
      includeNested: true,
      brake: { percent: 20, cap: 500 },
      previewToken: "seen",
    });
  });

  it("adds and removes groups, each at most once", () => {
    const sales = { id: "g1", displayName: "Sales" };
    const oslo = { id: "g2", displayName: "Oslo" };

    const both = withGroup(withGroup(draft, sales, true), oslo, true);

    expect(both.groups.map(({ id }) => id)).toEqual(["g1", "g2"]);
    expect(withGroup(both, sales, false).groups).toEqual([oslo]);
  });

  it("carries the version it began from, and what was seen of it", () => {
    expect(toUpdateInput(draft, 4, "seen")).toMatchObject({ version: 4, groupIds: ["g1"], previewToken: "seen" });
  });

  it("is previewed by what decides who is due: the brake is not part of that", () => {
    expect(Object.keys(toChoice(draft)).sort()).toEqual([
      "disableLeavers",
      "groupIds",
      "includeGuests",
      "includeNested",
    ]);
  });

  it("takes a brake within its bounds, and none that is half typed", () => {
    const typed = (percent: string, cap: string) => brakeOf({ ...draft, brake: { percent, cap } });

    expect(typed(" 5 ", "5000")).toEqual({ percent: 5, cap: 5000 });
    expect([typed("", "5"), typed("51", "5"), typed("0", "5"), typed("5", "5001")]).toEqual([null, null, null, null]);
    expect(["1.5", "-1", "1e3", "x"].map((words) => wholeNumber(words, 5000))).toEqual([null, null, null, null]);
  });
});
