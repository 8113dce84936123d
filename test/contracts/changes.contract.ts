import { expect, it } from "vitest";
import type { ChangeAction, PlannedChange } from "../../server/core/changes.js";
import { plannedChange } from "../store.js";
import { account, contract, later, now, store } from "./contract.js";

const RUN = "run-1";
const created = plannedChange("bob", { action: "CREATE", reason: "IN_CHOSEN_GROUP", before: null });

const record = (number: number, changes: readonly PlannedChange[], runId = RUN) =>
  store.changes.record(account, runId, { number, at: now }, changes);

const page = (actions: readonly ChangeAction[] | null = null, first = 100, after: string | null = null) =>
  store.changes.page(account, RUN, { actions, first, after });

/** Who, and what became of them. */
const told = async () => (await page()).changes.map(({ directoryId, outcome }) => `${directoryId} ${outcome}`);

export const changesContract = contract("the changes of a run", () => {
  it("are kept as they were planned, with their moment, and count as done", async () => {
    await record(0, [plannedChange("ada"), created]);

    const { changes, next } = await page();

    expect(next).toBeNull();
    expect(changes).toMatchObject([
      { ...plannedChange("ada"), runId: RUN, at: now, outcome: "DONE", because: null },
      { ...created, runId: RUN, at: now, outcome: "DONE", because: null },
    ]);
    expect(new Set(changes.map((change) => change.id)).size).toBe(2);
  });

  it("are of their account and their run", async () => {
    await record(0, [plannedChange("ada")], "run-2");
    await store.changes.record("elsewhere", RUN, { number: 0, at: now }, [plannedChange("ada")]);

    expect((await page()).changes).toEqual([]);
    expect(await store.changes.lastStep(account, RUN)).toBeNull();
    expect(await store.changes.countDone(account, RUN)).toEqual({ CREATE: 0, REENABLE: 0, UPDATE: 0, DISABLE: 0 });
  });

  it("that did not come about say so and why, in their own step", async () => {
    await record(0, [plannedChange("ada"), plannedChange("bob"), plannedChange("cyd")]);
    await record(1, [plannedChange("ada", { action: "UPDATE" })]);

    await store.changes.except(account, RUN, 0, [
      { directoryId: "ada", outcome: "OVERTAKEN", because: null },
      { directoryId: "bob", outcome: "FAILED", because: "no room" },
      { directoryId: "nobody", outcome: "FAILED", because: "is not there" },
    ]);
    await store.changes.except("elsewhere", RUN, 0, [{ directoryId: "cyd", outcome: "FAILED", because: "not ours" }]);

    expect(await told()).toEqual(["ada OVERTAKEN", "bob FAILED", "cyd DONE", "ada DONE"]);
    expect((await page()).changes.map((change) => change.because)).toEqual([null, "no room", null, null]);
    expect(await store.changes.countDone(account, RUN)).toEqual({ CREATE: 0, REENABLE: 0, UPDATE: 1, DISABLE: 1 });
  });

  it("keep what was said of them first: whoever looks for what was cut short knows less", async () => {
    await record(0, [plannedChange("ada"), plannedChange("bob")]);
    await store.changes.except(account, RUN, 0, [{ directoryId: "ada", outcome: "FAILED", because: "no room" }]);

    const unreached = ["ada", "bob"].map(
      (directoryId) => ({ directoryId, outcome: "NOT_REACHED", because: null }) as const,
    );
    await store.changes.except(account, RUN, 0, unreached);

    expect(await told()).toEqual(["ada FAILED", "bob NOT_REACHED"]);
  });

  it("tell who is in the last step", async () => {
    await record(-1, [plannedChange("cyd")]);
    expect(await store.changes.lastStep(account, RUN)).toEqual({ number: -1, directoryIds: ["cyd"] });

    await record(0, [plannedChange("ada")]);
    await record(2, [plannedChange("ada"), plannedChange("bob")]);
    const last = await store.changes.lastStep(account, RUN);

    expect(last?.number).toBe(2);
    expect([...(last?.directoryIds ?? [])].sort()).toEqual(["ada", "bob"]);
  });

  it("are paged in the order in which they were made, each once, by action", async () => {
    const ids = Array.from({ length: 11 }, (_, n) => `p${n}`);
    const actions = ["DISABLE", "UPDATE", "CREATE"] as const;
    for (const [n, id] of ids.entries()) {
      await record(n, [plannedChange(id, { action: actions[n % 3] ?? "DISABLE" })]);
      later(1);
    }

    const throughAllPages = async (first: number, only: readonly ChangeAction[] | null) => {
      const seen: string[] = [];
      for (let after: string | null = null; ;) {
        const { changes, next } = await page(only, first, after);
        seen.push(...changes.map((change) => change.directoryId));
        if (next === null) return seen;
        after = next;
      }
    };

    for (const first of [1, 3, 10, 11]) expect(await throughAllPages(first, null)).toEqual(ids);
    expect(await throughAllPages(2, ["DISABLE", "CREATE"])).toEqual(ids.filter((_, n) => n % 3 !== 1));
    expect(await throughAllPages(2, [])).toEqual([]);
  });

  it("are nothing where nothing was planned", async () => {
    await record(0, []);
    await store.changes.except(account, RUN, 0, []);

    expect(await told()).toEqual([]);
    expect(await store.changes.lastStep(account, RUN)).toBeNull();
  });
});
