import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import express from "express";
import { buildSchema, execute, GraphQLScalarType, parse, printSchema, validate, type GraphQLSchema } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";
import type { ApiDeps } from "../server/api/context.js";
import { graphqlHttp } from "../server/api/graphql.js";
import { createSchema } from "../server/api/schema.js";
import type { User } from "../server/core/model.js";
import { admin, ids, NOW, settings, user } from "../test/builders.js";
import type { Bench } from "./bench.js";
import { startHelper } from "./helper.js";
import { compare, cpuTime } from "./measure.js";

const QUERY = `query ($first: Int!) {
  users(first: $first) {
    nodes {
      id displayName givenName surname email userPrincipalName jobTitle department role status disabledBy disabledAt
      disabledReason origin managedBy directoryId directoryState groups { id displayName } createdAt updatedAt lastSignInAt
    }
    pageInfo { hasNextPage endCursor }
    totalCount
  }
}`;
const TIMES = 20;

/** P10: a page of users through the API, by graphql-js alone on a schema of the same shape. Databases play no part. */
export const graphqlPage: Bench = {
  id: "P10",
  async run(scaled) {
    const first = scaled(500);
    const users = ids(first).map((id) => user(id, { lastSignInAt: NOW }));
    const body = JSON.stringify({ query: QUERY, variables: { first } });
    const [asker, ours, bare] = await Promise.all([
      startHelper("asker.ts"),
      serve(await apiOver(users)),
      serve(bareExecution(await createSchema(), users)),
    ]);
    const ask = (url: string) => asker.ask({ url, body, times: TIMES });
    if ((await ask(ours.url)) !== (await ask(bare.url))) throw new Error("The two do not answer the same.");

    const row = await compare(`${TIMES} pages of ${first} users over HTTP, by graphql-js alone`, 1.3, cpuTime, {
      ours: () => ask(ours.url),
      reference: () => ask(bare.url),
    });
    asker.stop();
    ours.close();
    bare.close();
    return [row];
  },
};

async function apiOver(users: readonly User[]): Promise<RequestListener> {
  const { handlers } = await graphqlHttp({ deps: depsOver(users), introspection: true, log: console });
  return express().use("/", ...handlers);
}

/** All that this one query asks of the product behind the API. */
function depsOver(users: readonly User[]): ApiDeps {
  const bearer = { tenantId: "tenant", objectId: "admin" };
  return {
    verifier: { verify: () => Promise.resolve(bearer) },
    userLimits: { spend: () => undefined },
    accounts: {
      byTenant: () => Promise.resolve({ id: "account", tenantId: "tenant", closedAt: null, shownEmail: "MAIL" }),
    },
    users: {
      byDirectoryIds: () => Promise.resolve([admin]),
      page: () => Promise.resolve({ users, next: null, total: users.length }),
    },
    settings: { get: () => Promise.resolve(settings()) },
  } as unknown as ApiDeps;
}

/** The same schema without anything of ours in it: parsed, validated and executed anew at each request. */
function bareExecution(ours: GraphQLSchema, users: readonly User[]): RequestListener {
  const schema = buildSchema(printSchema(ours));
  const dateTime = schema.getType("DateTime");
  if (dateTime instanceof GraphQLScalarType) dateTime.serialize = GraphQLDateTime.serialize;
  const nodes = users.map((one) => ({ ...one, groups: [{ id: "sales", displayName: "Sales" }] }));
  const rootValue = { users: { nodes, pageInfo: { hasNextPage: false, endCursor: null }, totalCount: nodes.length } };

  const answer = async (body: string): Promise<string> => {
    const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
    const document = parse(query);
    const errors = validate(schema, document);
    const result =
      errors.length > 0 ? { errors } : await execute({ schema, document, rootValue, variableValues: variables });
    return `${JSON.stringify(result)}\n`;
  };
  return (request, response) =>
    void text(request)
      .then(answer)
      .then((json) => response.setHeader("content-type", "application/json").end(json));
}

async function serve(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
