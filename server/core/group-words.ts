import type { ChosenGroup } from "./model.js";
import { say, type Sentence } from "./sentences.js";

export type GroupHealthCode = "MISSING" | "HIDDEN" | "INCOMPLETE" | "EMPTY" | "SHRUNK" | "RENAMED" | "DYNAMIC";

export interface GroupHealth {
  readonly code: GroupHealthCode;
  readonly sentence: Sentence;
  readonly since: Date | null;
}

/** What there is to tell of a chosen group, by weight; nothing where all is well. `people`: at its last whole read. */
export function groupHealthOf(group: ChosenGroup, people: number | null): readonly GroupHealth[] {
  const { notFoundSince, hiddenSince, incompleteSince, shrunk } = group;
  const told = (code: Exclude<GroupHealthCode, "SHRUNK" | "RENAMED">, since: Date | null = null): GroupHealth => ({
    code,
    since,
    sentence: say(`GROUP_IS_${code}`),
  });
  const found: (GroupHealth | null)[] = [
    notFoundSince && told("MISSING", notFoundSince),
    hiddenSince && told("HIDDEN", hiddenSince),
    incompleteSince && told("INCOMPLETE", incompleteSince),
    people === 0 && !hiddenSince && !notFoundSince ? told("EMPTY") : null,
    shrunk && { code: "SHRUNK", since: shrunk.since, sentence: say("GROUP_IS_SHRUNK", { count: shrunk.from }) },
    group.chosenAs === group.displayName
      ? null
      : { code: "RENAMED", since: null, sentence: say("GROUP_IS_RENAMED", { names: [group.chosenAs] }) },
    group.dynamic ? told("DYNAMIC") : null,
  ];
  return found.filter((one) => one !== null);
}
