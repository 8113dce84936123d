import { describe, expect, it } from "vitest";
import { broken, chosenGroup, complete, ids, lastRead, minutesBefore, NOW, person } from "../../test/builders.js";
import { afterLooks, afterRead, collapsedFrom, newlyChosen } from "./group-health.js";

const people = (count: number) => ids(count).map((id) => person(id));
const before = minutesBefore(120);

describe("a group after a read", () => {
  it.each([
    ["NOT_FOUND", "notFoundSince"],
    ["HIDDEN", "hiddenSince"],
    ["INCOMPLETE", "incompleteSince"],
  ] as const)("that was %s remembers since when, and a whole one forgets it", (outcome, field) => {
    const first = afterRead(chosenGroup("sales"), broken(outcome), null, before);
    const again = afterRead(first, broken(outcome), null, NOW);

    expect([first[field], again[field]]).toEqual([before, before]);
    expect(afterRead(again, complete(people(1)), null, NOW)).toEqual(chosenGroup("sales"));
  });

  it("with nobody in it stays hidden: that is what hidden members look like", () => {
    const hidden = chosenGroup("sales", { hiddenSince: before });

    expect(afterRead(hidden, complete([]), null, NOW).hiddenSince).toEqual(before);
  });

  it("that changed nothing is the very same text, so that nothing is written", () => {
    const group = chosenGroup("sales", { incompleteSince: before, shrunk: { since: before, from: 10 } });

    expect(
      JSON.stringify(
        afterRead(group, broken("INCOMPLETE"), collapsedFrom(broken("INCOMPLETE"), lastRead(ids(10))), NOW),
      ),
    ).toBe(JSON.stringify(group));
  });
});

describe("a group that lost more than half of its people", () => {
  const shrunk = { since: before, from: 10 };

  it.each([
    ["5 of 10", 10, 5, null],
    ["6 of 10", 10, 4, { since: NOW, from: 10 }],
    ["all of 4", 4, 0, { since: NOW, from: 4 }],
    ["all of 3, which is few", 3, 0, null],
  ])("(%s) has shrunk or not", (_how, had, has, expected) => {
    const read = complete(people(has));

    expect(afterRead(chosenGroup("sales"), read, collapsedFrom(read, lastRead(ids(had))), NOW).shrunk).toEqual(
      expected,
    );
  });

  it("is called so until more than half are back, or a month has passed", () => {
    const group = chosenGroup("sales", { shrunk });
    const later = (days: number) => new Date(NOW.getTime() + days * 24 * 3_600_000);
    const read = (count: number, at = NOW) => afterRead(group, complete(people(count)), null, at).shrunk;

    expect([read(5), read(6), read(4, later(29)), read(4, later(31))]).toEqual([shrunk, null, shrunk, null]);
  });
});

describe("a group after the directory described it", () => {
  it("has its new name, beside the one it was chosen by", () => {
    const [sales] = afterLooks(
      [newlyChosen({ id: "sales", displayName: "Sales", dynamic: false })],
      [{ id: "SALES", displayName: "Sales EMEA", dynamic: true, hiddenMembership: true }],
      NOW,
    );

    expect(sales).toMatchObject({ displayName: "Sales EMEA", chosenAs: "Sales", dynamic: true, hiddenSince: NOW });
  });

  it("that is not hidden, or of which nothing was said, is as it was", () => {
    const [shown, silent] = afterLooks(
      [chosenGroup("sales", { hiddenSince: before }), chosenGroup("oslo", { hiddenSince: before })],
      [{ id: "sales", displayName: "sales", dynamic: false, hiddenMembership: false }],
      NOW,
    );

    expect([shown?.hiddenSince, silent?.hiddenSince]).toEqual([null, before]);
  });
});
