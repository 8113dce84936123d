import type { HeldChange, Hold } from "./hold.js";
import type { DisableReason, Person, SyncSettings } from "./model.js";
import { standingUnder, type Standing } from "./person.js";
import {
  isLeftOut,
  sameSet,
  standsStill,
  staysOut,
  type LinkedUser,
  type PlannedUpdate,
  type SkipReason,
} from "./plan.js";
import { planRefresh } from "./refresh.js";
import { judge, type Look } from "./second-look.js";

/** What the directory says of one person: who they are, and every group that holds them. */
export type Seen =
  | { readonly found: "PRESENT"; readonly person: Person; readonly groupIds: ReadonlySet<string> }
  | { readonly found: "DELETED" | "GONE" | "UNKNOWN" };

/** Everything that decides about one person, asked for alone: no list of a group is read. */
export interface OnePerson {
  readonly directoryId: string;
  readonly seen: Seen;
  /** The user they are. */
  readonly user: LinkedUser | null;
  readonly settings: SyncSettings;
  /** Chosen and excluded groups whose people nobody can see just now. While there is one, nobody is a leaver. */
  readonly unsure: ReadonlySet<string>;
  /** Chosen and excluded groups that are surely missing. */
  readonly missing: ReadonlySet<string>;
  /** In one of the missing chosen groups, when it was last read: such a group keeps its people. */
  readonly pinned: boolean;
  /** In an excluded group that is missing or unsure, when it was last read. */
  readonly excludedBefore: boolean;
  /** Mail addresses, in the form of emailKey, of users nobody linked. */
  readonly localMails: ReadonlySet<string>;
  readonly hold: Hold | null;
  /** Nobody else could administer the account without them. */
  readonly lastAdmin: boolean;
  readonly now: Date;
}

/** What decided about somebody. */
export type Rule =
  | SkipReason
  /** Made in the application and not linked to the directory. */
  | "NOT_LINKED"
  | "NO_ANSWER"
  | "DELETED_IN_DIRECTORY"
  /** The directory does not find them, and has not said that they are deleted. */
  | "NOT_FOUND"
  | "SYNC_OFF"
  | "NO_GROUPS"
  | "IN_CHOSEN_GROUP"
  | "NOT_IN_GROUPS";

/** What keeps a run from disabling somebody who is not due; or, of a group nobody can see, from letting them in. */
export type StayReason =
  "SYNC_OFF" | "NO_GROUPS" | "KEPT_BY_ADMIN" | "LEAVERS_STAY" | "GROUP_UNREADABLE" | "GROUP_MISSING" | "LAST_ADMIN";

export type NextStep = "ADD" | "REENABLE" | "DISABLE" | "NOTHING" | "WAITS_ON_HOLD" | "ASKS_AGAIN";

export interface OneDecision {
  readonly rule: Rule;
  /** What a run under the present settings would do about their status. */
  readonly next: NextStep;
  /** What stands in its way; null where nothing does. */
  readonly stays: StayReason | null;
  /** Why they would be disabled; null for every other step. */
  readonly disable: DisableReason | null;
}

/** Two answers about one person, made into one. Where they do not agree, nobody knows. */
export function seenOf(
  where: { readonly found: "PRESENT"; readonly person: Person } | { readonly found: "DELETED" | "GONE" | "UNKNOWN" },
  look: Look,
): Seen {
  if (where.found === "PRESENT" && look.found === "PRESENT") {
    const { person } = where;
    const agree = person.accountEnabled === look.accountEnabled && person.kind === look.kind;
    return agree ? { found: "PRESENT", person, groupIds: look.groupIds } : { found: "UNKNOWN" };
  }
  return where.found === look.found && where.found !== "PRESENT" ? { found: where.found } : { found: "UNKNOWN" };
}

/**
 * The decision of a full run about this one person, by the same rules and for the same reasons (plan.ts), from what the
 * directory says of them alone. Pure. Whether a disable is made is for the second look and the brake to say.
 */
export function decideOne(one: OnePerson): OneDecision {
  const { seen, user, settings } = one;
  if (seen.found === "UNKNOWN") return decided("NO_ANSWER", settings.enabled ? "ASKS_AGAIN" : "NOTHING");
  if (seen.found !== "PRESENT")
    return leave(one, seen.found === "DELETED" ? "DELETED_IN_DIRECTORY" : "NOT_FOUND", "LEFT_GROUPS");

  const standing = standingHere(one, seen);
  if (chosenIn(one).length === 0) {
    if (!settings.enabled || settings.groups.length === 0) return decided(offRule(settings), "NOTHING");
    const mayBeIn = user?.status !== "ACTIVE" && settings.groups.some((group) => one.unsure.has(group.id));
    if (mayBeIn) return { ...decided("NOT_IN_GROUPS", "ASKS_AGAIN"), stays: "GROUP_UNREADABLE" };
    return leave(one, standing === "UNKNOWN" ? "DETAILS_UNKNOWN" : "NOT_IN_GROUPS", "LEFT_GROUPS");
  }

  const known = { everyExclusion: !settings.exclusions.groups.some((group) => one.unsure.has(group.id)) };
  const because = user ? standsStill(user, standing, known) : staysOut(seen.person, standing, one.localMails, known);
  if (because) return decided(because, "NOTHING");
  if (standing === "BLOCKED") return leave(one, "BLOCKED_IN_DIRECTORY", "BLOCKED_IN_DIRECTORY");
  if (standing === "GUEST_LEFT_OUT") return leave(one, "GUEST_LEFT_OUT", "GUESTS_LEFT_OUT");
  if (standing === "EXCLUDED") return leave(one, "EXCLUDED", "EXCLUDED");
  if (!settings.enabled) return decided("SYNC_OFF", "NOTHING");
  if (user?.status === "ACTIVE") return decided("IN_CHOSEN_GROUP", "NOTHING");
  const next = user ? "REENABLE" : "ADD";
  return decided("IN_CHOSEN_GROUP", isHeld(one, user ? "REENABLE" : "CREATE") ? "WAITS_ON_HOLD" : next);
}

