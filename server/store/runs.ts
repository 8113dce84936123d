import { Schema, type Connection, type Types } from "mongoose";
import type { Run, RunCounts, RunProgress, RunStatus, RunTrigger } from "../core/model.js";
import type { Clock, RunStore } from "../use-cases/ports.js";
import type { IndexPlan } from "./indexes.js";
import { objectId, rowSchema } from "./schema.js";

interface RunRow {
  readonly _id: Types.ObjectId;
  readonly accountId: string;
  readonly trigger: RunTrigger;
  readonly status: RunStatus;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly startedBy: string | null;
  readonly counts: RunCounts;
  readonly progress: RunProgress | null;
  readonly reason: string | null;
}

const NO_COUNTS: RunCounts = { added: 0, reenabled: 0, updated: 0, disabled: 0, skipped: 0, failed: 0, held: 0 };

const part = { ...rowSchema, _id: false } as const;
const count = { type: Number, default: 0 };

const schema = new Schema<RunRow>(
  {
    accountId: { type: String, required: true },
    trigger: { type: String, required: true },
    status: { type: String, required: true },
    startedAt: { type: Date, required: true },
    finishedAt: { type: Date, default: null },
    startedBy: { type: String, default: null },
    counts: {
      type: new Schema<RunCounts>(
        {
          added: count,
          reenabled: count,
          updated: count,
          disabled: count,
          skipped: count,
          failed: count,
          held: count,
        },
        part,
      ),
      required: true,
    },
    progress: {
      type: new Schema<RunProgress>({ stage: String, done: Number, total: { type: Number, default: null } }, part),
      default: null,
    },
    reason: { type: String, default: null },
  },
  { ...rowSchema, collection: "runs" },
);

export const runIndexes: readonly IndexPlan[] = [
  { collection: "runs", name: "latest", key: { accountId: 1, startedAt: -1, _id: -1 } },
  { collection: "runs", name: "running", key: { accountId: 1, status: 1 } },
];

export function runStore(connection: Connection, now: Clock): RunStore {
  const runs = connection.model<RunRow>("Run", schema);
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

  return {
    byId,

    async start(accountId, { trigger, startedBy }) {
      const row = await runs.create({
        accountId,
        trigger,
        status: "RUNNING",
        startedAt: now(),
        startedBy,
        counts: NO_COUNTS,
      });
      return toRun(row.toObject<RunRow>());
    },

    async progress(accountId, runId, progress) {
      await runs.updateOne(stillRunning(accountId, runId), { $set: { progress } });
    },

    async finish(accountId, runId, { status, counts, reason }) {
      const row = await runs
        .findOneAndUpdate(
          stillRunning(accountId, runId),
          { $set: { status, counts, reason, finishedAt: now(), progress: null } },
          { returnDocument: "after" },
        )
        .lean<RunRow>();
      const run = row ? toRun(row) : await byId(accountId, runId);
      if (!run) throw new Error("The run that should end does not exist (any more)");
      return run;
    },

    async latest(accountId, { triggers, first }) {
      const rows = await runs
        .find({ accountId, trigger: { $in: [...triggers] }, status: { $ne: "SKIPPED" } })
        .sort({ startedAt: -1, _id: -1 })
        .limit(Math.max(1, first))
        .lean<RunRow[]>();
      return first < 1 ? [] : rows.map(toRun);
    },

    async closeCutShort(accountId, triggers, reason) {
      await runs.updateMany(
        { accountId, status: "RUNNING", trigger: { $in: [...triggers] } },
        { $set: { status: "FAILED", reason, finishedAt: now(), progress: null } },
      );
    },
  };
}

function toRun(row: RunRow): Run {
  return {
    id: row._id.toHexString(),
    trigger: row.trigger,
    status: row.status,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt ?? null,
    startedBy: row.startedBy ?? null,
    counts: { ...NO_COUNTS, ...row.counts },
    progress: row.progress ? { ...row.progress, total: row.progress.total ?? null } : null,
    reason: row.reason ?? null,
  };
}
