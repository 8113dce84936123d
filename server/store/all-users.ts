import type { Model } from "mongoose";
import type { User } from "../core/model.js";
import { oneOfEach } from "../core/one-of-each.js";
import { rowsOf } from "./user-bulk.js";
import { toUser, type UserRow } from "./user-row.js";

/** What a row has and a user has not. */
const NOT_OF_USERS = {
  accountId: 0,
  nameKey: 0,
  emailKey: 0,
  signInKey: 0,
  searchText: 0,
  fence: 0,
  writtenBy: 0,
  movedBy: 0,
  leaving: 0,
} as const satisfies Record<Exclude<keyof UserRow, keyof User | "_id">, 0>;

/**
 * Rows per answer. The driver takes each answer apart whole and lets go of it only with the next: of a large one most
 * outlives the young, and 100,000 users then need twice the memory until they are cleared away.
 */
const BATCH = 200;

/** Every user of the account, in as little memory as they take: a run holds them all. */
export async function allUsers(users: Model<UserRow>, accountId: string): Promise<User[]> {
  const found: User[] = [];
  const same = oneOfEach();
  const rows = rowsOf(users).find({ accountId }, { projection: NOT_OF_USERS, batchSize: BATCH });
  for await (const row of rows) found.push(toUser(row, same));
  return found;
}
