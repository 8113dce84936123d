import { describe, expect, it } from "vitest";
import { switchOn } from "../../demo/microsoft/faults/switches.js";
import { GROUPS, PEOPLE } from "../../demo/microsoft/registration.js";
import {
  activeNames,
  eachTestFindsAFreshAccount,
  enable,
  enableWith,
  newGroup,
  preview,
  runNow,
  status,
  update,
  user,
  users,
  world,
  type TestGroup,
} from "../contoso.js";
import { DISABLE, ENABLE, HOLD, SETTINGS, UPDATE } from "../operations.js";

/* Groups that are gone, hidden, empty, nested or unchosen. */

eachTestFindsAFreshAccount();

const hold = async () => (await world.adele(HOLD)).data?.hold;
const everybody = (group: TestGroup) => group.members.map((_, n) => n);

describe("a chosen group", () => {
  it("F10: that answers 404 disables nobody; fifty minutes later its people are pinned and the rest goes on", async () => {
    const [gone, other] = [newGroup("Gone", 5), newGroup("Other", 20)];
    await enable(gone, other);
    other.leave(0);
    const fault = switchOn(world.microsoft.faults, "group-gone", gone.id);

    const first = await runNow();
    world.passMinutes(49);
    const tooSoon = await runNow();
    world.passMinutes(2);
    const missing = await runNow();

    expect(fault.hits).toBeGreaterThanOrEqual(3);
    expect([first, tooSoon].map((run) => [run.status, run.counts.disabled])).toEqual([
      ["PARTIAL", 0],
      ["PARTIAL", 0],
    ]);
    expect(missing.counts.disabled).toBe(1);
    expect((await activeNames("Gone Person")).length).toBe(5);
    expect((await status())?.health).toMatchObject({ state: "GROUP_MISSING" });

    world.microsoft.faults.clear();
    expect(await runNow()).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 0 } });
    expect((await status())?.health).toMatchObject({ state: "OK" });
  });

  it("F26: that lost more than half of its people is held, though the brake alone would let them go", async () => {
    const [small, large] = [newGroup("Small", 5), newGroup("Large", 40)];
    await enable(small, large);
    small.leave(0, 1, 2);

    const run = await runNow();

    expect(run).toMatchObject({ status: "HELD", counts: { disabled: 0, held: 3 } });
    expect(await hold()).toMatchObject({ because: ["GROUP_COLLAPSED"], toDisable: 3 });
    expect((await activeNames("Small Person")).length).toBe(5);

    small.join(...small.members.slice(0, 3));
    expect(await runNow()).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 0, held: 0 } });
    expect(await hold()).toBeNull();
  });

  it("F26: that reads as empty although it is not disables nobody and raises no hold", async () => {
    const [small, large] = [newGroup("Small", 5), newGroup("Large", 40)];
    await enable(small, large);
    const fault = switchOn(world.microsoft.faults, "group-empty", small.id);

    const run = await runNow();

    expect(fault.hits).toBeGreaterThan(0);
    expect(run).toMatchObject({ status: "PARTIAL", counts: { disabled: 0 } });
    expect(await hold()).toBeNull();
    world.microsoft.faults.clear();
    expect(await runNow()).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 0 } });
  });

  it("F27: none of which has anybody left is held, and healed when the people are back", async () => {
    const [one, two] = [newGroup("One", 3), newGroup("Two", 3)];
    await enable(one, two);
    one.leave(...everybody(one));
    two.leave(...everybody(two));

    const run = await runNow();

    expect(run).toMatchObject({ status: "HELD", counts: { disabled: 0, held: 6 } });
    expect((await hold())?.because).toContain("NOBODY_LEFT");
    one.join(...one.members);
    two.join(...two.members);
    expect(await runNow()).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 0 } });
  });

  it("F48: holds devices and contacts, which are counted and never become users", async () => {
    const shown = await preview({ groupIds: [GROUPS.reception] });

    const run = await enable({ id: GROUPS.reception });

    const [sum] = shown.groups as { people: number; others: number; members: number; complete: boolean }[];
    expect(sum).toMatchObject({ complete: true, others: 2 });
    expect(run).toMatchObject({ status: "SUCCEEDED", counts: { added: sum?.people, failed: 0 } });
  });

  it("F49: that holds a group which holds it again is read to its end, everybody once", async () => {
    const [outer, inner] = [newGroup("Outer", 4), newGroup("Inner", 3)];
    outer.join(inner.id);
    inner.join(outer.id);

    const run = await enable(outer);

    expect(run).toMatchObject({ status: "SUCCEEDED", counts: { added: 7 } });
  });

  it("F49: with nested groups left out counts its own people alone", async () => {
    const [outer, inner] = [newGroup("Outer", 4), newGroup("Inner", 3)];
    outer.join(inner.id);

    expect(await enableWith({ includeNested: false }, outer)).toMatchObject({ counts: { added: 4 } });
    expect((await users("Inner Person")).length).toBe(0);
  });

  it("F50: whose members are hidden cannot be chosen", async () => {
    const answer = await world.adele(ENABLE, { input: { groupIds: [GROUPS.board] } });

    expect(answer.data?.enableAutomaticImport).toMatchObject({ code: "GROUP_HIDDEN" });
    expect(await status()).toMatchObject({ enabled: false });
  });

  it("F50: whose members become hidden later stops all disables, and health names it", async () => {
    const { directory } = world.microsoft;
    const [hidden, other] = [newGroup("Hidden", 5), newGroup("Other", 20)];
    await enable(hidden, other);
    other.leave(0);
    directory.hideMembers({ groupId: hidden.id });

    const run = await runNow();

    expect(run).toMatchObject({ status: "PARTIAL", counts: { disabled: 0 } });
    expect((await status())?.health).toMatchObject({ message: expect.stringContaining("“Hidden”") as string });
    directory.showMembers({ groupId: hidden.id });
    expect(await runNow()).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 1 } });
  });

  it.each(["ids-only", "enabled-unreadable"])(
    "F50: with %s neither creates nor disables anybody it cannot see",
    async (name) => {
      const [unreadable, other] = [newGroup("Unreadable", 5), newGroup("Other", 20)];
      await enable(unreadable, other);
      unreadable.hire("Unreadable Joiner");
      const fault = switchOn(world.microsoft.faults, name, unreadable.id);

      const run = await runNow();

      expect(fault.hits).toBeGreaterThan(0);
      expect(run.counts).toMatchObject({ added: 0, disabled: 0 });
      expect((await activeNames("Unreadable Person")).length).toBe(5);
      expect(await users("Unreadable Joiner")).toEqual([]);
      world.microsoft.faults.clear();
      expect(await runNow()).toMatchObject({ status: "SUCCEEDED", counts: { added: 1, disabled: 0 } });
    },
  );
});

