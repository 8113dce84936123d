import { describe, expect, it } from "vitest";
import {
  activeNames,
  changesOf,
  eachTestFindsAFreshAccount,
  enable,
  enableWith,
  endOf,
  newGroup,
  preview,
  runAfter,
  runNow,
  status,
  update,
  user,
  users,
  world,
} from "../contoso.js";
import { APPROVE, DISABLE, HOLD, REJECT, RUNS, SETTINGS, UPDATE } from "../operations.js";
import { startRun, type RunView } from "../sync-steps.js";
import { eventually } from "../world.js";

/* What the brake kept back: a list that follows the directory until an admin decides about it. */

eachTestFindsAFreshAccount();

interface HoldView {
  readonly version: number;
  readonly because: readonly string[];
  readonly message: string;
  readonly limit: number;
  readonly toDisable: number;
  readonly toAdd: number;
  readonly approvedBy: string | null;
  readonly groups: readonly { readonly toDisable: number }[];
  readonly people: {
    readonly nodes: readonly { readonly displayName: string; readonly action: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const hold = async (page: object = {}) => (await world.adele(HOLD, page)).data?.hold as HoldView | null;
const onHold = async () => (await hold())?.people.nodes.map((one) => one.displayName) ?? [];
const approve = async (version: number) => (await world.adele(APPROVE, { version })).data?.approveHold;
const reject = async (version: number) => (await world.adele(REJECT, { version })).data?.rejectHold;
const disabledNames = async () =>
  (await users("Team Person")).filter((one) => one.status === "DISABLED").map((one) => one.displayName);

/** A team of 24, of whom the first eight have left: three more than a day may disable. */
async function eightAreHeld() {
  const team = newGroup("Team", 24);
  await enable(team);
  team.leave(0, 1, 2, 3, 4, 5, 6, 7);
  expect(await runNow()).toMatchObject({ status: "HELD", counts: { disabled: 0, held: 8 } });
  return team;
}

async function approved(version: number) {
  const answer = await approve(version);
  expect(answer?.__typename).toBe("HoldApproved");
  return endOf((answer?.run as { readonly id: string }).id);
}

describe("a hold", () => {
  it("names who waits and why, page by page", async () => {
    await eightAreHeld();

    const first = await hold({ first: 5 });
    const rest = await hold({ first: 5, after: first?.people.pageInfo.endCursor });

    expect(first).toMatchObject({ version: 1, because: ["TOO_MANY_LEAVERS"], limit: 5, toDisable: 8, toAdd: 0 });
    expect(first?.message).toContain("8 people would be disabled, and the brake lets a day disable 5");
    expect([...(first?.people.nodes ?? []), ...(rest?.people.nodes ?? [])]).toEqual(
      Array.from(
        { length: 8 },
        (_, n) =>
          expect.objectContaining({
            displayName: `Team Person ${n}`,
            action: "DISABLE",
            reason: "LEFT_GROUPS",
            groups: [{ displayName: "Team" }],
          }) as object,
      ),
    );
    expect(rest?.people.pageInfo.hasNextPage).toBe(false);
    expect((await status())?.health).toMatchObject({ state: "HELD" });
  });

  it("tells how many each group has, and names those of one", async () => {
    const [team, crew] = [newGroup("Team", 24), newGroup("Crew", 24)];
    crew.join(team.member(0));
    await enable(team, crew);
    team.leave(...Array.from({ length: 8 }, (_, n) => n));
    world.microsoft.directory.removeFromGroup({ groupId: crew.id, memberId: team.member(0) });
    crew.leave(0, 1, 2);
    await runNow();

    const whole = await hold();
    const ofCrew = await hold({ groupId: crew.id });

    const of = (group: { readonly id: string }, displayName: string, toDisable: number) => ({
      group: { id: group.id, displayName },
      toDisable,
      toAdd: 0,
    });
    expect([...(whole?.groups ?? [])].sort((a, b) => b.toDisable - a.toDisable)).toEqual([
      of(team, "Team", 8),
      of(crew, "Crew", 4),
    ]);
    expect(ofCrew?.people.nodes.map((one) => one.displayName)).toEqual([
      "Crew Person 0",
      "Crew Person 1",
      "Crew Person 2",
      "Team Person 0",
    ]);
  });

  it("follows the directory: who is back leaves it, who leaves joins it, nobody else is disabled, and people come in", async () => {
    const team = await eightAreHeld();
    team.join(team.member(0), team.member(1));
    team.leave(8);
    team.hire("Team Joiner");

    const run = await runNow();

    expect(run).toMatchObject({ status: "HELD", counts: { added: 1, disabled: 0, held: 7 } });
    expect(await hold()).toMatchObject({ version: 2, toDisable: 7 });
    expect(await onHold()).toEqual([2, 3, 4, 5, 6, 7, 8].map((n) => `Team Person ${n}`));
    expect((await activeNames("Team")).length).toBe(25);
  });

  it("keeps its version in an hour in which nobody joins or leaves it", async () => {
    await eightAreHeld();

    await runNow();

    expect(await hold()).toMatchObject({ version: 1, toDisable: 8 });
  });

  it("keeps a single leaver as well, though the brake alone would let them go", async () => {
    const team = await eightAreHeld();
    team.join(...[0, 1, 2, 3, 4, 5, 6].map((n) => team.member(n)));

    const run = await runNow();

    expect(run).toMatchObject({ status: "HELD", counts: { disabled: 0, held: 1 } });
    expect(await onHold()).toEqual(["Team Person 7"]);
  });

  it("dissolves when everybody is back", async () => {
    const team = await eightAreHeld();
    team.join(...team.members.slice(0, 8));

    expect(await runNow()).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 0, held: 0 } });
    expect(await hold()).toBeNull();
    expect(await approve(1)).toMatchObject({ code: "NO_HOLD" });
  });

  it("dissolves when leavers are not to be disabled any more", async () => {
    await eightAreHeld();

    await update({ disableLeavers: false });

    expect(await hold()).toBeNull();
    expect((await activeNames("Team Person")).length).toBe(24);
  });

  it("dissolves when automatic import is switched off", async () => {
    await eightAreHeld();

    await world.adele(DISABLE);

    expect(await hold()).toBeNull();
    expect((await activeNames("Team Person")).length).toBe(24);
  });

  it("of which the list cannot be read stays as it is", async () => {
    const team = await eightAreHeld();
    const path = `/v1.0/groups/${team.id}/*members`;
    const fault = world.microsoft.faults.add({ path, action: { kind: "STATUS", status: 500 } });

    const run = await runNow();

    expect(fault.hits).toBeGreaterThan(0);
    expect(run).toMatchObject({ status: "FAILED", counts: { disabled: 0 } });
    expect(await hold()).toMatchObject({ version: 1, toDisable: 8 });
  });
});

