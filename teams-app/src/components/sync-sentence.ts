import { formatMoment, formatNumber, formatUntil, type FormatOptions } from "../format.js";
import type { SyncStatusQuery } from "../graphql/generated/graphql.js";
import { texts } from "../texts/texts.js";
import { progressSentence } from "./run-progress.js";

export type SyncStatus = SyncStatusQuery["syncStatus"];
type LastRun = NonNullable<SyncStatus["lastRun"]>;

/** "Automatic import is on. Last run 14:00: 3 added, 1 disabled. Next run 15:00." */
export function syncSentence(
  { enabled, currentRun, lastRun, nextRunAt }: SyncStatus,
  { countdown = false, ...format }: FormatOptions & { countdown?: boolean } = {},
): string {
  const words = texts.sync;
  const last = lastRun
    ? words.lastRun(formatMoment(lastRun.finishedAt ?? lastRun.startedAt, format), runInWords(lastRun, format.locale))
    : null;
  if (!enabled) return [words.off, last].filter(Boolean).join(" ");

  const now = currentRun ? progressSentence(currentRun, format) : null;
  const next = nextRunAt && !currentRun ? nextInWords(nextRunAt, countdown, format) : null;
  return [words.on, now, last ?? (currentRun ? null : words.noRunYet), next].filter(Boolean).join(" ");
}

function nextInWords(iso: string, countdown: boolean, format: FormatOptions): string {
  const time = formatMoment(iso, format);
  return countdown ? texts.sync.nextRunIn(time, formatUntil(iso, format)) : texts.sync.nextRun(time);
}

/** "3 added, 1 disabled"; only what happened is counted. */
export function runInWords(
  { status, counts, reasons }: Pick<LastRun, "status" | "counts" | "reasons">,
  locale?: string,
): string {
  const words = texts.sync;
  const happened = (["added", "reenabled", "updated", "disabled", "failed", "held"] as const).flatMap((kind) =>
    counts[kind] > 0 ? [words.counts[kind](formatNumber(counts[kind], locale))] : [],
  );
  const outcome = outcomeWord(status, happened.length > 0);
  if (status === "PARTIAL" && happened.length === 0) return words.runPartly;
  if (outcome === null) return happened.length > 0 ? happened.join(", ") : words.nothingChanged;
  const reason = texts.server.sentences(reasons);
  const named = reason ? words.because(outcome, firstSentence(reason)) : outcome;
  return [named, ...happened].join(", ");
}

/** The bar under the tabs says the rest, with the next step; here it would bury the times. */
function firstSentence(text: string): string {
  return (text.split(/(?<=\.)\s+(?=\p{Lu})/u)[0] ?? text).replace(/\.$/, "");
}

/** Null for runs whose counts tell the whole of it; PARTIAL and HELD show theirs as counts too. */
function outcomeWord(status: LastRun["status"], didSomething: boolean): string | null {
  const words = texts.sync;
  if (status === "FAILED") return didSomething ? words.runBrokeOff : words.runFailed;
  if (status === "STOPPED") return words.runStopped;
  if (status === "SKIPPED") return words.runSkipped;
  return null;
}
