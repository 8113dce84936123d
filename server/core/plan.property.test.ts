import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complete, minutesBefore, NOW, person, settings, user } from "../../test/builders.js";
import type { Person, SyncInput, SyncSettings, User } from "./model.js";
import { isLinked, planSync, type SyncPlan } from "./plan.js";
import { directoryStateOf, emailKey, profileOf, standingOf } from "./person.js";

/*
 * Whatever the directory, the users and the settings: what must hold after a clean run. A small world of ids makes
 * sure that people and users meet often.
 */

const anId = fc.constantFrom("a", "b", "c", "d", "e", "f");
const aGroupId = fc.constantFrom("sales", "oslo");

const aPerson = fc.record({
  id: anId,
  mail: fc.constantFrom("one@x.example", "two@x.example", null),
  displayName: fc.constantFrom("One", "Two"),
  accountEnabled: fc.constantFrom(true, true, true, false, null),
  kind: fc.constantFrom("MEMBER" as const, "MEMBER" as const, "GUEST" as const, null),
});

const aUser = fc
  .record({
    directoryId: anId,
    linked: fc.constantFrom(true, true, true, false),
    email: fc.constantFrom("one@x.example", "two@x.example", null),
    role: fc.constantFrom("EMPLOYEE" as const, "EMPLOYEE" as const, "ADMIN" as const),
    status: fc.constantFrom("ACTIVE" as const, "DISABLED" as const),
    by: fc.constantFrom("SYNC" as const, "ADMIN" as const),
    managedBy: fc.constantFrom("GROUPS" as const, "ADMIN" as const),
    directoryState: fc.constantFrom("ENABLED" as const, "BLOCKED" as const, "UNKNOWN" as const),
    groupIds: fc.uniqueArray(aGroupId),
  })
  .map(({ linked, by, ...fields }): User => {
    const off = fields.status === "DISABLED";
    const known = user(fields.directoryId, {
      ...fields,
      disabledBy: off ? by : null,
      disabledReason: off ? (by === "SYNC" ? "LEFT_GROUPS" : "BY_ADMIN") : null,
      disabledAt: off ? minutesBefore(90) : null,
    });
    return linked ? known : { ...known, id: `local-${fields.directoryId}`, directoryId: null, managedBy: "ADMIN" };
  });

const someSettings = fc
  .record({ disableLeavers: fc.boolean(), includeGuests: fc.boolean() })
  .map((chosen) =>
    settings({ ...chosen, groups: ["sales", "oslo"].map((id) => ({ id, displayName: id, notFoundSince: null })) }),
  );

const aWorld = fc
  .record({
    people: fc.uniqueArray(aPerson, { selector: (who) => who.id }),
    memberships: fc.array(fc.tuple(anId, aGroupId)),
    users: fc.uniqueArray(aUser, { selector: (one) => one.id }),
    settings: someSettings,
  })
  .map(({ people, memberships, users, settings }): SyncInput => {
    const membersOf = (groupId: string) =>
      people
        .filter((who) => memberships.some(([id, group]) => id === who.id && group === groupId))
        .map((who) => person(who.id, who));
    return {
      snapshot: { groups: ["sales", "oslo"].map((id) => complete(membersOf(id), id)) },
      users,
      settings,
      lastReads: [],
      now: NOW,
    };
  });

const peopleIn = (input: SyncInput): Person[] => [
  ...new Map(input.snapshot.groups.flatMap((read) => read.people).map((who) => [who.id, who])).values(),
];

/** The users as a run that writes the whole plan leaves them. */
function outcomeOf(input: SyncInput, plan: SyncPlan): User[] {
  const users = new Map(input.users.map((one) => [one.id, one]));
  for (const { user: one, reason } of plan.disable)
    users.set(one.id, { ...one, status: "DISABLED", disabledBy: "SYNC", disabledReason: reason, disabledAt: NOW });
  for (const { user: one, profile, ...changes } of plan.update)
    users.set(one.id, { ...(users.get(one.id) ?? one), ...profile, ...changes });
  for (const one of plan.reenable)
    users.set(one.id, { ...(users.get(one.id) ?? one), status: "ACTIVE", disabledBy: null, disabledReason: null });
  for (const { person: who, profile, groupIds } of plan.create)
    users.set(`new-${who.id}`, {
      ...user(who.id, { ...profile, groupIds, directoryState: directoryStateOf(who) }),
      id: `new-${who.id}`,
    });
  return [...users.values()];
}

