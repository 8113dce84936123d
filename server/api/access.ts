import { GraphQLError, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import { refusalWords } from "../core/words.js";
import type { Refusal } from "../core/refusal.js";
import { refuse, type Caller } from "../use-cases/sign-in.js";
import type { Bearer } from "../use-cases/ports.js";
import type { ApiContext, Identity } from "./context.js";

/** ADMIN: an active admin. USER: any active user. BEARER: anybody with a verified token of ours. */
type Access = "ADMIN" | "USER" | "BEARER";

/** The root fields that are open to more than admins. A field that is not named here is closed. */
const OPEN: Readonly<Record<string, Access>> = {
  "Query.viewer": "USER",
  "Mutation.openAccount": "BEARER",
};

/**
 * Closes every root field but the named ones to everybody but admins. It works on the finished schema, so that a new
 * resolver is closed without anybody having thought of it. (A global middleware would do the same at each scalar.)
 */
export function closeByDefault(schema: GraphQLSchema): GraphQLSchema {
  const roots: (GraphQLObjectType<unknown, ApiContext> | null | undefined)[] = [
    schema.getQueryType(),
    schema.getMutationType(),
  ];
  for (const root of roots) if (root) closeFields(root);
  return schema;
}

function closeFields(root: GraphQLObjectType<unknown, ApiContext>): void {
  for (const [name, field] of Object.entries(root.getFields())) {
    const access = OPEN[`${root.name}.${name}`] ?? "ADMIN";
    const resolve = field.resolve;
    if (!resolve) throw new Error(`${root.name}.${name} has no resolver`);
    field.resolve = (source, args, context, info) => {
      demand(access, context.identity);
      return resolve(source, args, context, info);
    };
  }
}

function demand(access: Access, identity: Identity): void {
  if (identity.kind === "ANONYMOUS") throw unauthenticated();
  if (access === "BEARER") return;
  if (identity.kind === "REFUSED") throw forbidden(identity.refusal);
  const { bearer, account, user } = identity.caller;
  if (access === "ADMIN" && user.role !== "ADMIN") throw forbidden(refuse(bearer, account, "NOT_ADMIN"));
}

/** The caller of a field that is open to users at most; access was checked before the resolver ran. */
export function callerOf({ identity }: ApiContext): Caller {
  if (identity.kind !== "CALLER") throw unauthenticated();
  return identity.caller;
}

/** The bearer of a field that is open to everybody with a token. */
export function bearerOf({ identity }: ApiContext): Bearer {
  if (identity.kind === "ANONYMOUS") throw unauthenticated();
  return identity.bearer;
}

function unauthenticated(): GraphQLError {
  return new GraphQLError("Sign in with Microsoft first.", {
    extensions: { code: "UNAUTHENTICATED", http: { status: 401 } },
  });
}

function forbidden(refusal: Refusal): GraphQLError {
  return new GraphQLError(refusalWords(refusal.reason), {
    extensions: { code: "FORBIDDEN", refusal, http: { status: 403 } },
  });
}
