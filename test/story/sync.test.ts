import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, GROUPS as GROUP_IDS } from "../../demo/microsoft/registration.js";
import { DISABLE, ENABLE, IMPORT, SET_STATUS, SETTINGS, START_RUN, UPDATE, USERS } from "../operations.js";
import * as steps from "../sync-steps.js";
import { statusOf } from "../sync-steps.js";
import { newGroupIn } from "../contoso.js";
import { startConnectedWorld, type Ask, type World } from "../world.js";

let world: World & { readonly adele: Ask };

beforeEach(async () => {
  world = await startConnectedWorld();
});
afterEach(async () => {
  expect(world.microsoft.counters.writes).toBe(0);
  await world.close();
});

interface UserRow {
  id: string;
  displayName: string;
  directoryId: string;
  status: string;
  disabledBy: string | null;
  disabledReason: string | null;
  managedBy: string;
  directoryState: string;
}

const status = () => statusOf(world.adele);
const runNow = () => steps.runNow(world.adele);
const runAfter = (start: () => Promise<unknown>) => steps.runAfter(world.adele, start);
const enable = (input: object) => runAfter(() => steps.enable(world.adele, input));
const update = (input: object) => runAfter(() => steps.update(world.adele, input));

async function users(search: string): Promise<UserRow[]> {
  return (await world.adele(USERS, { search, first: 500 })).data?.users?.nodes as UserRow[];
}
const user = async (name: string) => (await users(name))[0];

const newGroup = (name: string, people: number) => newGroupIn(world, name, people);

describe("automatic import", () => {
  it("makes users of everybody in the chosen groups at once: members, nested ones, nobody twice, no devices", async () => {
    const { directory } = world.microsoft;
    const inner = newGroup("Inner", 3);
    const outer = newGroup("Outer", 4);
    directory.addToGroup({ groupId: outer.id, memberId: inner.id });
    directory.addToGroup({ groupId: inner.id, memberId: outer.id });
    directory.addToGroup({ groupId: inner.id, memberId: outer.members[0] ?? "" });

    const run = await enable({ groupIds: [outer.id, inner.id] });

    expect([run.trigger, run.status, run.counts.added]).toEqual(["SETTINGS", "SUCCEEDED", 7]);
    expect((await users("Person")).length).toBe(7);
  });

  it("takes a group of more than a page, and every hour after costs nothing and changes nothing", async () => {
    const first = await enable({ groupIds: [GROUP_IDS.allEmployees] });
    const second = await runNow();

    expect(first.counts.added).toBeGreaterThan(999);
    expect(second).toMatchObject({
      status: "SUCCEEDED",
      counts: { added: 0, updated: 0, disabled: 0, reenabled: 0, failed: 0 },
    });
  });

  it("follows who joins, who leaves, who is blocked, who comes back, and who is renamed", async () => {
    const { directory } = world.microsoft;
    const team = newGroup("Team", 20);
    const [leaver = "", blocked = "", renamed = ""] = team.members;
    await enable({ groupIds: [team.id], disableLeavers: true });

    directory.removeFromGroup({ groupId: team.id, memberId: leaver });
    directory.block({ personId: blocked });
    directory.rename({ personId: renamed, displayName: "Team Renamed" });
    const joiner = directory.hire({ displayName: "Team Joiner" });
    directory.addToGroup({ groupId: team.id, memberId: joiner.id });
    const run = await runNow();

    expect(run).toMatchObject({ status: "SUCCEEDED", counts: { added: 1, disabled: 2, updated: 1 } });
    expect(await user("Team Person 0")).toMatchObject({ status: "DISABLED", disabledBy: "SYNC" });
    expect((await user("Team Person 0"))?.disabledReason).toContain("no longer in any of the chosen groups");
    expect((await user("Team Person 1"))?.disabledReason).toContain("blocked in the directory");
    expect(await user("Team Renamed")).toMatchObject({ status: "ACTIVE" });

    directory.addToGroup({ groupId: team.id, memberId: leaver });
    directory.unblock({ personId: blocked });
    expect(await runNow()).toMatchObject({ counts: { reenabled: 2, disabled: 0 } });
    expect(await user("Team Person 0")).toMatchObject({ status: "ACTIVE", disabledBy: null });
  });

  it("keeps everybody when disable leavers is off", async () => {
    const team = newGroup("Team", 6);
    await enable({ groupIds: [team.id] });

    world.microsoft.directory.removeFromGroup({ groupId: team.id, memberId: team.members[0] ?? "" });
    const run = await runNow();

    expect([run.counts.disabled, (await user("Team Person 0"))?.status]).toEqual([0, "ACTIVE"]);
  });

  it("leaves an admin's disable and an admin's enable as they are", async () => {
    const { directory } = world.microsoft;
    const team = newGroup("Team", 20);
    const [left = ""] = team.members;
    await enable({ groupIds: [team.id], disableLeavers: true });
    await world.adele(SET_STATUS, { input: { userIds: [(await user("Team Person 5"))?.id], status: "DISABLED" } });
    directory.removeFromGroup({ groupId: team.id, memberId: left });
    await runNow();
    await world.adele(SET_STATUS, { input: { userIds: [(await user("Team Person 0"))?.id], status: "ACTIVE" } });

    await runNow();

    expect(await user("Team Person 5")).toMatchObject({ status: "DISABLED", disabledBy: "ADMIN" });
    expect(await user("Team Person 0")).toMatchObject({ status: "ACTIVE", managedBy: "ADMIN" });
  });
});

