import { describe, expect, it } from "vitest";
import {
  approvalOf,
  complete,
  chosenGroup as group,
  heldNewcomer,
  hold,
  ids,
  input,
  lastRead,
  minutesBefore,
  person,
  user,
  type InputFields,
} from "../../test/builders.js";
import { brakeLimit, guard, type Verdict } from "./guard.js";
import type { Hold } from "./hold.js";
import type { User } from "./model.js";
import { planSync } from "./plan.js";

type More = Omit<InputFields, "groups" | "users"> & { readonly hold?: Hold };

/** What the guard says when these people are in the group and those are users. */
function verdict(members: readonly string[], users: readonly User[], { hold, ...more }: More = {}): Verdict {
  const asked = input({ ...more, groups: [complete(members.map((id) => person(id)))], users });
  return guard(planSync(asked), asked, hold ?? null);
}

const usersOf = (count: number, prefix?: string) => ids(count, prefix).map((id) => user(id));
const disabledIds = ({ disable }: Verdict) => disable.map((row) => row.user.directoryId);
const heldIds = ({ held }: Verdict) => held.map((change) => change.directoryId);
const counts = ({ disable, create, reenable, held }: Verdict) => ({
  disable: disable.length,
  create: create.length,
  reenable: reenable.length,
  held: held.length,
});

describe("the brake on disabling", () => {
  it.each([
    [0, 1],
    [1, 1],
    [4, 1],
    [6, 2],
    [10, 3],
    [15, 5],
    [29, 5],
    [30, 6],
    [100, 20],
    [2500, 500],
    [60_000, 500],
  ])("lets a day disable, of %i people, %i", (n, most) => {
    expect(brakeLimit(n, { percent: 20, cap: 500 })).toBe(most);
  });

  it("lets a full 20 of 100 leave, and keeps the 21 back whole", () => {
    const most = verdict(ids(80), usersOf(100));
    const tooMany = verdict(ids(79), usersOf(100));

    expect([counts(most), most.because]).toEqual([{ disable: 20, create: 0, reenable: 0, held: 0 }, []]);
    expect([counts(tooMany), tooMany.because]).toEqual([
      { disable: 0, create: 0, reenable: 0, held: 21 },
      ["TOO_MANY_LEAVERS"],
    ]);
  });

  it("tells of everybody it keeps back who, why, and out of which group", () => {
    const [first] = verdict([], [user("ada")]).held;

    expect(first).toEqual({
      directoryId: "ada",
      displayName: "Name of ada",
      action: "DISABLE",
      reason: "LEFT_GROUPS",
      groupIds: ["sales"],
    });
  });

  const disabledBefore = (minutes: number, fields: Partial<User> = {}) =>
    ids(15, "gone").map((id) =>
      user(id, { status: "DISABLED", disabledBy: "SYNC", disabledAt: minutesBefore(minutes), ...fields }),
    );

  it.each([
    ["disabled by the sync 23 hours ago", disabledBefore(23 * 60), "HELD"],
    ["disabled by the sync in a future that a clock invented", disabledBefore(-30), "HELD"],
    ["disabled by the sync 25 hours ago", disabledBefore(25 * 60), "APPLIED"],
    ["whose disable an admin had agreed to", disabledBefore(60, { disableApproved: true }), "APPLIED"],
    ["disabled by an admin", disabledBefore(60, { disabledBy: "ADMIN" }), "APPLIED"],
    ["managed by admins", disabledBefore(60, { managedBy: "ADMIN" }), "APPLIED"],
  ])("with 10 of 100 leaving after 15 %s: %s", (_, before, expected) => {
    const made = verdict(ids(90), [...usersOf(100), ...before]);

    expect(made.disable.length > 0 ? "APPLIED" : "HELD").toBe(expected);
  });

  it("measures the share by those of this morning: who was disabled since counts among them", () => {
    const made = verdict(ids(85), [...usersOf(85), ...disabledBefore(60)]);

    expect(made.limit).toBe(20);
  });

  it("holds when nobody would remain, however few they are", () => {
    expect(verdict([], usersOf(1)).because).toEqual(["NOBODY_LEFT"]);
  });

  it("does not hold when all who leave are few, and an admin of the account is the only one left in the groups", () => {
    const chief = user("chief", { role: "ADMIN" });

    expect(disabledIds(verdict([], [chief, user("ada")], { admins: [] }))).toEqual(["ada"]);
  });

  it("holds when a group of four or more lost more than half since it was last read", () => {
    const others = ids(90, "q");
    const lost = (stayed: readonly string[]) =>
      verdict([...stayed, ...others], [...usersOf(4), ...usersOf(90, "q")], {
        lastReads: [lastRead(ids(4))],
        settings: { brake: { percent: 50, cap: 5000 } },
      });

    expect([lost(["p0"]).because, lost(["p0", "p1"]).because]).toEqual([["GROUP_COLLAPSED"], []]);
  });

  it("does not hold for a group of three that changes wholly", () => {
    const members = ids(90, "q");

    const changed = verdict(members, [...usersOf(3), ...usersOf(90, "q")], { lastReads: [lastRead(ids(3))] });

    expect(changed.disable).toHaveLength(3);
  });

  it("does not hold for a group that collapsed when all of its people are in another one", () => {
    const asked = input({
      groups: [
        complete([]),
        complete(
          ids(9).map((id) => person(id)),
          "oslo",
        ),
      ],
      users: usersOf(9),
      settings: { groups: [group("sales"), group("oslo")] },
      lastReads: [lastRead(ids(9))],
    });

    expect(guard(planSync(asked), asked, null).because).toEqual([]);
  });

  it("can be set lower", () => {
    const low = { settings: { brake: { percent: 1, cap: 500 } } };

    expect([verdict(ids(99), usersOf(100), low).held, verdict(ids(94), usersOf(100), low).held.length]).toEqual([
      [],
      6,
    ]);
  });

  it("is bound by the cap, whatever the share", () => {
    const capped = { settings: { brake: { percent: 50, cap: 10 } } };

    expect([verdict(ids(90), usersOf(100), capped).held, verdict(ids(89), usersOf(100), capped).held.length]).toEqual([
      [],
      11,
    ]);
  });
});

