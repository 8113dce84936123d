import { randomUUID } from "node:crypto";

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
export const notSimulated = (what: string): GraphProblem =>
  new GraphProblem(501, "NotImplemented", `The pretend Graph does not know ${what}.`);

/** `innerError` is camel case on the wire, and its date has no zone. */
export function errorEnvelope(
  problem: GraphProblem,
  requestId: string,
  clientRequestId: string | undefined,
  now: Date,
): object {
  const innerError = {
    date: now.toISOString().slice(0, 19),
    "request-id": requestId,
    "client-request-id": clientRequestId ?? requestId,
  };
  return { error: { code: problem.code, message: problem.message, innerError } };
}

export function newRequestId(): string {
  return randomUUID();
}
