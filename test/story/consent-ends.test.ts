import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { switchOff, switchOn } from "../../demo/microsoft/faults/switches.js";
import { CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID, GROUPS } from "../../demo/microsoft/registration.js";
import { refreshUsers } from "../../server/use-cases/refresh-users.js";
import { say } from "../../server/core/sentences.js";
import { runScheduled } from "../../server/use-cases/run-sync.js";
import { CHECK_CONSENT, CONNECTION, ENABLE } from "../operations.js";
import * as steps from "../sync-steps.js";
import { workerOf } from "../worker.js";
import { eventually, startConnectedWorld, type Ask, type World } from "../world.js";

/* A consent that ends, in each of its ways: what is said, who has to act, how often it is tried, and how it heals. */

let world: World & { readonly adele: Ask };
let accountId: string;

beforeAll(async () => {
  world = await startConnectedWorld();
  accountId = (await world.store.accounts.byTenant(CONTOSO_TENANT_ID))?.id ?? "";
  await steps.runAfter(world.adele, () => world.adele(ENABLE, { input: { groupIds: [GROUPS.legal] } }));
});
afterAll(async () => {
  expect(world.microsoft.counters.writes).toBe(0);
  await world.close();
});
beforeEach(async () => {
  world.microsoft.faults.clear();
  world.microsoft.directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
  // Whatever the test before left behind is proven to be over, and the run that follows from it has ended
  await world.adele(CHECK_CONSENT);
  await eventually(status, (now) => now?.currentRun === null);
  world.microsoft.counters.clear();
});

type How = "PERMISSION_REMOVED" | "REMOVED" | "DISABLED";

const status = () => steps.statusOf(world.adele);
const trouble = async () => (await world.store.accounts.byId(accountId))?.trouble ?? null;
const withdraw = (how: How) => world.microsoft.directory.withdrawConsent({ tenantId: CONTOSO_TENANT_ID, how });
const giveBack = () => world.microsoft.directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
const latest = async () => (await world.store.runs.page(accountId, { filter: {}, first: 1, after: null })).runs[0];

const hoursTried = (hours: number) => steps.hoursTried(world, accountId, hours);

describe("a consent that ended", () => {
  it.each([
    ["PERMISSION_REMOVED", "CONSENT_LOST", /User\.Read\.All and GroupMember\.Read\.All are not approved/, /Review/],
    ["REMOVED", "CONSENT_LOST", /removed from your directory/, /Review permissions/],
    ["DISABLED", "CONSENT_LOST", /switched off in your directory/, /enterprise applications/],
  ] as const)("F8: by %s says which way, and what to do", async (how, state, message, nextStep) => {
    withdraw(how);

    const run = await steps.runNow(world.adele);

    expect(run).toMatchObject({ status: "FAILED", counts: { disabled: 0 } });
    expect(run.reason).toMatch(message);
    expect(run.reason).toContain("Nobody was disabled.");
    expect((await status())?.health).toMatchObject({ state, retryAt: (await trouble())?.nextTryAt.toISOString() });
    const { health } = (await status()) as { health: { message: string; nextStep: string } };
    expect([health.message, health.nextStep]).toEqual([
      expect.stringMatching(message) as string,
      expect.stringMatching(nextStep) as string,
    ]);
    expect((await world.adele(CONNECTION)).data?.tenantConnection).toMatchObject({ state: "LOST" });
  });

  it.each([
    ["secret-wrong", "CREDENTIALS_REFUSED", /operator of Rollcall/],
    ["secret-expired", "CREDENTIALS_REFUSED", /operator of Rollcall/],
    ["tenant-unknown", "TENANT_UNKNOWN", /operator of Rollcall/],
    ["blocked-by-policy", "ACCESS_BLOCKED", /whoever manages these policies/],
  ])("F9: is not what %s is: the consent stands, and the right one is asked to act", async (fault, state, next) => {
    switchOn(world.microsoft.faults, fault);
    world.passMinutes(61); // the token of before runs out

    const run = await steps.runNow(world.adele);

    expect(run).toMatchObject({ status: "FAILED", counts: { disabled: 0 } });
    expect((await status())?.health).toMatchObject({ state, nextStep: expect.stringMatching(next) as string });
    expect((await world.adele(CONNECTION)).data?.tenantConnection).toMatchObject({ state: "GRANTED" });
    switchOff(world.microsoft.faults, fault);
    expect(await steps.runNow(world.adele)).toMatchObject({ status: "SUCCEEDED" });
    expect(await status()).toMatchObject({ health: { state: "OK" } });
  });

  it.each(["sign-in-down", "throttled"])("is not what %s is, which passes by itself: nothing pauses", async (fault) => {
    switchOn(world.microsoft.faults, fault);
    world.passMinutes(61);

    const run = await steps.runNow(world.adele);

    expect(run).toMatchObject({ status: "FAILED", counts: { disabled: 0 } });
    expect(await trouble()).toBeNull();
    const state = fault === "throttled" ? "THROTTLED" : "FAILED";
    expect((await status())?.health).toMatchObject({ state, retryAt: expect.any(String) as string });
  });
});