describe("taking groups out of the choice", () => {
  it("F29: shows who leaves with the group; once confirmed they count as approved, and the brake lets them go", async () => {
    const [kept, removed] = [newGroup("Kept", 10), newGroup("Removed", 9)];
    await enable(kept, removed);

    const shown = await preview({ groupIds: [kept.id] });
    const run = await update({ groupIds: [kept.id] });

    expect(shown).toMatchObject({ disable: { count: 9 } });
    expect(run).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 9, held: 0 } });
    expect(await activeNames("Removed Person")).toEqual([]);
    expect((await activeNames("Kept Person")).length).toBe(10);
  });

  it("F28: every one of them shows everybody who leaves, disables those shown, and then nothing runs", async () => {
    const team = newGroup("Team", 6);
    await enable(team);

    const shown = await preview({ groupIds: [] });
    const run = await update({ groupIds: [] });

    expect(shown).toMatchObject({ disable: { count: 6 } });
    expect(run).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 6 } });
    expect((await status())?.health).toMatchObject({ state: "NO_GROUPS" });
    expect(await user("Adele Vance")).toMatchObject({ directoryId: PEOPLE.adele, status: "ACTIVE" });
  });

  it("F28: without its preview is refused, and nothing changes", async () => {
    const team = newGroup("Team", 6);
    await enable(team);
    const { version } = (await world.adele(SETTINGS)).data?.syncSettings as { readonly version: number };

    const answer = await world.adele(UPDATE, { input: { version, groupIds: [] } });

    expect(answer.data?.updateSyncSettings).toMatchObject({ code: "PREVIEW_NEEDED" });
    expect((await world.adele(SETTINGS)).data?.syncSettings).toMatchObject({ version, groups: [{ id: team.id }] });
    expect((await activeNames("Team Person")).length).toBe(6);
    await world.adele(DISABLE);
  });
});
