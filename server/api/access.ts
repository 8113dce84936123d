import { GraphQLError, type GraphQLSchema } from "graphql";
import { REFUSAL_WORDS } from "../core/words/access.js";
import type { Refusal } from "../core/refusal.js";
import { refuse, type Caller } from "../use-cases/sign-in.js";
import type { Bearer } from "../use-cases/ports.js";
import type { ApiContext, Identity } from "./context.js";
import { beforeRootFields } from "./root-fields.js";

/** ADMIN: an active admin. USER: any active user. BEARER: anybody with a verified token of ours. */
type Access = "ADMIN" | "USER" | "BEARER";

/** The root fields that are open to more than admins. A field that is not named here is closed. */
const OPEN: Readonly<Record<string, Access>> = {
  "Query.viewer": "USER",
  "Mutation.openAccount": "BEARER",
};

/** Closes every root field but the named ones to everybody but admins; so a new resolver is born closed. */
export function closeByDefault(schema: GraphQLSchema): GraphQLSchema {
  return beforeRootFields(schema, (field, { identity }) => demand(OPEN[field] ?? "ADMIN", identity));
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
  return new GraphQLError(REFUSAL_WORDS[refusal.reason], {
    extensions: { code: "FORBIDDEN", refusal, http: { status: 403 } },
  });
}
