import fc from "fast-check";
import type { Hold } from "../server/core/hold.js";
import type { ChosenGroup, GroupRead, Person, SyncInput, User } from "../server/core/model.js";
import { emailKey, profileOf } from "../server/core/person.js";
import {
  approvalOf,
  broken,
  complete,
  chosenGroup as group,
  held,
  heldNewcomer,
  hold,
  ids,
  lastRead,
  minutesBefore,
  NOW,
  person,
  settings,
  user,
} from "./builders.js";

/*
 * Any directory, users, settings, approvals and hold, for properties that must hold whatever they are. A small world of
 * ids makes sure that people, users, exclusions and held changes meet often.
 */

export interface World {
  readonly input: SyncInput;
  readonly hold: Hold | null;
}

const IDS = ["a", "b", "c", "d", "e", "f"];
const anId = fc.constantFrom(...IDS);
const someIds = fc.subarray(IDS);
const aGroupId = fc.constantFrom("sales", "oslo");
const aMail = fc.constantFrom("one@x.example", "two@x.example", null);

const aPerson = fc.record({
  id: anId,
  mail: aMail,
  displayName: fc.constantFrom("One", "Two"),
  accountEnabled: fc.constantFrom(true, true, true, false, null),
  kind: fc.constantFrom("MEMBER" as const, "MEMBER" as const, "GUEST" as const, null),
});

const aUser = fc
  .record({
    directoryId: anId,
    linked: fc.constantFrom(true, true, true, false),
    email: aMail,
    role: fc.constantFrom("EMPLOYEE" as const, "EMPLOYEE" as const, "ADMIN" as const),
    status: fc.constantFrom("ACTIVE" as const, "ACTIVE" as const, "DISABLED" as const),
    by: fc.constantFrom("SYNC" as const, "ADMIN" as const),
    since: fc.constantFrom(90, 90, 25 * 60),
    disableApproved: fc.boolean(),
    managedBy: fc.constantFrom("GROUPS" as const, "GROUPS" as const, "ADMIN" as const),
    directoryState: fc.constantFrom("ENABLED" as const, "BLOCKED" as const, "UNKNOWN" as const),
    groupIds: fc.uniqueArray(aGroupId),
  })
  .map(({ linked, by, since, disableApproved, ...fields }): User => {
    const off = fields.status === "DISABLED";
    const known = user(fields.directoryId, {
      ...fields,
      disabledBy: off ? by : null,
      disabledReason: off ? (by === "SYNC" ? "LEFT_GROUPS" : "BY_ADMIN") : null,
      disabledAt: off ? minutesBefore(since) : null,
      disableApproved: off && by === "SYNC" && disableApproved,
    });
    return linked ? known : { ...known, id: `local-${fields.directoryId}`, directoryId: null, managedBy: "ADMIN" };
  });

const someSettings = fc
  .record({
    disableLeavers: fc.constantFrom(true, true, false),
    includeGuests: fc.boolean(),
    settledAt: fc.constantFrom(null, minutesBefore(60)),
    brake: fc.constantFrom({ percent: 20, cap: 500 }, { percent: 50, cap: 2 }),
    excluded: fc.oneof(fc.constant<string[]>([]), fc.subarray(IDS, { maxLength: 2 })),
  })
  .map(({ excluded, ...chosen }) =>
    settings({
      ...chosen,
      groups: [group("sales"), group("oslo")],
      exclusions: {
        people: excluded.map((id) => ({ id, displayName: id })),
        groups: [group("contractors")],
      },
    }),
  );

const aHeldChange = fc
  .tuple(
    anId,
    fc.constantFrom("DISABLE" as const, "DISABLE" as const, "CREATE" as const, "REENABLE" as const),
    fc.nat(2),
  )
  .map(([id, action, n]) => {
    const fields = { action, since: n + 1 };
    return action === "DISABLE" ? held(id, fields) : heldNewcomer(id, fields);
  });

const aHold = fc
  .record({
    people: fc.uniqueArray(aHeldChange, { minLength: 1, selector: (one) => `${one.action} ${one.directoryId}` }),
    approved: fc.constantFrom(null, null, 1, 2),
  })
  .map(({ people, approved }) =>
    hold(people, { version: 3, approval: approved === null ? null : approvalOf(approved) }),
  );

