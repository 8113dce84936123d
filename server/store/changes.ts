import { Schema, type Connection, type Types } from "mongoose";
import type { Change, ChangeAction } from "../core/changes.js";
import type { ChangeStore, Clock } from "../use-cases/ports.js";
import type { IndexPlan } from "./indexes.js";
import { batches, objectId, rowSchema } from "./schema.js";

interface ChangeRow extends Omit<Change, "id"> {
  readonly _id: Types.ObjectId;
  readonly accountId: string;
  /** The write of the run that this row belongs to; steps are made one after the other. */
  readonly step: number;
  readonly expiresAt: Date;
}

const required = { type: String, required: true };
// Fields of a profile and of a status, all of them our own strings
const fields = { type: Schema.Types.Mixed, default: null };

const schema = new Schema<ChangeRow>(
  {
    accountId: required,
    runId: required,
    step: { type: Number, required: true },
    at: { type: Date, required: true },
    directoryId: required,
    displayName: { type: String, default: "" },
    action: required,
    reason: required,
    before: fields,
    after: fields,
    outcome: required,
    because: { type: String, default: null },
    expiresAt: { type: Date, required: true },
  },
  { ...rowSchema, collection: "changes" },
);

export const changeIndexes: readonly IndexPlan[] = [
  { collection: "changes", name: "by_run", key: { accountId: 1, runId: 1, _id: 1 } },
  { collection: "changes", name: "by_step", key: { accountId: 1, runId: 1, step: 1, directoryId: 1 } },
  { collection: "changes", name: "by_person", key: { accountId: 1, directoryId: 1, at: -1 } },
  { collection: "changes", name: "past_its_time", key: { expiresAt: 1 }, expireAfterSeconds: 0 },
];

const DAY_MS = 24 * 3_600_000;

export function changeStore(connection: Connection, now: Clock, historyDays: number): ChangeStore {
  const changes = connection.model<ChangeRow>("Change", schema);
  /** The driver's own collection: these rows are ours, and thousands of them are not cast one by one. */
  const rows = () => connection.collection<Omit<ChangeRow, "_id">>("changes");

  return {
    async record(accountId, runId, { number: step, at }, planned) {
      const expiresAt = new Date(now().getTime() + historyDays * DAY_MS);
      for (const some of batches(planned))
        await rows().insertMany(
          some.map((change) => ({
            outcome: "DONE" as const,
            because: null,
            ...change,
            accountId,
            runId,
            step,
            at,
            expiresAt,
          })),
        );
    },

    async except(accountId, runId, step, outcomes) {
      // What was said first stays: whoever settles a run that was cut short knows less than the run did
      const unsaid = { accountId, runId, step, outcome: "DONE" } as const;
      for (const some of batches(outcomes))
        await rows().bulkWrite(
          some.map(({ directoryId, outcome, because }) => ({
            updateOne: { filter: { ...unsaid, directoryId }, update: { $set: { outcome, because } } },
          })),
          { ordered: false },
        );
    },

    async lastStep(accountId, runId) {
      const last = await changes.findOne({ accountId, runId }).sort({ step: -1 }).lean<ChangeRow>();
      if (!last) return null;
      const asDone = { accountId, runId, step: last.step, outcome: "DONE" as const };
      const found = await changes.find(asDone, { directoryId: 1 }).lean<ChangeRow[]>();
      return { number: last.step, directoryIds: found.map((row) => row.directoryId) };
    },

    async countDone(accountId, runId) {
      const counted = await changes.aggregate<{ readonly _id: ChangeAction; readonly count: number }>([
        { $match: { accountId, runId, outcome: "DONE" } },
        { $group: { _id: "$action", count: { $sum: 1 } } },
      ]);
      const none = { CREATE: 0, REENABLE: 0, UPDATE: 0, DISABLE: 0 };
      return { ...none, ...Object.fromEntries(counted.map(({ _id, count }) => [_id, count])) };
    },

    async page(accountId, runId, { actions, first, after }) {
      const found = await changes
        .find({
          accountId,
          runId,
          ...(actions && { action: { $in: [...actions] } }),
          ...(after !== null && { _id: { $gt: objectId(after) } }),
        })
        .sort({ _id: 1 })
        .limit(first + 1)
        .lean<ChangeRow[]>();
      const shown = found.slice(0, first).map(toChange);
      return { changes: shown, next: found.length > first ? (shown.at(-1)?.id ?? null) : null };
    },

    async ofPerson(accountId, directoryId, first) {
      const rows = await changes
        .find({ accountId, directoryId })
        .sort({ at: -1, _id: -1 })
        .limit(first)
        .lean<ChangeRow[]>();
      return rows.map(toChange);
    },
  };
}

function toChange({ _id, runId, at, directoryId, displayName, action, reason, ...row }: ChangeRow): Change {
  const { before, after, outcome, because } = row;
  return {
    id: _id.toHexString(),
    runId,
    at,
    directoryId,
    displayName,
    action,
    reason,
    before,
    after,
    outcome,
    because,
  };
}
