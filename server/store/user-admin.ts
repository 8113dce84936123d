import type { Model, Types } from "mongoose";
import type { Role, User } from "../core/model.js";
import type { Clock, UserStore } from "../use-cases/ports.js";
import { takeOutAdmin } from "./last-admin.js";
import { objectId } from "./schema.js";
import { toUser, type UserRow } from "./user-row.js";

type StatusChange = Parameters<UserStore["setStatusByAdmin"]>[2];
type Answer = User | "LAST_ADMIN" | null;

/** A row that changes under our hands more often than this is not changed by people. */
const MOST_TRIES = 10;

export function setStatusByAdmin(
  users: Model<UserRow>,
  user: { readonly accountId: string; readonly userId: string },
  change: StatusChange,
  now: Clock,
): Promise<Answer> {
  return changeByAdmin(users, user, now, (row) => statusFields(row, change, now()));
}

export function setRole(
  users: Model<UserRow>,
  user: { readonly accountId: string; readonly userId: string },
  role: Role,
  now: Clock,
): Promise<Answer> {
  return changeByAdmin(users, user, now, (row) => (row.role === role ? null : { role }));
}

/** Null when the user is so already: then nothing is written, and `changedSince` shows nobody. */
function statusFields(
  row: UserRow,
  { status, managedBy, disabledBy }: StatusChange,
  at: Date,
): Partial<UserRow> | null {
  const asAsked = row.status === status && row.disabledBy === (status === "ACTIVE" ? null : disabledBy);
  const handedOver = managedBy !== undefined && managedBy !== row.managedBy;
  if (asAsked && !handedOver) return null;
  return {
    ...(handedOver && { managedBy }),
    ...(!asAsked &&
      (status === "ACTIVE"
        ? { status, disabledBy: null, disabledReason: null, disabledAt: null }
        : { status, disabledBy, disabledReason: "BY_ADMIN" as const, disabledAt: at })),
  };
}

/**
 * Decides on the row as read and writes only while its role and status are still those: what was decided for an
 * employee must not hit somebody who became an admin meanwhile, because only admins go through the last-admin check.
 */
async function changeByAdmin(
  users: Model<UserRow>,
  { accountId, userId }: { readonly accountId: string; readonly userId: string },
  now: Clock,
  decide: (row: UserRow) => Partial<UserRow> | null,
): Promise<Answer> {
  const _id = objectId(userId);
  if (!_id) return null;

  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const row = await users.findOne({ _id, accountId }).lean<UserRow>();
    if (!row) return null;
    const fields = decide(row);
    if (!fields) return toUser(row);

    const set = { ...fields, updatedAt: now() };
    const written = endsAdmin(row, fields)
      ? await takeOutAdmin(users, { accountId, _id }, { onlyIf: {}, set }, now)
      : await writeWhileSame(users, row, set);
    if (written === "LAST_ADMIN") return "LAST_ADMIN";
    if (written === "DONE") return afterwards(users, accountId, _id);
  }
  throw new Error("The user was changed by others again and again; nothing was written");
}

function endsAdmin(row: UserRow, fields: Partial<UserRow>): boolean {
  const isOne = row.role === "ADMIN" && row.status === "ACTIVE";
  return isOne && (fields.status === "DISABLED" || fields.role === "EMPLOYEE");
}

async function writeWhileSame(
  users: Model<UserRow>,
  { accountId, _id, role, status }: UserRow,
  set: Partial<UserRow>,
): Promise<"DONE" | "CHANGED"> {
  const result = await users.updateOne({ _id, accountId, role, status }, { $set: set });
  return result.matchedCount === 1 ? "DONE" : "CHANGED";
}

async function afterwards(users: Model<UserRow>, accountId: string, _id: Types.ObjectId): Promise<User | null> {
  const row = await users.findOne({ _id, accountId }).lean<UserRow>();
  return row && toUser(row);
}
