import { randomUUID } from "node:crypto";
import { json, type Headers, type Reply } from "../http/exchange.js";

/** What Graph answers when it cannot: thrown inside the pretend Graph, turned into its envelope at the edge. */
export class GraphProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const badRequest = (message: string): GraphProblem => new GraphProblem(400, "Request_BadRequest", message);
export const unsupportedQuery = (message = "Unsupported Query."): GraphProblem =>
  new GraphProblem(400, "Request_UnsupportedQuery", message);
export const deniedForLackOfRole = (): GraphProblem =>
  new GraphProblem(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
export const notFound = (id: string): GraphProblem =>
  new GraphProblem(
    404,
    "Request_ResourceNotFound",
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
export const expiredPageToken = (): GraphProblem =>
  new GraphProblem(
    400,
    "Directory_ExpiredPageToken",
    "The specified page token value has expired and can no longer be included in your request.",
  );
export const notSimulated = (what: string): GraphProblem =>
  new GraphProblem(501, "NotImplemented", `The pretend Graph does not know ${what}.`);

/** The ids that Microsoft's support asks for. */
export interface Trace {
  requestId: string;
  clientRequestId: string;
}

export function newTrace(clientRequestId?: string): Trace {
  const requestId = randomUUID();
  return { requestId, clientRequestId: clientRequestId ?? requestId };
}

export const traceHeaders = ({ requestId, clientRequestId }: Trace): Record<string, string> => ({
  "request-id": requestId,
  "client-request-id": clientRequestId,
  "cache-control": "no-cache",
});

/** `innerError` is camel case on the wire, and its date has no zone. */
function errorEnvelope(problem: GraphProblem, { requestId, clientRequestId }: Trace, now: Date): object {
  const innerError = {
    ...(problem.status === 429 ? { code: "429", message: "Please retry after", status: "429" } : {}),
    date: now.toISOString().slice(0, 19),
    "request-id": requestId,
    "client-request-id": clientRequestId,
  };
  return { error: { code: problem.code, message: problem.message, innerError } };
}

const CHALLENGE = `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"`;

/** The whole answer to a request that Graph refuses. */
export function problemReply(problem: GraphProblem, trace: Trace, now: Date, headers: Headers = {}): Reply {
  return json(problem.status, errorEnvelope(problem, trace, now), {
    ...traceHeaders(trace),
    ...(problem.status === 401 ? { "www-authenticate": CHALLENGE } : {}),
    ...(problem.status === 405 ? { allow: "GET" } : {}),
    ...headers,
  });
}
