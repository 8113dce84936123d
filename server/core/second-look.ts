import type { DirectoryState, DisableReason, PersonKind, SyncSettings } from "./model.js";
import { MISSING_AFTER_MS } from "./known-groups.js";
import type { LinkedUser } from "./plan.js";

/**
 * What the directory says of one person asked for alone, with every group that holds them (through nested groups where
 * asked so). UNKNOWN: no definite answer about the person or about their groups, so nothing follows from it.
 */
export type Look =
  | {
      readonly found: "PRESENT";
      readonly accountEnabled: boolean | null;
      readonly kind: PersonKind | null;
      /** In lower case. */
      readonly groupIds: ReadonlySet<string>;
    }
  | { readonly found: "DELETED" | "GONE" | "UNKNOWN" };

export type LookVerdict =
  /** Disabled, for this reason. */
  | { readonly kind: "CONFIRMED"; readonly reason: DisableReason }
  /** Not found at all, for the first time or not long enough: asked again in a later run. */
  | { readonly kind: "GONE_AT_FIRST" }
  /** No definite answer: the person waits. */
  | { readonly kind: "UNKNOWN" }
  /** They may stay after all: unblocked, or a member now. */
  | { readonly kind: "STAYS" }
  /** They are in a chosen group whose list lacked them: the list was wrong, and nobody may be disabled by it. */
  | { readonly kind: "CONTRADICTED" };

/** A verdict older than this is asked for anew before anybody is disabled by it. */
export const VERDICT_GOOD_FOR_MS = 15 * 60 * 1000;

/** Of a held list this many are looked at when the hold is raised: enough to catch a list that was wrong. */
export const SAMPLE = 20;

/** Judges a planned disable by what the directory says of this person alone (R5). Pure. */
export function judge(
  planned: { readonly user: LinkedUser; readonly reason: DisableReason },
  look: Look,
  settings: Pick<SyncSettings, "groups" | "exclusions" | "includeGuests">,
  now: Date,
): LookVerdict {
  const { user, reason } = planned;
  if (look.found !== "PRESENT") return judgeAbsence(look.found, user, now);

  const inChosenGroup = settings.groups.some((group) => look.groupIds.has(group.id));
  if (reason === "LEFT_GROUPS" && inChosenGroup) return { kind: "CONTRADICTED" };
  if (look.accountEnabled === null || look.kind === null) return { kind: "UNKNOWN" };
  if (!look.accountEnabled) return { kind: "CONFIRMED", reason: "BLOCKED_IN_DIRECTORY" };
  // The rules of the sync are not for whom an admin manages
  if (user.managedBy === "ADMIN") return { kind: "STAYS" };
  if (reason === "LEFT_GROUPS") return { kind: "CONFIRMED", reason };
  if (look.kind === "GUEST" && !settings.includeGuests) return { kind: "CONFIRMED", reason: "GUESTS_LEFT_OUT" };

  const { people, groups } = settings.exclusions;
  const excluded =
    people.some((person) => person.id === user.directoryId) || groups.some((group) => look.groupIds.has(group.id));
  if (excluded) return { kind: "CONFIRMED", reason: "EXCLUDED" };
  // A list showed them in a group, and this look does not: the next run will tell which of the two is old
  return inChosenGroup ? { kind: "STAYS" } : { kind: "UNKNOWN" };
}

/** Judges somebody managed by an admin whom the daily refresh would disable: blocked or deleted, and surely so. */
export function judgeGone(user: LinkedUser, look: Look, now: Date): LookVerdict {
  if (look.found !== "PRESENT") return judgeAbsence(look.found, user, now);
  if (look.accountEnabled === null) return { kind: "UNKNOWN" };
  return look.accountEnabled ? { kind: "STAYS" } : { kind: "CONFIRMED", reason: "BLOCKED_IN_DIRECTORY" };
}

/** What a look that confirmed a disable for this reason says of the person's state; undefined where it says nothing new. */
export function stateBehind(reason: DisableReason): DirectoryState | undefined {
  if (reason === "DELETED_IN_DIRECTORY") return "DELETED";
  return reason === "BLOCKED_IN_DIRECTORY" ? "BLOCKED" : undefined;
}

function judgeAbsence(found: "DELETED" | "GONE" | "UNKNOWN", user: LinkedUser, now: Date): LookVerdict {
  if (found === "UNKNOWN") return { kind: "UNKNOWN" };
  const longGone = user.goneSince !== null && now.getTime() - user.goneSince.getTime() >= MISSING_AFTER_MS;
  if (found === "GONE" && !longGone) return { kind: "GONE_AT_FIRST" };
  return { kind: "CONFIRMED", reason: "DELETED_IN_DIRECTORY" };
}

/** So many of them, spread evenly over the list, so that a page that was lost in its middle is met as well. */
export function sampleOf<T>(items: readonly T[], size = SAMPLE): readonly T[] {
  if (items.length <= size) return items;
  return Array.from({ length: size }, (_, n) => items[Math.floor((n * items.length) / size)] as T);
}
