import { describe, expect, it } from "vitest";
import { switchOn } from "../../demo/microsoft/faults/switches.js";
import { PEOPLE } from "../../demo/microsoft/registration.js";
import {
  accountId,
  activeNames,
  changesOf,
  eachTestFindsAFreshAccount,
  enable,
  enableWith,
  newGroup,
  runAfter,
  runNow,
  status,
  user,
  users,
  world,
} from "../contoso.js";
import { DISABLE, RUNS, SETTINGS, UPDATE } from "../operations.js";
import { storedBytes } from "../stored.js";
import { startRun, type RunView } from "../sync-steps.js";
import { eventually } from "../world.js";

/* What is decided while a run goes on, and what a run may never decide. */

eachTestFindsAFreshAccount();

const runs = async () => (await world.adele(RUNS)).data?.runs?.nodes as RunView[];
const ended = (wanted: number) =>
  eventually(runs, (all) => all.length >= wanted && all.every((run) => run.status !== "RUNNING"));

/** The next list of members is late; tells when a run waits for it. */
function holdUpTheNextRead(groupId: string) {
  const action = { kind: "DELAY", ms: 600 } as const;
  const fault = world.microsoft.faults.add({ path: `/v1.0/groups/${groupId}/*members`, times: 1, action });
  return {
    fault,
    met: () =>
      eventually(
        () => Promise.resolve(fault.hits),
        (hits) => hits > 0,
        5000,
        5,
      ),
  };
}

describe("a run during which", () => {
  it("F38: automatic import is disabled stops at its next checkpoint, and disables nobody", async () => {
    const team = newGroup("Team", 12);
    await enable(team);
    team.leave(0);
    const read = holdUpTheNextRead(team.id);
    await startRun(world.adele);
    await read.met();

    await world.adele(DISABLE);
    const [run] = await ended(2);

    expect(run).toMatchObject({ status: "STOPPED", counts: { disabled: 0 } });
    expect(run?.reason).toMatch(/was disabled while it ran/);
    expect((await activeNames("Team Person")).length).toBe(12);

    expect(await enable(team)).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 1 } });
  });

  it("F39: the groups are changed applies nothing of the old choice; a run of the new one follows by itself", async () => {
    const [before, after] = [newGroup("Before", 12), newGroup("After", 3)];
    await enableWith({ disableLeavers: false }, before);
    before.hire("Before Joiner");
    const read = holdUpTheNextRead(before.id);
    await startRun(world.adele);
    await read.met();

    const { version } = (await world.adele(SETTINGS)).data?.syncSettings as { readonly version: number };
    await world.adele(UPDATE, { input: { version, groupIds: [after.id] } });
    const [followed, stopped] = await ended(3);

    expect(stopped).toMatchObject({ trigger: "ADMIN", status: "STOPPED", counts: { added: 0 } });
    expect(followed).toMatchObject({ trigger: "SETTINGS", status: "SUCCEEDED", counts: { added: 3 } });
    expect(await users("Before Joiner")).toEqual([]);
  });
});

describe("the last admin", () => {
  it("F64: whom the groups would take is spared by the run, which says so, and cannot be disabled by hand", async () => {
    const team = newGroup("Team", 12);
    team.join(PEOPLE.adele);
    await world.store.users.setManagedBy(accountId, [PEOPLE.adele], null);
    await enable(team);
    world.microsoft.directory.removeFromGroup({ groupId: team.id, memberId: PEOPLE.adele });
    team.leave(0);

    const run = await runNow();

    expect(run.counts).toMatchObject({ disabled: 1, skipped: 1 });
    expect(await user("Adele Vance")).toMatchObject({ status: "ACTIVE", managedBy: "GROUPS" });
    await world.store.users.setManagedBy(accountId, [PEOPLE.adele], { name: "a test", at: new Date() });
  });
});

