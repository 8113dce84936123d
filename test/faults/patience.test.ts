import { describe, expect, it } from "vitest";
import type { FaultInput } from "../../demo/microsoft/faults/fault.js";
import {
  accountId,
  activeNames,
  eachTestFindsAFreshAccount,
  enable,
  newGroup,
  runNow,
  user,
  users,
  world,
  type TestGroup,
} from "../contoso.js";
import { eventually } from "../world.js";

/* Answers that never come, and lists that take for ever. Microsoft has a second for each answer here, instead of thirty. */

eachTestFindsAFreshAccount({ microsoftWithinMs: 1000 });

const members = (groupId: string, more: object = {}) => ({ path: `/v1.0/groups/${groupId}/*members`, ...more });
const pagesOf = (group: TestGroup, rows: number) =>
  world.microsoft.faults.add({ ...members(group.id), action: { kind: "SHORT_PAGES", rows } });

describe("a list that", () => {
  it.each([
    ["F17: never answers its second page", { kind: "HANG" } as const],
    ["F17: trickles in ten bytes a second", { kind: "DRIP", everyMs: 100 } as const],
  ])("%s is given up after three tries: the run is PARTIAL, and the next one heals", async (_, action: Action) => {
    const [broken, whole] = [newGroup("Broken", 12), newGroup("Whole", 12)];
    await enable(broken, whole);
    whole.leave(0);
    whole.hire("Whole Joiner");
    pagesOf(broken, 5);
    const fault = world.microsoft.faults.add({ ...members(broken.id, { page: 2 }), action });

    const begun = performance.now();
    const run = await runNow();

    expect(fault.hits).toBe(3);
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect(run).toMatchObject({
      status: "PARTIAL",
      counts: { added: 1, disabled: 0, failed: 0 },
      reason: expect.stringContaining("“Broken” could not be read to the end") as string,
    });
    expect((await activeNames("Person")).length).toBe(24);
    expect(await world.store.leases.isHeld(accountId)).toBe(false);
    world.microsoft.faults.clear();
    expect(await runNow()).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 1 } });
    expect(await user("Whole Person 0")).toMatchObject({ status: "DISABLED" });
  });

  it("F17: slows us down at each page is given up after twenty minutes, and what it brought stays", async () => {
    const [slow, whole] = [newGroup("Slow", 16), newGroup("Whole", 12)];
    await enable(slow, whole);
    whole.leave(0);
    pagesOf(slow, 1);
    const throttled = Array.from({ length: 15 }, (_, n) => ({
      ...members(slow.id, { page: n + 2 }),
      times: 1,
      action: { kind: "STATUS", status: 429, retryAfter: 110 } as const,
    })).map((fault) => world.microsoft.faults.add(fault));

    const begun = world.now().getTime();
    await runNow();
    // The clock leaps over the lease, which is prolonged in real time: the run seems to be gone before it is
    const [run] = await eventually(
      () => world.store.runs.latest(accountId, { triggers: ["ADMIN"], first: 1 }),
      ([last]) => last?.finishedAt != null,
    );
    const minutes = ((run?.finishedAt?.getTime() ?? 0) - begun) / 60_000;

    expect([throttled[0]?.hits, throttled.at(-1)?.hits]).toEqual([1, 0]);
    expect(minutes).toBeGreaterThan(15);
    expect(minutes).toBeLessThan(22);
    expect(run).toMatchObject({ status: "PARTIAL", counts: { disabled: 0 } });
    expect((await activeNames("Person")).length).toBe(28);
  });
});

type Action = FaultInput["action"];

describe("a directory", () => {
  it("F17: that never answers fails the run in words, in bounded time", async () => {
    const team = newGroup("Team", 12);
    await enable(team);
    team.leave(0);
    const fault = world.microsoft.faults.add({ action: { kind: "HANG" } });

    const run = await runNow();

    expect(fault.hits).toBeGreaterThan(0);
    expect(fault.hits).toBeLessThanOrEqual(6);
    expect(run).toMatchObject({ status: "FAILED", counts: { disabled: 0 } });
    expect(run.reason).toMatch(/did not answer/);
    expect((await users("Team Person")).every((one) => one.status === "ACTIVE")).toBe(true);
  });
});
