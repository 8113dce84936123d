import type { Model, Types } from "mongoose";
import type { Role, User } from "../core/model.js";
import type { Clock, UserStore } from "../use-cases/ports.js";
import { takeOutAdmin } from "./last-admin.js";
import { isDuplicateKey } from "./mongo-errors.js";
import { objectId } from "./schema.js";
import { ACTIVE, profileFields, toUser, type UserRow } from "./user-row.js";

type StatusChange = Parameters<UserStore["setStatusByAdmin"]>[2];

/** A row that changes under our hands more often than this is not changed by people. */
const MOST_TRIES = 10;

interface OneUser {
  readonly accountId: string;
  readonly userId: string;
}

export function setStatusByAdmin(users: Model<UserRow>, user: OneUser, change: StatusChange, now: Clock) {
  const { onlySince } = change;
  return changeByAdmin(users, user, now, (row) => {
    if (onlySince && row.statusSince.getTime() !== onlySince.getTime()) return "OVERTAKEN" as const;
    return statusFields(row, change, now());
  });
}

export async function setRole(
  users: Model<UserRow>,
  user: OneUser,
  role: Role,
  now: Clock,
): Promise<User | "LAST_ADMIN" | null> {
  return changeByAdmin<never>(users, user, now, (row) => (row.role === role ? null : { role }));
}

export async function linkUser(
  users: Model<UserRow>,
  { accountId, userId }: OneUser,
  { from, to, known }: Parameters<UserStore["link"]>[2],
  now: Clock,
): Promise<User | "TAKEN" | null> {
  const _id = objectId(userId);
  if (!_id) return null;
  const set = {
    directoryId: to,
    ...(known && { ...profileFields(known.profile), directoryState: known.directoryState, goneSince: null }),
    updatedAt: now(),
  };
  try {
    const linked = await users.updateOne({ _id, accountId, directoryId: from }, { $set: set });
    return linked.matchedCount === 1 ? await afterwards(users, accountId, _id) : null;
  } catch (error) {
    if (isDuplicateKey(error)) return "TAKEN";
    throw error;
  }
}

/** Null when the user is so already: then nothing is written, and `changedSince` shows nobody. */
function statusFields(row: UserRow, { status, keptBy, mark }: StatusChange, now: Date): Partial<UserRow> | null {
  const at = mark?.at ?? now;
  const asAsked = row.status === status && row.disabledBy === (status === "ACTIVE" ? null : "ADMIN");
  const keeps = keptBy != null && row.managedBy === "GROUPS";
  if (asAsked && !keeps) return null;
  return {
    ...(keeps && { managedBy: "ADMIN", keptBy }),
    ...(mark && { writtenBy: mark.writtenBy }),
    ...(!asAsked && {
      statusSince: at,
      ...(status === "ACTIVE"
        ? ACTIVE
        : {
            status,
            disabledBy: "ADMIN" as const,
            disabledReason: "BY_ADMIN" as const,
            disabledAt: at,
            disableApproved: false,
          }),
    }),
  };
}

/**
 * Decides on the row as read and writes only while its role and status are still those: what was decided for an
 * employee must not hit somebody who became an admin meanwhile, because only admins go through the last-admin check.
 */
async function changeByAdmin<Refused extends string>(
  users: Model<UserRow>,
  { accountId, userId }: OneUser,
  now: Clock,
  decide: (row: UserRow) => Partial<UserRow> | Refused | null,
): Promise<User | "LAST_ADMIN" | Refused | null> {
  const _id = objectId(userId);
  if (!_id) return null;

  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const row = await users.findOne({ _id, accountId }).lean<UserRow>();
    if (!row) return null;
    const fields = decide(row);
    if (!fields) return toUser(row);
    if (typeof fields === "string") return fields;

    const set = { updatedAt: now(), ...fields };
    const { role, status, statusSince } = row;
    const written = endsAdmin(row, fields)
      ? await takeOutAdmin(users, { accountId, _id }, { onlyIf: { statusSince }, set }, now)
      : (await users.updateOne({ _id, accountId, role, status, statusSince }, { $set: set })).matchedCount === 1
        ? "DONE"
        : "CHANGED";
    if (written === "LAST_ADMIN") return "LAST_ADMIN";
    if (written === "DONE") return afterwards(users, accountId, _id);
  }
  throw new Error("The user was changed by others again and again; nothing was written");
}

function endsAdmin(row: UserRow, fields: Partial<UserRow>): boolean {
  const isOne = row.role === "ADMIN" && row.status === "ACTIVE";
  return isOne && (fields.status === "DISABLED" || fields.role === "EMPLOYEE");
}

async function afterwards(users: Model<UserRow>, accountId: string, _id: Types.ObjectId): Promise<User | null> {
  const row = await users.findOne({ _id, accountId }).lean<UserRow>();
  return row && toUser(row);
}
