import type { Run } from "./run.js";
import { say, type Sentence, type SentenceCode } from "./sentences.js";

/** Why a run was only partly done: groups it could not read, people it could not save. */
export function partialSentences(unreadGroups: readonly string[], failedPeople: number): readonly Sentence[] {
  return [
    ...(unreadGroups.length > 0 ? [say("GROUPS_NOT_READ", { names: unreadGroups })] : []),
    ...(failedPeople > 0 ? [say("PEOPLE_NOT_SAVED", { count: failedPeople })] : []),
    say("RUN_TRIES_AGAIN"),
  ];
}

/** Reasons that tell what the next run does about them. */
const TELL_OF_THE_NEXT: ReadonlySet<SentenceCode> = new Set<SentenceCode>([
  "RUN_TRIES_AGAIN",
  "RUN_UNEXPECTED",
  "RUN_CUT_SHORT",
  "RUN_SHUTDOWN",
  "LIST_DOUBTFUL",
  "NO_CLEAR_ANSWER",
]);

/** What comes after a run that was not done to its end, said once. */
export const nextAfter = ({ reasons }: Pick<Run, "reasons">): Sentence =>
  say(reasons.some(({ code }) => TELL_OF_THE_NEXT.has(code)) ? "NEXT_AT_ONCE" : "NEXT_RUN_NOW");

/** How the last run ended, and why. */
export function lastRunSentences({ status, reasons }: Pick<Run, "status" | "reasons">): readonly Sentence[] {
  const ended = status === "PARTIAL" || status === "FAILED" || status === "STOPPED";
  return [...(ended ? [say(`LAST_RUN_${status}`)] : []), ...reasons];
}
