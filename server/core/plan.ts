import type { ChosenGroup, DisableReason, Person, Profile, SyncInput, SyncSettings, User } from "./model.js";
import {
  emailKey,
  NO_CHANGES,
  personChanges,
  profileOf,
  standingUnder,
  type PersonChanges,
  type Standing,
} from "./person.js";
import { knowGroups, type KnownGroups, type KnownMember } from "./known-groups.js";

/** Why somebody in a chosen group is left as they are. */
export type SkipReason =
  | "BLOCKED_IN_DIRECTORY"
  | "GUEST_LEFT_OUT"
  | "EXCLUDED"
  /** Whether an excluded group holds them is not known in this run, so they are not let in by it. */
  | "EXCLUSION_UNKNOWN"
  | "DETAILS_UNKNOWN"
  /** Or in an admin's hands since the sync disabled them. */
  | "DISABLED_BY_ADMIN"
  | "MAIL_CONFLICT"
  | "LAST_ADMIN";

export interface Skipped {
  readonly directoryId: string;
  readonly displayName: string;
  readonly reason: SkipReason;
}

export interface PlannedCreate {
  readonly person: Person;
  readonly profile: Profile;
  readonly groupIds: readonly string[];
}

/** What changed about a user, and only that. */
export interface PlannedUpdate extends PersonChanges {
  readonly user: LinkedUser;
  readonly groupIds?: readonly string[];
}

export interface SyncPlan {
  readonly create: readonly PlannedCreate[];
  readonly reenable: readonly LinkedUser[];
  readonly update: readonly PlannedUpdate[];
  readonly disable: readonly PlannedDisable[];
  readonly skip: readonly Skipped[];
  /** Chosen and excluded groups that were not known in this run. While there is one, nobody is a leaver. */
  readonly unknownGroups: readonly { readonly groupId: string; readonly because: string }[];
  /** What to remember about the chosen groups: which ones did not exist, and since when. */
  readonly groups: readonly ChosenGroup[];
  /** Chosen groups that lost more than half of the people they had when they were last read. */
  readonly collapsed: readonly string[];
  /** The same of the excluded groups. */
  readonly excludedGroups: readonly ChosenGroup[];
}

export interface PlannedDisable {
  readonly user: LinkedUser;
  readonly reason: DisableReason;
}

/** A user who is a person of the directory. */
export type LinkedUser = User & { readonly directoryId: string };

/**
 * Decides what one run of the sync would do. Pure and total: the same input gives the same plan, in any order.
 *
 * A person is *due* when a complete or partial read of this run shows them in a chosen group, enabled in the directory,
 * and of a kind the settings let in. Due people become active users. People are matched on object id and on nothing
 * else: a mail that a local user already has is a conflict an admin decides, because linking by mail would hand over
 * an account to whoever can set that mail.
 *
 * A *leaver* is an active user managed by groups who is definitely not due. There are leavers only when every chosen
 * group is known to its end; a read that broke off can add people but never take anybody away.
 */
export function planSync(input: SyncInput): SyncPlan {
  const { settings } = input;
  const known = knowGroups(input);
  const localMails = new Set<string>();

  const create: PlannedCreate[] = [];
  const reenable: LinkedUser[] = [];
  const update: PlannedUpdate[] = [];
  const skip: Skipped[] = [];
  const leavers: PlannedDisable[] = [];
  const leave = (user: LinkedUser, reason: DisableReason) => {
    // Without any group left everybody would be a leaver: then only those go whom an admin saw and agreed to.
    const meant = settings.groups.length > 0 || input.approved.has(user.directoryId);
    if (settings.disableLeavers && known.everyGroup && meant && isManagedAndActive(user))
      leavers.push({ user, reason });
  };
  const standsHere = (user: LinkedUser, { person }: KnownMember, standing: Standing) => {
    const because = standsStill(user, standing, known);
    if (because) skip.push({ directoryId: person.id, displayName: person.displayName, reason: because });
    else if (standing === "BLOCKED") leave(user, "BLOCKED_IN_DIRECTORY");
    else if (standing === "GUEST_LEFT_OUT") leave(user, "GUESTS_LEFT_OUT");
    else if (standing === "EXCLUDED") leave(user, "EXCLUDED");
    else if (user.status === "DISABLED") reenable.push(user);
  };

  const met = new Set<KnownMember>();
  for (const user of input.users) {
    if (!isLinked(user)) {
      if (user.email) localMails.add(emailKey(user.email));
      continue;
    }
    const member = known.members.get(user.directoryId);
    const standing = member ? standingUnder(known.excluded, member.person, settings) : null;
    if (member && standing) {
      met.add(member);
      standsHere(user, member, standing);
    } else if (!known.isPinned(user)) leave(user, "LEFT_GROUPS");
    const row = updateOf(user, member, keptBy(user, member, standing, known));
    if (row) update.push(row);
  }
  for (const member of known.members.values()) {
    if (met.has(member)) continue;
    const { person, groupIds } = member;
    const because = staysOut(person, standingUnder(known.excluded, person, settings), localMails, known);
    if (because) skip.push({ directoryId: person.id, displayName: person.displayName, reason: because });
    else create.push({ person, profile: profileOf(person), groupIds });
  }

  const { disable, spared } = spareLastAdmin(leavers, input.users, update);

  return {
    create: create.sort(by((row) => row.person.id)),
    reenable: reenable.sort(by((user) => user.directoryId)),
    update: update.sort(by((row) => row.user.directoryId)),
    disable: disable.sort(by((row) => row.user.directoryId)),
    skip: [...skip, ...spared].sort(by((row) => row.directoryId)),
    unknownGroups: known.unknown,
    groups: known.groups,
    collapsed: known.collapsed,
    excludedGroups: known.excludedGroups,
  };
}

