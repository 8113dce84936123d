import { ok, problem, type Result } from "../core/result.js";
import { chunksOf } from "./chunks.js";
import { graphUrl } from "./graph-address.js";
import type { Ask } from "./graph-ask.js";
import { brokenAnswer, failureOfAnswer, isRecord, type GraphFailure } from "./graph-problems.js";
import { decideRetry, type Patience, type RetryDecision, type RetryPolicy } from "./graph-retry.js";
import { inLanes } from "./in-lanes.js";
import type { TenantGate } from "./tenant-gate.js";
import { countWait, noteTroubled } from "./usage.js";

/** Microsoft's own bound. */
export const MOST_PARTS = 20;

/** One GET of a batch. */
export interface BatchPart {
  readonly id: string;
  /** Relative to /v1.0, e.g. "/users/…?$select=id". */
  readonly url: string;
  /** Asks the eventually consistent index: headers of the batch do not reach its parts. */
  readonly advanced?: boolean;
}

/** The body of a part that answered 200, or why there is none. */
export type PartAnswer = Result<unknown, GraphFailure>;

export interface BatchContext extends Patience {
  readonly ask: Ask;
  readonly gate: TenantGate;
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: string | null;
}

/**
 * Asks many things at once, 20 to a request. Parts that were throttled or met a fault are asked again in a new batch
 * after the longest wait any of them named: no library does that for us. Fails as a whole only when a batch itself does.
 */
export async function askBatch(
  context: BatchContext,
  parts: readonly BatchPart[],
  policy: RetryPolicy,
  signal?: AbortSignal,
): Promise<Result<ReadonlyMap<string, PartAnswer>, GraphFailure>> {
  const chunks = chunksOf(parts, MOST_PARTS);
  const results = await inLanes(chunks, (chunk) => askChunk(context, chunk, policy, signal));

  const answers = new Map<string, PartAnswer>();
  for (const result of results) {
    if (!result.ok) return result;
    for (const [id, answer] of result.value) answers.set(id, answer);
  }
  return ok(answers);
}

async function askChunk(
  context: BatchContext,
  parts: readonly BatchPart[],
  policy: RetryPolicy,
  signal: AbortSignal | undefined,
): Promise<Result<ReadonlyMap<string, PartAnswer>, GraphFailure>> {
  const answers = new Map<string, PartAnswer>();

  for (let open = parts, tries = 1; ; tries += 1) {
    const batch = { requests: open.map(requestOf) };
    const answer = await context.ask({ url: graphUrl("$batch"), batch, policy, ...(signal ? { signal } : {}) });
    if (!answer.ok) return answer;

    const replies = repliesOf(answer.value);
    const waits: number[] = [];
    const again: BatchPart[] = [];
    for (const [index, part] of open.entries()) {
      const reply = replies.get(String(index));
      if (reply?.status === 200) answers.set(part.id, ok(reply.body));
      else {
        // That there is no such group or person is an answer
        if (reply && reply.status !== 404) noteTroubled(requestIdOf(reply.body));
        const decision = nextFor(context, reply, tries, policy);
        if (reply?.status === 429) quietGate(context, decision);
        if (decision.again) {
          again.push(part);
          waits.push(decision.waitMs);
        } else answers.set(part.id, { ok: false, problem: failureOf(reply, decision.retryAt) });
      }
    }

    if (again.length === 0) return ok(answers);
    const waitMs = Math.max(...waits);
    countWait(waitMs);
    await context.sleep(waitMs, signal);
    if (signal?.aborted) return problem({ kind: "STOPPED" });
    open = again;
  }
}

function nextFor(context: BatchContext, reply: Reply | undefined, tries: number, policy: RetryPolicy) {
  // 424: the part was not tried because another one failed.
  const status = reply === undefined || reply.status === 424 ? null : reply.status;
  return decideRetry({
    status,
    retryAfter: reply?.retryAfter ?? null,
    failures: tries,
    throttles: tries,
    policy,
    now: context.now(),
    random: context.random(),
  });
}

function quietGate({ gate, now }: BatchContext, decision: RetryDecision): void {
  const until = decision.again ? new Date(now().getTime() + decision.waitMs) : decision.retryAt;
  if (until !== null) gate.quiet(now(), until);
}

/** Numbered, because Graph refuses a batch whose ids differ in nothing but their case. */
const requestOf = (part: BatchPart, index: number) => ({
  id: String(index),
  method: "GET",
  url: part.url,
  ...(part.advanced ? { headers: { ConsistencyLevel: "eventual" } } : {}),
});

/** Replies come in any order, so they are found by their id. */
function repliesOf(body: Readonly<Record<string, unknown>>): ReadonlyMap<string, Reply> {
  const replies = new Map<string, Reply>();
  for (const row of Array.isArray(body.responses) ? (body.responses as unknown[]) : []) {
    if (!isRecord(row) || typeof row.id !== "string" || typeof row.status !== "number") continue;
    replies.set(row.id, { status: row.status, body: row.body, retryAfter: retryAfterOf(row.headers) });
  }
  return replies;
}

function retryAfterOf(headers: unknown): string | null {
  if (!isRecord(headers)) return null;
  const found = Object.entries(headers).find(([name]) => name.toLowerCase() === "retry-after")?.[1];
  return typeof found === "string" || typeof found === "number" ? String(found) : null;
}

/** Parts have no headers of their own from Microsoft: the id stands in the error. */
function requestIdOf(body: unknown): string | null {
  const error = isRecord(body) && isRecord(body.error) ? body.error.innerError : null;
  const id = isRecord(error) ? error["request-id"] : null;
  return typeof id === "string" ? id.slice(0, 64) : null;
}

function failureOf(reply: Reply | undefined, retryAt: Date | null): GraphFailure {
  if (reply === undefined) return brokenAnswer("A batch of Microsoft Graph came back without one of its answers.");
  return failureOfAnswer(reply.status, reply.body, retryAt);
}