/** Every group read to its end. */
export const aCleanWorld: fc.Arbitrary<World> = fc
  .record({
    people: fc.uniqueArray(aPerson, { selector: (who) => who.id }),
    /** So many more in "sales" whom nobody knows yet. */
    flood: fc.constantFrom(0, 0, 0, 51),
    memberships: fc.array(fc.tuple(anId, aGroupId)),
    contractors: fc.oneof(fc.constant<string[]>([]), fc.subarray(IDS, { maxLength: 2 })),
    users: fc.uniqueArray(aUser, { selector: (one) => one.id }),
    settings: someSettings,
    approved: fc.oneof(fc.constant<string[]>([]), someIds),
    lastReads: fc.oneof(fc.constant<string[][]>([]), fc.tuple(someIds, someIds, someIds)),
    hold: fc.oneof(fc.constant(null), aHold),
  })
  .map(({ people, flood, memberships, contractors, users, settings, approved, lastReads, hold }): World => {
    const members = (groupId: string) =>
      people.filter((who) => memberships.some(([id, group]) => id === who.id && group === groupId));
    const read = (who: readonly Partial<Person>[], groupId: string, more: readonly Person[] = []) =>
      complete([...who.map((one) => person(one.id ?? "", one)), ...more], groupId);
    const strangers = ids(flood, "flood").map((id) => person(id));
    return {
      input: {
        snapshot: {
          groups: [read(members("sales"), "sales", strangers), read(members("oslo"), "oslo")],
          excluded: [
            read(
              people.filter((who) => contractors.includes(who.id)),
              "contractors",
            ),
          ],
        },
        users,
        settings,
        lastReads: lastReads.map((before, n) => lastRead(before, ["sales", "oslo", "contractors"][n])),
        approved: new Set(approved),
        now: NOW,
      },
      hold,
    };
  });

interface Tear {
  readonly groupId: string;
  readonly outcome: "INCOMPLETE" | "HIDDEN" | "NOT_FOUND";
  /** So many people of the group did not arrive. */
  readonly lost: number;
  /** Whether a run 50 minutes ago did not find it either. */
  readonly forLong: boolean;
}

/** The same world, with groups that could not be read to their end. */
export function tornBy(tears: readonly Tear[], { input, hold }: World): World {
  const tearOf = (groupId: string) => tears.find((tear) => tear.groupId === groupId);
  const read = (whole: GroupRead) => {
    const tear = tearOf(whole.groupId);
    return tear ? broken(tear.outcome, whole.people.slice(tear.lost), whole.groupId) : whole;
  };
  const known = (one: ChosenGroup) => ({ ...one, notFoundSince: tearOf(one.id)?.forLong ? minutesBefore(50) : null });

  const { snapshot, settings } = input;
  const { groups, exclusions } = settings;
  return {
    input: {
      ...input,
      snapshot: { groups: snapshot.groups.map(read), excluded: snapshot.excluded.map(read) },
      settings: {
        ...settings,
        groups: groups.map(known),
        exclusions: { ...exclusions, groups: exclusions.groups.map(known) },
      },
    },
    hold,
  };
}

const aTear: fc.Arbitrary<Tear> = fc.record({
  groupId: fc.constantFrom("sales", "oslo", "contractors"),
  outcome: fc.constantFrom("NOT_FOUND" as const, "NOT_FOUND" as const, "INCOMPLETE" as const, "HIDDEN" as const),
  lost: fc.constantFrom(0, 1, 99),
  forLong: fc.constantFrom(true, true, false),
});

/** Any of the groups may have been cut short, hidden, or gone: for a moment or for good. */
export const aTornWorld: fc.Arbitrary<World> = fc
  .tuple(fc.uniqueArray(aTear, { minLength: 1, selector: (tear) => tear.groupId }), aCleanWorld)
  .map(([tears, world]) => tornBy(tears, world));

export const anyWorld = fc.oneof(aCleanWorld, aTornWorld);

/** Tries the property on so many worlds that each rule is met often, and a run of all of them takes seconds. */
export const always = (world: fc.Arbitrary<World>, property: (world: World) => void, numRuns = 150): void =>
  fc.assert(fc.property(world, property), { numRuns });

/** The same, in another order. */
export function turned({ input, hold }: World): World {
  const { snapshot } = input;
  const turn = (reads: readonly GroupRead[]) =>
    [...reads].reverse().map((read) => ({ ...read, people: [...read.people].reverse() }));
  return {
    input: {
      ...input,
      users: [...input.users].reverse(),
      snapshot: { groups: turn(snapshot.groups), excluded: turn(snapshot.excluded) },
      lastReads: [...input.lastReads].reverse().map((last) => ({ ...last, personIds: [...last.personIds].reverse() })),
      approved: new Set([...input.approved].reverse()),
    },
    hold: hold && { ...hold, people: [...hold.people].reverse() },
  };
}

/** Whether a local user has this person's mail, which is for an admin to decide about. */
export function isConflict(who: Person, { users }: SyncInput): boolean {
  const isUser = users.some((one) => one.directoryId === who.id);
  const localMails = users.filter((one) => one.directoryId === null).map((one) => emailKey(one.email ?? ""));
  return !isUser && localMails.includes(emailKey(profileOf(who).email ?? ""));
}