describe("approving", () => {
  it("disables everybody on the list, in a run of its own, and closes the hold", async () => {
    await eightAreHeld();

    const run = await approved(1);

    expect(run).toMatchObject({ trigger: "APPROVAL", status: "SUCCEEDED", counts: { disabled: 8, held: 0 } });
    expect((await disabledNames()).length).toBe(8);
    expect(await hold()).toBeNull();
    expect(await status()).toMatchObject({ health: { state: "OK" }, lastRun: { id: run.id } });
  });

  it("covers those whom the admin saw: who joined later waits, who is back is left alone and named", async () => {
    const team = await eightAreHeld();
    team.leave(8);
    await runNow();
    team.join(team.member(0));

    const run = await approved(1);

    expect(run.counts).toMatchObject({ disabled: 7, held: 1 });
    expect(await disabledNames()).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `Team Person ${n}`));
    expect(await onHold()).toEqual(["Team Person 8"]);
    expect(await hold()).toMatchObject({ approvedBy: null });
    expect((await changesOf(run)).filter((change) => change.outcome !== "DONE")).toMatchObject([
      { displayName: "Team Person 0", action: "DISABLE", outcome: "DROPPED", message: expect.any(String) as string },
    ]);

    const rest = await approved((await hold())?.version ?? 0);
    expect([rest.counts.disabled, await hold()]).toEqual([1, null]);
  });

  it("looks at each of them once more: one whom nobody can ask about waits", async () => {
    const team = await eightAreHeld();
    const path = `/v1.0/users/${team.member(0)}/**`;
    const fault = world.microsoft.faults.add({ path, action: { kind: "STATUS", status: 500 } });

    const run = await approved(1);

    expect(fault.hits).toBeGreaterThan(0);
    expect(run.counts.disabled).toBe(7);
    expect(await user("Team Person 0")).toMatchObject({ status: "ACTIVE" });
    expect((await changesOf(run)).filter((change) => change.outcome === "DROPPED").length).toBe(1);
  });

  it("does not count against the day: the brake goes on as if they had not been", async () => {
    const team = await eightAreHeld();
    await approved(1);
    team.leave(8, 9, 10);

    expect(await runNow()).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 3 } });
  });

  it.each([0, 2, -1])("a version nobody has seen (%i) changes nothing", async (version) => {
    await eightAreHeld();

    expect(await approve(version)).toMatchObject({ code: "PLAN_CHANGED" });
    expect(await disabledNames()).toEqual([]);
  });

  it("is refused after a change of the settings, until a run has made the list anew", async () => {
    const team = await eightAreHeld();
    // Back while the admin looks: those whom a preview names are agreed to with it
    team.join(...team.members.slice(0, 8));
    const { token: previewToken } = await preview({});
    team.leave(0, 1, 2, 3, 4, 5, 6, 7);
    const { version } = (await world.adele(SETTINGS)).data?.syncSettings as { readonly version: number };
    const input = { version, brake: { percent: 19, cap: 500 }, previewToken };
    const path = "/v1.0/groups/*/*members";
    const fault = world.microsoft.faults.add({ path, action: { kind: "STATUS", status: 500 } });

    const failed = await runAfter(() => world.adele(UPDATE, { input }));
    const refused = await approve(1);
    world.microsoft.faults.clear();
    const anew = await runNow();

    expect(fault.hits).toBeGreaterThan(0);
    expect(failed).toMatchObject({ trigger: "SETTINGS", status: "FAILED" });
    expect(refused).toMatchObject({ code: "PLAN_CHANGED" });
    expect(anew).toMatchObject({ status: "HELD", counts: { disabled: 0, held: 8 } });
    expect(await approved(1)).toMatchObject({ counts: { disabled: 8 } });
  });

  it("twice at the same moment is done once", async () => {
    await eightAreHeld();

    const answers = await Promise.all([approve(1), approve(1), approve(1)]);

    expect(answers.map((answer) => answer?.code ?? answer?.__typename).sort()).toEqual([
      "HoldApproved",
      "NO_HOLD",
      "NO_HOLD",
    ]);
    await eventually(hold, (now) => now === null);
    expect((await disabledNames()).length).toBe(8);
  });

  it("while a run is going on is carried out right after it", async () => {
    const team = await eightAreHeld();
    const action = { kind: "DELAY", ms: 600 } as const;
    const fault = world.microsoft.faults.add({ path: `/v1.0/groups/${team.id}/*members`, times: 1, action });
    await startRun(world.adele);
    await eventually(
      () => Promise.resolve(fault.hits),
      (hits) => hits > 0,
    );

    const answer = await approve(1);
    await eventually(hold, (now) => now === null);

    expect(answer).toMatchObject({ __typename: "HoldApproved", run: null });
    expect((await disabledNames()).length).toBe(8);
    const nodes = (await world.adele(RUNS)).data?.runs?.nodes as RunView[];
    expect(nodes.reduce((sum, run) => sum + (run.counts.disabled ?? 0), 0)).toBe(8);
  });
});

