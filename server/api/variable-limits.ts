import type { ApolloServerPlugin } from "@apollo/server";
import { getVariableValues } from "graphql";
import type { ApiContext } from "./context.js";
import { costOf } from "./cost.js";
import { badInput } from "./input.js";
import { LIMITS, tooLarge } from "./limits.js";

/** As many as GraphQL itself tells of before it stops looking. */
const MOST_ERRORS = 50;

/** The limits that need the variables, looked at when the request is valid and before any resolver runs. */
export function variableLimits(): ApolloServerPlugin<ApiContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ schema, document, operation, request }) {
          const variables = request.variables ?? {};
          if (longestList(variables) > LIMITS.itemsOfList)
            throw badInput(tooLarge(LIMITS.itemsOfList, "items in a list"));

          // An operation that is not there and values that are wrong are refused by GraphQL, in words of its own.
          const definitions = operation?.variableDefinitions ?? [];
          const { coerced } = getVariableValues(schema, definitions, variables, { maxErrors: MOST_ERRORS });
          const cost = operation && coerced ? costOf({ schema, document, operation, variables: coerced }) : 0;
          if (cost > LIMITS.fieldsOfAnswer)
            throw badInput(tooLarge(LIMITS.fieldsOfAnswer, "fields in the answer, those of each row counted"));
          return Promise.resolve();
        },
      }),
  };
}

/** Without recursion: the variables may be nested as deep as 100 kB of brackets allow. */
function longestList(variables: unknown): number {
  let longest = 0;
  const unseen = [variables];
  while (unseen.length > 0) {
    const value = unseen.pop();
    if (typeof value !== "object" || value === null) continue;
    if (Array.isArray(value)) longest = Math.max(longest, value.length);
    for (const inside of Object.values(value)) unseen.push(inside);
  }
  return longest;
}
