import { afterRead, collapsedFrom } from "./group-health.js";
import type { ChosenGroup, GroupRead, LastGroupRead, Person, SyncInput, User } from "./model.js";

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
  readonly unknown: readonly { readonly groupId: string; readonly because: string }[];
  readonly groups: readonly ChosenGroup[];
  /** Chosen groups that lost more than half of the people they had when they were last read. */
  readonly collapsed: readonly string[];
  /** People whom an exclusion leaves out: named ones, and those in an excluded group as read or as last known. */
  readonly excluded: ReadonlySet<string>;
  /** True only when every excluded group is known, so that whoever is not in `excluded` is surely not excluded. */
  readonly everyExclusion: boolean;
  readonly excludedGroups: readonly ChosenGroup[];
  /**
   * Whether a missing group holds this user, as last read or as the user remembers: somebody who came by it later is
   * not among its last read. Never a leaver until an admin removes the group or it is back.
   */
  isPinned(user: User): boolean;
  /** The chosen groups a user is in: as read where the read was complete, as remembered where it was not. */
  groupIdsOf(user: User, member: KnownMember | undefined): readonly string[];
}

/** Puts together what this run knows about each chosen group, and what it does not. */
export function knowGroups(input: Pick<SyncInput, "snapshot" | "settings" | "lastReads" | "now">): KnownGroups {
  const { snapshot, settings, lastReads, now } = input;
  const members = membersOf(snapshot.groups);
  const chosen = know(settings.groups, snapshot.groups, lastReads, now);
  const exclusions = know(settings.exclusions.groups, snapshot.excluded, lastReads, now);

  const isChosen = new Set(settings.groups.map((group) => group.id));
  const isRemembered = (id: string) => isChosen.has(id) && !chosen.complete.has(id);
  const pinned = new Set(chosen.lost.flatMap((last) => last.personIds));
  const missing = new Set(chosen.lost.map((last) => last.groupId));
  return {
    everyGroup: chosen.unknown.length === 0 && exclusions.unknown.length === 0,
    members,
    unknown: [...chosen.unknown, ...exclusions.unknown],
    groups: chosen.groups,
    collapsed: chosen.collapsed,
    excluded: excludedPeople(input),
    everyExclusion: exclusions.unknown.length === 0,
    excludedGroups: exclusions.groups,
    isPinned: (user) => pinned.has(user.directoryId ?? "") || user.groupIds.some((id) => missing.has(id)),
    groupIdsOf(user, member) {
      const shown = member?.groupIds ?? [];
      if (!user.groupIds.some(isRemembered)) return shown;
      return [...new Set([...shown, ...user.groupIds.filter(isRemembered)])].sort();
    },
  };
}

/**
 * Which of these groups were read to their end, which are surely missing (with what they last held), and of which this
 * run knows too little. A missing one that was never read to its end is of the last kind: nobody knows whom it held.
 */
function know(
  wanted: readonly ChosenGroup[],
  reads: readonly GroupRead[],
  lastReads: readonly LastGroupRead[],
  now: Date,
) {
  const readOf = new Map(reads.map((read) => [read.groupId, read]));
  const lastOf = new Map(lastReads.map((last) => [last.groupId, last]));
  const complete = new Set<string>();
  const collapsed: string[] = [];
  const lost: LastGroupRead[] = [];
  const unknown: { groupId: string; because: string }[] = [];

  const groups = wanted.map((group): ChosenGroup => {
    const read = readOf.get(group.id);
    const last = read?.outcome === "NOT_FOUND" && isMissing(group, now) ? lastOf.get(group.id) : undefined;
    if (read?.outcome === "COMPLETE") complete.add(group.id);
    else if (last) lost.push(last);
    else unknown.push({ groupId: group.id, because: read ? read.because : "not read" });
    const from = read ? collapsedFrom(read, lastOf.get(group.id)) : null;
    if (from !== null) collapsed.push(group.id);
    return afterRead(group, read, from, now);
  });
  return { groups, collapsed, complete, lost, unknown };
}

/**
 * Whom the exclusions leave out. Where an excluded group was not read to its end, those it held when last read stay
 * excluded, and nobody else is let in meanwhile: letting in by mistake whom an admin shut out is not for a sync to do.
 */
function excludedPeople({ snapshot, settings, lastReads }: Parameters<typeof knowGroups>[0]): ReadonlySet<string> {
  const { people, groups } = settings.exclusions;
  const complete = new Set(snapshot.excluded.flatMap((read) => (read.outcome === "COMPLETE" ? read.groupId : [])));
  const byMemory = new Set(groups.map((group) => group.id).filter((id) => !complete.has(id)));
  return new Set([
    ...people.map((person) => person.id),
    ...snapshot.excluded.flatMap((read) => read.people.map((person) => person.id)),
    ...lastReads.flatMap((last) => (byMemory.has(last.groupId) ? last.personIds : [])),
  ]);
}

/** A group is missing, and not just slow to appear, once a run at least 50 minutes ago did not find it either. */
export function isMissing(group: ChosenGroup, now: Date): boolean {
  return group.notFoundSince !== null && now.getTime() - group.notFoundSince.getTime() >= MISSING_AFTER_MS;
}

/** Everybody in these reads, once, with the groups that showed them. */
export function membersOf(reads: readonly GroupRead[]): ReadonlyMap<string, KnownMember> {
  const members = new Map<string, { person: Person; groupIds: readonly string[] }>();
  for (const { groupId, people } of reads) {
    // One list for all who are in this group alone: most are
    const alone = [groupId];
    for (const person of people) {
      const before = members.get(person.id);
      if (!before) members.set(person.id, { person, groupIds: alone });
      else {
        before.person = agree(before.person, person);
        if (!before.groupIds.includes(groupId)) before.groupIds = [...before.groupIds, groupId].sort();
      }
    }
  }
  return members;
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
