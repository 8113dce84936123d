import type { ApolloServerPlugin } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import type { NextFunction, Request, Response } from "express";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { ApiContext } from "./context.js";

/** The little of a logger that the HTTP side needs. */
export interface RequestLog {
  error(fields: object, message: string): void;
}

const OUR_FAULT = "Something went wrong on our side. Nothing is lost; please try again.";
/** Both for a body that says its size and for one that turns out larger when it is unpacked. */
export const TOO_LARGE = { code: "PAYLOAD_TOO_LARGE", message: "The request is too large: at most 100 kB." } as const;
const NOT_READY = "Rollcall cannot reach its database or Microsoft just now. Please try again in a moment.";

/** A trouble of ours that passes by itself: the database or Microsoft's keys cannot be had just now. */
export function unavailable(requestId: string): GraphQLError {
  return new GraphQLError(NOT_READY, {
    extensions: { code: "SERVICE_UNAVAILABLE", requestId, http: { status: 503 } },
  });
}

/** An error somebody wrote for the client to read: by us in a resolver, or by GraphQL about the request. */
function isMeantForClient(error: unknown): boolean {
  return thrown(error) instanceof GraphQLError;
}

/** What a resolver threw, or a hook of ours: Apollo wraps that one, too, and it points at no part of the request. */
function thrown(error: unknown): unknown {
  const inHook = error instanceof GraphQLError && error.nodes === undefined ? error.originalError : undefined;
  return inHook ?? unwrapResolverError(error);
}

const INTERNAL = "INTERNAL_SERVER_ERROR";

/**
 * Refusals and the client's own mistakes as they are; anything else as one sentence without its insides. A mistake that
 * GraphQL gives no code of its own (more than 50 wrong values in the variables) would pass for one of ours.
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (!isMeantForClient(error)) return { message: OUR_FAULT, extensions: { code: INTERNAL } };
  if (formatted.extensions?.code !== INTERNAL) return formatted;
  return { ...formatted, extensions: { ...formatted.extensions, code: "BAD_USER_INPUT" } };
}

/** Logs what was masked, once, and puts the request's id into the answer, under which the log holds the rest. */
export function errorPlugin(log: RequestLog): ApolloServerPlugin<ApiContext> {
  return {
    requestDidStart: ({ contextValue: { requestId } }) =>
      Promise.resolve({
        didEncounterErrors({ errors }) {
          for (const error of errors)
            if (!isMeantForClient(error)) log.error({ requestId, err: thrown(error) }, "a request failed");
          return Promise.resolve();
        },
        willSendResponse({ response }) {
          response.http.headers.set("cache-control", "no-store");
          if (response.body.kind === "single" && response.body.singleResult.errors) {
            const { singleResult } = response.body;
            singleResult.errors = singleResult.errors?.map((error) => withRequestId(error, requestId)) ?? [];
          }
          return Promise.resolve();
        },
      }),
  };
}

function withRequestId(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, requestId } };
}

/** An answer outside GraphQL, in the shape of one. */
export function refuse(response: Response, status: number, code: string, message: string): void {
  const requestId = String(response.getHeader("x-request-id"));
  response.status(status).json({ errors: [{ message, extensions: { code, requestId } }] });
}

/** The last word of the HTTP server: the same shape as a GraphQL answer, and never a stack. */
export function httpErrors(log: RequestLog) {
  return (error: unknown, _request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    const requestId = String(response.getHeader("x-request-id"));
    if (status >= 500) log.error({ requestId, err: error }, "a request failed");
    refuse(response, status, codeOf(status), wordsOf(status));
  };
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && "status" in error ? error.status : undefined;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}

function wordsOf(status: number): string {
  if (status === 413) return TOO_LARGE.message;
  return status < 500 ? "The request cannot be read." : OUR_FAULT;
}

function codeOf(status: number): string {
  if (status === 413) return TOO_LARGE.code;
  return status < 500 ? "BAD_REQUEST" : INTERNAL;
}