describe("an hour in which nothing happened", () => {
  it("F68: writes no user, no change and no hold, twice over; each run is one row", async () => {
    const team = newGroup("Team", 12);
    await enable(team);
    const lasting = () =>
      storedBytes(world.store, (name) => ["users", "changes", "groupMembers", "syncSettings", "holds"].includes(name));
    const before = await lasting();

    const quiet = [await runNow(), await runNow()];

    expect(quiet.map((run) => run.status)).toEqual(["SUCCEEDED", "SUCCEEDED"]);
    expect(await lasting()).toEqual(before);
    expect(before.users?.length).toBe(13);
    expect((await runs()).length).toBe(3);
  });
});

describe("the second look", () => {
  it("that finds somebody in a group whose list lacked them lets this run disable nobody at all", async () => {
    const [wrong, right] = [newGroup("Wrong", 12), newGroup("Right", 12)];
    await enable(wrong, right);
    right.leave(0);
    const fault = switchOn(world.microsoft.faults, "lacks-three", wrong.id);

    const run = await runNow();

    expect(fault.hits).toBe(1);
    expect(run).toMatchObject({ status: "PARTIAL", counts: { disabled: 0, held: 0 } });
    expect(run.reason).toMatch(/“Wrong Person \d+” is in a chosen group whose list lacked them/);
    expect((await activeNames("Person")).length).toBe(24);
    expect((await status())?.health).toMatchObject({ state: "READ_DOUBTFUL" });

    world.microsoft.faults.clear();
    expect(await runNow()).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 1 } });
    expect(await user("Right Person 0")).toMatchObject({ status: "DISABLED" });
  });

  it("that does not find somebody anywhere waits for a run fifty minutes later which does not either", async () => {
    const team = newGroup("Team", 12);
    await enable(team);
    team.leave(0);
    const fault = switchOn(world.microsoft.faults, "people-not-found");

    const first = await runNow();
    world.passMinutes(49);
    const tooSoon = await runNow();
    world.passMinutes(2);
    const confirmed = await runNow();

    expect(fault.hits).toBeGreaterThan(0);
    expect([first, tooSoon, confirmed].map((run) => run.counts.disabled)).toEqual([0, 0, 1]);
    expect(await user("Team Person 0")).toMatchObject({ status: "DISABLED", directoryState: "DELETED" });
    expect(await changesOf(confirmed)).toMatchObject([{ action: "DISABLE", outcome: "DONE" }]);
  });

  it("forgets that it had not found somebody who is there again", async () => {
    const team = newGroup("Team", 12);
    await enable(team);
    team.leave(0);
    switchOn(world.microsoft.faults, "people-not-found");
    await runNow();
    world.microsoft.faults.clear();
    team.join(team.member(0));
    await runNow();
    team.leave(0);
    world.passMinutes(60);
    switchOn(world.microsoft.faults, "people-not-found");

    const run = await runNow();

    expect(run.counts.disabled).toBe(0);
    expect(await user("Team Person 0")).toMatchObject({ status: "ACTIVE" });
  });

  it("that gets no answer about somebody leaves them, and the next run disables them", async () => {
    const team = newGroup("Team", 12);
    await enable(team);
    team.leave(0);
    const fault = switchOn(world.microsoft.faults, "people-unreadable");

    const waited = await runNow();
    world.microsoft.faults.clear();
    const healed = await runNow();

    expect(fault.hits).toBeGreaterThan(0);
    expect(waited.counts).toMatchObject({ disabled: 0, skipped: 1 });
    expect(healed.counts).toMatchObject({ disabled: 1, skipped: 0 });
  });
});

describe("runs one after the other", () => {
  it("disable no more in a day than the brake lets them, however few each takes", async () => {
    const team = newGroup("Team", 25);
    await enable(team);

    const statuses: string[] = [];
    for (const n of [0, 1, 2, 3, 4, 5]) {
      team.leave(n);
      statuses.push((await runNow()).status);
    }
    world.passMinutes(24 * 60 + 1);
    const nextDay = await runAfter(() => startRun(world.adele));

    expect(statuses).toEqual([...Array<string>(5).fill("SUCCEEDED"), "HELD"]);
    // A hold never ends by itself: what the day before held back, an admin decides
    expect(nextDay).toMatchObject({ status: "HELD", counts: { disabled: 0, held: 1 } });
    expect((await activeNames("Team Person")).length).toBe(20);
  });
});
