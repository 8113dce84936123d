import type { GroupRead, SyncSettings } from "./model.js";
import { membersOf } from "./known-groups.js";
import { standingUnder, type Standing } from "./person.js";

/**
 * Why a chosen group brings as many people as it does: its members are people + others + blocked + guestsLeftOut +
 * excluded + unknown + countedBefore.
 */
export interface GroupSum {
  readonly groupId: string;
  /** False for a group that could not be read to its end: then the sums are of what arrived. */
  readonly complete: boolean;
  readonly members: number;
  /** Due by this group, and not by one above it in the list. */
  readonly people: number;
  /** Devices, contacts, groups and the like. */
  readonly others: number;
  readonly blocked: number;
  readonly guestsLeftOut: number;
  readonly excluded: number;
  /** Of whom the directory does not tell whether they may sign in. */
  readonly unknown: number;
  readonly countedBefore: number;
}

type Kind = Exclude<keyof GroupSum, "groupId" | "complete" | "members" | "others">;

const KINDS: Readonly<Record<Standing, Kind>> = {
  DUE: "people",
  BLOCKED: "blocked",
  GUEST_LEFT_OUT: "guestsLeftOut",
  EXCLUDED: "excluded",
  UNKNOWN: "unknown",
};

/** The sums of each chosen group, in the order of the choice. */
export function groupSums(
  reads: readonly GroupRead[],
  settings: Pick<SyncSettings, "includeGuests">,
  excluded: ReadonlySet<string>,
): readonly GroupSum[] {
  // As the plan knows them: who was read twice counts the same in each of their groups
  const members = membersOf(reads);
  const counted = new Set<string>();

  return reads.map((read) => {
    const sums = { people: 0, blocked: 0, guestsLeftOut: 0, excluded: 0, unknown: 0, countedBefore: 0 };
    const ids = new Set(read.people.map((person) => person.id));
    for (const id of ids) {
      const member = members.get(id);
      if (!member) continue;
      const kind = KINDS[standingUnder(excluded, member.person, settings)];
      sums[kind === "people" && counted.has(id) ? "countedBefore" : kind] += 1;
      counted.add(id);
    }
    const complete = read.outcome === "COMPLETE";
    const others = complete ? read.others : 0;
    return { groupId: read.groupId, complete, members: ids.size + others, others, ...sums };
  });
}
