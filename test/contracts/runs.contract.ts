import { expect, it } from "vitest";
import type { Run, RunCounts, RunStatus, RunTrigger } from "../../server/core/run.js";
import { NO_CHANGES, NO_USAGE } from "../../server/core/run-counts.js";
import { say, type SentenceCode } from "../../server/core/sentences.js";
import type { RunFilter } from "../../server/use-cases/ports.js";
import { account, contract, later, now, store, winners } from "./contract.js";

const counts: RunCounts = { added: 1, reenabled: 2, updated: 3, disabled: 4, skipped: 5, failed: 6, held: 7 };
const usage = { requests: 12, waits: 2, waitedMs: 3500, requestIds: ["r-1", "r-2"] };

const start = (trigger: RunTrigger = "SCHEDULE", accountId = account) =>
  store.runs.start(accountId, { trigger, startedBy: null });

async function ended(status: RunStatus, trigger: RunTrigger = "SCHEDULE", reasons: Run["reasons"] = []): Promise<Run> {
  const { id } = await start(trigger);
  return store.runs.finish(account, id, { status, counts, reasons });
}

async function throughAllPages(first: number, filter: RunFilter = {}): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | null = null; ;) {
    const page = await store.runs.page(account, { filter, first, after });
    expect(page.runs.length).toBeLessThanOrEqual(first);
    seen.push(...page.runs.map((run) => run.id));
    if (page.next === null) return seen;
    after = page.next;
  }
}

