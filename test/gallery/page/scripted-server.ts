import { operationOf, type Answer, type Reply } from "../state.js";

/** Answers the tab's requests from a state, in place of the network; says loudly what no state foresaw. */
export function answerFrom(answers: readonly Answer[]): typeof fetch {
  const asked = new Map<string, number>();
  return async (_address, init) => {
    if (init?.method === "HEAD") return new Response();
    const { query } = JSON.parse(init?.body as string) as { query: string };
    const operation = operationOf(query);
    const replies = answers.findLast((known) => known.operation === operation)?.replies ?? [];
    const turn = asked.get(operation) ?? 0;
    asked.set(operation, turn + 1);
    const reply = replies[Math.min(turn, replies.length - 1)];
    if (reply === undefined) throw new Error(`The gallery has no answer for ${operation}.`);
    return responseOf(reply);
  };
}

function responseOf(reply: Reply<unknown>): Promise<Response> {
  if (reply === "never") return new Promise(() => undefined);
  if (reply === "offline") return Promise.reject(new TypeError("Failed to fetch"));
  if ("data" in reply) return Promise.resolve(Response.json(reply));
  const headers = reply.retryAfter ? { "retry-after": reply.retryAfter } : undefined;
  return Promise.resolve(Response.json(reply.body, { status: reply.status, ...(headers ? { headers } : {}) }));
}
