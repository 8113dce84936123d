import { formatDay, type FormatOptions } from "../../format.js";
import type { CandidateFilter, CandidatesQuery, PersonKind } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";

type Connection = Extract<CandidatesQuery["candidates"], { __typename: "CandidateConnection" }>;
export type CandidateRow = Connection["nodes"][number];

export interface PeopleFilters {
  search: string;
  department: string;
  kind: PersonKind | "ALL";
}

export const noFilters: PeopleFilters = { search: "", department: "", kind: "ALL" };

export function toCandidateFilter({ department, kind }: Omit<PeopleFilters, "search">): CandidateFilter {
  return {
    ...(department.trim() === "" ? {} : { department: department.trim() }),
    ...(kind === "ALL" ? {} : { kind }),
  };
}

export const isFiltered = ({ search, ...filter }: PeopleFilters): boolean =>
  search.trim() !== "" || Object.keys(toCandidateFilter(filter)).length > 0;

/** Why a person cannot be ticked, in words: "here", "here, disabled (by the sync, 3 May 2026)", or the obstacle. */
export function markOf(
  { user, obstacle }: Pick<CandidateRow, "user" | "obstacle">,
  format?: FormatOptions,
): string | null {
  const words = texts.addPeople;
  if (user?.status === "DISABLED") {
    const who = user.disabledBy ? texts.common.disabledBy[user.disabledBy] : "";
    return words.hereDisabled(who, user.disabledAt ? formatDay(user.disabledAt, format) : "");
  }
  if (user) return words.here;
  return obstacle ? words.obstacles[obstacle] : null;
}
