import { formatMoment, type FormatOptions } from "../../format.js";
import type { DirectoryGroup } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";
import type { Settings } from "./set-up-draft.js";

type Facts = Pick<DirectoryGroup, "kind" | "dynamic" | "memberCount" | "obstacle">;

/** "Security group · 12 direct members", and why it cannot be chosen. */
export function groupFacts({ kind, dynamic, memberCount, obstacle }: Facts): string[] {
  const words = texts.automaticImport.setUp;
  return [
    words.kinds[kind],
    ...(dynamic ? [words.dynamic] : []),
    ...(memberCount === null ? [] : [words.members(memberCount)]),
    ...(obstacle ? [obstacle] : []),
  ];
}

type ChosenHealth = Pick<Settings["groups"][number], "people" | "missingSince">;

/** How a chosen group fares; `calm` is false where somebody should look. */
export function chosenHealth({ people, missingSince }: ChosenHealth): { words: string; calm: boolean } {
  const { health } = texts.automaticImport.on;
  if (missingSince) return { words: health.missing(missingSince), calm: false };
  if (people === null) return { words: health.notRead, calm: true };
  return people === 0 ? { words: health.empty, calm: false } : { words: health.ok, calm: true };
}

export const readAtWords = (readAt: string | null, format?: FormatOptions): string =>
  readAt ? formatMoment(readAt, format) : texts.common.none;
