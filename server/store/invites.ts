import { randomBytes } from "node:crypto";
import { Schema, type Connection } from "mongoose";
import type { Clock, InviteStore } from "../use-cases/ports.js";
import type { IndexPlan } from "./indexes.js";
import { rowSchema } from "./schema.js";
import { hashed } from "./secret-hash.js";

interface InviteRow {
  readonly codeHash: string;
  readonly tenantId: string;
  /** Object id of the person who claimed it. */
  readonly claimedBy: string | null;
  readonly expiresAt: Date;
}

const schema = new Schema<InviteRow>(
  {
    codeHash: { type: String, required: true },
    tenantId: { type: String, required: true },
    claimedBy: { type: String, default: null },
    expiresAt: { type: Date, required: true },
  },
  { ...rowSchema, collection: "invites" },
);

export const inviteIndexes: readonly IndexPlan[] = [
  { collection: "invites", name: "one_invite_per_code", key: { codeHash: 1 }, unique: true },
  { collection: "invites", name: "past_its_time", key: { expiresAt: 1 }, expireAfterSeconds: 0 },
];

export function inviteStore(connection: Connection, now: Clock): InviteStore {
  const invites = connection.model<InviteRow>("Invite", schema);

  const goodFor = (code: string, holder: { readonly tenantId: string; readonly objectId: string }) => ({
    codeHash: hashed(code),
    tenantId: holder.tenantId,
    claimedBy: { $in: [null, holder.objectId] },
    expiresAt: { $gt: now() },
  });

  return {
    async create(tenantId, forMs) {
      const code = randomBytes(32).toString("base64url");
      const expiresAt = new Date(now().getTime() + forMs);
      await invites.create({ codeHash: hashed(code), tenantId, claimedBy: null, expiresAt });
      return { code, expiresAt };
    },

    isGoodFor: async (code, holder) => (await invites.countDocuments(goodFor(code, holder))) === 1,

    async claim(code, holder) {
      const claimed = await invites.updateOne(goodFor(code, holder), { $set: { claimedBy: holder.objectId } });
      return claimed.matchedCount === 1;
    },

    async remove(code) {
      await invites.deleteOne({ codeHash: hashed(code) });
    },
  };
}
