import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anHour } from "../../test/after-run.js";
import {
  aCleanWorld,
  always,
  anyWorld,
  aTornWorld,
  isConflict,
  tornBy,
  turned,
  type World,
} from "../../test/arbitrary-world.js";
import { lastRead } from "../../test/builders.js";
import { knowGroups } from "./known-groups.js";
import type { Person, User } from "./model.js";
import { isLinked, planSync } from "./plan.js";
import { standingUnder } from "./person.js";

/* Whatever the directory, the users, the settings, the approvals and the hold: what must be so after a run. */

const peopleIn = ({ input }: World): Person[] => [...knowGroups(input).members.values()].map((member) => member.person);

function isDue(who: Person, { input }: World): boolean {
  return standingUnder(knowGroups(input).excluded, who, input.settings) === "DUE";
}

const canAct = (one: User) =>
  one.role === "ADMIN" &&
  one.status === "ACTIVE" &&
  one.directoryState !== "BLOCKED" &&
  one.directoryState !== "DELETED";

describe("after a clean run", () => {
  it("every due person is an active user, unless an admin decides about them, they are a conflict, or they are held", () => {
    always(aCleanWorld, (world) => {
      const { users, verdict } = anHour(world.input, world.hold);

      const held = new Set(verdict.held.map((change) => change.directoryId));
      for (const who of peopleIn(world).filter((each) => isDue(each, world))) {
        const mine = users.find((one) => one.directoryId === who.id);
        const isHere = mine?.status === "ACTIVE";
        const isAdmins = mine?.disabledBy === "ADMIN" || mine?.managedBy === "ADMIN";
        expect(isHere || isAdmins || held.has(who.id) || isConflict(who, world.input)).toBe(true);
      }
    });
  });

  it("with disable leavers on, every active user managed by groups is due, unknown, the last admin, or held", () => {
    always(aCleanWorld, (world) => {
      fc.pre(world.input.settings.disableLeavers);
      const { users, plan, verdict } = anHour(world.input, world.hold);

      const people = new Map(peopleIn(world).map((who) => [who.id, who]));
      const excused = new Set([
        ...plan.skip
          .filter((row) => row.reason === "DETAILS_UNKNOWN" || row.reason === "LAST_ADMIN")
          .map((row) => row.directoryId),
        ...verdict.held.map((change) => change.directoryId),
      ]);
      const managed = users.filter(isLinked).filter((one) => one.status === "ACTIVE" && one.managedBy === "GROUPS");
      for (const one of managed) {
        const who = people.get(one.directoryId);
        expect(excused.has(one.directoryId) || (who !== undefined && isDue(who, world))).toBe(true);
      }
    });
  });

  it("nobody came in or back whom an exclusion leaves out", () => {
    always(aCleanWorld, (world) => {
      const { plan } = anHour(world.input, world.hold);

      const { excluded } = knowGroups(world.input);
      const coming = [...plan.create.map((row) => row.person.id), ...plan.reenable.map((one) => one.directoryId)];
      expect(coming.filter((id) => excluded.has(id))).toEqual([]);
    });
  });

  it("a second run has nothing left to do, and finds the hold as it left it", () => {
    always(aCleanWorld, (world) => {
      const first = anHour(world.input, world.hold);
      // A last admin who was spared goes in the next run, if another one came back in this
      fc.pre(first.plan.skip.every((row) => row.reason !== "LAST_ADMIN"));

      const again = anHour({ ...world.input, users: first.users, approved: new Set() }, first.hold);

      const { disable, create, reenable } = again.verdict;
      expect([disable, create, reenable, again.plan.update]).toEqual([[], [], [], []]);
      expect(again.hold).toBe(first.hold);
    });
  });
});

describe("after any run", () => {
  it("nobody was disabled or came back whom an admin manages, and an admin who can act is left if there was one", () => {
    always(anyWorld, (world) => {
      const { input } = world;
      const { plan, users } = anHour(input, world.hold);

      const blockedNow = new Set(
        peopleIn(world)
          .filter((who) => who.accountEnabled === false)
          .map((who) => who.id),
      );
      const couldAct = input.users.filter((one) => canAct(one) && !blockedNow.has(one.directoryId ?? ""));
      const touched = [...plan.disable.map((row) => row.user), ...plan.reenable];
      expect(touched.filter((one) => one.managedBy === "ADMIN")).toEqual([]);
      if (couldAct.length > 0) expect(users.some(canAct)).toBe(true);
    });
  });

  it("whom an admin disabled is disabled still", () => {
    always(anyWorld, ({ input, hold }) => {
      const { users } = anHour(input, hold);

      const byAdmin = (all: readonly User[]) => all.filter((one) => one.disabledBy === "ADMIN").map((one) => one.id);
      expect(byAdmin(users)).toEqual(byAdmin(input.users));
    });
  });

  it("everybody is here once", () => {
    always(anyWorld, ({ input, hold }) => {
      const linked = anHour(input, hold).users.flatMap((one) => one.directoryId ?? []);

      expect(new Set(linked).size).toBe(linked.length);
    });
  });
});

describe("a plan", () => {
  it("does not depend on the order of its input", () => {
    always(anyWorld, (world) => {
      expect(planSync(turned(world).input)).toEqual(planSync(world.input));
    });
  });

  it("disables nobody while any group is unknown, whatever was agreed to", () => {
    always(aTornWorld, ({ input }) => {
      const plan = planSync(input);
      fc.pre(plan.unknownGroups.length > 0);

      expect(plan.disable).toEqual([]);
    });
  });

  it("lets nobody in or back while an excluded group is unknown", () => {
    always(aTornWorld, ({ input }) => {
      const plan = planSync(input);
      fc.pre(plan.unknownGroups.some((unknown) => unknown.groupId === "contractors"));

      expect([plan.create, plan.reenable]).toEqual([[], []]);
    });
  });

  it("knows a group that was not read to its end only where it is missing for long, and what it held", () => {
    always(aTornWorld, ({ input }) => {
      const unknown = new Set(planSync(input).unknownGroups.map((one) => one.groupId));

      for (const read of [...input.snapshot.groups, ...input.snapshot.excluded]) {
        const { groups, exclusions } = input.settings;
        const isLong = [...groups, ...exclusions.groups].some((one) => one.id === read.groupId && one.notFoundSince);
        const isPinned = isLong && input.lastReads.some((last) => last.groupId === read.groupId);
        const isKnown = read.outcome === "COMPLETE" || (read.outcome === "NOT_FOUND" && isPinned);
        expect(unknown.has(read.groupId)).toBe(!isKnown);
      }
    });
  });

  it("takes nobody away whom a missing group was seen to hold, unless another group shows why they are left out", () => {
    const missing = { groupId: "oslo", outcome: "NOT_FOUND" as const, lost: 99, forLong: true };

    always(aCleanWorld, (world) => {
      const { input } = tornBy([missing], world);
      const heldBefore = (one: User) => one.groupIds.includes("oslo") || one.directoryId === "a";

      const { disable, unknownGroups } = planSync({ ...input, lastReads: [lastRead(["a"], "oslo")] });

      expect(unknownGroups).toEqual([]);
      expect(disable.filter((row) => row.reason === "LEFT_GROUPS" && heldBefore(row.user))).toEqual([]);
    });
  });
});
