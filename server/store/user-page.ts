import type { Model, QueryFilter, SortOrder, Types } from "mongoose";
import type { User } from "../core/model.js";
import type { UserFilter, UserListOrder, UserStore } from "../use-cases/ports.js";
import { objectId } from "./schema.js";
import { searchPatterns } from "./user-keys.js";
import { toUser, type UserRow } from "./user-row.js";

type Filter = QueryFilter<UserRow>;
type PageQuery = Parameters<UserStore["page"]>[1];
type SortKey = "nameKey" | "emailKey" | "signInKey" | "lastSignInAt" | "createdAt";
type KeyValue = string | Date | null;

const ORDERS: Readonly<Record<UserListOrder, { readonly key: SortKey; readonly direction: 1 | -1 }>> = {
  NAME_ASC: { key: "nameKey", direction: 1 },
  NAME_DESC: { key: "nameKey", direction: -1 },
  EMAIL_ASC: { key: "emailKey", direction: 1 },
  EMAIL_DESC: { key: "emailKey", direction: -1 },
  SIGN_IN_NAME_ASC: { key: "signInKey", direction: 1 },
  SIGN_IN_NAME_DESC: { key: "signInKey", direction: -1 },
  LAST_SIGN_IN_DESC: { key: "lastSignInAt", direction: -1 },
  CREATED_DESC: { key: "createdAt", direction: -1 },
};

const MOST_IN_A_PAGE = 1000;

/** The `after` of a page was not a cursor of this order. The API hands cursors out sealed, so nobody meets this by hand. */
export class InvalidCursor extends Error {
  override readonly name = "InvalidCursor";
  constructor() {
    super("The cursor does not belong to this list");
  }
}

/**
 * One page by keyset: it goes on behind the last row's key and id, so that rows that come and go in between make
 * nobody appear twice or not at all.
 */
export async function pageOfUsers(
  users: Model<UserRow>,
  accountId: string,
  query: PageQuery,
): Promise<{ users: readonly User[]; next: string | null; total: number }> {
  const { key, direction } = ORDERS[query.order];
  const matching = matchingUsers(accountId, query.search, query.filter);
  const after = query.after === null ? {} : behind(key, direction, readCursor(query.after, query.order));
  const first = Math.min(Math.max(1, Math.trunc(query.first)), MOST_IN_A_PAGE);
  const sort: [string, SortOrder][] = [
    [key, direction],
    ["_id", direction],
  ];

  const [rows, total] = await Promise.all([
    users
      .find({ $and: [matching, after] })
      .sort(sort)
      .limit(first + 1)
      .lean<UserRow[]>(),
    users.countDocuments(matching),
  ]);

  const shown = rows.slice(0, first);
  const last = shown.at(-1);
  const next = rows.length > first && last ? writeCursor(query.order, last[key], last._id) : null;
  return { users: shown.map((row) => toUser(row)), next, total };
}

function matchingUsers(accountId: string, search: string, filter: UserFilter): Filter {
  const patterns = searchPatterns(search);
  return {
    accountId,
    ...(filter.status && { status: filter.status }),
    ...(filter.origin && { origin: filter.origin }),
    ...(filter.managedBy && { managedBy: filter.managedBy }),
    ...(filter.role && { role: filter.role }),
    ...(filter.directoryStates && { directoryState: { $in: [...filter.directoryStates] } }),
    ...(filter.changedSince && { updatedAt: { $gte: filter.changedSince } }),
    ...(patterns.length > 0 && { $and: patterns.map((pattern) => ({ searchText: { $regex: pattern } })) }),
  };
}

/** Null sorts before every value, and `$gt` and `$lt` never match it, so it has branches of its own. */
function behind(key: SortKey, direction: 1 | -1, at: { value: KeyValue; id: Types.ObjectId }): Filter {
  const tie = { [key]: at.value, _id: direction === 1 ? { $gt: at.id } : { $lt: at.id } };
  if (direction === 1) return { $or: [{ [key]: at.value === null ? { $ne: null } : { $gt: at.value } }, tie] };
  return at.value === null ? tie : { $or: [{ [key]: { $lt: at.value } }, { [key]: null }, tie] };
}

function writeCursor(order: UserListOrder, value: KeyValue, id: Types.ObjectId): string {
  const plain = value instanceof Date ? value.getTime() : value;
  return Buffer.from(JSON.stringify([order, plain, id.toHexString()])).toString("base64url");
}

function readCursor(cursor: string, order: UserListOrder): { value: KeyValue; id: Types.ObjectId } {
  const parts = parseJson(Buffer.from(cursor, "base64url").toString());
  if (!Array.isArray(parts) || parts.length !== 3) throw new InvalidCursor();
  const [writtenFor, plain, hex] = parts as unknown[];
  const id = typeof hex === "string" ? objectId(hex) : null;
  const value = keyValue(ORDERS[order].key, plain);
  if (writtenFor !== order || id === null || value === undefined) throw new InvalidCursor();
  return { value, id };
}

function keyValue(key: SortKey, plain: unknown): KeyValue | undefined {
  if (plain === null) return null;
  if (key === "lastSignInAt" || key === "createdAt")
    return typeof plain === "number" && Number.isSafeInteger(plain) ? new Date(plain) : undefined;
  return typeof plain === "string" ? plain : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
