import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID, PEOPLE } from "../../demo/microsoft/registration.js";
import { say } from "../../server/core/sentences.js";
import { importMatchingPass } from "../../server/use-cases/import-matching.js";
import { beginRun, underLease } from "../../server/use-cases/run-lease.js";
import { runRequested } from "../../server/use-cases/run-sync.js";
import type { RequestedRun } from "../../server/use-cases/ports.js";
import { requestRun } from "../../server/use-cases/request-run.js";
import {
  AUDIT_EVENTS,
  IMPORT,
  IMPORT_MATCHING,
  RUNS,
  STATUS,
  STOP_IMPORT,
  UNDO,
  UNDO_PREVIEW,
  USERS,
} from "../operations.js";
import { endOf, runBy } from "../sync-steps.js";
import { startConnectedWorld, type Ask, type World } from "../world.js";
import { workerOf } from "../worker.js";

/* "Select all 1 240 matching": everybody whom a search finds, as one run. */

let world: World & { readonly adele: Ask };
let accountId: string;

beforeAll(async () => {
  world = await startConnectedWorld();
  accountId = (await world.store.accounts.byTenant(CONTOSO_TENANT_ID))?.id ?? "";
});
afterAll(async () => {
  expect(world.microsoft.counters.writes).toBe(0);
  await world.close();
});

const importing = (input: object) => runBy(world.adele, IMPORT_MATCHING, { input });
const hire = (displayName: string, more: object = {}) => world.microsoft.directory.hire({ displayName, ...more }).id;
const hireMany = (name: string, count: number) => Array.from({ length: count }, (_, i) => hire(`${name} ${i}`));
const here = async (search: string) => (await world.adele(USERS, { search, first: 500 })).data?.users;
const task = (search: string) =>
  ({ kind: "IMPORT_MATCHING", search, department: "", personKind: null, keepWhenLeaving: false }) as const;

describe("importing everybody who matches", () => {
  it("adds them, leaves who is here, and names who cannot be added", async () => {
    const [first = ""] = hireMany("Quill", 3);
    const blocked = hire("Quill Blocked");
    world.microsoft.directory.block({ personId: blocked });
    await world.adele(IMPORT, { input: { directoryIds: [first] } });

    const run = await importing({ search: "Quill" });

    expect(run).toMatchObject({
      trigger: "IMPORT",
      status: "PARTIAL",
      reason: expect.stringContaining("1 of 4 could not be added") as string,
      counts: { added: 2, skipped: 1, failed: 1 },
    });
    const failed = run.changes.filter((change) => change.outcome === "FAILED");
    expect(failed).toMatchObject([
      { displayName: "Quill Blocked", reason: "BY_HAND", message: "Sign-in is blocked in the directory." },
    ]);
    expect(await here("Quill")).toMatchObject({ totalCount: 3 });
  });

  it("takes more than a page of Microsoft's, and again adds nobody twice", async () => {
    const first = await importing({});
    const again = await importing({});

    const everybody = world.microsoft.directory.people({ tenantId: CONTOSO_TENANT_ID, limit: 100_000 });
    const enabled = everybody.filter((person) => person.accountEnabled).length;
    expect(everybody.length).toBeGreaterThan(999);
    expect(first.counts.added).toBeGreaterThan(999);
    expect(again.counts).toMatchObject({ added: 0, failed: first.counts.failed });
    expect(await world.store.users.all(accountId)).toHaveLength(enabled);
  });

  it("goes by the department and the kind as well", async () => {
    hire("Robin Member", { department: "Falconry" });
    hire("Robin Guest", { department: "Falconry", userType: "Guest" });

    const run = await importing({ filter: { department: "Falconry", kind: "GUEST" } });

    expect(run.changes.map((change) => change.displayName)).toEqual(["Robin Guest"]);
  });

  it("looks everybody up by their id, because the index that searches lags", async () => {
    const [gone = ""] = [hire("Sable Gone"), hire("Sable Stays")];
    const handed: RequestedRun[] = [];
    const worker = workerOf(world, { handed });
    const begun = await requestRun(worker, accountId, { trigger: "IMPORT", startedBy: "Adele", task: task("Sable") });
    const directories: typeof worker.directories = (tenantId) => {
      const directory = worker.directories(tenantId);
      return {
        ...directory,
        findPeople: async (...asked) => {
          const page = await directory.findPeople(...asked);
          world.microsoft.directory.remove({ personId: gone, permanently: false });
          return page;
        },
      };
    };

    for (const run of handed) await runRequested({ ...worker, directories }, run);

    const run = await endOf(world.adele, begun?.id ?? "");
    expect(run.changes).toMatchObject([
      { displayName: "Sable Gone", outcome: "FAILED", message: "Deleted in the directory." },
      { displayName: "Sable Stays", outcome: "DONE" },
    ]);
  });

  it("can be undone", async () => {
    hireMany("Tansy", 2);
    const run = await importing({ search: "Tansy" });

    const undo = await runBy(world.adele, UNDO, { runId: run.id });

    expect(undo.counts).toMatchObject({ disabled: 2 });
    expect((await here("Tansy"))?.nodes).toMatchObject([{ disabledBy: "ADMIN" }, { disabledBy: "ADMIN" }]);
  });

  it("waits as long as Microsoft asks, and tells what it asked and how long it waited", async () => {
    hireMany("Umber", 2);
    const slowDown = world.microsoft.faults.add({
      path: "/v1.0/users/*",
      times: 2,
      action: { kind: "STATUS", status: 429, retryAfter: "40" },
    });

    const run = await importing({ search: "Umber" });
    world.microsoft.faults.clear();

    expect([slowDown.hits, run]).toMatchObject([2, { status: "SUCCEEDED", counts: { added: 2 } }]);
    const [row] = (await world.adele(RUNS, { first: 1 })).data?.runs?.nodes as { usage: { waits: number } }[];
    expect(row?.usage.waits).toBeGreaterThan(0);
  });
});

