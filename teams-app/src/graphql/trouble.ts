import type { ProblemCode, WordsFragment } from "./generated/graphql.js";
import { parseRefusal, type Refusal } from "./refusal.js";

/** Everything that can stand between a question and its answer, in one shape, so that one notice can show it. */
export type Trouble =
  | { kind: "offline" }
  /** The session ended, or the server does not take the token. */
  | { kind: "ended" }
  /** Teams gave no token; `detail` is its reason. */
  | { kind: "host"; detail: string | null }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "slow-down"; seconds: number | null }
  | { kind: "bad-input"; message: string }
  /** The server, or a gateway before it, cannot answer just now: a start, a stop, a database that is away. */
  | { kind: "unavailable"; reference: string | null }
  /** No answer came in time: what was asked may be done all the same. */
  | { kind: "timeout"; reference: string | null }
  /** Ours to mend; `reference` finds it in the server's log. */
  | { kind: "server"; reference: string | null }
  /** What an admin can mend, as the schema's Problem. */
  | { kind: "problem"; code: ProblemCode; sentences: readonly WordsFragment[]; retryAt: string | null };

export type Answer<T> = { ok: true; data: T } | { ok: false; trouble: Trouble };

/** Reads an HTTP answer of /graphql. Pure: status, Retry-After and body decide. */
export function readAnswer<T>(status: number, retryAfter: string | null, body: unknown): Answer<T> {
  const error = firstError(body);
  if (!error) {
    const data = isRecord(body) ? body.data : undefined;
    if (status === 200 && isRecord(data)) return { ok: true, data: data as T };
    return { ok: false, trouble: byStatus(status, retryAfter, null, null) };
  }

  const code = isRecord(error.extensions) ? error.extensions.code : undefined;
  const refusal = isRecord(error.extensions) ? parseRefusal(error.extensions.refusal) : null;
  const reference = isRecord(error.extensions) ? error.extensions.requestId : undefined;
  const message = typeof error.message === "string" ? error.message : null;
  if (code === "UNAUTHENTICATED") return { ok: false, trouble: { kind: "ended" } };
  if (code === "FORBIDDEN" && refusal) return { ok: false, trouble: { kind: "refused", refusal } };
  if (code === "TIMEOUT") return { ok: false, trouble: { kind: "timeout", reference: textOf(reference) } };
  if (code === "BAD_USER_INPUT" && message) return { ok: false, trouble: { kind: "bad-input", message } };
  return {
    ok: false,
    trouble: byStatus(status, retryAfter, textOf(reference), message),
  };
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

function byStatus(
  status: number,
  retryAfter: string | null,
  reference: string | null,
  message: string | null,
): Trouble {
  if (status === 401) return { kind: "ended" };
  if (status === 429) return { kind: "slow-down", seconds: wholeSeconds(retryAfter) };
  if (status === 504) return { kind: "timeout", reference };
  if (status === 502 || status === 503) return { kind: "unavailable", reference };
  if (status >= 400 && status < 500 && message) return { kind: "bad-input", message };
  return { kind: "server", reference };
}

function wholeSeconds(retryAfter: string | null): number | null {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds) : null;
}

function firstError(body: unknown): Record<string, unknown> | null {
  const errors = isRecord(body) ? body.errors : undefined;
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  return isRecord(first) ? first : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
