import { describe, expect, it } from "vitest";
import { broken, complete, chosenGroup as group, ids, input, lastRead, NOW, person } from "../../test/builders.js";
import { readsWorthKeeping } from "./group-reads.js";
import type { GroupRead, LastGroupRead } from "./model.js";
import { planSync } from "./plan.js";

const people = (...members: string[]) => members.map((id) => person(id));

function kept(
  groups: readonly GroupRead[],
  lastReads: readonly LastGroupRead[],
  more: { readonly excluded?: readonly GroupRead[]; readonly leaversWait?: boolean } = {},
) {
  const known = input({
    groups,
    lastReads,
    excluded: more.excluded ?? [],
    settings: {
      groups: groups.map((read) => group(read.groupId)),
      exclusions: { people: [], groups: (more.excluded ?? []).map((read) => group(read.groupId)) },
    },
  });
  const reads = readsWorthKeeping(known, planSync(known), more.leaversWait ?? false);
  return reads.map((read) => [read.groupId, read.personIds]);
}

describe("what is remembered of a group", () => {
  it("is everybody in it, once and in order, with the moment", () => {
    const known = input({ groups: [complete(people("bob", "ada", "bob"))] });

    expect(readsWorthKeeping(known, planSync(known), false)).toEqual([
      { groupId: "sales", personIds: ["ada", "bob"], readAt: NOW },
    ]);
  });

  it("is not written again while it is the same", () => {
    expect(kept([complete(people("bob", "ada"))], [lastRead(["ada", "bob"])])).toEqual([]);
  });

  it("is never a read that broke off", () => {
    expect(kept([broken("INCOMPLETE", people("ada"))], [])).toEqual([]);
  });

  it.each([
    ["leavers wait for an admin", [complete(people("p0"))], true],
    ["another group is unknown", [complete(people("p0")), broken("INCOMPLETE", [], "oslo")], false],
  ])("stays the last good read while %s: a collapse must still show in the next run", (_, groups, leaversWait) => {
    expect(kept(groups, [lastRead(ids(9))], { leaversWait })).toEqual([]);
  });

  it("is the first read of a new group, also while leavers wait: there is none to compare it with", () => {
    expect(kept([complete(people("ada"))], [], { leaversWait: true })).toEqual([["sales", ["ada"]]]);
  });

  it("is, of an excluded group, the latest read in any case: whom an admin shut out must not come in if it breaks", () => {
    const read = complete(people("ada", "bob"), "contractors");

    const more = { excluded: [read], leaversWait: true };
    expect(kept([complete(people("p0"))], [lastRead(ids(9)), lastRead(["ada"], "contractors")], more)).toEqual([
      ["contractors", ["ada", "bob"]],
    ]);
  });

  it("keeps, of a group both chosen and excluded, the last good read as well", () => {
    const more = { excluded: [complete(people("p0"))], leaversWait: true };

    expect(kept([complete(people("p0"))], [lastRead(ids(9))], more)).toEqual([]);
  });

  it("is written once for a group both chosen and excluded", () => {
    expect(kept([complete(people("p0"))], [], { excluded: [complete(people("p0"))] })).toEqual([["sales", ["p0"]]]);
  });
});