describe("rejecting", () => {
  it("keeps everybody on the list, by the admin's name, and no later run takes them", async () => {
    await eightAreHeld();

    const answer = await reject(1);
    const next = await runNow();

    expect(answer).toMatchObject({ __typename: "HoldRejected", people: 8 });
    expect(next).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 0, held: 0 } });
    expect(await hold()).toBeNull();
    expect(await user("Team Person 0")).toMatchObject({ status: "ACTIVE", managedBy: "ADMIN" });
    expect(await user("Team Person 8")).toMatchObject({ status: "ACTIVE", managedBy: "GROUPS" });
  });

  it("leaves those who joined the list later to the next decision", async () => {
    const team = await eightAreHeld();
    team.leave(8);
    await runNow();

    expect(await reject(1)).toMatchObject({ people: 8 });
    expect(await onHold()).toEqual(["Team Person 8"]);
    expect(await user("Team Person 8")).toMatchObject({ managedBy: "GROUPS" });
  });

  it("and approving at the same moment is one of the two", async () => {
    await eightAreHeld();

    const answers = [await Promise.all([approve(1), reject(1)])].flat();
    await eventually(hold, (now) => now === null);

    const decided = answers.filter((answer) => answer?.__typename !== "Problem");
    expect(decided.length).toBe(1);
    const wasApproved = decided[0]?.__typename === "HoldApproved";
    await eventually(disabledNames, (names) => names.length === (wasApproved ? 8 : 0));
  });
});

describe("a flood of additions", () => {
  /** A team of five, into which sixty have come at once. */
  async function sixtyAreHeld() {
    const team = newGroup("Team", 5);
    await enableWith({ disableLeavers: false }, team);
    for (let n = 0; n < 60; n++) team.hire(`Flood ${n}`);
    expect(await runNow()).toMatchObject({ status: "HELD", counts: { added: 0, held: 60 } });
    expect(await hold()).toMatchObject({ because: ["TOO_MANY_ADDITIONS"], toAdd: 60, toDisable: 0 });
    return team;
  }

  it("comes in when it is approved", async () => {
    await sixtyAreHeld();

    const run = await approved(1);

    expect(run).toMatchObject({ status: "SUCCEEDED", counts: { added: 60 } });
    expect((await users("Flood")).length).toBe(60);
    expect(await hold()).toBeNull();
  });

  it("is excluded from the sync when it is rejected, and stays out", async () => {
    const team = await sixtyAreHeld();

    expect(await reject(1)).toMatchObject({ people: 60 });
    team.hire("Team Joiner");
    const next = await runNow();

    expect(next).toMatchObject({ status: "SUCCEEDED", counts: { added: 1, held: 0, skipped: 60 } });
    expect(await users("Flood")).toEqual([]);
  });
});
