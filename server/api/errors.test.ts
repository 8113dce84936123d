import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { GraphQLError } from "graphql";
import { describe, expect, it } from "vitest";
import type { ApiContext } from "./context.js";
import { errorPlugin, maskError } from "./errors.js";

/** What comes of a request during which `fail` throws, in a resolver or in a hook beside it. */
async function answerWhen(where: "resolver" | "hook", fail: () => never, variables: object = {}) {
  const logged: object[] = [];
  const hook: ApolloServerPlugin<ApiContext> = {
    requestDidStart: () =>
      Promise.resolve({ didResolveOperation: () => (where === "hook" ? fail() : Promise.resolve()) }),
  };
  const server = new ApolloServer<ApiContext>({
    typeDefs: "type Query { field(list: [Int!]): Int }",
    resolvers: { Query: { field: () => (where === "resolver" ? fail() : 1) } },
    formatError: maskError,
    includeStacktraceInErrorResponses: false,
    plugins: [errorPlugin({ error: (fields) => logged.push(fields) }), hook],
  });
  const { body } = await server.executeOperation(
    { query: "query ($list: [Int!]) { field(list: $list) }", variables },
    { contextValue: { requestId: "one" } as ApiContext },
  );
  await server.stop();
  return { text: JSON.stringify(body), logged };
}

const broken = (): never => {
  throw new TypeError("canary");
};

describe("an error of a GraphQL request", () => {
  it.each(["resolver", "hook"] as const)(
    "that is our fault is logged once and shown without its insides: in a %s",
    async (where) => {
      const { text, logged } = await answerWhen(where, broken);

      expect(text).toContain("Something went wrong on our side.");
      expect(text).toContain('"code":"INTERNAL_SERVER_ERROR","requestId":"one"');
      expect(text).not.toContain("canary");
      expect(logged).toEqual([{ requestId: "one", err: expect.objectContaining({ message: "canary" }) as unknown }]);
    },
  );

  it.each(["resolver", "hook"] as const)(
    "that was written for the client is shown and not logged: in a %s",
    async (where) => {
      const { text, logged } = await answerWhen(where, () => {
        throw new GraphQLError("Sign in first.", { extensions: { code: "UNAUTHENTICATED" } });
      });

      expect(text).toContain('"message":"Sign in first."');
      expect(text).toContain('"code":"UNAUTHENTICATED"');
      expect(logged).toEqual([]);
    },
  );

  it("that is the client's, of a kind that GraphQL gives no code, does not pass for ours", async () => {
    const { text, logged } = await answerWhen("resolver", broken, { list: Array(60).fill(null) });

    expect(text).toContain("Too many errors processing variables");
    expect(text).toContain('"code":"BAD_USER_INPUT"');
    expect(text).not.toContain("INTERNAL_SERVER_ERROR");
    expect(logged).toEqual([]);
  });
});
