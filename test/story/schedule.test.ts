import { afterEach, describe, expect, it } from "vitest";
import {
  CONTOSO_TENANT_ID,
  FABRIKAM_TENANT_ID,
  GROUPS as GROUP_IDS,
  PEOPLE,
} from "../../demo/microsoft/registration.js";
import { say } from "../../server/core/sentences.js";
import { DISABLE, ENABLE, IMPORT, OPEN_ACCOUNT, STATUS, USERS } from "../operations.js";
import { eventually, startConnectedWorld, type Ask, type World } from "../world.js";

let world: World & { readonly adele: Ask };

afterEach(() => world.close());

const lastRun = async () =>
  (await world.adele(STATUS)).data?.syncStatus?.lastRun as {
    id: string;
    trigger: string;
    startedBy: string | null;
  } | null;
const aScheduledRunAfter = (before: string | undefined) =>
  eventually(lastRun, (run) => run?.trigger === "SCHEDULE" && run.id !== before, 30_000);

describe("with an hour of two seconds", () => {
  it("runs start by themselves, go on after a restart, and end when it is disabled", async () => {
    world = await startConnectedWorld({ intervalSeconds: 2 });
    await world.adele(ENABLE, { input: { groupIds: [GROUP_IDS.legal] } });

    const first = await aScheduledRunAfter(undefined);
    await world.restart();
    const second = await aScheduledRunAfter((await lastRun())?.id);
    await world.adele(DISABLE);
    const ended = await eventually(
      () => world.adele(STATUS),
      (answer) => answer.data?.syncStatus?.currentRun === null,
    );
    const last = await lastRun();
    await new Promise((resolve) => setTimeout(resolve, 5000));

    expect([first?.startedBy, second?.startedBy]).toEqual([null, null]);
    expect(ended.data?.syncStatus).toMatchObject({ enabled: false, nextRunAt: null });
    expect((await lastRun())?.id).toBe(last?.id);
  });

  it("users without any group are refreshed once a day: renamed, and marked blocked or deleted, but not disabled", async () => {
    world = await startConnectedWorld({ intervalSeconds: 1 });
    const { directory } = world.microsoft;
    await world.adele(IMPORT, { input: { directoryIds: [PEOPLE.alex, PEOPLE.megan, PEOPLE.miriam] } });

    directory.rename({ personId: PEOPLE.alex, displayName: "Alex Refreshed" });
    directory.block({ personId: PEOPLE.megan });
    directory.remove({ personId: PEOPLE.miriam });
    const marked = await eventually(
      async () => (await world.adele(USERS, { filter: { directoryStates: ["BLOCKED", "DELETED"] } })).data?.users,
      (users) => users?.totalCount === 2,
      60_000,
    );

    expect(marked?.nodes).toMatchObject([
      { displayName: "Megan Bowen", directoryState: "BLOCKED", status: "ACTIVE" },
      { displayName: "Miriam Graham", directoryState: "DELETED", status: "ACTIVE" },
    ]);
    expect((await world.adele(USERS, { search: "Alex Refreshed" })).data?.users).toMatchObject({ totalCount: 1 });
  });
});

describe("two accounts, of which the directory of one never answers", () => {
  it("F63: the other one's runs start on time and end well, and nobody hammers the directory that hangs", async () => {
    world = await startConnectedWorld({ intervalSeconds: 2, microsoftWithinMs: 500 });
    const { microsoft, store } = world;
    microsoft.directory.grantConsent({ tenantId: FABRIKAM_TENANT_ID });
    const nestor = world.as(PEOPLE.nestor, FABRIKAM_TENANT_ID);
    await nestor(OPEN_ACCOUNT);
    const accountOf = async (tenantId: string) => (await store.accounts.byTenant(tenantId))?.id ?? "";
    // The clock leaps while the one waits for Microsoft, so that the hours of the other may look late
    const triggers = ["SCHEDULE", "CATCH_UP"] as const;
    const scheduled = async (tenantId: string) =>
      (await store.runs.latest(await accountOf(tenantId), { triggers, first: 10 })).filter((run) => run.finishedAt);
    await nestor(ENABLE, { input: { groupIds: [GROUP_IDS.fabrikamEveryone] } });
    await world.adele(ENABLE, { input: { groupIds: [GROUP_IDS.legal] } });
    const fault = microsoft.faults.add({ tenantId: CONTOSO_TENANT_ID, action: { kind: "HANG" } });

    const good = await eventually(
      () => scheduled(FABRIKAM_TENANT_ID),
      (runs) => runs.length >= 4,
      30_000,
    );
    const bad = await eventually(
      () => scheduled(CONTOSO_TENANT_ID),
      (runs) => runs.filter((run) => run.status === "FAILED").length >= 2,
      30_000,
    );

    expect(good.every((run) => run.status === "SUCCEEDED")).toBe(true);
    expect(bad.filter((run) => run.status === "FAILED").flatMap((run) => run.reasons)).toContainEqual(
      say("DIRECTORY_UNREACHABLE"),
    );
    expect(fault.hits).toBeLessThanOrEqual(8 * (bad.length + 2));
  });
});

describe("with the hour itself", () => {
  it("the next run is within the hour, and the same after a restart", async () => {
    world = await startConnectedWorld();
    await world.adele(ENABLE, { input: { groupIds: [GROUP_IDS.legal] } });
    const next = async () => (await world.adele(STATUS)).data?.syncStatus?.nextRunAt as string;

    const before = await next();
    await world.restart();

    const minutesAhead = (Date.parse(before) - Date.now()) / 60_000;
    expect(minutesAhead).toBeGreaterThan(0);
    expect(minutesAhead).toBeLessThanOrEqual(60);
    expect(await next()).toBe(before);
  });
});
