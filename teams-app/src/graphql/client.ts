import type { Session, TokenAnswer } from "../auth/session.js";
import type { TypedDocumentString } from "./generated/graphql.js";
import { readAnswer, type Answer, type Trouble } from "./trouble.js";

/** Asks the API one operation. Never throws but for an aborted signal: whatever goes wrong is a Trouble. */
export type Request = <TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
  signal?: AbortSignal,
) => Promise<Answer<TResult>>;

/** Takes a token before each request and, when the server refuses it, one fresh token before giving up. */
export function createRequest(session: Pick<Session, "getToken">, onTrouble: (trouble: Trouble) => void): Request {
  const attempt = async <T>(body: string, fresh: boolean, signal?: AbortSignal): Promise<Answer<T>> => {
    const token = await session.getToken({ fresh });
    if (!token.ok) return { ok: false, trouble: tokenTrouble(token) };
    return post<T>(body, token.token, signal);
  };

  return async (document, variables, signal) => {
    const body = JSON.stringify({ query: document.toString(), variables });
    let answer: Answer<never> | Awaited<ReturnType<typeof attempt>> = await attempt(body, false, signal);
    if (!answer.ok && answer.trouble.kind === "ended") answer = await attempt(body, true, signal);
    if (!answer.ok) onTrouble(answer.trouble);
    return answer as Answer<never>;
  };
}

/** The server answers within 30 seconds, if only to say that it took too long; a line that died says nothing. */
const ANSWERS_WITHIN_MS = 40_000;

async function post<T>(body: string, token: string, signal?: AbortSignal): Promise<Answer<T>> {
  const late = AbortSignal.timeout(ANSWERS_WITHIN_MS);
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/graphql-response+json, application/json;q=0.9",
        authorization: `Bearer ${token}`,
      },
      body,
      credentials: "omit",
      signal: signal ? AbortSignal.any([signal, late]) : late,
    });
    const text = await response.text();
    return readAnswer<T>(response.status, response.headers.get("retry-after"), parsed(text));
  } catch (error) {
    if (signal?.aborted) throw error;
    if (late.aborted) return { ok: false, trouble: { kind: "timeout", reference: null } };
    return { ok: false, trouble: { kind: "offline" } };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function tokenTrouble(answer: Extract<TokenAnswer, { ok: false }>): Trouble {
  return answer.why === "host" ? { kind: "host", detail: answer.detail } : { kind: answer.why };
}
