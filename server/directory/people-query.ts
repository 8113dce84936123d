import type { PeopleQuery } from "../use-cases/ports.js";
import { graphUrl } from "./graph-address.js";
import { PERSON_FIELDS } from "./person-rows.js";

const MOST_ROWS = 999;
/** Longest search we pass on; nobody types more, and addresses have an end. */
const LONGEST_WORDS = 256;

/** The address of the first page of people. Needs the advanced index: search, count, and filter with order. */
export function peopleUrl(query: PeopleQuery): string {
  const search = searchOf(query.search, ["displayName", "mail", "userPrincipalName"]);
  const filter = filterOf(query);
  return graphUrl(
    `/users?${parameters({
      $select: PERSON_FIELDS,
      $count: "true",
      $top: pageSize(query.pageSize),
      $search: search,
      $filter: filter,
      // Microsoft refuses to order what is searched.
      $orderby: search === null ? "displayName" : null,
    })}`,
  );
}

/** Joins what is there into a query string; values are encoded, names are Graph's own. */
export function parameters(values: Readonly<Record<string, string | null>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join("&");
}

export const pageSize = (wished: number): string => String(Math.min(MOST_ROWS, Math.max(1, Math.trunc(wished) || 1)));

/**
 * Words that hold nothing to search for, like a lone quote. They find nobody: leaving the search out instead would show
 * everybody, and import them.
 */
export function searchesForNothing(words: string): boolean {
  return words !== "" && searchOf(words, ["displayName"]) === null;
}

export function asksForNothing({ search, department }: Pick<PeopleQuery, "search" | "department">): boolean {
  return searchesForNothing(search) || (department !== "" && clean(department) === "");
}

/**
 * `ada` → `"displayName:ada" OR "mail:ada"`; null when there is nothing to search for. Quotes, backslashes and control
 * characters are dropped: they are the only way out of the quotes, and no name is found by them.
 */
export function searchOf(words: string, fields: readonly string[]): string | null {
  const safe = clean(words.replaceAll(/["\\]/g, " "));
  return safe === "" ? null : fields.map((field) => `"${field}:${safe}"`).join(" OR ");
}

function filterOf({ department, kind }: PeopleQuery): string | null {
  const begins = clean(department).replaceAll("'", "''");
  const parts = [
    ...(begins === "" ? [] : [`startsWith(department,'${begins}')`]),
    ...(kind === null ? [] : [`userType eq '${kind === "GUEST" ? "Guest" : "Member"}'`]),
  ];
  return parts.length === 0 ? null : parts.join(" and ");
}

function clean(words: string): string {
  // Cs: halves of a character, which no address can hold.
  const plain = words.replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, " ");
  return Array.from(plain).slice(0, LONGEST_WORDS).join("").trim();
}