describe("somebody the groups would not have", () => {
  it("but an admin imported by hand stays, though they are in a chosen group", async () => {
    const { directory } = world.microsoft;
    const team = newGroup("Team", 20);
    const guest = directory.hire({ displayName: "Gus Guest", userType: "Guest" });
    directory.addToGroup({ groupId: team.id, memberId: guest.id });
    await enable({ groupIds: [team.id], disableLeavers: true });

    await world.adele(IMPORT, { input: { directoryIds: [guest.id] } });
    const run = await runNow();

    expect(run.counts.disabled).toBe(0);
    expect(await user("Gus Guest")).toMatchObject({ status: "ACTIVE", managedBy: "ADMIN" });
  });

  it("but an admin enabled stays enabled", async () => {
    const { directory } = world.microsoft;
    const team = newGroup("Team", 20);
    const guest = directory.hire({ displayName: "Gus Guest", userType: "Guest" });
    directory.addToGroup({ groupId: team.id, memberId: guest.id });
    await enable({ groupIds: [team.id], disableLeavers: true, includeGuests: true });
    await world.adele(SET_STATUS, { input: { userIds: [(await user("Gus Guest"))?.id], status: "DISABLED" } });
    await update({ includeGuests: false });

    await world.adele(SET_STATUS, { input: { userIds: [(await user("Gus Guest"))?.id], status: "ACTIVE" } });
    await runNow();

    expect(await user("Gus Guest")).toMatchObject({ status: "ACTIVE", managedBy: "ADMIN" });
  });
});