describe("the schedule of an account whose consent ended", () => {
  it("F8: tries after 1, 2, 4 and then every 6 hours, and in between leaves no row and asks nothing", async () => {
    withdraw("REMOVED");
    await runScheduled(workerOf(world), accountId);

    const tried = await hoursTried(20);

    expect(tried).toEqual([1, 3, 7, 13, 19]);
    expect((await latest())?.status).toBe("FAILED");
    expect((await latest())?.reasons).toContainEqual(say("TROUBLE_APP_REMOVED"));
    expect(await trouble()).toMatchObject({ kind: "APP_REMOVED", failures: 6 });
  });

  it("F8: leaves the daily refresh out as well", async () => {
    withdraw("REMOVED");
    await runScheduled(workerOf(world), accountId);
    const before = (await latest())?.id;
    world.microsoft.counters.clear();

    await refreshUsers(workerOf(world), accountId);

    expect([(await latest())?.id, world.microsoft.counters.total]).toEqual([before, 0]);
  });

  it("F8: asks for one token and one refusal where it tries, however many groups there are", async () => {
    withdraw("REMOVED");
    await runScheduled(workerOf(world), accountId);
    world.passMinutes(60);
    world.microsoft.counters.clear();

    await runScheduled(workerOf(world), accountId);

    const asked = world.microsoft.counters.requests.map(({ method, path, status: answer }) => [method, path, answer]);
    expect(asked).toEqual([["POST", `/${CONTOSO_TENANT_ID}/oauth2/v2.0/token`, 401]]);
  });

  it("heals by itself in the try that finds the consent back, and goes on with that run", async () => {
    withdraw("DISABLED");
    await runScheduled(workerOf(world), accountId);
    giveBack();
    world.passMinutes(60);

    await runScheduled(workerOf(world), accountId);

    expect(await latest()).toMatchObject({ status: "SUCCEEDED", reasons: [] });
    expect([await trouble(), (await status())?.health]).toMatchObject([null, { state: "OK" }]);
    expect((await world.adele(CONNECTION)).data?.tenantConnection).toMatchObject({ state: "GRANTED" });
  });

  it("heals at once by Check again, which catches up with a run", async () => {
    withdraw("REMOVED");
    await runScheduled(workerOf(world), accountId);
    await runScheduled(workerOf(world), accountId);
    giveBack();

    const run = await steps.runAfter(world.adele, () => world.adele(CHECK_CONSENT));

    expect(run).toMatchObject({ trigger: "CATCH_UP", status: "SUCCEEDED" });
    expect([await trouble(), (await status())?.health]).toMatchObject([null, { state: "OK" }]);
  });

  it("is not put off by an admin who checks again in vain, who reads the new reason", async () => {
    withdraw("REMOVED");
    await runScheduled(workerOf(world), accountId);
    const before = await trouble();
    giveBack();
    withdraw("DISABLED");

    const checked = await world.adele(CHECK_CONSENT);

    expect(checked.data?.checkConsent).toMatchObject({ connection: { state: "LOST" } });
    expect(await trouble()).toEqual({
      ...before,
      kind: "APP_DISABLED",
      detail: "AADSTS7000112",
      since: expect.any(Date) as Date,
    });
  });

  it("F63: is nothing to another account, which runs on every hour", async () => {
    const { directory } = world.microsoft;
    directory.grantConsent({ tenantId: FABRIKAM_TENANT_ID });
    const consent = { state: "GRANTED", checkedAt: null, grantedAt: null } as const;
    const other = await world.store.accounts.create({ tenantId: FABRIKAM_TENANT_ID, name: "Fabrikam", consent });
    const chosen = await world.store.settings.get(accountId);
    const groups = chosen.groups.map((group) => ({ ...group, id: GROUPS.fabrikamEveryone }));
    await world.store.settings.save(other?.id ?? "", 0, { ...chosen, groups, settledAt: null });
    withdraw("REMOVED");
    await runScheduled(workerOf(world), accountId);

    await runScheduled(workerOf(world), accountId);
    await runScheduled(workerOf(world), other?.id ?? "");

    const [run] = (await world.store.runs.page(other?.id ?? "", { filter: {}, first: 1, after: null })).runs;
    expect(run).toMatchObject({ status: "SUCCEEDED" });
    expect((await world.store.accounts.byId(other?.id ?? ""))?.trouble).toBeNull();
  });
});
