import { Schema, type Types } from "mongoose";
import type { Run, RunCounts, RunProgress, RunUsage, Setback } from "../core/run.js";
import type { Sentence } from "../core/sentences.js";
import { NO_CHANGES, NO_USAGE } from "../core/run-counts.js";
import { rowSchema } from "./schema.js";

export interface RunRow extends Omit<Run, "id" | "reasons"> {
  readonly _id: Types.ObjectId;
  /** Absent in a row from before reasons were codes. */
  readonly reasons?: readonly Sentence[];
  readonly accountId: string;
  /** When the row leaves by itself, with its changes. */
  readonly expiresAt: Date;
}

const part = { ...rowSchema, _id: false } as const;
const count = { type: Number, default: 0 };
const nullable = { type: String, default: null };

export const runSchema = new Schema<RunRow>(
  {
    accountId: { type: String, required: true },
    trigger: { type: String, required: true },
    status: { type: String, required: true },
    startedAt: { type: Date, required: true },
    finishedAt: { type: Date, default: null },
    startedBy: nullable,
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
    usage: {
      type: new Schema<RunUsage>({ requests: count, waits: count, waitedMs: count, requestIds: [String] }, part),
      default: NO_USAGE,
    },
    // One of a few shapes, each of strings and booleans that were checked before they came here
    task: { type: Schema.Types.Mixed, default: null },
    undoneBy: nullable,
    stopAskedBy: nullable,
    progress: {
      type: new Schema<RunProgress>(
        { stage: String, done: Number, total: { type: Number, default: null }, pages: Number, waitingUntil: Date },
        part,
      ),
      default: null,
    },
    reasons: [
      new Schema<Sentence>(
        {
          code: { type: String, required: true },
          names: [String],
          count: { type: Number, default: null },
          limit: { type: Number, default: null },
        },
        part,
      ),
    ],
    setback: {
      type: new Schema<Setback>({ kind: String, retryAt: { type: Date, default: null } }, part),
      default: null,
    },
    expiresAt: { type: Date, required: true },
  },
  { ...rowSchema, collection: "runs" },
);

export function toRun(row: RunRow): Run {
  return {
    id: row._id.toHexString(),
    trigger: row.trigger,
    status: row.status,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    startedBy: row.startedBy,
    counts: { ...NO_CHANGES, ...row.counts },
    usage: { ...NO_USAGE, ...row.usage },
    task: row.task,
    undoneBy: row.undoneBy,
    stopAskedBy: row.stopAskedBy ?? null,
    progress: row.progress && { ...row.progress },
    reasons: (row.reasons ?? []).map(({ code, names, count, limit }) => ({ code, names, count, limit })),
    setback: row.setback ? { kind: row.setback.kind, retryAt: row.setback.retryAt ?? null } : null,
  };
}
