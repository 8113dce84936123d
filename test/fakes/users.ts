import type { User } from "../../server/core/model.js";
import { emailKey, PROFILE_FIELDS } from "../../server/core/person.js";
import { fold } from "../../server/store/user-keys.js";
import type { Clock, UserStore } from "../../server/use-cases/ports.js";
import type { AtOnce } from "./at-once.js";
import { createInMemory, disableInMemory, reenableInMemory, updateInMemory } from "./user-runs.js";
import { userPage } from "./user-page.js";
import { setRoleInMemory, setStatusInMemory } from "./user-admin.js";
import { userRows, type UserRow } from "./user-rows.js";

export function usersInMemory(now: Clock): AtOnce<UserStore> {
  const rows = userRows();
  const usersOf = (accountId: string, matches: (user: User) => boolean = () => true) =>
    rows.of(accountId).flatMap(({ user }) => (matches(user) ? user : []));

  return {
    all: (accountId) => usersOf(accountId),
    page: (accountId, query) => userPage(usersOf(accountId), query),
    byIds: (accountId, ids) => usersOf(accountId, (user) => ids.includes(user.id)),

    byDirectoryIds: (accountId, ids) =>
      usersOf(accountId, ({ directoryId }) => directoryId !== null && ids.includes(directoryId)),

    unlinkedByEmail(accountId, emails) {
      const keys = new Set(emails.map(emailKey));
      return usersOf(
        accountId,
        ({ directoryId, email }) => directoryId === null && email !== null && keys.has(emailKey(email)),
      );
    },

    sharedEmails(accountId, emails) {
      const keys = usersOf(accountId).map(({ email }) => (email === null ? null : emailKey(email)));
      return new Set(emails.filter((email) => keys.filter((key) => key === emailKey(email)).length > 1));
    },

    admins(accountId) {
      const byName = (a: User, b: User) => (fold(a.displayName) < fold(b.displayName) ? -1 : 1);
      return usersOf(accountId, (user) => user.role === "ADMIN").sort(byName);
    },

    create: (accountId, people, mark) => createInMemory(rows, accountId, people, mark ?? { at: now() }),
    update: (accountId, patches, mark) => updateInMemory(rows, accountId, patches, mark),
    disableBySync: (accountId, people, mark) => disableInMemory(rows, accountId, people, mark),
    reenableBySync: (accountId, directoryIds, mark) => reenableInMemory(rows, accountId, directoryIds, mark),

    marksOf(accountId, directoryIds) {
      const found = directoryIds.map((id) => [id, rows.person(accountId, id)?.writtenBy] as const);
      return new Map(found.flatMap(([id, writtenBy]) => (writtenBy ? [[id, writtenBy]] : [])));
    },

    setStatusByAdmin: (accountId, userId, change) => setStatusInMemory(rows, accountId, userId, change, now()),
    setRole: (accountId, userId, role) => setRoleInMemory(rows, accountId, userId, role, now()),

    link(accountId, userId, { from, to, known }) {
      const row = rows.byId(accountId, userId);
      if (row?.user.directoryId !== from) return null;
      if (to !== null && to !== from && rows.person(accountId, to)) return "TAKEN";
      const profile = known && Object.fromEntries(PROFILE_FIELDS.map((field) => [field, known.profile[field]]));
      const learned = known && { ...profile, directoryState: known.directoryState, goneSince: null };
      return rows.write(row, { directoryId: to, ...learned, updatedAt: now() });
    },

    setManagedBy(accountId, directoryIds, keptBy) {
      const managedBy = keptBy ? "ADMIN" : "GROUPS";
      const toChange = [...new Set(directoryIds)].flatMap((id): UserRow[] => {
        const row = rows.person(accountId, id);
        return row && row.user.managedBy !== managedBy ? [row] : [];
      });
      for (const row of toChange) rows.write(row, { managedBy, keptBy, updatedAt: now() });
      return toChange.flatMap(({ user }) => user.directoryId ?? []);
    },

    recordSignIn(accountId, userId, at) {
      const row = rows.byId(accountId, userId);
      const { lastSignInAt = null } = row?.user ?? {};
      if (row && (lastSignInAt === null || lastSignInAt < at)) rows.write(row, { lastSignInAt: at });
    },

    raiseFence(accountId, fence) {
      for (const row of rows.of(accountId)) if (row.fence < fence) rows.write(row, {}, { fence });
    },
  };
}
