import type { GraphQLSchema } from "graphql";
import type { Budget } from "./rate-limit.js";
import { beforeRootFields } from "./root-fields.js";

/** The root fields that reach Microsoft. */
const BUDGETS: Readonly<Record<string, Budget>> = {
  "Mutation.openAccount": "changes",
  "Mutation.checkConsent": "changes",
  "Mutation.importUsers": "changes",
  "Mutation.importMatchingUsers": "changes",
  "Mutation.refreshPerson": "changes",
  "Mutation.enableAutomaticImport": "changes",
  "Mutation.updateSyncSettings": "changes",
  "Mutation.startRun": "changes",
  "Mutation.approveHold": "changes",
  "Mutation.excludePeople": "changes",
  "Mutation.resolveConflict": "changes",
  "Mutation.linkUsers": "changes",
  // Asks as much of Microsoft as a run
  "Query.syncPreview": "changes",
  "Query.candidates": "reads",
  "Query.directoryGroups": "reads",
  "Query.whyPerson": "reads",
};

/** Counts the root fields that reach Microsoft; each alias of one is one. */
export function limitFields(schema: GraphQLSchema): GraphQLSchema {
  const unknown = Object.keys(BUDGETS).filter((field) => !isIn(schema, field));
  if (unknown.length > 0) throw new Error(`Rate limits of fields there are not: ${unknown.join(", ")}`);
  return beforeRootFields(schema, (field, { identity, deps }) => {
    const budget = BUDGETS[field];
    if (budget && identity.kind !== "ANONYMOUS") deps.userLimits.spend(identity.bearer, budget);
  });
}

function isIn(schema: GraphQLSchema, field: string): boolean {
  const [root = "", name = ""] = field.split(".");
  const type = root === "Mutation" ? schema.getMutationType() : schema.getQueryType();
  return type?.getFields()[name] !== undefined;
}
