import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  CONTOSO_TENANT_ID,
  FABRIKAM_TENANT_ID,
  GROUPS as GROUP_IDS,
  PEOPLE,
} from "../../demo/microsoft/registration.js";
import { say } from "../../server/core/sentences.js";
import { checkConsent } from "../../server/use-cases/check-consent.js";
import { refreshUsers } from "../../server/use-cases/refresh-users.js";
import { requestRun } from "../../server/use-cases/request-run.js";
import { runRequested, runScheduled } from "../../server/use-cases/run-sync.js";
import type { RequestedRun } from "../../server/use-cases/ports.js";
import { ENABLE, STATUS } from "../operations.js";
import { workerOf } from "../worker.js";
import { eventually, startConnectedWorld, type Ask, type World } from "../world.js";

/* What happens around a run: two workers, a stop, a lease nobody gave back. The store and the directory are the real ones. */

let world: World & { readonly adele: Ask };
let accountId: string;
let handed: RequestedRun[];

beforeEach(async () => {
  world = await startConnectedWorld();
  accountId = (await world.store.accounts.byTenant(CONTOSO_TENANT_ID))?.id ?? "";
  await world.adele(ENABLE, { input: { groupIds: [GROUP_IDS.legal] } });
  await eventually(status, (now) => now?.lastRun !== null && now?.currentRun === null);
  handed = [];
});
afterEach(() => world.close());

const status = async () => (await world.adele(STATUS)).data?.syncStatus;
const rows = (trigger: "ADMIN" | "REFRESH" | "SCHEDULE") =>
  world.store.runs.latest(accountId, { triggers: [trigger], first: 10 });

/** A worker of its own beside the server's; the runs it is asked for are kept. */
const worker = (stopping = new AbortController().signal) => workerOf(world, { stopping, handed });

describe("a requested run", () => {
  it("that the queue hands out twice is carried out once", async () => {
    await requestRun(worker(), accountId, { trigger: "ADMIN", startedBy: null });
    world.microsoft.counters.clear();

    await Promise.all([...handed, ...handed].map((run) => runRequested(worker(), run)));

    const reads = world.microsoft.counters.batchParts.filter((request) => request.path.includes("transitiveMembers"));
    expect(reads.length).toBe(1);
    expect(await rows("ADMIN")).toMatchObject([{ status: "SUCCEEDED", usage: { waits: 0, waitedMs: 0 } }]);
    const graph = world.microsoft.counters.requests.filter((request) => request.host === "graph.microsoft.com");
    expect((await rows("ADMIN"))[0]?.usage.requests).toBe(graph.length);
    expect(await world.store.leases.isHeld(accountId)).toBe(false);
  });

  it("that has to wait for Microsoft says so, until when, and goes on by itself", async () => {
    world.microsoft.faults.add({
      name: "slow-down",
      path: "/v1.0/$batch",
      times: 1,
      action: { kind: "STATUS", status: 429, retryAfter: "40" },
    });
    const seen: unknown[] = [];
    const whileWaiting = async (ms: number) => {
      const health = async () => (await status())?.health as { readonly state: string } | undefined;
      seen.push(await eventually(health, (now) => now?.state !== "RUNNING"));
      world.passMinutes(ms / 60_000);
    };
    const patient = workerOf(world, { handed, sleep: whileWaiting });

    await requestRun(patient, accountId, { trigger: "ADMIN", startedBy: null });
    await Promise.all(handed.map((run) => runRequested(patient, run)));

    const retryAt = expect.stringMatching(/^\d{4}-/) as string;
    const words = expect.stringContaining("waits a little and asks again") as string;
    expect(seen).toMatchObject([{ state: "RETRYING", message: words, retryAt }]);
    expect(await rows("ADMIN")).toMatchObject([
      { status: "SUCCEEDED", progress: null, usage: { waits: 1, requestIds: [expect.any(String)] } },
    ]);
    expect((await status())?.health).toMatchObject({ state: "OK" });
  });

  it("that was never carried out is closed by the next run, and the account goes on", async () => {
    await world.store.leases.acquire(accountId, -1);
    await world.store.runs.start(accountId, { trigger: "ADMIN", startedBy: null });

    await runScheduled(worker(), accountId);

    expect((await rows("ADMIN")).map((row) => row.status)).toEqual(["FAILED"]);
    expect((await rows("SCHEDULE")).map((row) => row.status)).toEqual(["SUCCEEDED"]);
  });

  it("of a process that is stopping ends STOPPED, in words, and gives its lease back", async () => {
    await requestRun(worker(), accountId, { trigger: "ADMIN", startedBy: null });
    const [run] = handed;

    if (run) await runRequested(worker(AbortSignal.abort()), run);

    expect(await rows("ADMIN")).toMatchObject([{ status: "STOPPED", reasons: [say("RUN_SHUTDOWN")] }]);
    expect(await world.store.leases.isHeld(accountId)).toBe(false);
  });
});

describe("a scheduled run", () => {
  it("leaves a SKIPPED row while another one is going on, which hides neither the last run nor the current one", async () => {
    const lease = await world.store.leases.acquire(accountId, 60_000);
    const before = await status();

    for (let i = 0; i < 12; i++) await runScheduled(worker(), accountId);

    expect((await status())?.lastRun).toEqual(before?.lastRun);
    if (lease) await world.store.leases.release(lease);
  });
});

describe("the daily refresh", () => {
  it("of a process that is stopping ends at once, and gives its lease back", async () => {
    await refreshUsers(worker(AbortSignal.abort()), accountId);

    expect(await world.store.leases.isHeld(accountId)).toBe(false);
  });

  it("calls somebody who cannot be found deleted only after a second look 50 minutes later", async () => {
    const { directory } = world.microsoft;
    await world.adele(`mutation { importUsers(input: { directoryIds: ["${PEOPLE.alex}"] }) { __typename } }`);
    directory.remove({ personId: PEOPLE.alex, permanently: true });
    const stateAfterRefresh = async (minutes: number) => {
      await refreshUsers({ ...worker(), now: () => new Date(Date.now() + minutes * 60_000) }, accountId);
      return (await world.store.users.byDirectoryIds(accountId, [PEOPLE.alex]))[0]?.directoryState;
    };

    expect([await stateAfterRefresh(0), await stateAfterRefresh(49), await stateAfterRefresh(51)]).toEqual([
      "ENABLED",
      "ENABLED",
      "DELETED",
    ]);
  });
});

describe("the account's name", () => {
  it("that an operator gave is kept when the consent is checked", async () => {
    world.microsoft.directory.grantConsent({ tenantId: FABRIKAM_TENANT_ID });
    const consent = { state: "UNKNOWN", checkedAt: null, grantedAt: null } as const;
    const fabrikam = await world.store.accounts.create({
      tenantId: FABRIKAM_TENANT_ID,
      name: "As on the contract",
      consent,
    });

    const checked = fabrikam && (await checkConsent(worker(), fabrikam));

    expect(checked).toMatchObject({ ok: true, value: { name: "As on the contract", consent: { state: "GRANTED" } } });
  });
});
