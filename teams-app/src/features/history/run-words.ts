import { formatDuration, type FormatOptions } from "../../format.js";
import type { RunQuery, RunsQuery, RunStatus } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";

export type RunRow = RunsQuery["runs"]["nodes"][number];
export type RunDetails = NonNullable<RunQuery["run"]>;
export type CountKind = "added" | "reenabled" | "updated" | "disabled" | "skipped" | "failed";

/** As the columns stand. */
export const countKinds: readonly CountKind[] = ["added", "reenabled", "updated", "disabled", "skipped", "failed"];

/** "Every hour", "Run now, Adele Vance" */
export function startedByWords({ trigger, startedBy }: Pick<RunRow, "trigger" | "startedBy">): string {
  const words = texts.history;
  const what = words.triggers[trigger];
  return startedBy === null ? what : words.by(what, startedBy);
}

/** What is shown of a status: a run that did something before it broke off did not plainly fail. */
export function shownStatus({ status, counts }: Pick<RunRow, "status" | "counts">): RunStatus {
  const didSomething = counts.added + counts.reenabled + counts.updated + counts.disabled > 0;
  return status === "FAILED" && didSomething ? "PARTIAL" : status;
}

export type Tone = "success" | "informative" | "warning" | "danger";

const tones: Record<RunStatus, Tone> = {
  RUNNING: "informative",
  SUCCEEDED: "success",
  PARTIAL: "warning",
  HELD: "warning",
  STOPPED: "warning",
  FAILED: "danger",
  SKIPPED: "informative",
};

export const statusTone = (run: Pick<RunRow, "status" | "counts">): Tone => tones[shownStatus(run)];

export const statusWords = (run: Pick<RunRow, "status" | "counts">): string => texts.history.statuses[shownStatus(run)];

/** How long it took; null while it goes on. */
export function durationWords(
  { startedAt, finishedAt }: Pick<RunRow, "startedAt" | "finishedAt">,
  format?: FormatOptions,
): string | null {
  if (finishedAt === null) return null;
  return formatDuration(new Date(finishedAt).getTime() - new Date(startedAt).getTime(), format);
}

/** Whether it is worth asking what an undo would do: somebody came in, came back or was disabled. */
export function mayBeUndone({ status, trigger, counts }: RunDetails): boolean {
  const didSomething = counts.added + counts.reenabled + counts.disabled > 0;
  return status !== "RUNNING" && trigger !== "UNDO" && didSomething;
}
