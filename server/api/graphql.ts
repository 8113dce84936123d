import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { expressMiddleware } from "@as-integrations/express5";
import { GraphQLError } from "graphql";
import express, { type ErrorRequestHandler, type RequestHandler } from "express";
import { bodyLimit } from "./body-limit.js";
import { identityOf, type ApiContext, type ApiDeps } from "./context.js";
import { errorPlugin, maskError, unavailable, type RequestLog } from "./errors.js";
import { limitRules } from "./limits.js";
import { createSchema } from "./schema.js";
import { timeLimit } from "./time-limit.js";
import { variableLimits } from "./variable-limits.js";

const LARGEST_BODY_BYTES = 100 * 1024;
/** Far more tokens than the largest operation of the tab has, and few enough to be parsed at once. */
const MOST_TOKENS = 2000;
const ANSWER_WITHIN_MS = 30_000;

export interface GraphqlHttp {
  readonly handlers: readonly (RequestHandler | ErrorRequestHandler)[];
  stop(): Promise<void>;
}

/** The GraphQL API over HTTP. */
export async function graphqlHttp(options: {
  readonly deps: ApiDeps;
  readonly introspection: boolean;
  readonly log: RequestLog;
  /** Longest that somebody waits for an answer. */
  readonly answerWithinMs?: number | undefined;
}): Promise<GraphqlHttp> {
  const { deps, introspection, log } = options;
  const server = new ApolloServer<ApiContext>({
    schema: await createSchema(),
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: MOST_TOKENS },
    validationRules: [...limitRules],
    stopOnTerminationSignals: false,
    formatError: maskError,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      errorPlugin(log),
      variableLimits(),
    ],
  });
  await server.start();

  const context = async ({ req, res }: { req: express.Request; res: express.Response }): Promise<ApiContext> => {
    const requestId = String(res.getHeader("x-request-id"));
    try {
      return { requestId, deps, identity: await identityOf(deps, req) };
    } catch (error) {
      // Thrown before there is a request, so that no plugin sees it
      if (error instanceof GraphQLError) throw Object.assign(error, { extensions: { ...error.extensions, requestId } });
      log.error({ requestId, err: error }, "a caller could not be looked up");
      throw unavailable(requestId);
    }
  };
  const limit = timeLimit(options.answerWithinMs ?? ANSWER_WITHIN_MS);
  return {
    handlers: [
      limit.start,
      bodyLimit(LARGEST_BODY_BYTES),
      express.json({ limit: LARGEST_BODY_BYTES }), // of what a packed body unpacks to
      expressMiddleware(server, { context }),
      limit.end,
    ],
    stop: () => server.stop(),
  };
}
