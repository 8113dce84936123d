import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID } from "../../demo/microsoft/registration.js";
import { say } from "../../server/core/sentences.js";
import { catchUp } from "../../server/use-cases/catch-up.js";
import { beginRun, nothing } from "../../server/use-cases/run-lease.js";
import type { RequestedRun } from "../../server/use-cases/ports.js";
import { runScheduled } from "../../server/use-cases/run-sync.js";
import type { RunSyncDeps } from "../../server/use-cases/run-deps.js";
import { enable, runAfter } from "../sync-steps.js";
import { workerOf } from "../worker.js";
import { startConnectedWorld, type Ask, type World } from "../world.js";

/* What a worker makes good of what ended before its time. */

let world: World & { readonly adele: Ask };
let accountId: string;
let worker: RunSyncDeps;
let handed: RequestedRun[];

beforeEach(async () => {
  world = await startConnectedWorld();
  accountId = (await world.store.accounts.byTenant(CONTOSO_TENANT_ID))?.id ?? "";
  const { directory } = world.microsoft;
  const team = directory.createGroup({ displayName: "Team", tenantId: CONTOSO_TENANT_ID });
  directory.hire({ displayName: "Team Person", groupIds: [team.id] });
  await runAfter(world.adele, () => enable(world.adele, { groupIds: [team.id] }));
  handed = [];
  worker = workerOf(world, { handed });
});
afterEach(() => world.close());

const runs = () => world.store.runs.page(accountId, { filter: {}, first: 10, after: null });
const begin = () => beginRun(worker, accountId, { trigger: "SCHEDULE", startedBy: null });

describe("a run whose process died", () => {
  it("is closed and caught up once, however many workers look, when its lease has run out", async () => {
    await begin();
    await catchUp(worker);
    const whileHeld = handed.length;
    world.passMinutes(6);

    await Promise.all([catchUp(worker), catchUp(worker), catchUp(worker)]);

    const [newest, cut] = (await runs()).runs;
    expect([whileHeld, handed.length]).toEqual([0, 1]);
    expect([newest?.trigger, newest?.status]).toEqual(["CATCH_UP", "RUNNING"]);
    expect([cut?.status, cut?.reasons]).toEqual(["FAILED", [say("RUN_CUT_SHORT")]]);
  });

  it("is closed and not caught up where automatic import was switched off meanwhile", async () => {
    await begin();
    world.passMinutes(6);
    await world.adele("mutation { disableAutomaticImport { __typename } }");

    await catchUp(worker);

    expect([handed.length, (await runs()).runs[0]?.status]).toEqual([0, "FAILED"]);
    expect(await world.store.leases.isHeld(accountId)).toBe(false);
  });
});

describe("a run that was stopped by a shutdown", () => {
  it("is caught up once; one that a later run made good is not", async () => {
    const begun = await begin();
    if (begun) {
      await world.store.runs.finish(accountId, begun.run.id, nothing("STOPPED", say("RUN_SHUTDOWN")));
      await world.store.leases.release(begun.lease);
    }

    await catchUp(worker);
    await catchUp(worker);

    expect(handed).toHaveLength(1);
  });
});

it("after five hours of nobody at work, one run catches up, and says so", async () => {
  world.passMinutes(5 * 60);

  await runScheduled(worker, accountId);
  await runScheduled(worker, accountId);

  expect((await runs()).runs.slice(0, 2).map((run) => [run.trigger, run.status])).toEqual([
    ["SCHEDULE", "SUCCEEDED"],
    ["CATCH_UP", "SUCCEEDED"],
  ]);
});