describe("such an import that does not come to its end", () => {
  const chunk = 200;

  /** The pass of a run that has begun, with this many chunks written before `then` happens. */
  async function cutAfterOneChunk(search: string, then: () => unknown) {
    const worker = workerOf(world);
    const begun = await beginRun(worker, accountId, { trigger: "IMPORT", startedBy: null, task: task(search) });
    const account = await world.store.accounts.byId(accountId);
    if (!begun || !account) throw new Error("no run");
    let writes = 0;
    const users: typeof worker.users = {
      ...worker.users,
      create: async (...asked) => {
        const written = await worker.users.create(...asked);
        if (++writes === 1) await then();
        return written;
      },
    };
    return { worker: { ...worker, users }, begun, account };
  }

  it("is STOPPED at its next checkpoint when the server stops; what was added stays", async () => {
    hireMany("Vetch", chunk + 5);
    const stopping = new AbortController();
    const { worker, begun, account } = await cutAfterOneChunk("Vetch", () => stopping.abort());

    await underLease({ ...worker, stopping: stopping.signal }, begun, async (keeper) => ({
      ending: await importMatchingPass({ ...worker, stopping: stopping.signal }, account, task("Vetch"), begun, keeper),
      value: null,
    }));

    expect(await endOf(world.adele, begun.run.id)).toMatchObject({
      status: "STOPPED",
      reason: expect.stringContaining("import again for the rest") as string,
      counts: { added: chunk },
    });
    expect(await importing({ search: "Vetch" })).toMatchObject({ counts: { added: 5, skipped: chunk } });
  });

  it("is STOPPED at its next checkpoint when an admin says so; what was added stays, and can be undone", async () => {
    hireMany("Yarrow", chunk + 5);
    const stop = async () => (await world.adele(STOP_IMPORT, { runId: begun.run.id })).data?.stopImport;
    const answers: unknown[] = [];
    const { worker, begun, account } = await cutAfterOneChunk("Yarrow", async () =>
      answers.push(await stop(), await stop()),
    );

    await underLease(worker, begun, async (keeper) => ({
      ending: await importMatchingPass(worker, account, task("Yarrow"), begun, keeper),
      value: null,
    }));

    expect(answers).toMatchObject([
      { run: { status: "RUNNING", stopAskedBy: "Adele Vance" } },
      { run: { status: "RUNNING", stopAskedBy: "Adele Vance" } },
    ]);
    expect(await endOf(world.adele, begun.run.id)).toMatchObject({
      status: "STOPPED",
      reason: "Adele Vance stopped the import. Who was added stays; undo it, or import again for the rest.",
      counts: { added: chunk },
    });
    const trail = (await world.adele(AUDIT_EVENTS, { first: 5, kinds: ["IMPORT_STOPPED"] })).data?.auditEvents?.nodes;
    expect(trail).toMatchObject([{ complete: true, subjects: { nodes: [{ id: begun.run.id }] } }]);
    const undo = (await world.adele(UNDO_PREVIEW, { id: begun.run.id })).data?.run?.undoPreview;
    expect(undo).toMatchObject({ obstacle: null, disable: { count: chunk } });
    expect(await stop()).toMatchObject({ run: { status: "STOPPED" } });
  });

  it("is STOPPED before anybody is added, when an admin says so while people are still being found", async () => {
    hireMany("Zinnia", 3);
    const handed: RequestedRun[] = [];
    const worker = workerOf(world, { handed });
    const begun = await requestRun(worker, accountId, { trigger: "IMPORT", startedBy: "Adele", task: task("Zinnia") });

    await world.adele(STOP_IMPORT, { runId: begun?.id });
    for (const run of handed) await runRequested(worker, run);

    expect(await endOf(world.adele, begun?.id ?? "")).toMatchObject({
      status: "STOPPED",
      reason: "Adele Vance stopped the import before anybody was added.",
      counts: { added: 0 },
    });
    expect(await here("Zinnia")).toMatchObject({ totalCount: 0 });
  });

  it("that was killed is settled with what it really did by the next run", async () => {
    hireMany("Wren", chunk + 5);
    const killed = new Error("killed");
    const { worker, begun, account } = await cutAfterOneChunk("Wren", () => undefined);
    let asked = 0;
    const changes: typeof worker.changes = {
      ...worker.changes,
      record: async (...about) => {
        await worker.changes.record(...about);
        if (++asked === 2) throw killed;
      },
    };
    const keeper = {
      show: () => undefined,
      waits: () => undefined,
      held: () => Promise.resolve(true),
      stop: () => undefined,
    };

    const pass = importMatchingPass({ ...worker, changes }, account, task("Wren"), begun, keeper);
    await expect(pass).rejects.toBe(killed);
    await world.store.leases.release(begun.lease); // as if it had run out
    const again = await importing({ search: "Wren" });

    const ended = await endOf(world.adele, begun.run.id);
    expect(ended).toMatchObject({ status: "FAILED", counts: { added: chunk } });
    expect(ended.reason).toContain("import again for the rest");
    expect(again).toMatchObject({ status: "SUCCEEDED", counts: { added: 5, skipped: chunk } });
  });
});

