import type { GraphQLObjectType, GraphQLSchema } from "graphql";
import type { ApiContext } from "./context.js";

/**
 * Has `check` look at each root field, by a name like "Query.users", before its resolver runs; a throw refuses it. It
 * works on the finished schema, so that nobody who writes a resolver has to think of it. (A global middleware would do
 * the same at each scalar.)
 */
export function beforeRootFields(
  schema: GraphQLSchema,
  check: (field: string, context: ApiContext) => void,
): GraphQLSchema {
  const roots: (GraphQLObjectType<unknown, ApiContext> | null | undefined)[] = [
    schema.getQueryType(),
    schema.getMutationType(),
  ];
  for (const root of roots) if (root) guardFields(root, check);
  return schema;
}

function guardFields(
  root: GraphQLObjectType<unknown, ApiContext>,
  check: (field: string, context: ApiContext) => void,
): void {
  for (const [name, field] of Object.entries(root.getFields())) {
    const full = `${root.name}.${name}`;
    const resolve = field.resolve;
    if (!resolve) throw new Error(`${full} has no resolver`);
    field.resolve = (source, args, context, info) => {
      check(full, context);
      return resolve(source, args, context, info);
    };
  }
}