export const runsContract = contract("runs", () => {
  it("begin, make progress and end with counts, a reason and what they cost", async () => {
    const run = await store.runs.start(account, { trigger: "ADMIN", startedBy: "ada" });
    expect(run).toEqual({
      id: run.id,
      trigger: "ADMIN",
      status: "RUNNING",
      startedAt: now,
      finishedAt: null,
      startedBy: "ada",
      counts: NO_CHANGES,
      usage: NO_USAGE,
      task: null,
      undoneBy: null,
      stopAskedBy: null,
      progress: null,
      reasons: [],
      setback: null,
    });

    await store.runs.progress(account, run.id, { stage: "READING", done: 40, total: null });
    expect((await store.runs.byId(account, run.id))?.progress).toEqual({ stage: "READING", done: 40, total: null });

    const waiting = { stage: "READING", done: 40, total: null, pages: 3, waitingUntil: now } as const;
    await store.runs.progress(account, run.id, waiting);
    expect((await store.runs.byId(account, run.id))?.progress).toEqual(waiting);

    later(1);
    const end = {
      status: "PARTIAL",
      counts,
      reasons: [say("GROUPS_NOT_READ", { names: ["Sales"] }), say("PEOPLE_NOT_SAVED", { count: 2 })],
      usage,
    } as const;
    expect(await store.runs.finish(account, run.id, end)).toEqual({ ...run, ...end, finishedAt: now });
    expect(await store.runs.byId(account, run.id)).toEqual({ ...run, ...end, finishedAt: now });
  });

  it.each([
    { kind: "UNDO", runId: "r1" },
    { kind: "REFRESH_PERSON", directoryId: "ada" },
    { kind: "IMPORT_MATCHING", search: "a", department: "$where", personKind: "GUEST", keepWhenLeaving: true },
    { kind: "IMPORT_MATCHING", search: "", department: "", personKind: null, keepWhenLeaving: false },
  ] as const)("remember their task: $kind", async (task) => {
    const { id } = await store.runs.start(account, { trigger: "ADMIN", startedBy: "ada", task });

    expect((await store.runs.byId(account, id))?.task).toEqual(task);
  });

  it("are asked to stop by one admin, once, and only while they go on", async () => {
    const { id } = await start("IMPORT");

    const asked = await Promise.all(["ada", "ben"].map((by) => store.runs.askToStop(account, id, by)));

    expect(winners(asked)).toBe(1);
    expect((await store.runs.byId(account, id))?.stopAskedBy).toMatch(/^(ada|ben)$/);
    expect(await store.runs.askToStop("another", (await start()).id, "ada")).toBe(false);
    expect(await store.runs.askToStop(account, (await ended("SUCCEEDED")).id, "ada")).toBe(false);
  });

  it("that ended are left as they are", async () => {
    const run = await ended("SUCCEEDED");

    await store.runs.progress(account, run.id, { stage: "APPLYING", done: 1, total: 2 });
    const late = { status: "FAILED", counts: NO_CHANGES, reasons: [say("RUN_LEASE_LOST")] } as const;

    expect(await store.runs.finish(account, run.id, late)).toEqual(run);
    expect(await store.runs.byId(account, run.id)).toEqual(run);
  });

  it("of other accounts, and ids that are none, are not found", async () => {
    const run = await start();
    const late = { status: "FAILED", counts, reasons: [say("RUN_LEASE_LOST")] } as const;

    expect(await store.runs.byId("elsewhere", run.id)).toBeNull();
    expect(await store.runs.byId(account, "nonsense")).toBeNull();
    await expect(store.runs.finish("elsewhere", run.id, late)).rejects.toThrow("does not exist");
    expect((await store.runs.byId(account, run.id))?.status).toBe("RUNNING");
  });

  it("are listed newest first, by trigger, without those that were skipped", async () => {
    const triggers = ["SCHEDULE", "IMPORT", "SCHEDULE", "ADMIN"] as const;
    const ids: string[] = [];
    for (const trigger of triggers) ids.push((await start(trigger)).id);
    await ended("SKIPPED");

    const latest = await store.runs.latest(account, { triggers: ["SCHEDULE", "ADMIN"], first: 2 });

    expect(latest.map((run) => run.id)).toEqual([ids[3], ids[2]]);
    expect(await store.runs.latest(account, { triggers: [], first: 2 })).toEqual([]);
    expect(await store.runs.latest(account, { triggers: ["ADMIN"], first: 0 })).toEqual([]);
  });

  it("are paged newest first, each once, also those of the same moment", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 11; n++) {
      if (n % 4 === 0) later(1);
      ids.unshift((await start()).id);
    }

    for (const first of [1, 2, 3, 10, 11, 100]) expect(await throughAllPages(first)).toEqual(ids);
  });

  it("are paged without those that began meanwhile", async () => {
    const [old, new_] = [await start(), await start()];
    const one = await store.runs.page(account, { filter: {}, first: 1, after: null });
    await start();
    const two = await store.runs.page(account, { filter: {}, first: 9, after: one.next });

    expect([...one.runs, ...two.runs].map((run) => run.id)).toEqual([new_.id, old.id]);
  });

  it("are filtered by what became of them and by what began them", async () => {
    const held = await ended("HELD");
    const failed = await ended("FAILED", "ADMIN");
    const skipped = await ended("SKIPPED");
    await start("SCHEDULE", "elsewhere");

    expect(await throughAllPages(1, { statuses: ["HELD", "SKIPPED"] })).toEqual([skipped.id, held.id]);
    expect(await throughAllPages(1, { triggers: ["ADMIN"] })).toEqual([failed.id]);
    expect(await throughAllPages(1, { statuses: ["HELD"], triggers: ["ADMIN"] })).toEqual([]);
    expect(await throughAllPages(1, { statuses: [] })).toEqual([]);
  });

  it("are filtered by whether they changed anybody, page by page", async () => {
    const with_ = async (over: Partial<RunCounts>) => {
      const { id } = await start();
      return store.runs.finish(account, id, { status: "SUCCEEDED", counts: { ...NO_CHANGES, ...over }, reasons: [] });
    };
    const changing = [];
    for (const count of ["added", "reenabled", "updated", "disabled"] as const) {
      changing.unshift(await with_({ [count]: 1 }));
      await with_({ skipped: 3, failed: 2, held: 1 });
    }
    await start();

    expect(await throughAllPages(1, { changed: true })).toEqual(changing.map((run) => run.id));
    expect(await throughAllPages(2, { changed: true, statuses: ["HELD"] })).toEqual([]);
    expect((await throughAllPages(4, { changed: false })).length).toBe(9);
  });

  it("are known as running until they end", async () => {
    const [first, second] = [await start(), await start("IMPORT")];
    await ended("SUCCEEDED");
    await start("SCHEDULE", "elsewhere");

    expect(await store.runs.running(account)).toEqual([second, first]);
  });

  it("that may have been cut short tell their accounts, each once (F53)", async () => {
    await start();
    await start();
    await start("ADMIN", "ended-well");
    for (const run of await store.runs.running("ended-well"))
      await store.runs.finish("ended-well", run.id, { status: "FAILED", counts, reasons: [say("RUN_SHUTDOWN")] });
    const startedBefore = later(10);
    await start("SCHEDULE", "just-begun");

    const accounts = await store.runs.accountsCutShort({
      startedBefore,
      stoppedFor: "RUN_SHUTDOWN",
      stoppedSince: now,
    });

    expect(accounts.filter((id) => id === account)).toHaveLength(1);
    expect(accounts).not.toContain("just-begun");
    expect(accounts).not.toContain("ended-well");
  });

  it("that were stopped for a reason tell their accounts, by when they were stopped", async () => {
    const reason: SentenceCode = "RUN_SHUTDOWN";
    const stopped = async (accountId: string, because: SentenceCode = reason) => {
      const { id } = await start("SCHEDULE", accountId);
      later(30);
      await store.runs.finish(accountId, id, {
        status: "STOPPED",
        counts,
        reasons: [say("RUN_TRIES_AGAIN"), { ...say("RUN_SHUTDOWN"), code: because }],
      });
    };
    await stopped("long-ago");
    const stoppedSince = later(1);
    later(-10);
    await stopped("of-late");
    await stopped("switched-off", "RUN_DISABLED");

    const about = { startedBefore: new Date(0), stoppedFor: reason, stoppedSince };
    expect(await store.runs.accountsCutShort(about)).toEqual(["of-late"]);
  });

  it("are undone by one of two who ask at once, and again only in place of the undo that was seen", async () => {
    const { id } = await ended("SUCCEEDED");
    const undo = (by: string, before: string | null) => store.runs.noteUndone(account, id, by, before);

    const both = await Promise.all([undo("undo-1", null), undo("undo-2", null)]);
    const undoneBy = (await store.runs.byId(account, id))?.undoneBy ?? "";

    expect(winners(both)).toBe(1);
    expect(undoneBy).toBe(both[0] ? "undo-1" : "undo-2");
    expect([await undo("undo-3", null), await undo("undo-3", "undo-9")]).toEqual([false, false]);
    expect(await undo("undo-3", undoneBy)).toBe(true);
    expect((await store.runs.byId(account, id))?.undoneBy).toBe("undo-3");
    expect(await store.runs.noteUndone("elsewhere", id, "undo-4", "undo-3")).toBe(false);
  });
});
