import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";

/*
 * What the schema takes, found by walking it, so that what is added to it tomorrow is tested tomorrow.
 */

export interface RootField {
  readonly root: "Query" | "Mutation";
  readonly field: GraphQLField<unknown, unknown>;
}

export interface Operation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** A place where a client may write text of its own: a string, an id, or a scalar that is written as one. */
export interface TextPlace {
  /** Like "Mutation.importUsers.input.directoryIds[]". */
  readonly name: string;
  readonly type: string;
  /** The simplest operation that has this value there. */
  readonly operation: (value: unknown) => Operation;
}

export function rootFields(schema: GraphQLSchema): readonly RootField[] {
  return (["Query", "Mutation"] as const).flatMap((root) => {
    const type = root === "Query" ? schema.getQueryType() : schema.getMutationType();
    return Object.values(type?.getFields() ?? {}).map((field) => ({ root, field }));
  });
}

/** A call of a field with the given arguments, and the simplest values for the others that it must have. */
export function operationOf({ root, field }: RootField, given: Record<string, unknown> = {}): Operation {
  const needed = field.args.filter(isRequiredArgument).map(({ name, type }) => [name, simplest(type)] as const);
  const variables = { ...Object.fromEntries(needed), ...given };

  const args = field.args.filter(({ name }) => name in variables);
  const list = (texts: readonly string[]) => (texts.length === 0 ? "" : `(${texts.join(", ")})`);
  const declared = list(args.map(({ name, type }) => `$${name}: ${String(type)}`));
  const passed = list(args.map(({ name }) => `${name}: $${name}`));
  return { query: `${root.toLowerCase()} ${declared} { ${field.name}${passed} ${selectionOf(field)} }`, variables };
}

function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return "";
  const mayRefuse = isUnionType(type) && type.getTypes().some(({ name }) => name === "Problem");
  return mayRefuse ? "{ __typename ... on Problem { code message } }" : "{ __typename }";
}

/** Scalars that are not written as text. */
const SIMPLEST: Readonly<Record<string, unknown>> = { Int: 1, Float: 1, Boolean: true };

function simplest(type: GraphQLInputType): unknown {
  const plain = getNullableType(type);
  if (isListType(plain)) return [];
  if (isEnumType(plain)) return plain.getValues()[0]?.name;
  if (!isInputObjectType(plain)) return SIMPLEST[plain.name] ?? "x";
  const required = Object.values(plain.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(required.map((field) => [field.name, simplest(field.type)]));
}

export function textPlaces(schema: GraphQLSchema): readonly TextPlace[] {
  return rootFields(schema).flatMap((rootField) =>
    rootField.field.args.flatMap((arg) =>
      textsIn(arg.type).map(({ path, type, around }) => ({
        name: `${rootField.root}.${rootField.field.name}.${arg.name}${path}`,
        type,
        operation: (value: unknown) => operationOf(rootField, { [arg.name]: around(value) }),
      })),
    ),
  );
}

/** A place within an argument, and the argument that has a value there. */
interface TextWithin {
  readonly path: string;
  readonly type: string;
  readonly around: (value: unknown) => unknown;
}

function textsIn(type: GraphQLInputType): readonly TextWithin[] {
  const plain = getNullableType(type);
  if (isListType(plain))
    return textsIn(plain.ofType).map(({ path, type, around }) => ({
      path: `[]${path}`,
      type,
      around: (value) => [around(value)],
    }));
  if (isInputObjectType(plain))
    return Object.values(plain.getFields()).flatMap((field) =>
      textsIn(field.type).map(({ path, type, around }) => ({
        path: `.${field.name}${path}`,
        type,
        around: (value) => ({ ...(simplest(plain) as object), [field.name]: around(value) }),
      })),
    );
  if (isEnumType(plain) || plain.name in SIMPLEST) return [];
  return [{ path: "", type: plain.name, around: (value) => value }];
}
