import { describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID } from "../../demo/microsoft/registration.js";
import {
  accountId,
  changesOf,
  eachTestFindsAFreshAccount,
  enable,
  enableWith,
  newGroup,
  preview,
  runNow,
  update,
  user,
  users,
  world,
} from "../contoso.js";
import { CONFLICTS, IMPORT, SET_STATUS, VIEWER } from "../operations.js";
import { newUser } from "../store.js";
import type { Answer } from "../world.js";

/* People who come, go, change, come back, and share what they should not. */

eachTestFindsAFreshAccount();

const setStatus = async (name: string, status: "ACTIVE" | "DISABLED") =>
  world.adele(SET_STATUS, { input: { userIds: [(await user(name))?.id], status } });
const importByHand = (...directoryIds: readonly string[]) => world.adele(IMPORT, { input: { directoryIds } });
const refusalOf = (answer: Answer) => answer.errors?.[0]?.extensions?.refusal;

/** Whether the API warns of the mail of these users, by their names. */
async function warnings(search: string) {
  const query = "query ($search: String) { users(search: $search, first: 500) { nodes { displayName sharesEmail } } }";
  const nodes = (await world.adele(query, { search })).data?.users?.nodes as {
    displayName: string;
    sharesEmail: boolean;
  }[];
  return Object.fromEntries(nodes.map(({ displayName, sharesEmail }) => [displayName, sharesEmail]));
}

const BY_SYNC = { status: "DISABLED", disabledBy: "SYNC" };
const ACTIVE = { status: "ACTIVE", disabledBy: null };

describe("somebody in two chosen groups", () => {
  it("F30: who leaves one of them stays", async () => {
    const [one, two] = [newGroup("One", 10), newGroup("Two", 10)];
    two.join(one.member(0));
    await enable(one, two);
    one.leave(0);

    const run = await runNow();

    expect(run).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 0 } });
    expect(await user("One Person 0")).toMatchObject(ACTIVE);
  });
});

describe("somebody who leaves all groups", () => {
  it("F31: is disabled and not deleted, refused with the token they hold, and F34: active again when they are back", async () => {
    const team = newGroup("Team", 10);
    await enable(team);
    const before = await user("Team Person 0");
    const token = await world.microsoft.tokenFor({ tenantId: CONTOSO_TENANT_ID, personId: team.member(0) });
    expect((await world.askWith(token, VIEWER)).errors).toBeUndefined();

    team.leave(0);
    expect(await runNow()).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 1 } });
    const refused = await world.askWith(token, VIEWER);

    expect(await user("Team Person 0")).toMatchObject({ id: before?.id, ...BY_SYNC });
    expect(refusalOf(refused)).toMatchObject({ reason: "DISABLED" });

    team.join(team.member(0));
    expect(await runNow()).toMatchObject({ status: "SUCCEEDED", counts: { reenabled: 1, added: 0 } });
    expect(await user("Team Person 0")).toMatchObject({ id: before?.id, ...ACTIVE });
    expect((await world.askWith(token, VIEWER)).errors).toBeUndefined();
  });

  it("F32: stays while leavers are not disabled, and F33: goes when that is switched on, as its preview showed", async () => {
    const team = newGroup("Team", 10);
    await enableWith({ disableLeavers: false }, team);
    team.leave(0, 1);
    expect(await runNow()).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 0 } });
    expect(await user("Team Person 0")).toMatchObject(ACTIVE);

    const shown = await preview({ disableLeavers: true });
    const run = await update({ disableLeavers: true });

    expect(shown).toMatchObject({ disable: { count: 2 } });
    expect(run).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 2 } });
    expect([await user("Team Person 0"), await user("Team Person 1")]).toMatchObject([BY_SYNC, BY_SYNC]);
  });

  it("F36: stays when they were imported by hand and never in a group", async () => {
    const team = newGroup("Team", 10);
    const byHand = world.microsoft.directory.hire({ displayName: "Hand Picked" });
    await importByHand(byHand.id);

    const run = await enable(team);

    expect(run.counts.disabled).toBe(0);
    expect(await user("Hand Picked")).toMatchObject({ ...ACTIVE, origin: "MANUAL", managedBy: "ADMIN" });
  });

  it("F37: stays when they were imported by hand before they came into a group, and is one record all along", async () => {
    const team = newGroup("Team", 10);
    const { id } = world.microsoft.directory.hire({ displayName: "Hand Picked" });
    await importByHand(id);
    team.join(id);
    const inGroup = await enable(team);
    world.microsoft.directory.removeFromGroup({ groupId: team.id, memberId: id });

    const out = await runNow();

    expect([inGroup.counts.added, out.counts.disabled]).toEqual([10, 0]);
    expect(await users("Hand Picked")).toMatchObject([{ ...ACTIVE, managedBy: "ADMIN" }]);
  });
});