describe("what an admin agreed to by name", () => {
  it("is not counted by the brake: the 60 of a preview go at once", () => {
    const made = verdict(ids(40), usersOf(100), { approved: ids(100).slice(40) });

    expect(counts(made)).toEqual({ disable: 60, create: 0, reenable: 0, held: 0 });
  });

  it.each([
    [20, 0],
    [21, 21],
  ])("goes in any case: of %i more who leave since, %i are held", (more, waiting) => {
    const seen = ids(100).slice(70);
    const made = verdict(ids(70 - more), usersOf(100), { approved: seen });

    expect([heldIds(made).length, disabledIds(made).filter((id) => seen.includes(id)).length]).toEqual([waiting, 30]);
  });

  it("may be everybody", () => {
    expect(verdict([], usersOf(10), { approved: ids(10) }).disable).toHaveLength(10);
  });

  it("does not stand for the one who would be the last: nobody would be left", () => {
    const made = verdict([], usersOf(10), { approved: ids(9) });

    expect([disabledIds(made), heldIds(made), made.because]).toEqual([ids(9), ["p9"], ["NOBODY_LEFT"]]);
  });

  it("may be the collapse of a group; who left beside it waits", () => {
    const collapse = (approved: readonly string[]) =>
      verdict(ids(90, "q"), [...usersOf(9), ...usersOf(90, "q")], { lastReads: [lastRead(ids(9))], approved });

    expect([collapse(ids(9)).because, heldIds(collapse(ids(8)))]).toEqual([[], ["p8"]]);
  });

  it("is that they leave, and not that they come in or back", () => {
    const gone = ids(60).map((id) =>
      user(id, { status: "DISABLED", disabledBy: "SYNC", disabledAt: minutesBefore(9e4) }),
    );

    const made = verdict(ids(60), gone, { settings: { settledAt: minutesBefore(60) }, approved: ids(60) });

    expect([made.because, made.reenable]).toEqual([["TOO_MANY_ADDITIONS"], []]);
  });

  it("is, on a hold, that they come in, and not that they leave", () => {
    const agreed = hold(
      ids(30).map((id) => heldNewcomer(id)),
      { approval: approvalOf(1) },
    );

    const made = verdict(ids(70, "q"), [...usersOf(30), ...usersOf(70, "q")], { hold: agreed });

    expect([disabledIds(made), heldIds(made).length]).toEqual([[], 30]);
  });
});

describe("the brake on growth", () => {
  const settled = { settings: { settledAt: minutesBefore(60) } };

  it("lets the first run after a choice of groups add everybody", () => {
    expect(verdict(ids(1000), []).create).toHaveLength(1000);
  });

  it.each([
    [50, 0, 0],
    [51, 0, 51],
    [100, 200, 0],
    [101, 200, 101],
  ])("later, of %i new people in an account of %i, holds %i", (count, active, held) => {
    const members = ids(active, "q");

    const made = verdict([...members, ...ids(count)], usersOf(active, "q"), { ...settled, admins: [] });

    expect([made.held.length, made.create.length]).toEqual([held, count - held]);
  });

  it("counts those who come back as well, and holds all of them", () => {
    const gone = ids(30).map((id) =>
      user(id, { status: "DISABLED", disabledBy: "SYNC", disabledAt: minutesBefore(9e4) }),
    );

    const made = verdict([...ids(30), ...ids(21, "new")], gone, settled);

    expect(counts(made)).toEqual({ disable: 0, create: 0, reenable: 0, held: 51 });
    expect(new Set(made.held.map((change) => `${change.action} ${change.reason}`))).toEqual(
      new Set(["CREATE IN_CHOSEN_GROUP", "REENABLE BACK_IN_CHOSEN_GROUP"]),
    );
  });

  it("lets leavers go in the run that holds additions", () => {
    const made = verdict([...ids(19), ...ids(100, "new")], usersOf(20), settled);

    expect([counts(made), made.because]).toEqual([
      { disable: 1, create: 0, reenable: 0, held: 100 },
      ["TOO_MANY_ADDITIONS"],
    ]);
  });
});
