import type { IdentityProblem } from "./errors.js";

export type Granted = { granted: object } | { problem: IdentityProblem };

/** What the caller says of itself: from which origin it asks, and whether it proved to be the application. A false proof never gets this far. */
export interface Caller {
  origin: string | undefined;
  proven: boolean;
}

export const missingSecret: IdentityProblem = {
  error: "invalid_client",
  aadsts: 7000218,
  status: 401,
  message: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
};

export function missing(parameter: string): IdentityProblem {
  return {
    error: "invalid_request",
    aadsts: 900144,
    message: `The request body must contain the following parameter: '${parameter}'.`,
  };
}
