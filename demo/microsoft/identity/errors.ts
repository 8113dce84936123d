import { randomUUID } from "node:crypto";
import { json, type Reply } from "../http/exchange.js";

/** A refusal of the identity platform: the OAuth error, Microsoft's own number, and its words. */
export interface IdentityProblem {
  error: string;
  aadsts: number;
  message: string;
  status?: 400 | 401;
  suberror?: string;
}

/** Timestamps of the identity platform: "2016-01-09 02:02:12Z". */
const stamp = (now: Date): string => now.toISOString().slice(0, 19).replace("T", " ") + "Z";

interface Traces {
  traceId: string;
  correlationId: string;
}

function descriptionOf(problem: IdentityProblem, traces: Traces, now: Date): string {
  return [
    `AADSTS${String(problem.aadsts)}: ${problem.message}`,
    `Trace ID: ${traces.traceId}`,
    `Correlation ID: ${traces.correlationId}`,
    `Timestamp: ${stamp(now)}`,
  ].join("\r\n");
}

const newTraces = (): Traces => ({ traceId: randomUUID(), correlationId: randomUUID() });
const errorUri = (aadsts: number): string => `https://login.microsoftonline.com/error?code=${String(aadsts)}`;

/** The body of a refused token request. */
export function tokenError(problem: IdentityProblem, now: Date, headers: Record<string, string> = {}): Reply {
  const traces = newTraces();
  const body = {
    error: problem.error,
    error_description: descriptionOf(problem, traces, now),
    error_codes: [problem.aadsts],
    timestamp: stamp(now),
    trace_id: traces.traceId,
    correlation_id: traces.correlationId,
    error_uri: errorUri(problem.aadsts),
    ...(problem.suberror === undefined ? {} : { suberror: problem.suberror }),
  };
  return json(problem.status ?? 400, body, {
    "cache-control": "no-store, no-cache",
    "x-ms-request-id": traces.traceId,
    ...headers,
  });
}

/** The same as parameters of a redirect back to the application. */
export function redirectErrorParameters(problem: IdentityProblem, now: Date): Record<string, string> {
  return {
    error: problem.error,
    error_description: descriptionOf(problem, newTraces(), now),
    error_uri: errorUri(problem.aadsts),
    ...(problem.suberror === undefined ? {} : { suberror: problem.suberror }),
  };
}
