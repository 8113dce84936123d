import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { broken, complete, ids, input, person } from "../../test/builders.js";
import { groupSums, type GroupSum } from "./group-sums.js";
import { knowGroups } from "./known-groups.js";
import type { GroupRead } from "./model.js";
import { standingUnder } from "./person.js";

const sumsOf = (reads: readonly GroupRead[], excluded: readonly string[] = []) =>
  groupSums(reads, { includeGuests: false }, new Set(excluded));

const parts = ({ people, others, blocked, guestsLeftOut, excluded, unknown, countedBefore }: GroupSum) =>
  people + others + blocked + guestsLeftOut + excluded + unknown + countedBefore;

describe("the sum of a chosen group", () => {
  it("says of each member why they come or do not", () => {
    const members = [
      ...ids(3).map((id) => person(id)),
      person("blocked", { accountEnabled: false }),
      person("guest", { kind: "GUEST" }),
      person("bare", { accountEnabled: null }),
      person("shut-out"),
    ];

    const [sum] = sumsOf([complete(members, "sales", 2)], ["shut-out"]);

    expect(sum).toEqual({
      groupId: "sales",
      complete: true,
      members: 9,
      people: 3,
      others: 2,
      blocked: 1,
      guestsLeftOut: 1,
      excluded: 1,
      unknown: 1,
      countedBefore: 0,
    });
  });

  it("counts a person of two groups in the first of them", () => {
    const sums = sumsOf([complete([person("ada"), person("bob")]), complete([person("ada"), person("eve")], "oslo")]);

    expect(sums.map((sum) => [sum.people, sum.countedBefore])).toEqual([
      [2, 0],
      [1, 1],
    ]);
  });

  it("calls somebody unknown in both groups who was read differently in each", () => {
    const sums = sumsOf([complete([person("ada")]), complete([person("ada", { accountEnabled: false })], "oslo")]);

    expect(sums.map((sum) => [sum.people, sum.blocked, sum.unknown])).toEqual([
      [0, 0, 1],
      [0, 0, 1],
    ]);
  });

  it("is of what arrived, and says so, when the group could not be read to its end", () => {
    const [sum] = sumsOf([broken("INCOMPLETE", [person("ada")])]);

    expect([sum?.complete, sum?.members, sum?.people]).toEqual([false, 1, 1]);
  });

  it("counts somebody once whom a read brought twice", () => {
    const [sum] = sumsOf([complete([person("ada"), person("ada")])]);

    expect([sum?.members, sum?.people]).toEqual([1, 1]);
  });

  it("always adds up, and all of them together bring exactly those who are due", () => {
    const aMember = fc.record({
      id: fc.constantFrom("a", "b", "c", "d"),
      accountEnabled: fc.constantFrom(true, true, false, null),
      kind: fc.constantFrom("MEMBER" as const, "GUEST" as const, null),
    });
    const aRead = (groupId: string) =>
      fc.tuple(fc.array(aMember), fc.nat(5), fc.boolean()).map(([people, others, ended]) =>
        ended
          ? complete(
              people.map((who) => person(who.id, who)),
              groupId,
              others,
            )
          : broken(
              "INCOMPLETE",
              people.map((who) => person(who.id, who)),
              groupId,
            ),
      );

    fc.assert(
      fc.property(
        fc.tuple(aRead("sales"), aRead("oslo")),
        fc.subarray(["a", "b", "c", "d"]),
        fc.boolean(),
        (reads, excluded, includeGuests) => {
          const out = new Set(excluded);
          const sums = groupSums(reads, { includeGuests }, out);
          const members = [...knowGroups(input({ groups: reads })).members.values()];
          const due = members.filter((member) => standingUnder(out, member.person, { includeGuests }) === "DUE");

          expect(sums.map(parts)).toEqual(sums.map((sum) => sum.members));
          expect(sums.reduce((all, sum) => all + sum.people, 0)).toBe(due.length);
        },
      ),
    );
  });
});
