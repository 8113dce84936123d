import { formatDuration, type FormatOptions } from "../../format.js";
import { texts } from "../../texts/texts.js";
import { durationWords, startedByWords, statusWords, type RunDetails } from "./run-words.js";

export interface Moment {
  /** Null for what has no moment of its own. */
  at: string | null;
  words: string;
}

/** What happened in a run, in its order. */
export function timelineOf(run: RunDetails, format?: FormatOptions): Moment[] {
  const words = texts.history.run;
  const { requests, waits, waitedMs } = run.usage;
  const ended = durationWords(run, format);
  return [
    { at: run.startedAt, words: words.started(startedByWords(run)) },
    ...(requests > 0 ? [{ at: null, words: words.asked(requests) }] : []),
    ...(waits > 0 ? [{ at: null, words: words.waited(waits, formatDuration(waitedMs, format)) }] : []),
    ended === null
      ? { at: null, words: words.goesOn }
      : { at: run.finishedAt, words: words.ended(statusWords(run), ended) },
  ];
}
