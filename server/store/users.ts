import { Types, type Connection } from "mongoose";
import type { User } from "../core/model.js";
import { emailKey } from "../core/person.js";
import type { Clock, RunMark, UserStore } from "../use-cases/ports.js";
import { allUsers } from "./all-users.js";
import { batches, objectId, objectIds } from "./schema.js";
import { linkUser, setRole, setStatusByAdmin } from "./user-admin.js";
import { createPeople } from "./user-bulk.js";
import { pageOfUsers } from "./user-page.js";
import { toUser, userSchema, type UserRow } from "./user-row.js";
import { disablePeople, reenablePeople, updatePeople } from "./user-sync.js";

export function userStore(connection: Connection, now: Clock): UserStore {
  const users = connection.model<UserRow>("User", userSchema);
  const byRun = (accountId: string, mark: RunMark) => ({ users, accountId, mark, now });

  /** Long lists of values go in several queries: 100,000 ids in one would near the size limit of a command. */
  async function findAmong<T>(values: readonly T[], filterFor: (some: T[]) => object): Promise<User[]> {
    const found: User[] = [];
    for (const some of batches([...new Set(values)])) {
      const rows = await users.find(filterFor([...some])).lean<UserRow[]>();
      for (const row of rows) found.push(toUser(row));
    }
    return found;
  }

  return {
    all: (accountId) => allUsers(users, accountId),
    page: (accountId, query) => pageOfUsers(users, accountId, query),

    byIds: (accountId, userIds) => {
      const wanted = [...new Set(userIds)].flatMap((id) => objectIds([id]));
      return findAmong(wanted, (some) => ({ accountId, _id: { $in: some } }));
    },

    byDirectoryIds: (accountId, directoryIds) =>
      findAmong(directoryIds, (some) => ({ accountId, directoryId: { $in: some } })),

    unlinkedByEmail: (accountId, emails) =>
      findAmong(emails.map(emailKey), (some) => ({ accountId, directoryId: null, emailKey: { $in: some } })),

    async sharedEmails(accountId, emails) {
      const shared = new Set<string>();
      for (const some of batches([...new Set(emails.map(emailKey))])) {
        const found = await users.aggregate<{ readonly _id: string }>([
          { $match: { accountId, emailKey: { $in: [...some] } } },
          { $group: { _id: "$emailKey", count: { $sum: 1 } } },
          { $match: { count: { $gt: 1 } } },
        ]);
        for (const { _id } of found) shared.add(_id);
      }
      return new Set(emails.filter((email) => shared.has(emailKey(email))));
    },

    async admins(accountId) {
      const rows = await users.find({ accountId, role: "ADMIN" }).sort({ nameKey: 1, _id: 1 }).lean<UserRow[]>();
      return rows.map((row) => toUser(row));
    },

    create: (accountId, people, mark) => createPeople(users, accountId, people, mark ?? { at: now() }),
    update: (accountId, patches, mark) => updatePeople(byRun(accountId, mark), patches),
    disableBySync: (accountId, people, mark) => disablePeople(byRun(accountId, mark), people),
    reenableBySync: (accountId, directoryIds, mark) => reenablePeople(byRun(accountId, mark), directoryIds),

    async marksOf(accountId, directoryIds) {
      const marks = new Map<string, string>();
      for (const some of batches(directoryIds)) {
        const rows = await users
          .find({ accountId, directoryId: { $in: [...some] } }, { directoryId: 1, writtenBy: 1 })
          .lean<Pick<UserRow, "directoryId" | "writtenBy">[]>();
        for (const { directoryId, writtenBy } of rows) if (directoryId && writtenBy) marks.set(directoryId, writtenBy);
      }
      return marks;
    },

    async setManagedBy(accountId, directoryIds, keptBy) {
      const managedBy = keptBy ? "ADMIN" : "GROUPS";
      const before = keptBy ? "GROUPS" : "ADMIN";
      // Of two admins who ask at once, each is told of those alone whom their own request moved
      const movedBy = new Types.ObjectId().toHexString();
      const changed: string[] = [];
      for (const some of batches([...new Set(directoryIds)])) {
        const people = { accountId, directoryId: { $in: [...some] } };
        const set = { managedBy, keptBy, movedBy, updatedAt: now() } as const;
        const { modifiedCount } = await users.updateMany({ ...people, managedBy: before }, { $set: set });
        if (modifiedCount === 0) continue;
        const rows = await users
          .find({ ...people, movedBy }, { directoryId: 1 })
          .lean<Pick<UserRow, "directoryId">[]>();
        changed.push(...rows.flatMap((row) => row.directoryId ?? []));
      }
      return changed;
    },

    setStatusByAdmin: (accountId, userId, change) => setStatusByAdmin(users, { accountId, userId }, change, now),
    setRole: (accountId, userId, role) => setRole(users, { accountId, userId }, role, now),
    link: (accountId, userId, link) => linkUser(users, { accountId, userId }, link, now),

    async recordSignIn(accountId, userId, at) {
      const _id = objectId(userId);
      const earlier = { $or: [{ lastSignInAt: null }, { lastSignInAt: { $lt: at } }] };
      if (_id) await users.updateOne({ $and: [{ _id, accountId }, earlier] }, { $set: { lastSignInAt: at } });
    },

    async raiseFence(accountId, fence) {
      await users.updateMany({ accountId, fence: { $lt: fence } }, { $set: { fence } });
    },
  };
}
