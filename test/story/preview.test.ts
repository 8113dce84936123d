import { describe, expect, it } from "vitest";
import { GROUPS } from "../../demo/microsoft/registration.js";
import { switchOn } from "../../demo/microsoft/faults/switches.js";
import {
  accountId,
  eachTestFindsAFreshAccount,
  enable,
  enableWith,
  newGroup,
  preview,
  runAfter,
  runNow,
  update,
  user,
  users,
  world,
} from "../contoso.js";
import { ENABLE, HOLD, IMPORT, PREVIEW, SET_STATUS, SETTINGS, UPDATE } from "../operations.js";
import { newUser } from "../store.js";
import { storedBytes } from "../stored.js";

/* What an admin sees before they agree, and that it is what they get. */

eachTestFindsAFreshAccount();

interface Sum {
  readonly groupId: string;
  readonly complete: boolean;
  readonly members: number;
  readonly people: number;
  readonly others: number;
  readonly blocked: number;
  readonly guestsLeftOut: number;
  readonly excluded: number;
  readonly unknown: number;
  readonly countedBefore: number;
}
interface Shown {
  readonly token: string;
  readonly add: { readonly count: number };
  readonly reenable: { readonly count: number };
  readonly update: { readonly count: number };
  readonly disable: { readonly count: number; readonly people: readonly { readonly displayName: string }[] };
  readonly skip: { readonly count: number };
  readonly alreadyHere: { readonly count: number };
  readonly byHand: number;
  readonly wouldHold: readonly string[];
  readonly incomplete: string | null;
  readonly groups: readonly Sum[];
}

const shownOf = async (choice: object) => (await preview(choice)) as unknown as Shown;
const settings = async () => (await world.adele(SETTINGS)).data?.syncSettings as { readonly version: number };
const change = async (input: object) =>
  (await world.adele(UPDATE, { input: { version: (await settings()).version, ...input } })).data?.updateSyncSettings;

/** Two groups that share people, and hold everything that is not simply somebody to add. */
async function aMixedPair() {
  const { directory } = world.microsoft;
  const [one, two] = [newGroup("One", 10), newGroup("Two", 6)];
  two.join(one.member(0), one.member(1), two.hire("Two Extra"));
  directory.block({ personId: one.member(2) });
  const mail = `gus-${one.id}@partner.example`;
  directory.hire({ displayName: "Gus Guest", mail, userType: "Guest", groupIds: [one.id, two.id] });
  const [device = ""] = directory.memberIds(GROUPS.reception).filter((id) => directory.person(id) === undefined);
  one.join(device);
  const byHand = directory.hire({ displayName: "By Hand", groupIds: [one.id] });
  await world.adele(IMPORT, { input: { directoryIds: [byHand.id], keepWhenLeaving: true } });
  const taken = directory.hire({ displayName: "Taken Mail", groupIds: [two.id] });
  const local = { displayName: "Local", email: taken.mail, origin: "LOCAL", managedBy: "ADMIN" } as const;
  await world.store.users.create(accountId, [newUser(null, local)]);
  return { one, two };
}

