import { Schema, type Connection } from "mongoose";
import type { Told } from "../core/model.js";
import type { NoticeStore } from "../use-cases/ports.js";
import type { IndexPlan } from "./indexes.js";
import { isDuplicateKey } from "./mongo-errors.js";
import { rowSchema } from "./schema.js";

interface NoticeRow extends Told {
  readonly accountId: string;
}

const schema = new Schema<NoticeRow>(
  {
    accountId: { type: String, required: true },
    kind: { type: String, required: true },
    key: { type: String, default: "" },
    times: { type: Number, required: true },
    toldAt: { type: Date, required: true },
    undelivered: [String],
    tries: { type: Number, required: true },
    triedAt: { type: Date, required: true },
  },
  { ...rowSchema, collection: "notices" },
);

export const noticeIndexes: readonly IndexPlan[] = [
  { collection: "notices", name: "one_notice_per_state", key: { accountId: 1, kind: 1, key: 1 }, unique: true },
];

export function noticeStore(connection: Connection): NoticeStore {
  const notices = connection.model<NoticeRow>("Notice", schema);

  /** The row of this state, as long as nobody has begun another round or try. */
  const unchanged = (accountId: string, { kind, key, times, tries }: Told) => ({ accountId, kind, key, times, tries });

  async function insertFirst(accountId: string, first: Told): Promise<boolean> {
    try {
      await notices.create({ ...first, accountId });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  return {
    async told(accountId) {
      const rows = await notices.find({ accountId }).lean<NoticeRow[]>();
      return rows.map(toTold);
    },

    async claim(accountId, seen, next) {
      if (!seen) return insertFirst(accountId, next);
      const claimed = await notices.updateOne(unchanged(accountId, seen), { $set: next });
      return claimed.matchedCount === 1;
    },

    async delivered(accountId, { kind, key, times }, channel) {
      await notices.updateOne({ accountId, kind, key, times }, { $pull: { undelivered: channel } });
    },

    async forget(accountId, over) {
      for (const told of over) await notices.deleteOne(unchanged(accountId, told));
    },
  };
}

function toTold({ kind, key, times, toldAt, undelivered, tries, triedAt }: NoticeRow): Told {
  return { kind, key, times, toldAt, undelivered, tries, triedAt };
}
