import { formatMoment, type FormatOptions } from "../../format.js";
import type { DirectoryGroup, GroupHealthCode } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";
import type { Settings } from "./set-up-draft.js";

type Facts = Pick<DirectoryGroup, "kind" | "dynamic" | "memberCount" | "choosable">;

/** "Security group · 12 direct members", and why it cannot be chosen. */
export function groupFacts({ kind, dynamic, memberCount, choosable }: Facts): string[] {
  const words = texts.automaticImport.setUp;
  return [
    words.kinds[kind],
    ...(dynamic ? [words.dynamic] : []),
    ...(memberCount === null ? [] : [words.members(memberCount)]),
    ...(choosable ? [] : [texts.common.membersHidden]),
  ];
}

export interface HealthLine {
  words: string;
  /** False where somebody should look. */
  calm: boolean;
  /** What to do; null where there is nothing to do. */
  next: string | null;
}

/** Worth knowing, and nothing to mend. */
const calm: ReadonlySet<GroupHealthCode> = new Set(["RENAMED", "DYNAMIC"]);

type Chosen = Pick<Settings["groups"][number], "people"> & { health: Settings["groups"][number]["health"] };

/** How a chosen group fares, with what to do about it. */
export function chosenHealth({ people, health }: Chosen, format?: FormatOptions): HealthLine[] {
  const words = texts.automaticImport.on.health;
  if (health.length === 0) return [{ words: people === null ? words.notRead : words.ok, calm: true, next: null }];
  return health.map(({ code, sentence, since }) => {
    const said = texts.server.sentences([sentence]);
    return {
      words: since === null ? said : words.since(said, formatMoment(since, format)),
      calm: calm.has(code),
      next: words.next[code],
    };
  });
}

export const readAtWords = (readAt: string | null, format?: FormatOptions): string =>
  readAt ? formatMoment(readAt, format) : texts.common.none;