const isDue = (who: Person, chosen: SyncSettings) => standingOf(who, chosen) === "DUE";
const canAct = (one: User) => one.role === "ADMIN" && one.status === "ACTIVE" && one.directoryState !== "BLOCKED";

describe("after a clean run", () => {
  it("every due person is an active user, unless an admin disabled them or they are a conflict", () => {
    fc.assert(
      fc.property(aWorld, (input) => {
        const after = outcomeOf(input, planSync(input));

        const localMails = input.users.filter((one) => !one.directoryId).map((one) => emailKey(one.email ?? ""));
        for (const who of peopleIn(input).filter((each) => isDue(each, input.settings))) {
          const mine = after.filter((one) => one.directoryId === who.id);
          const conflict = mine.length === 0 && localMails.includes(emailKey(profileOf(who).email ?? ""));
          expect(conflict || mine.some((one) => one.status === "ACTIVE" || one.disabledBy === "ADMIN")).toBe(true);
        }
      }),
    );
  });

  it("with disable leavers on, every active user managed by groups is due, or unknown, or the last admin", () => {
    fc.assert(
      fc.property(aWorld, (input) => {
        fc.pre(input.settings.disableLeavers);
        const plan = planSync(input);
        const after = outcomeOf(input, plan);

        const people = new Map(peopleIn(input).map((who) => [who.id, who]));
        const excused = new Set(
          plan.skip
            .filter((row) => row.reason === "DETAILS_UNKNOWN" || row.reason === "LAST_ADMIN")
            .map((row) => row.directoryId),
        );
        for (const one of after
          .filter(isLinked)
          .filter((each) => each.status === "ACTIVE" && each.managedBy === "GROUPS")) {
          const who = people.get(one.directoryId);
          expect(excused.has(one.directoryId) || (who !== undefined && isDue(who, input.settings))).toBe(true);
        }
      }),
    );
  });

  it("a second run has nothing left to change", () => {
    fc.assert(
      fc.property(aWorld, (input) => {
        const again = planSync({ ...input, users: outcomeOf(input, planSync(input)) });

        expect([again.create, again.reenable, again.update, again.disable]).toEqual([[], [], [], []]);
      }),
    );
  });

  it("nobody was disabled whom an admin manages, and an admin who can act is left if there was one", () => {
    fc.assert(
      fc.property(aWorld, (input) => {
        const plan = planSync(input);
        const after = outcomeOf(input, plan);
        const blockedNow = new Set(
          peopleIn(input)
            .filter((who) => who.accountEnabled === false)
            .map((who) => who.id),
        );
        const couldAct = input.users.filter((one) => canAct(one) && !blockedNow.has(one.directoryId ?? ""));

        expect(plan.disable.filter((row) => row.user.managedBy === "ADMIN")).toEqual([]);
        if (couldAct.length > 0) expect(after.some(canAct)).toBe(true);
      }),
    );
  });
});

describe("a plan", () => {
  it("does not depend on the order of its input", () => {
    fc.assert(
      fc.property(aWorld, (input) => {
        const turned: SyncInput = {
          ...input,
          users: [...input.users].reverse(),
          snapshot: {
            groups: [...input.snapshot.groups]
              .reverse()
              .map((read) => ({ ...read, people: [...read.people].reverse() })),
          },
        };

        expect(planSync(turned)).toEqual(planSync(input));
      }),
    );
  });

  it("disables nobody when any group was not read to its end", () => {
    fc.assert(
      fc.property(
        aWorld,
        fc.constantFrom("INCOMPLETE" as const, "HIDDEN" as const, "NOT_FOUND" as const),
        (input, outcome) => {
          const [first, ...rest] = input.snapshot.groups;
          const torn = { groupId: "sales", outcome, people: first?.people.slice(1) ?? [], because: "torn" };

          expect(planSync({ ...input, snapshot: { groups: [torn, ...rest] } }).disable).toEqual([]);
        },
      ),
    );
  });
});
