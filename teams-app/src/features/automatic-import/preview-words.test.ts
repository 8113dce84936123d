import { describe, expect, it } from "vitest";
import { sumWords, togetherWords, type GroupSum } from "./preview-words.js";

const sum = (over: Partial<GroupSum>): GroupSum => ({
  groupId: "g",
  displayName: "Sales",
  complete: true,
  members: 0,
  people: 0,
  others: 0,
  blocked: 0,
  guestsLeftOut: 0,
  excluded: 0,
  unknown: 0,
  countedBefore: 0,
  ...over,
});

describe("sumWords", () => {
  it("says what the members of a group come to", () => {
    const whole = sum({ members: 1412, people: 1371, others: 3, blocked: 2, guestsLeftOut: 30, countedBefore: 6 });

    expect(sumWords(whole)).toBe(
      "1,412 members = 1,371 people + 3 devices, contacts or groups + 2 blocked + 30 guests left out + 6 counted in a group above",
    );
  });

  it("speaks of one as of one, of nobody not at all, and says where a group was not read to its end", () => {
    expect(sumWords(sum({ members: 2, people: 1, others: 1 }))).toBe(
      "2 members = 1 person + 1 device, contact or group",
    );
    expect(sumWords(sum({}))).toBe("0 members");
    expect(sumWords(sum({ members: 1, people: 1, complete: false }))).toContain("(not read to the end)");
  });
});

describe("togetherWords", () => {
  it("counts everybody once, and tells how many are in more than one group", () => {
    expect(togetherWords([sum({ people: 8 }), sum({ people: 2, countedBefore: 3 })])).toBe(
      "10 people in all, 3 of them in more than one of the groups.",
    );
    expect(togetherWords([sum({ people: 1 })])).toBe("1 person in all.");
  });
});