type Exclusion = Pick<KnownGroups, "everyExclusion">;

/** Why a member of a chosen group who is a user already is left as they are; undefined when there may be work to do. */
export function standsStill(user: LinkedUser, standing: Standing, known: Exclusion): SkipReason | undefined {
  if (standing === "UNKNOWN") return "DETAILS_UNKNOWN";
  if (standing !== "DUE" || user.status === "ACTIVE") return undefined;
  if (user.disabledBy !== "SYNC" || user.managedBy === "ADMIN") return "DISABLED_BY_ADMIN";
  return known.everyExclusion ? undefined : "EXCLUSION_UNKNOWN";
}

/** Why a member of a chosen group does not become a user; undefined when they do. */
export function staysOut(
  person: Person,
  standing: Standing,
  localMails: ReadonlySet<string>,
  known: Exclusion,
): SkipReason | undefined {
  if (standing === "UNKNOWN") return "DETAILS_UNKNOWN";
  if (standing === "BLOCKED") return "BLOCKED_IN_DIRECTORY";
  if (standing === "GUEST_LEFT_OUT" || standing === "EXCLUDED") return standing;
  if (!known.everyExclusion) return "EXCLUSION_UNKNOWN";
  const mail = profileOf(person).email;
  return mail && localMails.has(emailKey(mail)) ? "MAIL_CONFLICT" : undefined;
}

/**
 * The chosen groups that keep this user here: none for somebody whom the rules leave out. An admin's enable looks at
 * it: a user whom no group keeps becomes the admin's, or the next run would take the enable back.
 */
function keptBy(
  user: LinkedUser,
  member: KnownMember | undefined,
  standing: Standing | null,
  known: KnownGroups,
): readonly string[] {
  return standing !== null && isLeftOut(standing) ? [] : known.groupIdsOf(user, member);
}

export const isLeftOut = (standing: Standing): boolean =>
  standing === "BLOCKED" || standing === "GUEST_LEFT_OUT" || standing === "EXCLUDED";

function updateOf(
  user: LinkedUser,
  member: KnownMember | undefined,
  groupIds: readonly string[],
): PlannedUpdate | undefined {
  const changes = member ? personChanges(user, member.person) : NO_CHANGES;
  const moved = !sameSet(groupIds, user.groupIds);
  return moved || changes !== NO_CHANGES ? { user, ...(moved && { groupIds }), ...changes } : undefined;
}

/**
 * No run leaves an account without an admin who can act: active here and not known to be blocked or deleted there.
 * When the leavers would take the last such admin, the first of them stays.
 */
export function spareLastAdmin(
  leavers: readonly PlannedDisable[],
  users: readonly User[],
  update: readonly PlannedUpdate[],
) {
  const stateAfter = new Map(update.map((row) => [row.user.id, row.directoryState ?? row.user.directoryState]));
  const canAct = (user: User) =>
    canAdminister({ ...user, directoryState: stateAfter.get(user.id) ?? user.directoryState });
  const leaving = new Set(leavers.map((row) => row.user.id));
  if (users.some((user) => canAct(user) && !leaving.has(user.id))) return { disable: [...leavers], spared: [] };

  const admins = leavers.map((row) => row.user).filter((user) => user.role === "ADMIN");
  const able = admins.filter(canAct).sort(by((user) => user.directoryId));
  const stay = new Set((able.length > 0 ? able.slice(0, 1) : admins).map((user) => user.id));
  return {
    disable: leavers.filter((row) => !stay.has(row.user.id)),
    spared: admins
      .filter((user) => stay.has(user.id))
      .map((user) => ({ directoryId: user.directoryId, displayName: user.displayName, reason: "LAST_ADMIN" as const })),
  };
}

/** An admin who can act: active here, and not known to be blocked or deleted in the directory. */
export function canAdminister({ role, status, directoryState }: User): boolean {
  return role === "ADMIN" && status === "ACTIVE" && directoryState !== "BLOCKED" && directoryState !== "DELETED";
}

/** Whether a run has anything to do: without any group, only what an admin saw in a preview and agreed to. */
export const hasWork = ({ groups, previewId }: Pick<SyncSettings, "groups" | "previewId">): boolean =>
  groups.length > 0 || previewId !== null;

export const isManagedAndActive = (user: User): boolean => user.status === "ACTIVE" && user.managedBy === "GROUPS";

export const isLinked = (user: User): user is LinkedUser => user.directoryId !== null;

export function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}

const by =
  <T>(key: (row: T) => string) =>
  (a: T, b: T): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
