import { Schema, type Types } from "mongoose";
import type { Profile, User } from "../core/model.js";
import type { NewUser } from "../use-cases/ports.js";
import type { IndexPlan } from "./indexes.js";
import { AS_THEY_COME, type Sharing } from "../core/one-of-each.js";
import { hexOf, rowSchema } from "./schema.js";
import { profileKeys, type ProfileKeys } from "./user-keys.js";

/** An admin who is about to stop being one who can administer; see last-admin.ts. */
interface Leaving {
  readonly op: string;
  readonly until: Date;
}

export interface UserRow extends Omit<User, "id">, ProfileKeys {
  readonly _id: Types.ObjectId;
  readonly accountId: string;
  /** The highest lease token that may have written here; writes of an older holder are refused (R8). */
  readonly fence: number;
  /** The mark of the latest write of a run, because MongoDB only answers how many were changed and not which. */
  readonly writtenBy: string | null;
  /** The same of the request that last gave this user into other hands. */
  readonly movedBy?: string;
  readonly leaving: Leaving | null;
}

const text = { type: String, default: null };
const date = { type: Date, default: null };
const required = { type: String, required: true };

export const userSchema = new Schema<UserRow>(
  {
    accountId: required,
    directoryId: text,
    displayName: { type: String, default: "" },
    givenName: text,
    surname: text,
    email: text,
    userPrincipalName: text,
    jobTitle: text,
    department: text,
    nameKey: { type: String, default: "" },
    emailKey: text,
    signInKey: text,
    searchText: { type: String, default: "" },
    role: required,
    status: required,
    disabledBy: text,
    disabledReason: text,
    disabledAt: date,
    disableApproved: { type: Boolean, default: false },
    statusSince: { type: Date, required: true },
    origin: required,
    managedBy: required,
    keptBy: {
      type: new Schema<NonNullable<User["keptBy"]>>({ name: String, at: Date }, { ...rowSchema, _id: false }),
      default: null,
    },
    directoryState: required,
    goneSince: date,
    groupIds: [String],
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    lastSignInAt: date,
    fence: { type: Number, required: true },
    writtenBy: text,
    movedBy: String,
    leaving: {
      type: new Schema<Leaving>({ op: String, until: Date }, { ...rowSchema, _id: false }),
      default: null,
    },
  },
  { ...rowSchema, collection: "users" },
);

const index = (name: string, key: IndexPlan["key"]): IndexPlan => ({ collection: "users", name, key });

export const userIndexes: readonly IndexPlan[] = [
  {
    ...index("one_user_per_person", { accountId: 1, directoryId: 1 }),
    unique: true,
    // LOCAL users have no directory id, and there may be many of them.
    partial: { directoryId: { $type: "string" } },
  },
  // MongoDB takes a partial index only for queries that repeat its filter, so finding people needs one of its own.
  index("by_person", { accountId: 1, directoryId: 1, _id: 1 }),
  index("by_name", { accountId: 1, nameKey: 1, _id: 1 }),
  index("by_email", { accountId: 1, emailKey: 1, _id: 1 }),
  index("by_sign_in_name", { accountId: 1, signInKey: 1, _id: 1 }),
  index("by_last_sign_in", { accountId: 1, lastSignInAt: 1, _id: 1 }),
  index("by_creation", { accountId: 1, createdAt: 1, _id: 1 }),
  index("by_change", { accountId: 1, updatedAt: 1 }),
  index("by_role", { accountId: 1, role: 1, status: 1 }),
  index("by_disable", { accountId: 1, disabledBy: 1, disabledAt: 1 }),
];

export function profileFields(profile: Profile): Profile & ProfileKeys {
  const { displayName, givenName, surname, email, userPrincipalName, jobTitle, department } = profile;
  return {
    displayName,
    givenName,
    surname,
    email,
    userPrincipalName,
    jobTitle,
    department,
    ...profileKeys(profile),
  };
}

/** What an enable writes about the status, whoever enables. */
export const ACTIVE = {
  status: "ACTIVE",
  disabledBy: null,
  disabledReason: null,
  disabledAt: null,
  disableApproved: false,
} as const satisfies Partial<UserRow>;

/** In one order, so that the same groups read in another order are not a change. */
export function groupSet(groupIds: readonly string[]): string[] {
  return [...new Set(groupIds)].sort();
}

export function newRow(
  accountId: string,
  user: NewUser,
  { at, writtenBy = null }: { readonly at: Date; readonly writtenBy?: string | null },
): Omit<UserRow, "_id"> {
  return {
    accountId,
    directoryId: user.directoryId,
    ...profileFields(user),
    role: user.role,
    ...ACTIVE,
    statusSince: at,
    origin: user.origin,
    managedBy: user.managedBy,
    keptBy: null,
    directoryState: user.directoryState,
    goneSince: null,
    groupIds: groupSet(user.groupIds),
    createdAt: at,
    updatedAt: at,
    lastSignInAt: null,
    fence: 0,
    writtenBy,
    leaving: null,
  };
}

/** `same` may let users share what they have in common; see one-of-each.ts. */
export function toUser(row: UserRow, same: Sharing = AS_THEY_COME): User {
  return {
    id: hexOf(row._id),
    directoryId: row.directoryId,
    displayName: row.displayName,
    givenName: row.givenName,
    surname: row.surname,
    email: row.email,
    // Most have the two alike, and then one text will do
    userPrincipalName: row.userPrincipalName === row.email ? row.email : row.userPrincipalName,
    jobTitle: same.text(row.jobTitle),
    department: same.text(row.department),
    role: same.text(row.role),
    status: same.text(row.status),
    disabledBy: same.text(row.disabledBy),
    disabledReason: same.text(row.disabledReason),
    disabledAt: same.moment(row.disabledAt),
    disableApproved: row.disableApproved,
    statusSince: same.moment(row.statusSince),
    origin: same.text(row.origin),
    managedBy: same.text(row.managedBy),
    keptBy: row.keptBy && { name: row.keptBy.name, at: row.keptBy.at },
    directoryState: same.text(row.directoryState),
    goneSince: same.moment(row.goneSince),
    groupIds: same.texts(row.groupIds),
    createdAt: same.moment(row.createdAt),
    updatedAt: same.moment(row.updatedAt),
    lastSignInAt: same.moment(row.lastSignInAt),
  };
}
