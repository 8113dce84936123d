import type { Connection, QueryFilter } from "mongoose";
import type { Run, RunCounts } from "../core/run.js";
import { NO_CHANGES, NO_USAGE } from "../core/run-counts.js";
import type { Clock, RunStore } from "../use-cases/ports.js";
import type { IndexPlan } from "./indexes.js";
import { afterCursor, cursorOf } from "./newest-first.js";
import { runSchema, toRun, type RunRow } from "./run-row.js";
import { objectId } from "./schema.js";

export const runIndexes: readonly IndexPlan[] = [
  { collection: "runs", name: "latest", key: { accountId: 1, startedAt: -1, _id: -1 } },
  { collection: "runs", name: "running", key: { accountId: 1, status: 1 } },
  { collection: "runs", name: "running_anywhere", key: { status: 1, startedAt: 1 } },
  { collection: "runs", name: "past_its_time", key: { expiresAt: 1 }, expireAfterSeconds: 0 },
];

const DAY_MS = 24 * 3_600_000;

/** The counts of people who are not any more as they were. */
const CHANGED = ["added", "reenabled", "updated", "disabled"] as const satisfies readonly (keyof RunCounts)[];

export function runStore(connection: Connection, now: Clock, historyDays: number): RunStore {
  const runs = connection.model<RunRow>("Run", runSchema);
  const stillRunning = (accountId: string, runId: string) => ({
    _id: objectId(runId),
    accountId,
    status: "RUNNING" as const,
  });

  async function byId(accountId: string, runId: string): Promise<Run | null> {
    const _id = objectId(runId);
    const row = _id && (await runs.findOne({ _id, accountId }).lean<RunRow>());
    return row && toRun(row);
  }

  async function newest(filter: QueryFilter<RunRow>, first: number): Promise<readonly RunRow[]> {
    if (first < 1) return [];
    return runs.find(filter).sort({ startedAt: -1, _id: -1 }).limit(first).lean<RunRow[]>();
  }

  return {
    byId,

    async start(accountId, { trigger, startedBy, task = null }) {
      const startedAt = now();
      const row = await runs.create({
        accountId,
        trigger,
        status: "RUNNING",
        startedAt,
        startedBy,
        task,
        counts: NO_CHANGES,
        usage: NO_USAGE,
        expiresAt: new Date(startedAt.getTime() + historyDays * DAY_MS),
      });
      return toRun(row.toObject<RunRow>());
    },

    async progress(accountId, runId, progress) {
      await runs.updateOne(stillRunning(accountId, runId), { $set: { progress } });
    },

    async finish(accountId, runId, { status, counts, reasons, setback = null, usage = NO_USAGE }) {
      const row = await runs
        .findOneAndUpdate(
          stillRunning(accountId, runId),
          { $set: { status, counts, reasons, setback, usage, finishedAt: now(), progress: null } },
          { returnDocument: "after" },
        )
        .lean<RunRow>();
      const run = row ? toRun(row) : await byId(accountId, runId);
      if (!run) throw new Error("The run that should end does not exist (any more)");
      return run;
    },

    async latest(accountId, { triggers, first }) {
      const rows = await newest({ accountId, trigger: { $in: [...triggers] }, status: { $ne: "SKIPPED" } }, first);
      return rows.map(toRun);
    },

    async page(accountId, { filter: { statuses, triggers, changed }, first, after }) {
      const rows = await newest(
        {
          accountId,
          ...(changed && { $and: [{ $or: CHANGED.map((count) => ({ [`counts.${count}`]: { $gt: 0 } })) }] }),
          ...(statuses && { status: { $in: [...statuses] } }),
          ...(triggers && { trigger: { $in: [...triggers] } }),
          ...(after !== null && afterCursor("startedAt", after)),
        },
        first + 1,
      );
      const shown = rows.slice(0, first);
      const last = rows.length > first ? shown.at(-1) : undefined;
      return { runs: shown.map(toRun), next: last ? cursorOf(last.startedAt, last._id) : null };
    },

    async running(accountId) {
      const rows = await newest({ accountId, status: "RUNNING" }, 100);
      return rows.map(toRun);
    },

    async accountsCutShort({ startedBefore, stoppedFor, stoppedSince }) {
      const [running, stopped] = await Promise.all([
        runs.distinct("accountId", { status: "RUNNING", startedAt: { $lt: startedBefore } }),
        runs.distinct("accountId", {
          status: "STOPPED",
          finishedAt: { $gte: stoppedSince },
          "reasons.code": stoppedFor,
        }),
      ]);
      return [...new Set([...running, ...stopped])];
    },

    async noteUndone(accountId, runId, undoneBy, before) {
      const notYet = { _id: objectId(runId), accountId, undoneBy: before };
      const noted = await runs.updateOne(notYet, { $set: { undoneBy } });
      return noted.matchedCount === 1;
    },

    async askToStop(accountId, runId, by) {
      const notYet = { ...stillRunning(accountId, runId), stopAskedBy: null };
      const asked = await runs.updateOne(notYet, { $set: { stopAskedBy: by } });
      return asked.matchedCount === 1;
    },
  };
}
