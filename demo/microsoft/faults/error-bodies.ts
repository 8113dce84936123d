import { deniedForLackOfRole, expiredPageToken, GraphProblem, notFound } from "../graph/errors.js";
import type { IdentityProblem } from "../identity/errors.js";
import { CLIENT_ID } from "../registration.js";

/** What Graph says with each status when nothing else is asked for: its code and its words. */
const GRAPH: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ["Request_BadRequest", "Bad request."],
  401: ["InvalidAuthenticationToken", "Lifetime validation failed, the token is expired."],
  410: ["resyncRequired", "Resync required. Replace any local items with the server's version."],
  424: ["FailedDependency", "A request this one depends on has failed."],
  429: ["TooManyRequests", "Please retry again later."],
  500: ["InternalServerError", "An internal server error occurred. The operation failed."],
  501: ["NotImplemented", "The requested feature is not implemented."],
  502: ["BadGateway", "The server, while acting as a proxy, received an invalid response from the upstream server."],
  503: ["ServiceUnavailable", "Service is temporarily unavailable. Please wait and try again."],
  504: ["GatewayTimeout", "The server did not receive a timely response from an upstream server."],
};

export function graphError(
  { status, code }: { status: number; code?: string | undefined },
  objectId: string,
): GraphProblem {
  const known = [deniedForLackOfRole(), notFound(objectId), expiredPageToken()];
  const meant = known.find((each) => each.status === status && (code ?? GRAPH[status]?.[0] ?? each.code) === each.code);
  if (meant) return meant;
  const [usualCode, message] = GRAPH[status] ?? ["UnknownError", "An error has occurred."];
  return new GraphProblem(status, code ?? usualCode, message);
}

/** By AADSTS number; what Microsoft may renumber is the number, so products must go by `error`. */
const TOKEN_ENDPOINT: Readonly<Record<number, readonly [error: string, message: string]>> = {
  50196: ["invalid_grant", "The server terminated an operation because it encountered a client request loop."],
  50105: ["invalid_grant", "The signed in user is not assigned to a role for the application."],
  53003: ["access_denied", "Access has been blocked by Conditional Access policies."],
  65001: [
    "invalid_grant",
    `The user or administrator has not consented to use the application with ID '${CLIENT_ID}'.`,
  ],
  700016: ["unauthorized_client", `Application with identifier '${CLIENT_ID}' was not found in the directory.`],
  7000112: ["unauthorized_client", `Application '${CLIENT_ID}' is disabled.`],
  7000215: ["invalid_client", `Invalid client secret provided for app '${CLIENT_ID}'.`],
  7000222: ["invalid_client", `The provided client secret keys for app '${CLIENT_ID}' are expired.`],
  7000229: ["invalid_client", `The client application ${CLIENT_ID} is missing service principal in the tenant.`],
  90002: ["invalid_request", "Tenant not found. Check to make sure you have the correct tenant ID."],
  90006: ["server_error", "The service is temporarily unavailable. Please retry later."],
  90033: ["temporarily_unavailable", "A transient error has occurred. Please try again."],
  90055: ["temporarily_unavailable", "Tenant is throttled due to too many incoming requests."],
};

const NUMBER_OF_STATUS: Readonly<Record<number, number>> = { 401: 7000215, 429: 90055, 500: 90006, 502: 90006 };

export function tokenEndpointError(wanted: {
  status: number;
  aadsts?: number | undefined;
  code?: string | undefined;
}): IdentityProblem {
  const { status, code } = wanted;
  const aadsts = wanted.aadsts ?? NUMBER_OF_STATUS[status] ?? (status >= 500 ? 90033 : 90002);
  const [error, message] = TOKEN_ENDPOINT[aadsts] ?? ["invalid_request", "The request could not be processed."];
  return { error: code ?? error, aadsts, message };
}
