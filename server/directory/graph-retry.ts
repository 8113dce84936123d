import type { Clock } from "../use-cases/ports.js";

export interface RetryPolicy {
  /** Most tries that end in 500, 502, 503, 504, a broken answer or a broken connection. */
  readonly failures: number;
  /** Most tries that end in 429. More than above: being throttled is no sign that anything is wrong. */
  readonly throttles: number;
  /** Longest wait Microsoft may ask for; beyond it we give up at once, so that nobody sleeps holding a lease. */
  readonly longestWaitMs: number;
}

/** A read in the background. The same page failing three times ends the read; failing twice does not. */
export const PATIENT: RetryPolicy = { failures: 3, throttles: 8, longestWaitMs: 120_000 };
/** Somebody looks at a spinner. */
export const BRISK: RetryPolicy = { failures: 3, throttles: 3, longestWaitMs: 10_000 };
/** The consent check, which its caller repeats anyway. */
export const ONCE_MORE: RetryPolicy = { failures: 2, throttles: 1, longestWaitMs: 5_000 };

const FLOOR_MS = 1_000;
const CEILING_MS = 30_000;

const RETRIED = new Set([429, 500, 502, 503, 504]);

export type RetryDecision =
  { readonly again: true; readonly waitMs: number } | { readonly again: false; readonly retryAt: Date | null };

/**
 * What to do after a try that failed. `status` is null when no usable answer came; `failures` and `throttles` count
 * this try too. A wait is never shorter than Retry-After says, and never shorter than a second, whatever it says.
 */
export function decideRetry(attempt: {
  readonly status: number | null;
  readonly retryAfter: string | null;
  readonly failures: number;
  readonly throttles: number;
  readonly policy: RetryPolicy;
  readonly now: Date;
  readonly random: number;
}): RetryDecision {
  const { status, policy, now, random } = attempt;
  if (status !== null && !RETRIED.has(status)) return { again: false, retryAt: null };

  const asked = retryAfterMs(attempt.retryAfter, now);
  const triesLeft = status === 429 ? attempt.throttles < policy.throttles : attempt.failures < policy.failures;
  if (!triesLeft || (asked ?? 0) > policy.longestWaitMs) {
    return { again: false, retryAt: asked === null ? null : new Date(now.getTime() + Math.max(asked, FLOOR_MS)) };
  }

  // The little extra keeps a timer that fires a moment early from sending before Microsoft allowed it.
  if (asked !== null) return { again: true, waitMs: Math.max(asked, FLOOR_MS) + 10 + Math.floor(random * 240) };

  const tries = Math.max(1, status === 429 ? attempt.throttles : attempt.failures);
  const step = Math.min(FLOOR_MS * 2 ** (tries - 1), CEILING_MS);
  return { again: true, waitMs: Math.floor(step * (1 + random)) };
}

const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Milliseconds that Retry-After asks for: whole or fractional seconds, or an HTTP date. Null for a word, a negative
 * number, a past date or nothing at all: then our own back-off holds.
 */
export function retryAfterMs(value: string | null, now: Date): number | null {
  const text = value?.trim() ?? "";
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  if (!HTTP_DATE.test(text)) return null;

  const wait = Date.parse(text) - now.getTime();
  return wait > 0 ? wait : null;
}

/** What every asker of Microsoft needs to wait and try again. */
export interface Patience {
  readonly now: Clock;
  readonly random: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}
