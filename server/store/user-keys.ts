import type { Profile } from "../core/model.js";
import { emailKey, shownEmailOf } from "../core/person.js";

/** What a row keeps beside a profile, so that sorting and searching need no work on every row. */
export interface ProfileKeys {
  readonly nameKey: string;
  readonly emailKey: string | null;
  /** Of what is shown as mail where the account shows sign-in names. */
  readonly signInKey: string | null;
  readonly searchText: string;
}

export function profileKeys(profile: Profile): ProfileKeys {
  const signInName = shownEmailOf(profile, "SIGN_IN_NAME");
  return {
    nameKey: fold(profile.displayName),
    emailKey: profile.email === null ? null : emailKey(profile.email),
    signInKey: signInName === null ? null : emailKey(signInName),
    searchText: fold([profile.displayName, profile.email, profile.userPrincipalName].filter(Boolean).join("\n")),
  };
}

/**
 * Text as people search and sort it: without case, width variants and accents. Only the Latin combining marks go:
 * in other scripts marks are vowels.
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFKC")
    .trim()
    .toLowerCase();
}

/** More words than this find nobody more; the bound keeps one query from becoming hundreds of patterns. */
const MOST_WORDS = 10;

/** The words somebody typed, as patterns that must all be found in `searchText`; empty for everybody. */
export function searchPatterns(search: string): readonly string[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  return words.slice(0, MOST_WORDS).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
}
