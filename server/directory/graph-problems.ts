import type { DirectoryProblem } from "../core/problems.js";

/** Why a request to Graph brought nothing usable. */
export type GraphFailure =
  /** No token, so nothing was asked. */
  | { readonly kind: "TOKEN"; readonly problem: DirectoryProblem }
  /** Graph answered, with another status than 200. `code` is its own error code, or empty. */
  | { readonly kind: "ANSWER"; readonly status: number; readonly code: string; readonly retryAt: Date | null }
  /** No answer, or none that can be believed: connection lost, time out, not JSON, a page without its rows. */
  | { readonly kind: "BROKEN"; readonly because: string; readonly retryAt?: Date }
  /** Graph, or somebody in its place, led to another address. Not followed. */
  | { readonly kind: "LED_AWAY"; readonly because: string }
  /** Our caller asked us to stop. */
  | { readonly kind: "STOPPED" };

export const brokenAnswer = (because: string): GraphFailure => ({ kind: "BROKEN", because });

/** The failure an answer other than 200 stands for. */
export function failureOfAnswer(status: number, body: unknown, retryAt: Date | null): GraphFailure {
  return { kind: "ANSWER", status, code: errorCode(body), retryAt };
}

/** `{"error":{"code":"…"}}` → the code; empty for any other shape. */
export function errorCode(body: unknown): string {
  const error = isRecord(body) ? body.error : null;
  const code = isRecord(error) ? error.code : null;
  return typeof code === "string" ? code.slice(0, 100) : "";
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A failure in the words of the port. Only 403, and a 401 that says the app is unknown, speak of consent: any other
 * trouble passes, and must not tell an admin to consent again.
 */
export function directoryProblem(failure: GraphFailure): DirectoryProblem {
  if (failure.kind === "TOKEN") return failure.problem;
  if (failure.kind !== "ANSWER") {
    const retryAt = failure.kind === "BROKEN" ? failure.retryAt : undefined;
    return { code: "DIRECTORY_UNREACHABLE", detail: failureWords(failure), ...(retryAt ? { retryAt } : {}) };
  }

  const { status, code, retryAt } = failure;
  const detail = failureWords(failure);
  if (status === 403) return { code: "CONSENT_MISSING", trouble: "PERMISSION_REMOVED", detail };
  if (status === 401 && code === "Authorization_IdentityNotFound")
    return { code: "CONSENT_MISSING", trouble: "APP_REMOVED", detail };
  if (status === 404) return { code: "NOT_FOUND" };
  if (status === 429) return { code: "THROTTLED", ...(retryAt ? { retryAt } : {}) };
  if (isExpiredPage(failure)) return { code: "CURSOR_INVALID" };
  return { code: "DIRECTORY_UNREACHABLE", detail, ...(retryAt ? { retryAt } : {}) };
}

/** What broke a list off, in words for a caller who asked for no page of it: they hold no cursor that could be invalid. */
export function brokenOff(failure: GraphFailure): DirectoryProblem {
  const found = directoryProblem(failure);
  const ours = found.code === "CURSOR_INVALID" || found.code === "NOT_FOUND";
  return ours ? { code: "DIRECTORY_UNREACHABLE", detail: failureWords(failure) } : found;
}

/** A link to the next page has outlived itself: the list must be begun anew. */
export function isExpiredPage(failure: GraphFailure): boolean {
  return failure.kind === "ANSWER" && failure.status === 400 && failure.code === "Directory_ExpiredPageToken";
}

export const isStatus = (failure: GraphFailure, status: number): boolean =>
  failure.kind === "ANSWER" && failure.status === status;

/** A failure in words an admin may read. */
export function failureWords(failure: GraphFailure): string {
  switch (failure.kind) {
    case "TOKEN":
      return `No token for Microsoft Graph (${failure.problem.detail ?? failure.problem.code}).`;
    case "ANSWER":
      return `Microsoft Graph answered ${String(failure.status)}${failure.code ? ` ${failure.code}` : ""}.`;
    case "BROKEN":
    case "LED_AWAY":
      return failure.because;
    case "STOPPED":
      return "The read was stopped.";
  }
}

/**
 * The one problem of the whole tenant that stood behind all of these failures, or null: then they are of the groups or
 * people themselves.
 */
export function problemOfAll(failures: readonly GraphFailure[]): DirectoryProblem | null {
  const [first, ...rest] = failures.map(directoryProblem);
  if (first === undefined || first.code === "NOT_FOUND" || first.code === "CURSOR_INVALID") return null;
  return rest.every((problem) => problem.code === first.code) ? first : null;
}
