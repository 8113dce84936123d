import type { ChosenGroup, Person, SyncInput, User } from "./model.js";

/** Two "no such group" answers must lie this far apart: a freshly made group also answers 404 while it replicates. */
export const MISSING_AFTER_MS = 50 * 60 * 1000;

export interface KnownMember {
  readonly person: Person;
  /** The chosen groups that showed this person, sorted. */
  readonly groupIds: readonly string[];
}

export interface KnownGroups {
  /** True only when every chosen group was read to its end, or is surely missing and its people pinned. */
  readonly everyGroup: boolean;
  readonly members: ReadonlyMap<string, KnownMember>;
  /** People of missing groups, as last read: never leavers until an admin removes the group or it is back. */
  readonly pinned: ReadonlySet<string>;
  readonly unknown: readonly { readonly groupId: string; readonly because: string }[];
  readonly groups: readonly ChosenGroup[];
  /** The chosen groups a user is in: as read where the read was complete, as remembered where it was not. */
  groupIdsOf(user: User, member: KnownMember | undefined): readonly string[];
}

/** Puts together what this run knows about each chosen group, and what it does not. */
export function knowGroups({ snapshot, settings, lastReads, now }: Omit<SyncInput, "users">): KnownGroups {
  const reads = new Map(snapshot.groups.map((read) => [read.groupId, read]));
  const members = new Map<string, { person: Person; groupIds: string[] }>();
  const pinned = new Set<string>();
  const complete = new Set<string>();
  const unknown: { groupId: string; because: string }[] = [];

  const groups = settings.groups.map((group): ChosenGroup => {
    const read = reads.get(group.id);
    for (const person of read?.people ?? []) addMember(members, person, group.id);

    if (read?.outcome === "COMPLETE") complete.add(group.id);
    else if (read?.outcome === "NOT_FOUND" && isMissing(group, now)) {
      for (const last of lastReads) if (last.groupId === group.id) last.personIds.forEach((id) => pinned.add(id));
    } else unknown.push({ groupId: group.id, because: read ? read.because : "not read" });

    return { ...group, notFoundSince: read?.outcome === "NOT_FOUND" ? (group.notFoundSince ?? now) : null };
  });

  const chosen = new Set(settings.groups.map((group) => group.id));
  return {
    everyGroup: settings.groups.length > 0 && unknown.length === 0,
    members: sorted(members),
    pinned,
    unknown,
    groups,
    groupIdsOf(user, member) {
      const shown = member?.groupIds ?? [];
      const remembered = user.groupIds.filter((id) => chosen.has(id) && !complete.has(id));
      return remembered.length === 0 ? shown : [...new Set([...shown, ...remembered])].sort();
    },
  };
}

/** A group is missing, and not just slow to appear, once a run at least 50 minutes ago did not find it either. */
export function isMissing(group: ChosenGroup, now: Date): boolean {
  return group.notFoundSince !== null && now.getTime() - group.notFoundSince.getTime() >= MISSING_AFTER_MS;
}

function addMember(
  members: Map<string, { person: Person; groupIds: string[] }>,
  person: Person,
  groupId: string,
): void {
  const before = members.get(person.id);
  if (!before) members.set(person.id, { person, groupIds: [groupId] });
  else {
    before.person = agree(before.person, person);
    if (!before.groupIds.includes(groupId)) before.groupIds.push(groupId);
  }
}

/**
 * One person seen twice in a run, perhaps changed in between. Where the two readings disagree on what decides, the
 * person is unknown until the next run; of the rest either reading will do, as long as the order of input does not.
 */
function agree(a: Person, b: Person): Person {
  return {
    ...(restOf(a) <= restOf(b) ? a : b),
    accountEnabled: a.accountEnabled === b.accountEnabled ? a.accountEnabled : null,
    kind: a.kind === b.kind ? a.kind : null,
  };
}

const restOf = (person: Person): string => JSON.stringify({ ...person, accountEnabled: null, kind: null });

function sorted(
  members: ReadonlyMap<string, { person: Person; groupIds: string[] }>,
): ReadonlyMap<string, KnownMember> {
  for (const member of members.values()) if (member.groupIds.length > 1) member.groupIds.sort();
  return members;
}
