import type { Role, User } from "../../server/core/model.js";
import type { UserStore } from "../../server/use-cases/ports.js";
import { ACTIVE, type UserRows } from "./user-rows.js";

type StatusChange = Parameters<UserStore["setStatusByAdmin"]>[2];

export function setStatusInMemory(
  rows: UserRows,
  accountId: string,
  userId: string,
  { status, keptBy, onlySince, mark }: StatusChange,
  now: Date,
): User | "LAST_ADMIN" | "OVERTAKEN" | null {
  const row = rows.byId(accountId, userId);
  if (!row) return null;
  const { user } = row;
  if (onlySince && user.statusSince.getTime() !== onlySince.getTime()) return "OVERTAKEN";

  const at = mark?.at ?? now;
  const asAsked = user.status === status && user.disabledBy === (status === "ACTIVE" ? null : "ADMIN");
  const keeps = keptBy != null && user.managedBy === "GROUPS";
  if (asAsked && !keeps) return user;
  if (status === "DISABLED" && rows.isLastAdmin(row)) return "LAST_ADMIN";

  const off = {
    status,
    disabledBy: "ADMIN",
    disabledReason: "BY_ADMIN",
    disabledAt: at,
    disableApproved: false,
  } as const;
  const fields: Partial<User> = {
    updatedAt: now,
    ...(keeps && { managedBy: "ADMIN", keptBy }),
    ...(!asAsked && { ...(status === "ACTIVE" ? ACTIVE : off), statusSince: at }),
  };
  return rows.write(row, fields, mark && { writtenBy: mark.writtenBy });
}

export function setRoleInMemory(
  rows: UserRows,
  accountId: string,
  userId: string,
  role: Role,
  now: Date,
): User | "LAST_ADMIN" | null {
  const row = rows.byId(accountId, userId);
  if (!row) return null;
  if (row.user.role === role) return row.user;
  if (role === "EMPLOYEE" && rows.isLastAdmin(row)) return "LAST_ADMIN";
  return rows.write(row, { role, updatedAt: now });
}
