import { Schema, type Connection, type Types } from "mongoose";
import type { Conflict } from "../core/conflicts.js";
import type { Clock, ConflictStore } from "../use-cases/ports.js";
import type { IndexPlan } from "./indexes.js";
import { batches, objectId, rowSchema } from "./schema.js";
import { fold } from "./user-keys.js";

interface ConflictRow extends Conflict {
  readonly _id: Types.ObjectId;
  readonly accountId: string;
  readonly nameKey: string;
}

const required = { type: String, required: true };

const schema = new Schema<ConflictRow>(
  {
    accountId: required,
    directoryId: required,
    displayName: { type: String, default: "" },
    nameKey: { type: String, default: "" },
    mail: required,
    localUserIds: [String],
    since: { type: Date, required: true },
    byHand: { type: Boolean, required: true },
  },
  { ...rowSchema, collection: "conflicts" },
);

export const conflictIndexes: readonly IndexPlan[] = [
  {
    collection: "conflicts",
    name: "one_conflict_per_person",
    key: { accountId: 1, directoryId: 1 },
    unique: true,
  },
  { collection: "conflicts", name: "by_name", key: { accountId: 1, nameKey: 1, _id: 1 } },
];

export function conflictStore(connection: Connection, now: Clock): ConflictStore {
  const conflicts = connection.model<ConflictRow>("Conflict", schema);
  /** The driver's own collection: these rows are ours, and are not cast one by one. */
  const rows = () => connection.collection<Omit<ConflictRow, "_id">>("conflicts");

  return {
    async page(accountId, { first, after }) {
      const [nameKey = "", id = ""] = after === null ? [] : (JSON.parse(after) as string[]);
      const behind = { $or: [{ nameKey: { $gt: nameKey } }, { nameKey, _id: { $gt: objectId(id) } }] };
      const found = await conflicts
        .find({ accountId, ...(after !== null && behind) })
        .sort({ nameKey: 1, _id: 1 })
        .limit(first + 1)
        .lean<ConflictRow[]>();
      const shown = found.slice(0, first);
      const last = found.length > first ? shown.at(-1) : undefined;
      return {
        conflicts: shown.map(toConflict),
        next: last ? JSON.stringify([last.nameKey, last._id.toHexString()]) : null,
        total: await conflicts.countDocuments({ accountId }),
      };
    },

    async all(accountId) {
      return (await conflicts.find({ accountId }).lean<ConflictRow[]>()).map(toConflict);
    },

    async byPerson(accountId, directoryId) {
      const row = await conflicts.findOne({ accountId, directoryId }).lean<ConflictRow>();
      return row && toConflict(row);
    },

    async keep(accountId, found, byHand) {
      const since = now();
      for (const some of batches(found))
        await rows().bulkWrite(
          some.map(({ directoryId, displayName, mail, localUserIds }) => ({
            updateOne: {
              filter: { accountId, directoryId },
              update: {
                $set: {
                  displayName,
                  nameKey: fold(displayName),
                  mail,
                  localUserIds: [...localUserIds],
                  ...(byHand && { byHand }),
                },
                $setOnInsert: { since, ...(!byHand && { byHand }) },
              },
              upsert: true,
            },
          })),
          { ordered: false },
        );
    },

    async end(accountId, directoryIds) {
      for (const some of batches(directoryIds))
        await conflicts.deleteMany({ accountId, directoryId: { $in: [...some] } });
    },

    async endOfUser(accountId, userId) {
      await conflicts.deleteMany({ accountId, localUserIds: userId });
    },
  };
}

function toConflict({ directoryId, displayName, mail, localUserIds, since, byHand }: ConflictRow): Conflict {
  return { directoryId, displayName, mail, localUserIds, since, byHand };
}
