import { describe, expect, it } from "vitest";
import {
  accountId,
  changesOf,
  eachTestFindsAFreshAccount,
  enable,
  endOf,
  newGroup,
  runNow,
  user,
  users,
  world,
} from "../contoso.js";
import { IMPORT, SET_STATUS, UNDO, UNDO_PREVIEW } from "../operations.js";
import { eventually } from "../world.js";
import { startRun } from "../sync-steps.js";

/* Undoing what a run did, person by person. */

eachTestFindsAFreshAccount();

const undo = async (runId: string) => (await world.adele(UNDO, { runId })).data?.undoRun;
const setStatus = async (name: string, status: "ACTIVE" | "DISABLED") =>
  world.adele(SET_STATUS, { input: { userIds: [(await user(name))?.id], status } });

async function undone(run: { readonly id: string }) {
  const answer = await undo(run.id);
  expect(answer?.__typename).toBe("RunUndone");
  return endOf((answer?.run as { readonly id: string }).id);
}

/** Each person of the preview with the reason. */
async function previewOf(runId: string) {
  const run = (await world.adele(UNDO_PREVIEW, { id: runId })).data?.run;
  const { obstacle, ...lists } = run?.undoPreview as { readonly obstacle: string | null } & Readonly<
    Record<string, { readonly people: readonly { readonly displayName: string; readonly reason: string }[] }>
  >;
  const named = Object.entries(lists).map(
    ([kind, { people }]) => [kind, Object.fromEntries(people.map((one) => [one.displayName, one.reason]))] as const,
  );
  return { obstacle, ...Object.fromEntries(named) };
}

/** In one run two are disabled, one comes back and one comes in. */
async function aRunThatDidMuch() {
  const team = newGroup("Team", 20);
  await enable(team);
  team.leave(0);
  await runNow();
  team.join(team.member(0));
  team.leave(1, 2);
  team.hire("Team Joiner");
  const run = await runNow();
  expect(run).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 2, reenabled: 1, added: 1 } });
  return { team, run };
}

