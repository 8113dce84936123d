import { describe, expect, it } from "vitest";
import { admin, complete, ids, lastRead, minutesBefore, NOW, person, settings, user } from "../../test/builders.js";
import { brakeLimit, guard, type Verdict } from "./guard.js";
import type { LastGroupRead, SyncSettings, User } from "./model.js";
import { planSync } from "./plan.js";

/** What the guard says when these people are in the group and those are users. */
function verdict(
  members: readonly string[],
  users: readonly User[],
  more: { settings?: Partial<SyncSettings>; lastReads?: readonly LastGroupRead[] } = {},
): Verdict {
  const input = {
    snapshot: { groups: [complete(members.map((id) => person(id)))] },
    users: [admin, ...users],
    settings: settings(more.settings),
    lastReads: more.lastReads ?? [],
    now: NOW,
  };
  return guard(planSync(input), input);
}

const usersOf = (count: number) => ids(count).map((id) => user(id));

describe("the brake on disabling", () => {
  it.each([
    [4, 1],
    [6, 2],
    [10, 3],
    [15, 5],
    [100, 20],
    [2500, 500],
    [60_000, 500],
  ])("lets a day disable, of %i people, %i", (n, most) => {
    expect(brakeLimit(n, { percent: 20, cap: 500 })).toBe(most);
  });

  it.each([
    [20, "APPLY"],
    [21, "HOLD"],
  ])("of 100 people, with %i leaving: %s", (leaving, expected) => {
    expect(verdict(ids(100 - leaving), usersOf(100)).disables).toBe(expected);
  });

  it("counts what the sync disabled in the last 24 hours, and not what it did before", () => {
    const before = (minutes: number) =>
      ids(15, "gone").map((id) =>
        user(id, { status: "DISABLED", disabledBy: "SYNC", disabledAt: minutesBefore(minutes) }),
      );

    const lately = verdict(ids(90), [...usersOf(100), ...before(23 * 60)]);
    const yesterday = verdict(ids(90), [...usersOf(100), ...before(25 * 60)]);

    expect([lately.disables, yesterday.disables]).toEqual(["HOLD", "APPLY"]);
  });

  it("holds when nobody would remain, however few they are", () => {
    expect(verdict([], usersOf(1)).because).toContain("NOBODY_LEFT");
  });

  it("holds when a group of four or more lost more than half since it was last read", () => {
    const lost = verdict(["p0", ...ids(90, "q")], [...usersOf(4), ...ids(90, "q").map((id) => user(id))], {
      lastReads: [lastRead(ids(4))],
      settings: { brake: { percent: 50, cap: 5000 } },
    });

    expect(lost.because).toEqual(["GROUP_COLLAPSED"]);
  });

  it("does not hold for a group of three that changes wholly", () => {
    const members = ids(90, "q");
    const changed = verdict(members, [...usersOf(3), ...members.map((id) => user(id))], {
      lastReads: [lastRead(ids(3))],
    });

    expect(changed.disables).toBe("APPLY");
  });

  it("can be set lower", () => {
    expect(verdict(ids(95), usersOf(100), { settings: { brake: { percent: 1, cap: 500 } } }).disables).toBe("APPLY");
    expect(verdict(ids(94), usersOf(100), { settings: { brake: { percent: 1, cap: 500 } } }).disables).toBe("HOLD");
  });
});

describe("the brake on growth", () => {
  const settled = { settings: { settledAt: minutesBefore(60) } };

  it("lets the first run after a choice of groups add everybody", () => {
    expect(verdict(ids(1000), []).additions).toBe("APPLY");
  });

  it.each([
    [50, "APPLY"],
    [51, "HOLD"],
  ])("later, in an account of few, with %i new people: %s", (count, expected) => {
    expect(verdict(ids(count), [], settled).additions).toBe(expected);
  });

  it("still lets leavers go while additions are held", () => {
    const users = usersOf(20);
    const held = verdict([...ids(19), ...ids(100, "new")], users, settled);

    expect([held.additions, held.disables]).toEqual(["HOLD", "APPLY"]);
  });
});
