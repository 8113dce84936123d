import { formatMoment, formatNumber, type FormatOptions } from "../format.js";
import type { SyncStatusQuery } from "../graphql/generated/graphql.js";
import { texts } from "../texts/texts.js";

export type RunInProgress = Pick<NonNullable<SyncStatusQuery["syncStatus"]["currentRun"]>, "progress">;

/** "A run is going on: 1,200 of about 4,000 people read.", and what it waits for. */
export function progressSentence({ progress }: RunInProgress, format: FormatOptions = {}): string {
  const words = texts.sync;
  if (!progress) return words.runningUnknown;
  const [of, so] = {
    READING: [words.runningReadingOf, words.runningReading] as const,
    LOOKING_AGAIN: [words.runningLookingOf, words.runningLooking] as const,
    APPLYING: [words.runningApplyingOf, words.runningApplying] as const,
  }[progress.stage];
  const done = formatNumber(progress.done, format.locale);
  const went = progress.total === null ? so(done) : of(done, formatNumber(progress.total, format.locale));
  return [went, waitSentence(progress.waitingUntil, format)].filter(Boolean).join(" ");
}

/** Between 0 and 1; null while nobody can know how much there is to do. */
export function shareDone({ progress }: RunInProgress): number | null {
  const { done, total } = progress ?? { done: 0, total: null };
  return total === null || total <= 0 ? null : Math.min(done / total, 1);
}

/** A run that waits for Microsoft must not look like one that hangs. */
function waitSentence(until: string | null, format: FormatOptions): string | null {
  if (!until || new Date(until) <= (format.now ?? new Date())) return null;
  return texts.sync.runningWaits(formatMoment(until, format));
}
