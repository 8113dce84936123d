import type { Run } from "./run.js";
import type { Trouble } from "./model.js";
import type { Problem } from "./problems.js";

/** Hours until the next try by the schedule, by how many have failed in a row; after that every sixth. */
const GAPS = [1, 2, 4];
const LONGEST_GAP = 6;

/** Runs of the schedule begin a moment early or late; such a part of an hour must not cost an account the next one. */
const TOLERANCE = 0.1;

export interface TroubleAt {
  readonly now: Date;
  /** The hour of the schedule, in milliseconds; a trial shortens it. */
  readonly hourMs: number;
}

/**
 * What keeps an account from being read, after a try that met this problem. One that passes by itself changes nothing:
 * throttling and outages are not what a pause is for. A try that does not count (an admin looked) leaves the pause.
 */
export function troubleAfter(
  before: Trouble | null,
  problem: Problem,
  { now, hourMs, counts = true }: TroubleAt & { readonly counts?: boolean },
): Trouble | null {
  const { trouble: kind, detail = null } = problem;
  if (!kind) return before;
  const since = before?.kind === kind ? before.since : now;
  if (before && !counts) return { ...before, kind, detail, since };

  const failures = (before?.failures ?? 0) + 1;
  const gap = GAPS[failures - 1] ?? LONGEST_GAP;
  return { kind, detail, since, failures, nextTryAt: new Date(now.getTime() + gap * hourMs) };
}

/** Whether a scheduled run is left out: hammering hour by hour brings no consent back. */
export function isPaused(trouble: Trouble | null, { now, hourMs }: TroubleAt): boolean {
  return trouble !== null && trouble.nextTryAt.getTime() - now.getTime() > TOLERANCE * hourMs;
}

/** So many runs in a row may fail hour by hour: an outage of an hour or two is nothing to slow down for. */
const PATIENT_FAILURES = 3;
/** How many of an account's latest runs `restsUntil` has to see. */
export const RUNS_THAT_TELL_OF_REST = 12;

/**
 * Until when the schedule leaves an account alone whose runs fail again and again for whatever reason: 2, 4, then 6 hours
 * from one try to the next. Anybody may run it by hand meanwhile, and one run that does not fail ends it.
 */
export function restsUntil(newestFirst: readonly Run[], { now, hourMs }: TroubleAt): Date | null {
  const until = restEnds(newestFirst, hourMs);
  return until && until.getTime() - now.getTime() > TOLERANCE * hourMs ? until : null;
}

/** When the rest ends, or ended, that the latest runs earned their account; null where they earned none. */
function restEnds(newestFirst: readonly Run[], hourMs: number): Date | null {
  const tried = newestFirst.filter(({ status }) => status !== "SKIPPED" && status !== "RUNNING");
  const good = tried.findIndex(({ status }) => status !== "FAILED");
  const inARow = good === -1 ? tried.length : good;
  const [last] = tried;
  if (!last || inARow < PATIENT_FAILURES) return null;
  const gap = GAPS[inARow - PATIENT_FAILURES + 1] ?? LONGEST_GAP;
  return new Date(last.startedAt.getTime() + gap * hourMs);
}

/** A run this much of an hour later than it was due is called what it is: one that catches up. */
const LATE = 0.75;

/** Whether a run was missed. One that was left out on purpose, in a rest or a pause, was not. */
export function isLate(newestFirst: readonly Run[], trouble: Trouble | null, { now, hourMs }: TroubleAt): boolean {
  const [last] = newestFirst;
  if (!last) return false;
  const anHourOn = last.startedAt.getTime() + hourMs;
  const afterRest = trouble?.nextTryAt ?? restEnds(newestFirst, hourMs);
  const due = Math.max(anHourOn, afterRest?.getTime() ?? 0);
  return now.getTime() - due > LATE * hourMs;
}
