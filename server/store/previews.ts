import { Schema, type Connection, type Types } from "mongoose";
import type { AgreedPreview, Clock, PreviewStore } from "../use-cases/ports.js";
import type { IndexPlan } from "./indexes.js";
import { objectId, rowSchema } from "./schema.js";

interface PreviewRow extends Omit<AgreedPreview, "id"> {
  readonly _id: Types.ObjectId;
  readonly accountId: string;
  readonly expiresAt: Date;
}

/** 16 MB hold the object ids of about 300,000 people. */
const schema = new Schema<PreviewRow>(
  {
    accountId: { type: String, required: true },
    choice: { type: String, required: true },
    settingsVersion: { type: Number, required: true },
    leaverIds: [String],
    read: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
  },
  { ...rowSchema, collection: "previews" },
);

export const previewIndexes: readonly IndexPlan[] = [
  { collection: "previews", name: "past_its_time", key: { expiresAt: 1 }, expireAfterSeconds: 0 },
];

const DAY_MS = 24 * 3_600_000;

export function previewStore(connection: Connection, now: Clock): PreviewStore {
  const previews = connection.model<PreviewRow>("Preview", schema);
  return {
    async save(accountId, preview) {
      const row = await previews.create({ ...preview, accountId, expiresAt: new Date(now().getTime() + DAY_MS) });
      return { ...preview, id: row._id.toHexString() };
    },

    async byId(accountId, previewId) {
      const _id = objectId(previewId);
      const row = _id && (await previews.findOne({ _id, accountId, expiresAt: { $gt: now() } }).lean<PreviewRow>());
      if (!row) return null;
      const { choice, settingsVersion, leaverIds, read } = row;
      return { id: previewId, choice, settingsVersion, leaverIds, read };
    },
  };
}
