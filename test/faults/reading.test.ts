import { describe, expect, it } from "vitest";
import type { FaultInput } from "../../demo/microsoft/faults/fault.js";
import { switchOn } from "../../demo/microsoft/faults/switches.js";
import { eachTestFindsAFreshAccount, enable, newGroup, runNow, status, user, users, world } from "../contoso.js";
import { RUNS } from "../operations.js";
import type { RunView } from "../sync-steps.js";

/*
 * Lists that arrive broken, late or not at all. In each run one person has left a group that reads well, and another one
 * came into it: while any list is in doubt the first keeps their place, and the second has theirs.
 */

eachTestFindsAFreshAccount();

type Action = FaultInput["action"];

const members = (groupId: string, more: object = {}) => ({ path: `/v1.0/groups/${groupId}/*members`, ...more });

/** The fault meets page 2 of a group that comes five people a page. */
function spoilPageTwo(groupId: string, action: Action, more: object = {}) {
  world.microsoft.faults.add({ ...members(groupId), action: { kind: "SHORT_PAGES", rows: 5 } });
  return world.microsoft.faults.add({ ...members(groupId, { page: 2, ...more }), action });
}

async function twoGroups() {
  const [broken, whole] = [newGroup("Broken", 12), newGroup("Whole", 12)];
  expect(await enable(broken, whole)).toMatchObject({ status: "SUCCEEDED", counts: { added: 24 } });
  whole.leave(0);
  whole.hire("Whole Joiner");
  return { broken, whole };
}

async function expectNobodyIsLost(): Promise<void> {
  expect((await users("Person")).filter((one) => one.status === "ACTIVE").length).toBe(24);
}

async function expectTheNextRunHeals(counts: object = { disabled: 1, added: 0 }): Promise<void> {
  world.microsoft.faults.clear();
  expect(await runNow()).toMatchObject({ status: "SUCCEEDED", reason: null, counts });
  expect(await user("Whole Person 0")).toMatchObject({ status: "DISABLED", disabledBy: "SYNC" });
  expect(await status()).toMatchObject({ health: { state: "OK" } });
}

async function usageOf(run: RunView) {
  const nodes = (await world.adele(RUNS)).data?.runs?.nodes as { id: string; usage: { waits: number } }[];
  return nodes.find((one) => one.id === run.id)?.usage;
}

const STATUS = (code: number, more: object = {}): Action => ({ kind: "STATUS", status: code, ...more });

const BROKEN_PAGES: readonly (readonly [string, Action])[] = [
  ["F1: answers 500", STATUS(500)],
  ["F2: answers 502 with a proxy's page", STATUS(502, { body: "HTML" })],
  ["F2: answers 503", STATUS(503)],
  ["F2: answers 504", STATUS(504)],
  ["F4: is throttled and told to wait 0 seconds", STATUS(429, { retryAfter: 0 })],
  ["F11: is not quite JSON", { kind: "MALFORMED" }],
  ["F12: is a 200 without a body", STATUS(200, { body: "EMPTY" })],
  ["F13: is a proxy's sign-in page with status 200", STATUS(200, { body: "HTML" })],
  ["F14: breaks off in the middle", { kind: "TRUNCATE" }],
  ["F15: has no value", { kind: "NO_VALUE" }],
  ["F15: has a value that is null", { kind: "VALUE_NULL" }],
  ["F16: breaks its connection", { kind: "RESET" }],
  ["F18: leads to itself", { kind: "NEXT_LINK", to: "ITSELF" }],
  ["F18: leads back to the first page", { kind: "NEXT_LINK", to: "FIRST_PAGE" }],
  ["F21: has a link that is null", { kind: "NEXT_LINK", to: "NULL" }],
];

describe("a list whose page 2, however often it is asked for,", () => {
  it.each(BROKEN_PAGES)("%s: the run is PARTIAL, disables nobody, and the next one heals", async (_, action) => {
    const { broken } = await twoGroups();
    const fault = spoilPageTwo(broken.id, action);

    const run = await runNow();

    expect(fault.hits).toBeGreaterThan(0);
    expect(fault.hits).toBeLessThanOrEqual(8);
    expect(run).toMatchObject({ status: "PARTIAL", counts: { added: 1, disabled: 0, failed: 0 } });
    expect(run.reason).toContain("“Broken” could not be read to the end");
    expect(await status()).toMatchObject({
      health: { state: "READ_INCOMPLETE", message: expect.stringContaining("Broken") as string },
    });
    await expectNobodyIsLost();
    await expectTheNextRunHeals();
  });

  it.each([
    ["F1: answers 500", STATUS(500)],
    ["F11: is not quite JSON", { kind: "MALFORMED" } as const],
    ["F16: breaks its connection", { kind: "RESET" } as const],
    ["F19: leads to another host", { kind: "NEXT_LINK", to: "OTHER_HOST" } as const],
    ["F20: is redirected to another host", { kind: "REDIRECT" } as const],
  ])("%s, in the only group: the run is FAILED and the next one heals", async (_, action) => {
    const team = newGroup("Team", 12);
    await enable(team);
    team.leave(0);
    const fault = spoilPageTwo(team.id, action);

    const failed = await runNow();
    world.microsoft.faults.clear();
    const healed = await runNow();

    expect(fault.hits).toBeGreaterThan(0);
    expect(failed).toMatchObject({
      status: "FAILED",
      counts: { disabled: 0 },
      reason: expect.stringContaining("Team") as string,
    });
    expect(healed).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 1 } });
  });
});