describe("somebody an admin disabled", () => {
  it("F35: stays disabled in the groups, out of them and back in them", async () => {
    const team = newGroup("Team", 10);
    await enable(team);
    await setStatus("Team Person 0", "DISABLED");

    const still = await runNow();
    team.leave(0);
    await runNow();
    team.join(team.member(0));
    const back = await runNow();

    expect([still.counts.reenabled, back.counts.reenabled]).toEqual([0, 0]);
    expect(await user("Team Person 0")).toMatchObject({ status: "DISABLED", disabledBy: "ADMIN" });
  });

  it("F35: stays disabled when the sync had disabled them before", async () => {
    const team = newGroup("Team", 10);
    await enable(team);
    team.leave(0);
    await runNow();
    await setStatus("Team Person 0", "DISABLED");
    team.join(team.member(0));

    const run = await runNow();

    expect(run.counts.reenabled).toBe(0);
    expect(await user("Team Person 0")).toMatchObject({ status: "DISABLED", disabledBy: "ADMIN" });
  });
});

describe("somebody who is blocked in the directory", () => {
  it("F40: does not become a user, and a user who is blocked is disabled until they are not", async () => {
    const { directory } = world.microsoft;
    const team = newGroup("Team", 10);
    directory.block({ personId: team.member(0) });
    expect(await enable(team)).toMatchObject({ counts: { added: 9, skipped: 1 } });
    directory.block({ personId: team.member(1) });

    const run = await runNow();

    expect(run.counts).toMatchObject({ added: 0, disabled: 1 });
    expect(await users("Team Person 0")).toEqual([]);
    expect(await user("Team Person 1")).toMatchObject({ ...BY_SYNC, directoryState: "BLOCKED" });
    directory.unblock({ personId: team.member(1) });
    expect(await runNow()).toMatchObject({ counts: { reenabled: 1 } });
  });
});

describe("names and mail", () => {
  it("F41: without a mailbox the sign-in name stands in, but never a guest's", async () => {
    const { directory } = world.microsoft;
    const team = newGroup("Team", 1);
    const member = directory.hire({ displayName: "Nomail Member", mail: null, groupIds: [team.id] });
    directory.hire({ displayName: "Nomail Guest", mail: null, userType: "Guest", groupIds: [team.id] });

    const run = await enableWith({ includeGuests: true }, team);

    expect(run).toMatchObject({ status: "SUCCEEDED", counts: { added: 3 } });
    expect(await user("Nomail Member")).toMatchObject({ email: member.userPrincipalName });
    expect(await user("Nomail Guest")).toMatchObject({ email: null });
  });

  it("F42: that change in the directory change on the same record", async () => {
    const { directory } = world.microsoft;
    const team = newGroup("Team", 10);
    await enable(team);
    const before = await user("Team Person 0");
    directory.rename({
      personId: team.member(0),
      displayName: "Team Renamed",
      mail: "renamed@contoso.example",
      userPrincipalName: `renamed-${team.id}@contoso.example`,
    });

    const run = await runNow();

    expect(run).toMatchObject({ status: "SUCCEEDED", counts: { updated: 1, added: 0, disabled: 0 } });
    expect(await user("Team Renamed")).toMatchObject({ id: before?.id, email: "renamed@contoso.example" });
  });

  it("F43: that two people share make two users, with a warning on both, and the run goes on", async () => {
    const { directory } = world.microsoft;
    const team = newGroup("Team", 1);
    const shared = `shared-${team.id}@contoso.example`;
    directory.hire({ displayName: "Twin One", mail: shared, groupIds: [team.id] });
    directory.hire({ displayName: "Twin Two", mail: shared.toUpperCase(), groupIds: [team.id] });

    const run = await enable(team);

    expect(run).toMatchObject({ status: "SUCCEEDED", counts: { added: 3, failed: 0 } });
    expect(await users("Twin")).toMatchObject([ACTIVE, ACTIVE]);
    expect(await warnings("Twin")).toEqual({ "Twin One": true, "Twin Two": true });
    expect(await warnings("Team Person 0")).toEqual({ "Team Person 0": false });
  });

  it("F44: of a user without a directory id never link: nobody is made or changed until an admin decides", async () => {
    const team = newGroup("Team", 1);
    const mail = `local-${team.id}@contoso.example`;
    const local = newUser(null, { displayName: "Local Victim", email: mail, origin: "LOCAL", managedBy: "ADMIN" });
    await world.store.users.create(accountId, [local]);
    world.microsoft.directory.hire({ displayName: "Taker", mail: mail.toUpperCase(), groupIds: [team.id] });

    const run = await enable(team);

    expect(run).toMatchObject({ counts: { added: 1, skipped: 1, failed: 0 } });
    expect((await world.adele(CONFLICTS)).data?.conflicts).toMatchObject({
      nodes: [{ displayName: "Taker", users: [{ displayName: "Local Victim" }] }],
    });
    expect(await users("Taker")).toEqual([]);
    expect(await user("Local Victim")).toMatchObject({ ...ACTIVE, directoryId: null, origin: "LOCAL", email: mail });
  });
});

