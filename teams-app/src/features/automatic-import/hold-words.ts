import type { HealthState, HoldQuery, SyncStatusQuery } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";

type Health = SyncStatusQuery["syncStatus"]["health"];
type Hold = NonNullable<HoldQuery["hold"]>;

/** While the directory cannot be read nobody can be looked at once more, and an approval could not be carried out. */
const unreadable: ReadonlySet<HealthState> = new Set([
  "CONSENT_LOST",
  "ACCESS_BLOCKED",
  "CREDENTIALS_REFUSED",
  "TENANT_UNKNOWN",
]);

/** Why the list cannot be approved just now, in words; null when it can. */
export function whyNoApproval({ state, sentences, nextSentences }: Omit<Health, "retryAt">) {
  return unreadable.has(state) ? texts.server.sentences([...sentences, ...nextSentences]) : null;
}

/** The groups of a list to choose among, with how many each has; "" is all of them. */
export function groupOptions({ groups, toDisable, toAdd }: Pick<Hold, "groups" | "toDisable" | "toAdd">) {
  const words = texts.automaticImport.hold;
  const named = groups.map(
    ({ group, ...counts }) => [group.id, words.ofGroup(group.displayName, counts.toDisable + counts.toAdd)] as const,
  );
  return [["", words.allGroups(toDisable + toAdd)] as const, ...named];
}
