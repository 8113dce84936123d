import type { User } from "../../server/core/model.js";

export interface UserRow {
  readonly accountId: string;
  readonly fence: number;
  readonly writtenBy: string | null;
  readonly user: User;
}

export type UserRows = ReturnType<typeof userRows>;

const NOT_DISABLED = { disabledBy: null, disabledReason: null, disabledAt: null, disableApproved: false } as const;

/** What an enable makes of the status, whoever enables. */
export const ACTIVE = { status: "ACTIVE", ...NOT_DISABLED } as const;

/** The rows of users, found by account, by id and by person. A row is never changed, only replaced. */
export function userRows() {
  const rows = new Map<string, UserRow>();
  const idOf = new Map<string, string>();
  const personKey = (accountId: string, directoryId: string) => `${accountId} ${directoryId}`;

  function byId(accountId: string, userId: string): UserRow | null {
    const row = rows.get(userId);
    return row?.accountId === accountId ? row : null;
  }

  return {
    byId,
    of: (accountId: string) => [...rows.values()].filter((row) => row.accountId === accountId),
    person: (accountId: string, directoryId: string) =>
      byId(accountId, idOf.get(personKey(accountId, directoryId)) ?? ""),

    add(row: UserRow): void {
      const { accountId, user } = row;
      rows.set(user.id, row);
      if (user.directoryId !== null) idOf.set(personKey(accountId, user.directoryId), user.id);
    },

    write(row: UserRow, fields: Partial<User>, meta: Partial<Pick<UserRow, "fence" | "writtenBy">> = {}): User {
      const user = { ...row.user, ...fields };
      rows.set(user.id, { ...row, ...meta, user });
      if (row.user.directoryId !== null) idOf.delete(personKey(row.accountId, row.user.directoryId));
      if (user.directoryId !== null) idOf.set(personKey(row.accountId, user.directoryId), user.id);
      return user;
    },

    /** Whether the account would be left without an admin who is active and not known to be blocked or deleted (R7). */
    isLastAdmin({ accountId, user: { id, role, status } }: UserRow): boolean {
      const others = [...rows.values()].filter(
        ({ accountId: of, user }) =>
          of === accountId &&
          user.id !== id &&
          user.role === "ADMIN" &&
          user.status === "ACTIVE" &&
          !["BLOCKED", "DELETED"].includes(user.directoryState),
      );
      return role === "ADMIN" && status === "ACTIVE" && others.length === 0;
    },
  };
}
