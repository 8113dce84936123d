import { Schema, type Types } from "mongoose";
import type { HeldPerson, Hold, HoldApproval } from "../core/hold.js";
import type { HoldHead } from "../use-cases/ports.js";
import type { IndexPlan } from "./indexes.js";
import { rowSchema } from "./schema.js";
import { fold } from "./user-keys.js";

export interface HoldRow extends Omit<Hold, "id" | "people"> {
  readonly _id: Types.ObjectId;
  readonly accountId: string;
  /** When the row leaves by itself; never while it is open. */
  readonly expiresAt?: Date;
  /** Until then nobody can approve it: somebody is rejecting it. */
  readonly rejectingUntil?: Date | null;
}

/** One row a person: the people of a large company do not fit one document. */
export interface HeldRow extends HeldPerson {
  readonly _id: Types.ObjectId;
  readonly accountId: string;
  readonly holdId: string;
  readonly nameKey: string;
  /** That of its hold. */
  readonly expiresAt?: Date;
}

const part = { ...rowSchema, _id: false } as const;
const required = { type: String, required: true };

export const holdSchema = new Schema<HoldRow>(
  {
    accountId: required,
    status: required,
    because: [String],
    limit: { type: Number, required: true },
    version: { type: Number, required: true },
    settingsVersion: { type: Number, required: true },
    approval: { type: new Schema<HoldApproval>({ version: Number, by: String, at: Date }, part), default: null },
    rejectingUntil: { type: Date, default: null },
    openedAt: { type: Date, required: true },
    decidedBy: { type: String, default: null },
    decidedAt: { type: Date, default: null },
    expiresAt: Date,
  },
  { ...rowSchema, collection: "holds" },
);

export const heldSchema = new Schema<HeldRow>(
  {
    accountId: required,
    holdId: required,
    directoryId: required,
    displayName: { type: String, default: "" },
    nameKey: { type: String, default: "" },
    action: required,
    reason: required,
    groupIds: [String],
    since: { type: Number, required: true },
    expiresAt: Date,
  },
  { ...rowSchema, collection: "heldPeople" },
);

export const holdIndexes: readonly IndexPlan[] = [
  {
    collection: "holds",
    name: "one_open_hold_per_account",
    key: { accountId: 1 },
    unique: true,
    partial: { status: { $eq: "OPEN" } },
  },
  { collection: "holds", name: "by_account", key: { accountId: 1, openedAt: -1 } },
  { collection: "holds", name: "past_its_time", key: { expiresAt: 1 }, expireAfterSeconds: 0 },
  {
    collection: "heldPeople",
    name: "one_row_per_held_change",
    key: { accountId: 1, holdId: 1, directoryId: 1, action: 1 },
    unique: true,
  },
  { collection: "heldPeople", name: "by_name", key: { accountId: 1, holdId: 1, nameKey: 1, _id: 1 } },
  { collection: "heldPeople", name: "past_its_time", key: { expiresAt: 1 }, expireAfterSeconds: 0 },
];

export function heldFields({ displayName, reason, groupIds, since }: HeldPerson) {
  return { displayName, nameKey: fold(displayName), reason, groupIds: [...groupIds], since };
}

export function toHead({
  _id,
  accountId: _,
  expiresAt: __,
  rejectingUntil: ___,
  ...row
}: HoldRow): Omit<HoldHead, "counts"> {
  const approval = row.approval && { version: row.approval.version, by: row.approval.by, at: row.approval.at };
  return { ...row, id: _id.toHexString(), approval };
}

export function toHeld({ directoryId, displayName, action, reason, groupIds, since }: HeldRow): HeldPerson {
  return { directoryId, displayName, action, reason, groupIds, since };
}
