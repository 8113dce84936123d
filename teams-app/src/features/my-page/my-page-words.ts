import type { Origin } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";

/** How somebody came in, in words; `groups` are those that hold them, for people a group brought. */
export function originWords(origin: Origin, groups: string): string {
  const words = texts.myPage.origins;
  return origin === "SYNC" ? words.SYNC(groups) : words[origin];
}

/** "Ada Lovelace (ada@contoso.com)" */
export function adminWords({ displayName, email }: { displayName: string; email: string | null }): string {
  return email ? `${displayName} (${email})` : displayName;
}
