import type { LastGroupRead, Snapshot } from "./model.js";
import type { SyncPlan } from "./plan.js";

/**
 * The complete reads to remember as "the last" of their groups, because they differ from it. A read of a chosen group
 * whose leavers were not disabled is not remembered: its collapse must still show against its last good read in the
 * next run. Of an excluded group the latest is, or who was shut out since would come in as soon as it cannot be read.
 */
export function readsWorthKeeping(
  {
    snapshot,
    lastReads,
    now,
  }: { readonly snapshot: Snapshot; readonly lastReads: readonly LastGroupRead[]; readonly now: Date },
  plan: SyncPlan,
  /** Whether leavers of these reads wait, for an admin or for a list that is not in doubt. */
  leaversWait: boolean,
): readonly LastGroupRead[] {
  const doubted = leaversWait || plan.unknownGroups.length > 0;
  const before = new Map(lastReads.map((read) => [read.groupId, read]));
  const chosen = new Set(snapshot.groups.map((read) => read.groupId));
  const excludedOnly = snapshot.excluded.filter((read) => !chosen.has(read.groupId));

  return [...snapshot.groups, ...excludedOnly].flatMap((read) => {
    if (read.outcome !== "COMPLETE") return [];
    const last = before.get(read.groupId);
    if (last && doubted && chosen.has(read.groupId)) return [];
    const personIds = [...new Set(read.people.map((person) => person.id))].sort();
    return last && sameIds(last.personIds, personIds) ? [] : [{ groupId: read.groupId, personIds, readAt: now }];
  });
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const sorted = [...a].sort();
  return sorted.every((id, index) => id === b[index]);
}
