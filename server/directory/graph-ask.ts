import { randomUUID } from "node:crypto";
import { ok, problem, type Result } from "../core/result.js";
import { isGraphAddress } from "./graph-address.js";
import type { createGraphClient, GraphAttempt, Trouble } from "./graph-client.js";
import { failureOfAnswer, isRecord, type GraphFailure } from "./graph-problems.js";
import { decideRetry, type Patience, type RetryPolicy } from "./graph-retry.js";
import type { GraphTokens } from "./graph-tokens.js";
import { orStopped } from "./or-stopped.js";
import type { TenantGate } from "./tenant-gate.js";
import type { Log } from "./transport.js";
import { countRequest, countWait, noteTroubled } from "./usage.js";

export interface GraphRequest {
  readonly url: string;
  readonly policy: RetryPolicy;
  /** Asks the eventually consistent index; re-sent on each page, because nextLinks do not carry headers. */
  readonly advanced?: boolean;
  readonly batch?: object;
  readonly signal?: AbortSignal;
  /** After this moment nothing is tried again. */
  readonly deadline?: Date;
}

/** The parsed body of a 200, or why there is none. */
export type GraphAnswer = Result<Readonly<Record<string, unknown>>, GraphFailure>;
export type Ask = (request: GraphRequest) => Promise<GraphAnswer>;

/** Asks Graph in one tenant: with a token, in one of its lanes, and again where that may help. */
export function createAsk(
  options: {
    readonly tenantId: string;
    readonly send: ReturnType<typeof createGraphClient>;
    readonly tokens: GraphTokens;
    readonly gate: TenantGate;
    readonly log: Log;
  } & Patience,
): Ask {
  const { gate, log, now, random, send, sleep, tenantId, tokens } = options;

  return async (request) => {
    const { policy, signal } = request;
    const path = isGraphAddress(request.url) ? new URL(request.url).pathname : "elsewhere";
    if (path === "elsewhere") return ledAway("The address is not one of Microsoft Graph.");

    let refused: string | undefined;
    for (let failures = 0, throttles = 0; ;) {
      const patience = Math.min(now().getTime() + policy.longestWaitMs, request.deadline?.getTime() ?? Infinity);
      const quietUntil = gate.quietBeyond(now(), new Date(patience));
      if (quietUntil !== null) return throttledUntil(quietUntil);

      // Shared by all who ask, so nobody's signal ends it; only the waiting for it.
      const token = await orStopped(tokens.get(refused === undefined ? {} : { notThis: refused }), signal);
      if (token === "STOPPED") return problem({ kind: "STOPPED" });
      if (!token.ok) return problem({ kind: "TOKEN", problem: token.problem });

      const attempt = await gate.through(() => {
        countRequest();
        return send(callOf(request, token.value));
      }, signal);
      if (attempt === "STOPPED" || signal?.aborted) return problem({ kind: "STOPPED" });
      if (attempt.status === null && attempt.trouble === "REDIRECT") return ledAway(TROUBLES.REDIRECT);

      const body = usableBody(request, attempt);
      if (body !== null) return ok(body);

      // The token died early: one new one, once. A second refusal is not the token's fault.
      if (attempt.status === 401 && refused === undefined) {
        refused = token.value;
        continue;
      }

      if (attempt.status === 403) tokens.distrust(token.value);
      const throttled = attempt.status === 429;
      if (throttled) throttles += 1;
      else failures += 1;
      const status = attempt.status === 200 ? null : attempt.status;
      const retryAfter = attempt.status === null ? null : attempt.retryAfter;
      const at = now();
      const decision = decideRetry({ status, retryAfter, failures, throttles, policy, now: at, random: random() });
      noteTroubled(requestIdOf(attempt));
      log({
        event: "graph.failed",
        tenantId,
        path,
        status: attempt.status,
        ...traceOf(attempt),
        again: decision.again,
      });

      const resume = decision.again ? new Date(at.getTime() + decision.waitMs) : decision.retryAt;
      if (throttled && resume !== null) gate.quiet(at, resume);
      if (decision.again) countWait(decision.waitMs);
      if (!decision.again || (request.deadline && resume !== null && resume > request.deadline)) {
        return problem(failureOf(attempt, resume ?? (throttled ? new Date(at.getTime() + SOME_TIME_MS) : null)));
      }
      if (!throttled) await sleep(decision.waitMs, signal);
      if (signal?.aborted) return problem({ kind: "STOPPED" });
    }
  };

  function ledAway(because: string): GraphAnswer {
    log({ event: "security.led_away_from_graph", tenantId, because });
    return problem({ kind: "LED_AWAY", because });
  }
}

/** When Microsoft throttles us for good without saying how long. */
const SOME_TIME_MS = 60_000;

const TROUBLES: Readonly<Record<Trouble, string>> = {
  NETWORK: "The connection to Microsoft Graph broke off.",
  TIMEOUT: "Microsoft Graph did not answer in time.",
  REDIRECT: "Microsoft Graph redirected us to another address.",
  STOPPED: "The read was stopped.",
};

function callOf(request: GraphRequest, token: string) {
  return {
    url: request.url,
    token,
    headers: {
      Accept: "application/json",
      "client-request-id": randomUUID(),
      ...(request.advanced ? { ConsistencyLevel: "eventual" } : {}),
    },
    ...(request.batch ? { batch: request.batch } : {}),
    ...(request.signal ? { signal: request.signal } : {}),
  };
}

const throttledUntil = (retryAt: Date): GraphAnswer =>
  problem({ kind: "ANSWER", status: 429, code: "TooManyRequests", retryAt });

/** A 424 around a whole batch is the old way to say that some of its parts were throttled; the parts say which. */
function usableBody(request: GraphRequest, attempt: GraphAttempt): Readonly<Record<string, unknown>> | null {
  if (attempt.status === null || !isRecord(attempt.body)) return null;
  const batchOf424 = attempt.status === 424 && request.batch !== undefined && Array.isArray(attempt.body.responses);
  return attempt.status === 200 || batchOf424 ? attempt.body : null;
}

function failureOf(attempt: GraphAttempt, retryAt: Date | null): GraphFailure {
  if (attempt.status !== null && attempt.status !== 200) return failureOfAnswer(attempt.status, attempt.body, retryAt);
  const because =
    attempt.status === null ? TROUBLES[attempt.trouble] : "Microsoft Graph answered with something that is not JSON.";
  return { kind: "BROKEN", because, ...(retryAt === null ? {} : { retryAt }) };
}

/** Microsoft's support asks for the request id first. */
function traceOf(attempt: GraphAttempt): object {
  if (attempt.status === null) return { trouble: attempt.trouble };
  const requestId = requestIdOf(attempt);
  return requestId === null ? {} : { requestId };
}

const requestIdOf = (attempt: GraphAttempt): string | null =>
  attempt.status === null ? null : (attempt.requestId?.slice(0, 64) ?? null);