describe("the brake", () => {
  it("holds when too many would be disabled: nobody is, and the rest of the run goes on", async () => {
    const { directory } = world.microsoft;
    const team = newGroup("Team", 20);
    await enable({ groupIds: [team.id], disableLeavers: true });

    for (const memberId of team.members.slice(0, 8)) directory.removeFromGroup({ groupId: team.id, memberId });
    directory.addToGroup({ groupId: team.id, memberId: directory.hire({ displayName: "Team Joiner" }).id });
    const run = await runNow();

    expect(run).toMatchObject({ status: "HELD", counts: { added: 1, disabled: 0, held: 8 } });
    expect((await users("Team Person")).every((one) => one.status === "ACTIVE")).toBe(true);
    expect((await status())?.health).toMatchObject({ state: "HELD", nextStep: expect.any(String) as string });
  });

  it("holds again in the next run, and lets go when the people are back", async () => {
    const { directory } = world.microsoft;
    const team = newGroup("Team", 8);
    await enable({ groupIds: [team.id], disableLeavers: true });
    for (const memberId of team.members) directory.removeFromGroup({ groupId: team.id, memberId });

    const held = [(await runNow()).status, (await runNow()).status];
    for (const memberId of team.members) directory.addToGroup({ groupId: team.id, memberId });

    expect([...held, (await runNow()).status]).toEqual(["HELD", "HELD", "SUCCEEDED"]);
  });

  it("holds a sudden flood of additions once the choice of groups has settled", async () => {
    const { directory } = world.microsoft;
    const team = newGroup("Team", 5);
    await enable({ groupIds: [team.id] });
    directory.addToGroup({ groupId: team.id, memberId: GROUP_IDS.allEmployees });

    const run = await runNow();

    expect([run.status, run.counts.added]).toEqual(["HELD", 0]);
    expect(run.counts.held).toBeGreaterThan(999);
  });
});

describe("a directory that does not answer as it should", () => {
  it("whose consent was withdrawn disables nobody, says so, and heals by itself when it is back", async () => {
    const { directory } = world.microsoft;
    const team = newGroup("Team", 10);
    await enable({ groupIds: [team.id], disableLeavers: true });
    directory.removeFromGroup({ groupId: team.id, memberId: team.members[0] ?? "" });

    directory.withdrawConsent({ tenantId: CONTOSO_TENANT_ID, how: "PERMISSION_REMOVED" });
    const failed = await runNow();
    const health = (await status())?.health;
    directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
    const healed = await runNow();

    expect([failed.status, failed.counts.disabled]).toEqual(["FAILED", 0]);
    expect(health).toMatchObject({
      state: "CONSENT_LOST",
      nextStep: expect.stringContaining("Review permissions") as string,
    });
    expect([healed.status, healed.counts.disabled]).toEqual(["SUCCEEDED", 1]);
  });

  it("that lost one of the two permissions is a consent lost, and stays so until both are back", async () => {
    const { directory } = world.microsoft;
    const team = newGroup("Team", 10);
    await enable({ groupIds: [team.id], disableLeavers: true });

    directory.withdrawConsent({ tenantId: CONTOSO_TENANT_ID, how: "PERMISSION_REMOVED", permission: "User.Read.All" });
    const runs = [await runNow(), await runNow()];
    const health = (await status())?.health;
    directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
    const healed = await runNow();

    expect(runs.map((run) => [run.status, run.counts.disabled])).toEqual([
      ["FAILED", 0],
      ["FAILED", 0],
    ]);
    expect(health).toMatchObject({ state: "CONSENT_LOST" });
    expect([healed.status, (await status())?.health]).toMatchObject(["SUCCEEDED", { state: "OK" }]);
  });

  it("in which a chosen group is gone disables nobody the first time, and pins its people 50 minutes later", async () => {
    const { directory } = world.microsoft;
    const [gone, other] = [newGroup("Gone", 5), newGroup("Other", 20)];
    await enable({ groupIds: [gone.id, other.id], disableLeavers: true });
    directory.deleteGroup({ groupId: gone.id });
    directory.removeFromGroup({ groupId: other.id, memberId: other.members[0] ?? "" });

    const first = await runNow();
    world.passMinutes(51);
    const second = await runNow();

    expect([first.status, first.counts.disabled]).toEqual(["PARTIAL", 0]);
    expect(second.counts.disabled).toBe(1);
    expect((await users("Gone Person")).every((one) => one.status === "ACTIVE")).toBe(true);
    expect((await status())?.health).toMatchObject({ state: "GROUP_MISSING" });
  });
});

