import type { ChosenGroup } from "./model.js";

export type GroupHealthCode = "MISSING" | "HIDDEN" | "INCOMPLETE" | "EMPTY" | "SHRUNK" | "RENAMED" | "DYNAMIC";

export interface GroupHealth {
  readonly code: GroupHealthCode;
  readonly message: string;
  readonly since: Date | null;
}

/** What there is to tell of a chosen group, by weight; nothing where all is well. `people`: at its last whole read. */
export function groupHealthOf(group: ChosenGroup, people: number | null): readonly GroupHealth[] {
  const { notFoundSince, hiddenSince, incompleteSince, shrunk } = group;
  const found: (GroupHealth | null)[] = [
    notFoundSince && {
      code: "MISSING",
      since: notFoundSince,
      message: "Cannot be found in your directory. Its people stay as they are.",
    },
    hiddenSince && {
      code: "HIDDEN",
      since: hiddenSince,
      message: "Hides its members, so nobody is disabled while it is chosen.",
    },
    incompleteSince && {
      code: "INCOMPLETE",
      since: incompleteSince,
      message: "The last run could not read it to its end, so it disabled nobody.",
    },
    people === 0 && !hiddenSince && !notFoundSince
      ? { code: "EMPTY", since: null, message: "Has no people in it." }
      : null,
    shrunk && {
      code: "SHRUNK",
      since: shrunk.since,
      message: `Lost more than half of its people: it had ${String(shrunk.from)}.`,
    },
    group.chosenAs === group.displayName
      ? null
      : { code: "RENAMED", since: null, message: `Was called “${group.chosenAs}” when it was chosen.` },
    group.dynamic ? { code: "DYNAMIC", since: null, message: "Is filled by a rule in your directory." } : null,
  ];
  return found.filter((one) => one !== null);
}
