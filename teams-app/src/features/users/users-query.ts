import type {
  DirectoryState,
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
  directory: "ALL" | "GONE";
}

export const noFilters: UserFilters = { search: "", status: "ALL", origin: "ALL", directory: "ALL" };

const gone: DirectoryState[] = ["BLOCKED", "DELETED"];

/** The schema's filter; what is not chosen is left out. */
export function toUserFilter({ status, origin, directory }: UserFilters): UserFilter {
  return {
    ...(status === "ALL" ? {} : { status }),
    ...(origin === "ALL" ? {} : { origin }),
    ...(directory === "ALL" ? {} : { directoryStates: gone }),
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
