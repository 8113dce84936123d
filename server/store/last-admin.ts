import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Model, QueryFilter, Types } from "mongoose";
import type { Clock } from "../use-cases/ports.js";
import type { UserRow } from "./user-row.js";

/** After this a mark whose process died may be cleared by others. Safety does not depend on it, only waiting does. */
const MARK_LASTS_MS = 10_000;

/** Together about 5 seconds, far longer than any pair of requests needs. */
const MOST_TRIES = 100;

const CAN_ADMINISTER = { role: "ADMIN", status: "ACTIVE" } as const;

/**
 * Takes one active admin out (demotion or disable) so that somebody who is ACTIVE and not known to be blocked or
 * deleted stays (R7), without transactions and over any number of processes.
 *
 * Two requests that each look at the other's admin and then write would both pass. So each first marks its own admin
 * as leaving, then counts those who stay (marked ones do not), then writes only while its own mark is still there.
 * Of two at once at least one sees the other's mark. When only marked ones are left, the mark is taken back and the
 * question asked again a moment later. A mark left behind by a dead process is removed by whoever meets it after its
 * time; should that process wake up, its write finds its mark gone and does nothing.
 *
 * CHANGED: the user is no active admin (any more) or `onlyIf` does not hold; nothing was written.
 */
export async function takeOutAdmin(
  users: Model<UserRow>,
  admin: { readonly accountId: string; readonly _id: Types.ObjectId },
  change: { readonly onlyIf: QueryFilter<UserRow>; readonly set: Partial<UserRow> },
  now: Clock,
): Promise<"DONE" | "CHANGED" | "LAST_ADMIN"> {
  const { accountId, _id } = admin;
  const op = randomUUID();
  const target = { $and: [{ _id, accountId, ...CAN_ADMINISTER }, change.onlyIf] };

  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (tries > 0) await wait(randomInt(5, 100));

    if (!(await mark())) {
      if ((await users.countDocuments(target)) === 0) return "CHANGED";
      continue;
    }

    const others = await otherAdmins();
    if (others.some((other) => !other.leaving)) {
      const written = await users.updateOne(
        { $and: [target, { "leaving.op": op }] },
        { $set: { ...change.set, leaving: null } },
      );
      if (written.matchedCount === 1) return "DONE";
      continue;
    }

    await unmark(_id, op);
    if (others.length === 0) return "LAST_ADMIN";
    for (const { _id: other, leaving } of others) {
      if (leaving && leaving.until <= now()) await unmark(other, leaving.op);
    }
  }
  return "LAST_ADMIN";

  async function mark(): Promise<boolean> {
    const free = { $or: [{ leaving: null }, { "leaving.op": op }, { "leaving.until": { $lte: now() } }] };
    const leaving = { op, until: new Date(now().getTime() + MARK_LASTS_MS) };
    return (await users.updateOne({ $and: [target, free] }, { $set: { leaving } })).matchedCount === 1;
  }

  async function unmark(id: Types.ObjectId, markedBy: string): Promise<void> {
    await users.updateOne({ _id: id, accountId, "leaving.op": markedBy }, { $set: { leaving: null } });
  }

  async function otherAdmins(): Promise<Pick<UserRow, "_id" | "leaving">[]> {
    return users
      .find(
        { accountId, ...CAN_ADMINISTER, directoryState: { $nin: ["BLOCKED", "DELETED"] }, _id: { $ne: _id } },
        { leaving: 1 },
      )
      .lean<Pick<UserRow, "_id" | "leaving">[]>();
  }
}