describe("a preview", () => {
  it("says what the run then does, and each group's sum adds up", async () => {
    const { one, two } = await aMixedPair();

    const shown = await shownOf({ groupIds: [one.id, two.id], disableLeavers: true });
    const run = await enable(one, two);

    expect(shown.groups).toMatchObject([
      { members: 13, people: 10, others: 1, blocked: 1, guestsLeftOut: 1, countedBefore: 0, complete: true },
      { members: 11, people: 8, others: 0, blocked: 0, guestsLeftOut: 1, countedBefore: 2, complete: true },
    ]);
    for (const { members, people, others, blocked, guestsLeftOut, excluded, unknown, countedBefore } of shown.groups)
      expect(people + others + blocked + guestsLeftOut + excluded + unknown + countedBefore).toBe(members);
    expect(shown).toMatchObject({ alreadyHere: { count: 1 }, byHand: 1, wouldHold: [], incomplete: null });
    expect(run).toMatchObject({
      status: "SUCCEEDED",
      counts: { added: shown.add.count, skipped: shown.skip.count, disabled: shown.disable.count, failed: 0 },
    });
    expect(shown.add.count).toBe(16);
    const people = shown.groups.reduce((sum, group) => sum + group.people, 0);
    // Taken Mail is due and cannot be added
    expect(shown.add.count + shown.alreadyHere.count + 1).toBe(people);
  });

  it("of a change says who goes, who comes back, who changes and who is new, and the run does that", async () => {
    const { directory } = world.microsoft;
    const team = newGroup("Team", 25);
    await enable(team);
    team.leave(0);
    await runNow();
    team.join(team.member(0));
    team.leave(1, 2);
    directory.block({ personId: team.member(3) });
    directory.rename({ personId: team.member(4), displayName: "Team Renamed" });
    team.hire("Team Joiner");
    await world.adele(SET_STATUS, { input: { userIds: [(await user("Team Person 5"))?.id], status: "DISABLED" } });

    const shown = await shownOf({});
    const run = await runNow();

    expect(shown).toMatchObject({
      add: { count: 1 },
      reenable: { count: 1 },
      update: { count: 1 },
      disable: { count: 3 },
      skip: { count: 1 },
      // 26 in the group without those who come, come back, are blocked, or are disabled by an admin
      alreadyHere: { count: 20 },
    });
    expect(run.counts).toMatchObject({ added: 1, reenabled: 1, updated: 1, disabled: 3, skipped: 1 });
  });

  it("writes nothing but its token", async () => {
    const { one, two } = await aMixedPair();
    const lasting = () => storedBytes(world.store, (name) => !["previews", "jobs", "leases"].includes(name));
    const before = await lasting();

    await shownOf({ groupIds: [one.id, two.id], disableLeavers: true });

    expect(await lasting()).toEqual(before);
    expect((await storedBytes(world.store, (name) => name === "previews")).previews?.length).toBe(1);
  });

  it("says that a run by itself would be held, and that with it the admin agrees", async () => {
    const [kept, removed] = [newGroup("Kept", 10), newGroup("Removed", 9)];
    await enable(kept, removed);

    const shown = await shownOf({ groupIds: [kept.id] });
    const run = await update({ groupIds: [kept.id] });

    expect(shown.wouldHold).toContain("TOO_MANY_LEAVERS");
    expect(run).toMatchObject({ status: "SUCCEEDED", counts: { disabled: shown.disable.count, held: 0 } });
    expect((await world.adele(HOLD)).data?.hold).toBeNull();
  });

  it("of a group that cannot be read says so, and that nobody would be disabled", async () => {
    const [broken, other] = [newGroup("Broken", 10), newGroup("Other", 10)];
    await enable(broken, other);
    other.leave(0);
    const fault = switchOn(world.microsoft.faults, "page-two-fails", broken.id);

    const shown = await shownOf({});

    expect(fault.hits).toBeGreaterThan(0);
    expect(shown).toMatchObject({ disable: { count: 0 }, incomplete: expect.stringContaining("Broken") as string });
  });

  it.each([
    ["a group there is not", ["00000000-0000-4000-8000-000000000000"], "GROUP_GONE"],
    ["a group of another tenant", [GROUPS.fabrikamEveryone], "GROUP_GONE"],
    ["a group whose members are hidden", [GROUPS.board], "GROUP_HIDDEN"],
  ])("of %s is a problem in words", async (_, groupIds, code) => {
    expect((await world.adele(PREVIEW, { choice: { groupIds } })).data?.syncPreview).toMatchObject({ code });
  });
});

describe("a change that may disable people", () => {
  it("needs the token of its preview, when it enables and when it changes", async () => {
    const team = newGroup("Team", 6);
    const input = { groupIds: [team.id], disableLeavers: true };

    const enabling = await world.adele(ENABLE, { input });
    await enable(team);
    const changing = await change({ includeNested: false });

    expect(enabling.data?.enableAutomaticImport).toMatchObject({ code: "PREVIEW_NEEDED" });
    expect(changing).toMatchObject({ code: "PREVIEW_NEEDED" });
  });

  it("does not need it while leavers are kept, and when they are from now on", async () => {
    const team = newGroup("Team", 6);
    await enableWith({ disableLeavers: false }, team);
    expect(await change({ includeNested: false })).toMatchObject({ __typename: "SyncSettingsChanged" });
    await update({ disableLeavers: true });

    expect(await change({ disableLeavers: false })).toMatchObject({ __typename: "SyncSettingsChanged" });
  });

  it.each([
    ["of another choice", async (one: string, two: string) => (await shownOf({ groupIds: [one, two] })).token],
    ["there is not", () => Promise.resolve("0123456789abcdef01234567")],
    ["that is no token", () => Promise.resolve("nonsense")],
    [
      "of an older version",
      async (one: string) => {
        const { token } = await shownOf({ groupIds: [one] });
        await update({ includeGuests: true });
        await update({ includeGuests: false });
        return token;
      },
    ],
    [
      "that was used",
      async (one: string, two: string) => {
        const { token } = await shownOf({ groupIds: [one] });
        await runAfter(() => change({ groupIds: [one], previewToken: token }));
        await update({ groupIds: [one, two] });
        return token;
      },
    ],
  ])("is refused with a token %s, and nothing changes", async (_, tokenFor) => {
    const [one, two] = [newGroup("One", 6), newGroup("Two", 6)];
    await enable(one, two);
    const previewToken = await tokenFor(one.id, two.id);
    const before = await settings();
    const active = (await users("Person")).filter((each) => each.status === "ACTIVE").length;

    const answer = await change({ groupIds: [one.id], previewToken });

    expect(answer).toMatchObject({ code: "PLAN_CHANGED" });
    expect(await settings()).toEqual(before);
    expect((await users("Person")).filter((each) => each.status === "ACTIVE").length).toBe(active);
  });

  it("agrees to those who were shown and to nobody else: who leaves in between is held by the brake", async () => {
    const [kept, removed] = [newGroup("Kept", 12), newGroup("Removed", 9)];
    await enable(kept, removed);
    const { token, disable } = await shownOf({ groupIds: [kept.id] });
    kept.leave(0, 1, 2, 3, 4, 5);

    const run = await runAfter(() => change({ groupIds: [kept.id], previewToken: token }));

    expect(disable.count).toBe(9);
    expect(run).toMatchObject({ status: "HELD", counts: { disabled: 9, held: 6 } });
    expect((await users("Kept Person")).every((one) => one.status === "ACTIVE")).toBe(true);
  });
});