/** What of the user follows the directory, whatever becomes of their status; null when it is all as it was. */
export function updateOfOne(one: OnePerson): PlannedUpdate | null {
  const { user, seen, directoryId, now } = one;
  if (!user) return null;
  const present = new Map(seen.found === "PRESENT" ? [[directoryId, seen.person]] : []);
  const absent = new Map(seen.found === "PRESENT" ? [] : [[directoryId, seen.found]]);
  const [row] = planRefresh([user], present, absent, now);
  const groupIds = keptBy(one, user);
  const moved = groupIds !== null && !sameSet(groupIds, user.groupIds);
  return row || moved ? { user, ...row, ...(moved && { groupIds }) } : null;
}

const decided = (rule: Rule, next: NextStep): OneDecision => ({ rule, next, stays: null, disable: null });

const offRule = (settings: SyncSettings): Rule & StayReason => (settings.enabled ? "NO_GROUPS" : "SYNC_OFF");

/** What happens to somebody who is not due: only an active user the groups manage can be disabled for it. */
function leave(one: OnePerson, rule: Rule, reason: DisableReason): OneDecision {
  const { user, seen, settings, now } = one;
  if (user?.status !== "ACTIVE") return decided(rule, "NOTHING");
  const stays = whyStays(one, user, reason);
  if (stays) return { rule, next: "NOTHING", stays, disable: null };

  const verdict = judge({ user, reason }, lookOf(seen), settings, now);
  if (verdict.kind !== "CONFIRMED") return decided(rule, "ASKS_AGAIN");
  const next = isHeld(one, "DISABLE") ? "WAITS_ON_HOLD" : "DISABLE";
  return { rule, next, stays: null, disable: verdict.reason };
}

function whyStays(one: OnePerson, user: LinkedUser, reason: DisableReason): StayReason | null {
  const { settings } = one;
  if (!settings.enabled || settings.groups.length === 0) return offRule(settings);
  if (user.managedBy === "ADMIN") return "KEPT_BY_ADMIN";
  if (!settings.disableLeavers) return "LEAVERS_STAY";
  if (one.unsure.size > 0) return "GROUP_UNREADABLE";
  if (one.pinned && reason === "LEFT_GROUPS") return "GROUP_MISSING";
  return one.lastAdmin ? "LAST_ADMIN" : null;
}

/**
 * An open hold keeps everybody who leaves, and those on it who would come in. One that is approved is carried out by a
 * run of its own, whole.
 */
function isHeld({ hold, directoryId }: OnePerson, action: HeldChange["action"]): boolean {
  if (!hold) return false;
  return action === "DISABLE" || hold.people.some((held) => held.directoryId === directoryId && held.action === action);
}

function standingHere(one: OnePerson, { person, groupIds }: Extract<Seen, { readonly found: "PRESENT" }>): Standing {
  const { people, groups } = one.settings.exclusions;
  const excluded =
    one.excludedBefore ||
    people.some((each) => each.id === one.directoryId) ||
    groups.some((group) => groupIds.has(group.id));
  return standingUnder(new Set(excluded ? [person.id] : []), person, one.settings);
}

/** The chosen groups that hold them. */
export function chosenIn({ settings, seen }: Pick<OnePerson, "settings" | "seen">): readonly string[] {
  return seen.found === "PRESENT" ? settings.groups.map(({ id }) => id).filter((id) => seen.groupIds.has(id)) : [];
}

/** The chosen groups that keep this user here (plan.ts has the same); null where nobody knows, or no run would look. */
function keptBy(one: OnePerson, user: LinkedUser): readonly string[] | null {
  const { settings, seen, unsure, missing } = one;
  if (!settings.enabled || seen.found === "GONE" || seen.found === "UNKNOWN") return null;
  if (seen.found === "PRESENT" && isLeftOut(standingHere(one, seen))) return [];
  const hidden = (id: string) => unsure.has(id) || missing.has(id);
  const remembered = user.groupIds.filter((id) => hidden(id) && settings.groups.some((group) => group.id === id));
  return [...new Set([...chosenIn(one), ...remembered])].sort();
}

function lookOf(seen: Seen): Look {
  if (seen.found !== "PRESENT") return seen;
  const { accountEnabled, kind } = seen.person;
  return { found: "PRESENT", accountEnabled, kind, groupIds: seen.groupIds };
}