describe("changing the settings", () => {
  it("lets go of whom only a removed group had, within the brake", async () => {
    const [kept, removed] = [newGroup("Kept", 20), newGroup("Removed", 2)];
    await enable({ groupIds: [kept.id, removed.id], disableLeavers: true });

    const run = await update({ groupIds: [kept.id] });

    expect([run.status, run.counts.disabled]).toEqual(["SUCCEEDED", 2]);
  });

  it("by an admin who looked at older ones changes nothing", async () => {
    const team = newGroup("Team", 3);
    await enable({ groupIds: [team.id] });

    const answer = await world.adele(UPDATE, { input: { version: 0, disableLeavers: true } });

    expect(answer.data?.updateSyncSettings).toMatchObject({ code: "SETTINGS_CHANGED" });
    expect((await world.adele(SETTINGS)).data?.syncSettings).toMatchObject({ disableLeavers: false });
  });

  it.each([
    ["no group", [], "NO_GROUPS"],
    ["an unknown group", ["00000000-0000-4000-8000-000000000000"], "GROUP_GONE"],
    ["a group of another tenant", [GROUP_IDS.fabrikamEveryone], "GROUP_GONE"],
    ["a group whose members are hidden", [GROUP_IDS.board], "GROUP_HIDDEN"],
    [
      "too many groups",
      Array.from({ length: 201 }, (_, i) => `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`),
      "TOO_MANY",
    ],
    ["a group that is no id", ["../users"], "GROUP_GONE"],
  ])("to %s is a problem in words, and nothing is on", async (_, groupIds, code) => {
    const answer = await world.adele(ENABLE, { input: { groupIds } });

    expect(answer.data?.enableAutomaticImport).toMatchObject({ __typename: "Problem", code });
    expect((await status())?.enabled).toBe(false);
  });

  it("off stops it: nothing can be run, users stay as they are, and enabling again takes up where it was", async () => {
    const team = newGroup("Team", 4);
    await enable({ groupIds: [team.id] });

    const off = await world.adele(DISABLE);
    const run = await world.adele(START_RUN);

    expect(off.data?.disableAutomaticImport).toMatchObject({
      settings: { enabled: false },
      status: { nextRunAt: null },
    });
    expect(run.data?.startRun).toMatchObject({ code: "NOT_ENABLED" });
    expect((await users("Team Person")).every((one) => one.status === "ACTIVE")).toBe(true);
    expect((await enable({ groupIds: [team.id] })).counts).toMatchObject({ added: 0 });
  });
});

describe("two clicks at once", () => {
  it("start one run; the other learns that it is going on", async () => {
    const team = newGroup("Team", 4);
    await enable({ groupIds: [team.id] });

    const answers = await Promise.all([world.adele(START_RUN), world.adele(START_RUN), world.adele(START_RUN)]);

    const kinds = answers.map((answer) => answer.data?.startRun?.code ?? "started").sort();
    expect(kinds).toEqual(["RUN_IN_PROGRESS", "RUN_IN_PROGRESS", "started"]);
  });

  it("enable it once: the others are told of the change, there is one hourly job, and everybody is here once", async () => {
    const team = newGroup("Team", 4);
    let kinds: string[] = [];
    const click = () => world.adele(ENABLE, { input: { groupIds: [team.id] } });

    const first = await runAfter(async () => {
      const clicks = await Promise.all([click(), click(), click()]);
      kinds = clicks.map((answer) => (answer.data?.enableAutomaticImport?.code ?? "enabled") as string).sort();
    });
    const again = await runAfter(click);

    expect(kinds).toEqual(["SETTINGS_CHANGED", "SETTINGS_CHANGED", "enabled"]);
    expect([first.counts, again.counts]).toMatchObject([{ added: 4 }, { added: 0, updated: 0, disabled: 0 }]);
    const jobs = await world.store.db.collection("jobs").countDocuments({ name: "sync" });
    expect(jobs).toBe(1);
  });
});
