import type { GroupRead, Person, SyncSettings } from "./model.js";
import { standingOf } from "./person.js";

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

/** The sums of each chosen group, in the order of the choice. */
export function groupSums(
  reads: readonly GroupRead[],
  settings: Pick<SyncSettings, "includeGuests">,
  excluded: ReadonlySet<string>,
): readonly GroupSum[] {
  const seen = new Set<string>();
  const kindOf = (person: Person): Kind => {
    if (excluded.has(person.id)) return "excluded";
    const standing = standingOf(person, settings);
    if (standing === "UNKNOWN") return "unknown";
    if (standing === "BLOCKED") return "blocked";
    if (standing === "GUEST_LEFT_OUT") return "guestsLeftOut";
    return seen.has(person.id) ? "countedBefore" : "people";
  };

  return reads.map((read) => {
    const sums = { people: 0, blocked: 0, guestsLeftOut: 0, excluded: 0, unknown: 0, countedBefore: 0 };
    const members = new Map(read.people.map((person) => [person.id, person]));
    for (const person of members.values()) {
      sums[kindOf(person)] += 1;
      seen.add(person.id);
    }
    const complete = read.outcome === "COMPLETE";
    const others = complete ? read.others : 0;
    return { groupId: read.groupId, complete, members: members.size + others, others, ...sums };
  });
}