describe("somebody deleted in the directory", () => {
  it("F45: and made anew with the same mail is a new user; the old one is disabled and lends them nothing", async () => {
    const { directory } = world.microsoft;
    const team = newGroup("Team", 10);
    const mail = `again-${team.id}@contoso.example`;
    const old = directory.hire({ displayName: "Again Old", mail, groupIds: [team.id] });
    await enable(team);
    const oldToken = await world.microsoft.tokenFor({ tenantId: CONTOSO_TENANT_ID, personId: old.id });
    directory.remove({ personId: old.id, permanently: true });
    const anew = directory.hire({ displayName: "Again New", mail, groupIds: [team.id] });

    const first = await runNow();
    const stillThere = await user("Again Old");
    world.passMinutes(51);
    const second = await runNow();

    expect(first.counts).toMatchObject({ added: 1, disabled: 0 });
    expect(stillThere).toMatchObject(ACTIVE);
    expect(second.counts).toMatchObject({ added: 0, disabled: 1 });
    expect(await user("Again Old")).toMatchObject({ ...BY_SYNC, directoryId: old.id, directoryState: "DELETED" });
    expect(await user("Again New")).toMatchObject({ ...ACTIVE, directoryId: anew.id });
    expect((await user("Again New"))?.id).not.toBe(stillThere?.id);
    expect(refusalOf(await world.askWith(oldToken, VIEWER))).toMatchObject({ reason: "DISABLED" });
    expect((await world.as(anew.id)(VIEWER)).data?.viewer).toMatchObject({ user: { displayName: "Again New" } });
  });

  it("F46: and restored is the same record, active", async () => {
    const { directory } = world.microsoft;
    const team = newGroup("Team", 10);
    await enable(team);
    const before = await user("Team Person 0");
    directory.remove({ personId: team.member(0) });
    expect(await runNow()).toMatchObject({ counts: { disabled: 1 } });
    expect(await user("Team Person 0")).toMatchObject({ ...BY_SYNC, directoryState: "DELETED" });

    directory.restore({ personId: team.member(0) });
    const run = await runNow();

    expect(run.counts).toMatchObject({ reenabled: 1, added: 0 });
    expect(await user("Team Person 0")).toMatchObject({ id: before?.id, ...ACTIVE, directoryState: "ENABLED" });
  });
});

describe("guests", () => {
  it("F47: are left out unless the admin lets them in, and go when they are left out again", async () => {
    const team = newGroup("Team", 10);
    world.microsoft.directory.hire({ displayName: "Gus Guest", userType: "Guest", groupIds: [team.id] });
    expect(await enable(team)).toMatchObject({ counts: { added: 10, skipped: 1 } });

    const letIn = await update({ includeGuests: true });
    const guest = await user("Gus Guest");
    const leftOut = await update({ includeGuests: false });

    expect([letIn.counts.added, leftOut.counts.disabled]).toEqual([1, 1]);
    expect(await user("Gus Guest")).toMatchObject({ id: guest?.id, ...BY_SYNC });
  });
});

describe("a person who cannot be written", () => {
  it("F60: is named, stops nobody else, and is written by the next run that can", async () => {
    const { directory } = world.microsoft;
    const team = newGroup("Team", 5);
    await enable(team);
    const mail = `twin-${team.id}@contoso.example`;
    for (const name of ["Twin One", "Twin Two"]) directory.hire({ displayName: name, mail, groupIds: [team.id] });
    team.hire("Team Joiner");
    team.leave(0);
    // Nothing of ours refuses a single person, so an index that an operator added stands for whatever may
    const table = world.store.db.collection("users");
    const twins = { email: { $eq: mail } };
    await table.createIndex({ email: 1 }, { name: "strange", unique: true, partialFilterExpression: twins });

    const run = await runNow();
    await table.dropIndex("strange");
    const next = await runNow();

    expect(run).toMatchObject({ status: "PARTIAL", counts: { added: 2, disabled: 1, failed: 1 } });
    expect(run.reason).toMatch(/1 person/);
    const failed = (await changesOf(run)).filter((change) => change.outcome === "FAILED");
    expect(failed).toMatchObject([{ action: "CREATE", displayName: expect.stringMatching(/^Twin/) as string }]);
    expect(next).toMatchObject({ status: "SUCCEEDED", counts: { added: 1, failed: 0 } });
    expect(await users("Twin")).toMatchObject([ACTIVE, ACTIVE]);
  });
});

describe("somebody who signs in", () => {
  it("F65: while disabled is refused with words, and not made anew", async () => {
    const { id } = world.microsoft.directory.hire({ displayName: "Shut Out" });
    await importByHand(id);
    await setStatus("Shut Out", "DISABLED");

    const answer = await world.as(id)(VIEWER);

    expect(answer.data?.viewer ?? null).toBeNull();
    expect(refusalOf(answer)).toMatchObject({ reason: "DISABLED" });
    expect(await users("Shut Out")).toMatchObject([{ status: "DISABLED", disabledBy: "ADMIN" }]);
  });

  it("F66: without having been imported is refused with words, and not made a user by it", async () => {
    const { id } = world.microsoft.directory.hire({ displayName: "Never Imported" });

    const answer = await world.as(id)(VIEWER);

    expect(refusalOf(answer)).toMatchObject({ reason: "NOT_IMPORTED" });
    expect(answer.errors?.[0]?.message).toMatch(/not been added/);
    expect(await users("Never Imported")).toEqual([]);
  });
});
