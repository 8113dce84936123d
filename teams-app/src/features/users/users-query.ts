import type {
  DirectoryState,
  ManagedBy,
  Origin,
  UserFilter,
  UserOrder,
  UsersQuery,
  UserStatus,
} from "../../graphql/generated/graphql.js";

export type UserRow = UsersQuery["users"]["nodes"][number];

export interface UserFilters {
  search: string;
  status: UserStatus | "ALL";
  origin: Origin | "ALL";
  directory: "ALL" | "GONE" | "BLOCKED" | "DELETED";
  managedBy: ManagedBy | "ALL";
}

export const noFilters: UserFilters = { search: "", status: "ALL", origin: "ALL", directory: "ALL", managedBy: "ALL" };

const directoryStates: Record<Exclude<UserFilters["directory"], "ALL">, DirectoryState[]> = {
  GONE: ["BLOCKED", "DELETED"],
  BLOCKED: ["BLOCKED"],
  DELETED: ["DELETED"],
};

/** The schema's filter; what is not chosen is left out. */
export function toUserFilter({ status, origin, directory, managedBy }: UserFilters): UserFilter {
  return {
    ...(status === "ALL" ? {} : { status }),
    ...(origin === "ALL" ? {} : { origin }),
    ...(directory === "ALL" ? {} : { directoryStates: directoryStates[directory] }),
    ...(managedBy === "ALL" ? {} : { managedBy }),
  };
}

export const isFiltered = (filters: UserFilters): boolean =>
  filters.search.trim() !== "" || Object.keys(toUserFilter(filters)).length > 0;

type SortableColumn = "name" | "mail" | "lastSignIn";

const orders: Record<SortableColumn, readonly UserOrder[]> = {
  name: ["NAME_ASC", "NAME_DESC"],
  mail: ["EMAIL_ASC", "EMAIL_DESC"],
  // Only newest first: the server keeps no index for the other way.
  lastSignIn: ["LAST_SIGN_IN_DESC"],
};

/** The order after a click on a column's header: its first, then its other way. */
export function orderAfterClick(current: UserOrder, column: SortableColumn): UserOrder {
  const ways = orders[column];
  return ways[(ways.indexOf(current) + 1) % ways.length] ?? "NAME_ASC";
}

/** How a column is sorted now, or null. */
export function directionOf(current: UserOrder, column: SortableColumn): "ascending" | "descending" | null {
  if (!orders[column].includes(current)) return null;
  return current.endsWith("_DESC") ? "descending" : "ascending";
}

/** How a record can go to a person of the directory: one that is nobody's, or whose person was deleted there. */
export function linkKind({ directoryId, directoryState }: Pick<UserRow, "directoryId" | "directoryState">) {
  if (directoryId === null) return "local" as const;
  return directoryState === "DELETED" ? ("takeOver" as const) : null;
}