describe("a list that", () => {
  it.each([
    ["F3: answers 503 twice", STATUS(503), 2],
    ["F5: is throttled without being told how long", STATUS(429), 3],
    ["F5: is throttled and told to wait “soon”", STATUS(429, { retryAfter: "soon" }), 3],
    ["F5: is throttled and told to wait a negative time", STATUS(429, { retryAfter: -1 }), 3],
    ["F5: is throttled and told to wait until a minute ago", STATUS(429, { retryAfter: { inSeconds: -60 } }), 3],
    ["F16: breaks its connection twice", { kind: "RESET" } as const, 2],
    ["F17: takes its time", { kind: "DELAY", ms: 300 } as const, 1],
  ])("%s is read all the same, after waits of our own", async (_, action, times) => {
    const { broken } = await twoGroups();
    const fault = spoilPageTwo(broken.id, action, { times });

    const begun = Date.now();
    const run = await runNow();

    expect(fault.hits).toBe(times);
    expect(run).toMatchObject({ status: "SUCCEEDED", counts: { added: 1, disabled: 1 } });
    if (action.kind !== "DELAY") expect((await usageOf(run))?.waits).toBe(times);
    expect(Date.now() - begun).toBeLessThan(10_000);
  });

  it.each([
    ["F22: begins with an empty page", { kind: "EMPTY_PAGE" } as const],
    ["F23: has everybody twice", { kind: "DUPLICATE_ROWS" } as const],
  ])("%s is whole: nobody is lost, and nobody comes twice", async (_, action) => {
    const { broken } = await twoGroups();
    const fault = world.microsoft.faults.add({ ...members(broken.id, { page: 1 }), action });

    const run = await runNow();

    expect(fault.hits).toBeGreaterThan(0);
    expect(run).toMatchObject({ status: "SUCCEEDED", counts: { added: 1, disabled: 1, failed: 0 } });
    expect((await users("Broken Person")).length).toBe(12);
  });

  it("F6: says to come back tomorrow is given up at once, and its lease with it", async () => {
    await twoGroups();
    const fault = world.microsoft.faults.add({ times: 4, action: STATUS(429, { retryAfter: 86_400 }) });

    const run = await runNow();

    expect(fault.hits).toBeGreaterThan(0);
    expect(run).toMatchObject({ status: "FAILED", counts: { added: 0, disabled: 0 } });
    expect(run.reason).toMatch(/slow down/);
    await expectNobodyIsLost();
    world.passMinutes(24 * 60 + 1);
    await expectTheNextRunHeals({ disabled: 1, added: 1 });
  });

  it.each([
    ["F19: leads to another host", { kind: "NEXT_LINK", to: "OTHER_HOST" } as const],
    ["F19: leads to another port", { kind: "NEXT_LINK", to: "OTHER_PORT" } as const],
    ["F20: is redirected to another host", { kind: "REDIRECT" } as const],
  ])("%s is not followed, gets no token, and the log says so", async (_, action) => {
    const { broken } = await twoGroups();
    const fault = spoilPageTwo(broken.id, action);

    const run = await runNow();

    expect(fault.hits).toBe(1);
    expect(run).toMatchObject({ status: "PARTIAL", counts: { added: 1, disabled: 0 } });
    const hosts = new Set(world.microsoft.counters.requests.map((request) => request.host));
    expect([...hosts].sort()).toEqual(["graph.microsoft.com", "login.microsoftonline.com"]);
    expect(world.logged.filter((line) => line.includes("security.led_away_from_graph")).length).toBe(1);
    await expectNobodyIsLost();
    await expectTheNextRunHeals();
  });

  it("F21: ends early, as if that were all, is found out by the look at those who are missing", async () => {
    const { broken } = await twoGroups();
    const fault = switchOn(world.microsoft.faults, "ends-early", broken.id);

    const run = await runNow();

    expect(fault.hits).toBeGreaterThan(0);
    expect(run).toMatchObject({ status: "PARTIAL", counts: { added: 1, disabled: 0 } });
    expect(run.reason).toMatch(/“Broken Person \d+” is in a chosen group whose list lacked them/);
    await expectNobodyIsLost();
    await expectTheNextRunHeals();
  });
});

describe("a directory", () => {
  it("F4: that throttles everything and says to wait 0 seconds is left alone after a few tries", async () => {
    await twoGroups();
    const fault = switchOn(world.microsoft.faults, "throttled");

    const run = await runNow();

    expect(run).toMatchObject({ status: "FAILED", counts: { added: 0, disabled: 0 } });
    expect(fault.hits).toBeGreaterThan(1);
    expect(fault.hits).toBeLessThanOrEqual(20);
    await expectNobodyIsLost();
    world.passMinutes(2);
    await expectTheNextRunHeals({ disabled: 1, added: 1 });
  });

  it("F2: that is down says so and disables nobody", async () => {
    await twoGroups();
    const fault = switchOn(world.microsoft.faults, "down");

    const run = await runNow();

    expect(fault.hits).toBeGreaterThan(1);
    expect(fault.hits).toBeLessThanOrEqual(12);
    expect(run).toMatchObject({ status: "FAILED", counts: { disabled: 0 } });
    expect(run.reason).toMatch(/did not answer/);
    await expectNobodyIsLost();
    await expectTheNextRunHeals({ disabled: 1, added: 1 });
  });
});
