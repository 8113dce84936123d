import { GraphQLError } from "graphql";

const LONGEST_SEARCH = 200;

/** A page size within its bounds; anything else is the caller's mistake and says so. */
export function pageSize(first: number, most: number): number {
  if (first < 1 || first > most) throw badInput(`first must be between 1 and ${most}.`);
  return first;
}

/** What somebody typed into a search box: no control characters, no spaces around it, a bounded length. */
export function searchText(text: string | null | undefined): string {
  const clean = (text ?? "").replace(/\p{Cc}+/gu, " ").trim();
  if (clean.length > LONGEST_SEARCH) throw badInput(`A search holds at most ${LONGEST_SEARCH} characters.`);
  return clean;
}

/** The same of a text that decides whom something is done to: one that was given must hold something to look for. */
export function narrowingText(text: string | null | undefined): string {
  const clean = searchText(text);
  if (text && clean === "") throw badInput("A search must hold something to look for.");
  return clean;
}

export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } });
}

/** The fields that were given, without those that are null or absent. */
export function given<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: NonNullable<T[K]> };
}
