import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testStore, type TestStore } from "../../test/store.js";
import type { RunCounts } from "../core/model.js";

let store: TestStore;
let now = new Date("2026-05-04T10:00:00Z");
const counts: RunCounts = { added: 1, reenabled: 2, updated: 3, disabled: 4, skipped: 5, failed: 6, held: 7 };

beforeAll(async () => {
  store = await testStore(() => now);
});

afterAll(() => store.close());

describe("runs", () => {
  it("begin, make progress and end with counts and a reason", async () => {
    const run = await store.runs.start("a", { trigger: "ADMIN", startedBy: "ada" });
    expect(run).toMatchObject({ trigger: "ADMIN", status: "RUNNING", startedAt: now, startedBy: "ada", reason: null });

    await store.runs.progress("a", run.id, { stage: "READING", done: 40, total: null });
    expect((await store.runs.byId("a", run.id))?.progress).toEqual({ stage: "READING", done: 40, total: null });

    now = new Date(now.getTime() + 1000);
    const ended = await store.runs.finish("a", run.id, { status: "PARTIAL", counts, reason: "one group was not read" });
    expect(ended).toEqual({
      ...run,
      status: "PARTIAL",
      finishedAt: now,
      counts,
      progress: null,
      reason: "one group was not read",
    });
    expect(await store.runs.byId("a", run.id)).toEqual(ended);
  });

  it("that ended are left as they are", async () => {
    const run = await store.runs.start("b", { trigger: "SCHEDULE", startedBy: null });
    const ended = await store.runs.finish("b", run.id, { status: "SUCCEEDED", counts, reason: null });

    await store.runs.progress("b", run.id, { stage: "APPLYING", done: 1, total: 2 });
    const again = await store.runs.finish("b", run.id, { status: "FAILED", counts: run.counts, reason: "too late" });

    expect(again).toEqual(ended);
  });

  it("of other accounts, and ids that are none, are not found", async () => {
    const run = await store.runs.start("c", { trigger: "SCHEDULE", startedBy: null });

    expect(await store.runs.byId("elsewhere", run.id)).toBeNull();
    expect(await store.runs.byId("c", "nonsense")).toBeNull();
    await expect(
      store.runs.finish("elsewhere", run.id, { status: "FAILED", counts, reason: "not ours" }),
    ).rejects.toThrow("does not exist");
    expect((await store.runs.byId("c", run.id))?.status).toBe("RUNNING");
  });

  it("are listed newest first, by trigger, also those of the same moment", async () => {
    const triggers = ["SCHEDULE", "IMPORT", "SCHEDULE", "ADMIN"] as const;
    const ids: string[] = [];
    for (const trigger of triggers) ids.push((await store.runs.start("d", { trigger, startedBy: null })).id);

    const latest = await store.runs.latest("d", { triggers: ["SCHEDULE", "ADMIN"], first: 2 });

    expect(latest.map((run) => run.id)).toEqual([ids[3], ids[2]]);
    expect(await store.runs.latest("d", { triggers: [], first: 2 })).toEqual([]);
    expect(await store.runs.latest("d", { triggers: ["ADMIN"], first: 0 })).toEqual([]);
  });

  it("that were cut short are closed as FAILED, others are not (F53)", async () => {
    const start = (trigger: "SCHEDULE" | "IMPORT") => store.runs.start("e", { trigger, startedBy: null });
    const [cut, imported, ended] = [await start("SCHEDULE"), await start("IMPORT"), await start("SCHEDULE")];
    await store.runs.finish("e", ended.id, { status: "SUCCEEDED", counts, reason: null });
    const elsewhere = await store.runs.start("f", { trigger: "SCHEDULE", startedBy: null });

    await store.runs.closeCutShort("e", ["SCHEDULE", "ADMIN"], "the server stopped");

    const statusOf = async (account: string, id: string) => (await store.runs.byId(account, id))?.status;
    expect(await store.runs.byId("e", cut.id)).toMatchObject({ status: "FAILED", reason: "the server stopped" });
    expect(await statusOf("e", imported.id)).toBe("RUNNING");
    expect(await statusOf("e", ended.id)).toBe("SUCCEEDED");
    expect(await statusOf("f", elsewhere.id)).toBe("RUNNING");
  });
});
