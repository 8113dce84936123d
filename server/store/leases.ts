import { Schema, type Connection } from "mongoose";
import type { Clock, LeaseStore } from "../use-cases/ports.js";
import type { IndexPlan } from "./indexes.js";
import { isDuplicateKey } from "./mongo-errors.js";
import { rowSchema } from "./schema.js";

/** The row stays when the lease is given back: its token must go on rising for ever. */
interface LeaseRow {
  readonly accountId: string;
  readonly token: number;
  /** False once given back; true beyond `until` means that the holder died or stalled. */
  readonly held: boolean;
  readonly until: Date;
}

const schema = new Schema<LeaseRow>(
  {
    accountId: { type: String, required: true },
    token: { type: Number, required: true },
    held: { type: Boolean, required: true },
    until: { type: Date, required: true },
  },
  { ...rowSchema, collection: "leases" },
);

export const leaseIndexes: readonly IndexPlan[] = [
  { collection: "leases", name: "one_lease_per_account", key: { accountId: 1 }, unique: true },
];

export function leaseStore(connection: Connection, now: Clock): LeaseStore {
  const leases = connection.model<LeaseRow>("Lease", schema);
  const inMs = (ms: number) => new Date(now().getTime() + ms);

  /** True when this was the account's very first lease; false when a row, held by somebody, is there. */
  async function insertFirst(accountId: string, until: Date): Promise<boolean> {
    try {
      await leases.create({ accountId, token: 1, held: true, until });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  return {
    async acquire(accountId, forMs) {
      const until = inMs(forMs);
      const before = await leases
        .findOneAndUpdate(
          { accountId, $or: [{ held: false }, { until: { $lte: now() } }] },
          { $inc: { token: 1 }, $set: { held: true, until } },
          { returnDocument: "before" },
        )
        .lean<LeaseRow>();
      if (before) return { accountId, token: before.token + 1, takenOver: before.held };
      return (await insertFirst(accountId, until)) ? { accountId, token: 1, takenOver: false } : null;
    },

    async renew({ accountId, token }, forMs) {
      const result = await leases.updateOne({ accountId, token, held: true }, { $set: { until: inMs(forMs) } });
      return result.matchedCount === 1;
    },

    async handOver({ accountId, token }, forMs) {
      const result = await leases.updateOne(
        { accountId, token, held: true },
        { $inc: { token: 1 }, $set: { until: inMs(forMs) } },
      );
      return result.matchedCount === 1 ? { accountId, token: token + 1 } : null;
    },

    async release({ accountId, token }) {
      await leases.updateOne({ accountId, token }, { $set: { held: false } });
    },

    async isHeld(accountId) {
      return (await leases.countDocuments({ accountId, held: true, until: { $gt: now() } })) > 0;
    },
  };
}
