import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { HOLD, USERS } from "../operations.js";
import * as steps from "../sync-steps.js";
import { newGroupIn } from "../contoso.js";
import { startConnectedWorld, type Ask, type World } from "../world.js";

/* What an hour asks of Microsoft, and what it asks more before it takes anybody away. */

let world: World & { readonly adele: Ask };
beforeAll(async () => {
  world = await startConnectedWorld();
});
afterAll(async () => {
  expect(world.microsoft.counters.writes).toBe(0);
  await world.close();
});
beforeEach(() => world.microsoft.counters.clear());

const runNow = () => steps.runNow(world.adele);
const choose = (input: object) => steps.runAfter(world.adele, () => steps.enable(world.adele, input));
const asked = () => world.microsoft.counters.requests.map(({ path }) => path);
const statusesOf = async (search: string) =>
  ((await world.adele(USERS, { search, first: 500 })).data?.users?.nodes as { status: string }[]).map(
    ({ status }) => status,
  );

const newGroup = (name: string, people: number) => newGroupIn(world, name, people);

describe("an hour in which nothing changed", () => {
  it("N7: costs two requests for forty groups, and nobody asks what the groups are", async () => {
    const groups = Array.from({ length: 40 }, (_, number) => newGroup(`Forty ${number}`, 2));
    await choose({ groupIds: groups.map(({ id }) => id), disableLeavers: true });
    world.microsoft.counters.clear();

    const run = await runNow();

    expect(run).toMatchObject({ status: "SUCCEEDED", counts: { added: 0, updated: 0, disabled: 0 } });
    expect(asked()).toEqual(Array(2).fill("/v1.0/$batch"));
    expect(world.microsoft.counters.graphRequests).toBe(2);
  });

  it("N7: looks at the groups themselves as soon as somebody leaves, and then disables them", async () => {
    const team = newGroup("Team", 20);
    await choose({ groupIds: [team.id], disableLeavers: true });
    world.microsoft.directory.removeFromGroup({ groupId: team.id, memberId: team.members[0] ?? "" });
    world.microsoft.counters.clear();

    const run = await runNow();

    expect(run).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 1 } });
    expect(world.microsoft.counters.graphRequests).toBeGreaterThan(1);
  });
});

describe("a group that seems to lose people", () => {
  it("R1: because its members became hidden disables nobody and holds nobody, until they can be seen again", async () => {
    const { directory } = world.microsoft;
    const [hidden, other] = [newGroup("Hidden", 5), newGroup("Open", 20)];
    await choose({ groupIds: [hidden.id, other.id], disableLeavers: true });
    directory.hideMembers({ groupId: hidden.id });
    directory.removeFromGroup({ groupId: other.id, memberId: other.members[0] ?? "" });

    const run = await runNow();

    expect(run).toMatchObject({
      status: "PARTIAL",
      counts: { disabled: 0, held: 0 },
      reason: expect.stringContaining("“Hidden” could not be read to the end") as string,
    });
    expect(await statusesOf("Hidden Person")).toEqual(Array(5).fill("ACTIVE"));
    expect(new Set(await statusesOf("Open Person"))).toEqual(new Set(["ACTIVE"]));
    expect((await world.adele(HOLD)).data?.hold).toBeNull();

    directory.showMembers({ groupId: hidden.id });
    expect(await runNow()).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 1 } });
  });

  it("R1: and cannot be asked for itself disables nobody", async () => {
    const { directory, faults } = world.microsoft;
    const team = newGroup("Silent", 20);
    await choose({ groupIds: [team.id], disableLeavers: true });
    directory.removeFromGroup({ groupId: team.id, memberId: team.members[0] ?? "" });
    faults.add({ name: "silent", path: `/v1.0/groups/${team.id}`, action: { kind: "STATUS", status: 500 } });

    const run = await runNow();
    faults.remove("silent");

    expect(run.counts).toMatchObject({ disabled: 0 });
    expect(run.status).not.toBe("SUCCEEDED");
    expect(await runNow()).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 1 } });
  });

  it("R1: in a preview is asked for itself as well", async () => {
    const team = newGroup("Shown", 5);
    await choose({ groupIds: [team.id], disableLeavers: true });
    world.microsoft.directory.hideMembers({ groupId: team.id });

    const preview = await steps.preview(world.adele, { disableLeavers: true });

    expect(preview).toMatchObject({ disable: { count: 0 }, incomplete: expect.stringContaining("Shown") as string });
  });

  it("R1: lets nobody past an excluded group whose members became hidden", async () => {
    const { directory } = world.microsoft;
    const [team, externals] = [newGroup("Inside", 5), newGroup("Externals", 2)];
    for (const memberId of externals.members) directory.addToGroup({ groupId: team.id, memberId });
    await choose({ groupIds: [team.id], excludedGroupIds: [externals.id] });
    const before = await statusesOf("Externals");
    directory.hideMembers({ groupId: externals.id });

    const run = await runNow();

    expect(run).toMatchObject({ status: "PARTIAL", counts: { added: 0, skipped: 2 } });
    expect([before, await statusesOf("Externals")]).toEqual([[], []]);
  });
});