describe("an import of everybody that cannot be", () => {
  const asking = async (input: object) => (await world.adele(IMPORT_MATCHING, { input })).data?.importMatchingUsers;

  it("because nobody matches says so", async () => {
    expect(await asking({ search: "Nobody by that name" })).toMatchObject({ code: "INVALID_INPUT" });
  });

  it("because too many match adds nobody", async () => {
    const worker = workerOf(world);
    const crowd = Array.from({ length: 20_001 }, (_, i) => ({ id: `p${i}`, displayName: `P ${i}` }));
    const directories = (tenantId: string) => ({
      ...worker.directories(tenantId),
      findPeople: () => Promise.resolve({ ok: true, value: { people: crowd, next: null, matching: null } } as never),
    });
    const begun = await beginRun(worker, accountId, { trigger: "IMPORT", startedBy: null, task: task("") });
    const account = await world.store.accounts.byId(accountId);
    if (!begun || !account) throw new Error("no run");

    const ending = await underLease(worker, begun, async (keeper) => {
      const end = await importMatchingPass({ ...worker, directories }, account, task(""), begun, keeper);
      return { ending: end, value: end };
    });

    expect(ending).toMatchObject({
      status: "FAILED",
      counts: { added: 0 },
      reasons: [say("TOO_MANY_PEOPLE", { limit: 20_000 })],
    });
  });

  it.each([{ search: " \u0000 " }, { filter: { department: "\t" } }])(
    "because its words hold nothing to look for is refused, and not taken for everybody: %j",
    async (input) => {
      const answer = await world.adele(IMPORT_MATCHING, { input });

      expect(answer.errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
    },
  );

  it("because a run is going on says so, and the page shows which", async () => {
    const begun = await beginRun(workerOf(world), accountId, { trigger: "REFRESH", startedBy: null });

    const refused = await asking({ search: "Alex" });
    const status = (await world.adele(STATUS)).data?.syncStatus;
    if (begun)
      await world.store.runs.finish(accountId, begun.run.id, {
        status: "FAILED",
        counts: begun.run.counts,
        reasons: [],
      });
    if (begun) await world.store.leases.release(begun.lease);

    expect(refused).toMatchObject({ code: "RUN_IN_PROGRESS" });
    expect(status?.currentRun).toMatchObject({ id: begun?.run.id, trigger: "REFRESH" });
    expect((await world.adele(STATUS)).data?.syncStatus?.currentRun).toBeNull();
  });

  it("nor be stopped, because the run is none, or another kind of run, says so", async () => {
    const stop = async (runId: string) => (await world.adele(STOP_IMPORT, { runId })).data?.stopImport;
    const [picked] = [hire("Ulex Picked")];
    const ticked = (await world.adele(IMPORT, { input: { directoryIds: [picked] } })).data?.importUsers?.run as {
      id: string;
    };

    expect(await stop("66f000000000000000000000")).toMatchObject({ code: "NOT_FOUND" });
    expect(await stop(ticked.id)).toMatchObject({
      code: "NOT_ALLOWED",
      message: "Only an import of everybody who matches can be stopped.",
    });
  });

  it("because there is no consent says so", async () => {
    world.microsoft.directory.grantConsent({ tenantId: FABRIKAM_TENANT_ID });
    const nestor = world.as(PEOPLE.nestor, FABRIKAM_TENANT_ID);
    await nestor("mutation { openAccount { __typename } }");
    world.microsoft.directory.withdrawConsent({ tenantId: FABRIKAM_TENANT_ID, how: "PERMISSION_REMOVED" });

    const answer = await nestor(IMPORT_MATCHING, { input: { search: "a" } });

    expect(answer.data?.importMatchingUsers).toMatchObject({ code: "CONSENT_MISSING" });
  });
});