describe("undoing a run", () => {
  it("brings back whom it disabled, disables whom it let in, and the next run leaves both so", async () => {
    const { run } = await aRunThatDidMuch();

    const back = await undone(run);
    const next = await runNow();

    expect(back).toMatchObject({ trigger: "UNDO", status: "SUCCEEDED", counts: { reenabled: 2, disabled: 2 } });
    expect((await endOf(run.id)).undoneBy).toBe(back.id);
    const kept = { status: "ACTIVE", managedBy: "ADMIN" };
    expect([await user("Team Person 1"), await user("Team Person 2")]).toMatchObject([kept, kept]);
    const out = { status: "DISABLED", disabledBy: "ADMIN" };
    expect([await user("Team Person 0"), await user("Team Joiner")]).toMatchObject([out, out]);
    expect(next).toMatchObject({ counts: { disabled: 0, reenabled: 0, added: 0 } });
    expect((await changesOf(back)).map((change) => [change.action, change.reason, change.outcome])).toEqual([
      ["REENABLE", "UNDONE", "DONE"],
      ["REENABLE", "UNDONE", "DONE"],
      ["DISABLE", "UNDONE", "DONE"],
      ["DISABLE", "UNDONE", "DONE"],
    ]);
  });

  it("leaves alone and names whoever was changed since", async () => {
    const { team, run } = await aRunThatDidMuch();
    await setStatus("Team Person 1", "ACTIVE");
    await setStatus("Team Joiner", "DISABLED");
    team.join(team.member(2));
    await runNow();

    const back = await undone(run);

    expect(back).toMatchObject({ status: "PARTIAL", counts: { reenabled: 0, disabled: 1, skipped: 3 } });
    expect(await user("Team Person 1")).toMatchObject({ status: "ACTIVE", managedBy: "ADMIN" });
    expect(await user("Team Person 2")).toMatchObject({ status: "ACTIVE", managedBy: "GROUPS" });
    expect(await user("Team Joiner")).toMatchObject({ status: "DISABLED", disabledBy: "ADMIN" });
    const overtaken = (await changesOf(back)).filter((change) => change.outcome === "OVERTAKEN");
    expect(overtaken.map((change) => change.displayName).sort()).toEqual([
      "Team Joiner",
      "Team Person 1",
      "Team Person 2",
    ]);
    expect(overtaken.every((change) => change.message !== null)).toBe(true);
  });

  it("is shown before, person by person, and is what then happens", async () => {
    const { run } = await aRunThatDidMuch();
    await setStatus("Team Person 1", "ACTIVE");

    const shown = await previewOf(run.id);
    const back = await undone(run);

    expect(shown).toEqual({
      obstacle: null,
      disable: { "Team Joiner": "Came in by this run.", "Team Person 0": "Came back by this run." },
      enable: { "Team Person 2": "Was disabled by this run." },
      leave: { "Team Person 1": "Was enabled or disabled by somebody since, so that stays." },
    });
    expect(back).toMatchObject({ counts: { disabled: 2, reenabled: 1, skipped: 1 } });
    expect(await previewOf(run.id)).toEqual({
      obstacle: "This run was undone before.",
      disable: {},
      enable: {},
      leave: {},
    });
  });

  it("that was undone, of an undo, and of one that changed nobody is refused in words", async () => {
    const { run } = await aRunThatDidMuch();
    const back = await undone(run);
    const quiet = await runNow();

    for (const { id } of [run, back, quiet])
      expect(await undo(id)).toMatchObject({ code: "NOT_UNDOABLE", message: expect.stringMatching(/\w+\./) as string });
    expect(await undo("0123456789abcdef01234567")).toMatchObject({ code: "NOT_FOUND" });
    expect(await undo("nonsense")).toMatchObject({ code: "NOT_FOUND" });
  });

  it("asked for many times at once happens once", async () => {
    const { run } = await aRunThatDidMuch();

    const answers = await Promise.all([undo(run.id), undo(run.id), undo(run.id)]);
    const begun = answers.filter((answer) => answer?.__typename === "RunUndone");
    await endOf((begun[0]?.run as { readonly id: string }).id);

    expect(begun.length).toBe(1);
    expect(await undo(run.id)).toMatchObject({ code: "NOT_UNDOABLE" });
    expect(await user("Team Person 1")).toMatchObject({ status: "ACTIVE", managedBy: "ADMIN" });
  });

  it("waits for no run that is going on: the admin is told", async () => {
    const { team, run } = await aRunThatDidMuch();
    const action = { kind: "DELAY", ms: 600 } as const;
    const fault = world.microsoft.faults.add({ path: `/v1.0/groups/${team.id}/*members`, times: 1, action });
    await startRun(world.adele);
    await eventually(
      () => Promise.resolve(fault.hits),
      (hits) => hits > 0,
    );

    expect(await undo(run.id)).toMatchObject({ code: "RUN_IN_PROGRESS" });

    await eventually(
      () => world.store.leases.isHeld(accountId),
      (held) => !held,
    );
    expect(await undone(run)).toMatchObject({ status: "SUCCEEDED" });
  });

  it("of an import by hand disables those it brought, and nobody else", async () => {
    const { directory } = world.microsoft;
    const [one, two] = [directory.hire({ displayName: "Hand One" }), directory.hire({ displayName: "Hand Two" })];
    await world.adele(IMPORT, { input: { directoryIds: [one.id] } });
    const answer = (await world.adele(IMPORT, { input: { directoryIds: [one.id, two.id] } })).data?.importUsers;

    const back = await undone(answer?.run as { readonly id: string });

    expect(back).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 1 } });
    expect(await users("Hand")).toMatchObject([{ status: "ACTIVE" }, { status: "DISABLED", disabledBy: "ADMIN" }]);
  });
});
