import type { Run } from "./run.js";
import { say, type Sentence } from "./sentences.js";

/** Why a run was only partly done: groups it could not read, people it could not save. */
export function partialSentences(unreadGroups: readonly string[], failedPeople: number): readonly Sentence[] {
  return [
    ...(unreadGroups.length > 0 ? [say("GROUPS_NOT_READ", { names: unreadGroups })] : []),
    ...(failedPeople > 0 ? [say("PEOPLE_NOT_SAVED", { count: failedPeople })] : []),
    say("RUN_TRIES_AGAIN"),
  ];
}

/** How the last run ended, and why. */
export function lastRunSentences({ status, reasons }: Pick<Run, "status" | "reasons">): readonly Sentence[] {
  const ended = status === "PARTIAL" || status === "FAILED" || status === "STOPPED";
  return [...(ended ? [say(`LAST_RUN_${status}`)] : []), ...reasons];
}
