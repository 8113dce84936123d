import type { GroupRead, Snapshot, SyncInput } from "../core/model.js";
import { planSync, type SyncPlan } from "../core/plan.js";
import { problemWords } from "../core/problem-words.js";
import type { Directory, DirectoryGroup, DirectoryResult } from "./ports.js";

export interface SurePlan {
  readonly input: SyncInput;
  readonly plan: SyncPlan;
  /** The groups as the directory describes them; none where nobody would be taken away and so nothing was asked. */
  readonly groups: readonly DirectoryGroup[];
}

/**
 * The plan of what was read. Where it would take anybody away, or let anybody in beside an excluded group, each group
 * is asked for itself before that is believed: a group whose members are hidden from us may look like one that
 * everybody has left, and so may one that is going away (R1). Then the plan is made again. An hour in which nobody
 * leaves, and nobody comes past an exclusion, asks nothing.
 */
export async function planSurely(directory: Directory, input: SyncInput, signal?: AbortSignal): Promise<SurePlan> {
  const plan = planSync(input);
  const { groups, excluded } = input.snapshot;
  const ids = [...groups, ...excluded].map((read) => read.groupId);
  const letsIn = plan.create.length + plan.reenable.length > 0;
  const trustsLists = plan.disable.length > 0 || (letsIn && excluded.length > 0);
  if (!trustsLists || ids.length === 0) return { input, plan, groups: [] };

  const found = await directory.lookUpGroups([...new Set(ids)], signal ? { signal } : {});
  const sure = { ...input, snapshot: confirmed(input.snapshot, found) };
  return { input: sure, plan: planSync(sure), groups: found.ok ? found.value : [] };
}

function confirmed(snapshot: Snapshot, found: DirectoryResult<readonly DirectoryGroup[]>): Snapshot {
  const groups = new Map(found.ok ? found.value.map((group) => [group.id.toLowerCase(), group]) : []);
  const confirm = (read: GroupRead): GroupRead => {
    if (read.outcome !== "COMPLETE") return read;
    const less = { groupId: read.groupId, people: read.people };
    if (!found.ok) return { ...less, outcome: "INCOMPLETE", because: problemWords(found.problem) };
    const group = groups.get(read.groupId.toLowerCase());
    if (!group) return { ...less, outcome: "NOT_FOUND", because: "There is no such group." };
    if (group.hiddenMembership) return { ...less, outcome: "HIDDEN", because: "The members of this group are hidden." };
    return read;
  };
  return { groups: snapshot.groups.map(confirm), excluded: snapshot.excluded.map(confirm) };
}
