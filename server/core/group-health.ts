import type { ChosenGroup, GroupRead, LastGroupRead } from "./model.js";

/** A group smaller than this may change wholly without it meaning anything. */
const SMALL_GROUP = 4;

/** So long an admin is told that a group has shrunk; by then it is the size that it has. */
const SHRUNK_FOR_MS = 30 * 24 * 60 * 60 * 1000;

/** What the directory says of a group itself. */
export interface GroupFacts {
  readonly id: string;
  readonly displayName: string;
  readonly dynamic: boolean;
  readonly hiddenMembership: boolean;
}

/** A group as it is when an admin chooses it: whatever was remembered of it before, they have seen. */
export const newlyChosen = ({ id, displayName, dynamic }: Omit<GroupFacts, "hiddenMembership">): ChosenGroup => ({
  id,
  displayName,
  chosenAs: displayName,
  dynamic,
  notFoundSince: null,
  hiddenSince: null,
  incompleteSince: null,
  shrunk: null,
});

/**
 * The group after a run that read it so, or did not read it at all. What did not change keeps its moment. `collapsed`:
 * how many it had, where it collapsed since.
 */
export function afterRead(
  group: ChosenGroup,
  read: GroupRead | undefined,
  collapsed: number | null,
  now: Date,
): ChosenGroup {
  return {
    ...group,
    notFoundSince: read?.outcome === "NOT_FOUND" ? (group.notFoundSince ?? now) : null,
    hiddenSince: hiddenSince(group, read, now),
    incompleteSince: read?.outcome === "INCOMPLETE" ? (group.incompleteSince ?? now) : null,
    shrunk: shrunk(group, read, collapsed, now),
  };
}

/** The groups after the directory described some of them. Only its word tells that an empty group hides nobody. */
export function afterLooks(
  groups: readonly ChosenGroup[],
  looks: readonly GroupFacts[],
  now: Date,
): readonly ChosenGroup[] {
  const found = new Map(looks.map((look) => [look.id.toLowerCase(), look]));
  return groups.map((group) => {
    const look = found.get(group.id);
    if (!look) return group;
    const { displayName, dynamic, hiddenMembership } = look;
    return { ...group, displayName, dynamic, hiddenSince: hiddenMembership ? (group.hiddenSince ?? now) : null };
  });
}

/** An empty list shows nothing: that is what hidden members look like. */
function hiddenSince(group: ChosenGroup, read: GroupRead | undefined, now: Date): Date | null {
  if (read?.outcome === "HIDDEN") return group.hiddenSince ?? now;
  return read?.outcome === "COMPLETE" && read.people.length > 0 ? null : group.hiddenSince;
}

function shrunk(
  group: ChosenGroup,
  read: GroupRead | undefined,
  collapsed: number | null,
  now: Date,
): ChosenGroup["shrunk"] {
  const before = group.shrunk;
  if (read?.outcome !== "COMPLETE") return before;
  if (!before) return collapsed === null ? null : { since: now, from: collapsed };
  const isBack = read.people.length * 2 > before.from;
  return isBack || now.getTime() - before.since.getTime() > SHRUNK_FOR_MS ? null : before;
}

/** How many people a group of some size had when it was last read, if it has lost more than half of them; else null. */
export function collapsedFrom(read: GroupRead, last: LastGroupRead | undefined): number | null {
  const before = last?.personIds ?? [];
  if (read.outcome !== "COMPLETE" || before.length < SMALL_GROUP) return null;
  const present = new Set(read.people.map((person) => person.id));
  let kept = 0;
  for (const id of before) {
    if (present.has(id)) kept += 1;
    if (kept * 2 >= before.length) return null;
  }
  return before.length;
}
