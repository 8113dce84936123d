import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type ASTNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from "graphql";

/**
 * The most one request may ask for. Every operation of the tab stays far below: its deepest has 5 levels. Fragments
 * count as often as they are used, because that is what they cost.
 */
export const LIMITS = {
  depth: 12,
  aliases: 30,
  /** Fields in all: the answer of a few bytes that asks for millions is refused before anything is read. */
  fields: 500,
  rootFieldsOfQuery: 10,
  /** Mutations reach Microsoft and the database; who wants more sends more requests, which are counted. */
  rootFieldsOfMutation: 3,
  directivesOfOnePlace: 3,
  directives: 30,
  operations: 20,
  /** Of an argument or a variable. Where fewer make sense, the use case says so in its own words. */
  itemsOfList: 1000,
  /** With its pages: three full pages of 20 fields a row. The tab's largest question asks for a quarter of it. */
  fieldsOfAnswer: 30_000,
} as const;

/** What a selection asks for, everything below it included. */
interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  readonly rootFields: number;
}

const NOTHING: Size = { depth: 0, aliases: 0, fields: 0, rootFields: 0 };

/** Limits on depth, aliases, fields and root fields of each operation. */
const operationLimits: ValidationRule = (context) => {
  const sizeOf = measure(context);
  return {
    OperationDefinition(node) {
      const size = sizeOf(node.selectionSet);
      const most =
        node.operation === OperationTypeNode.MUTATION ? LIMITS.rootFieldsOfMutation : LIMITS.rootFieldsOfQuery;
      refuseAbove(context, node, size.depth, LIMITS.depth, "levels deep");
      refuseAbove(context, node, size.aliases, LIMITS.aliases, "aliases");
      refuseAbove(context, node, size.fields, LIMITS.fields, "fields in all, fragments counted at each use");
      refuseAbove(context, node, size.rootFields, most, `fields of ${rootOf(node)}`);
    },
  };
};

/** Limits on directives: of one field, fragment or operation, and of the document. */
const directiveLimits: ValidationRule = (context) => {
  let total = 0;
  const enter = (node: ASTNode & { readonly directives?: readonly unknown[] | undefined }) => {
    const here = node.directives?.length ?? 0;
    total += here;
    refuseAbove(context, node, here, LIMITS.directivesOfOnePlace, "directives in one place");
  };
  return {
    Field: enter,
    InlineFragment: enter,
    FragmentSpread: enter,
    FragmentDefinition: enter,
    OperationDefinition: enter,
    VariableDefinition: enter,
    Document: { leave: (node) => refuseAbove(context, node, total, LIMITS.directives, "directives") },
  };
};

/** One operation is run; the others of a document are only work for whoever validates them. */
const documentLimits: ValidationRule = (context) => ({
  Document(node) {
    const operations = node.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
    refuseAbove(context, node, operations, LIMITS.operations, "operations");
  },
});

/** Lists in the text itself; those in variables are measured with them. */
const listLimits: ValidationRule = (context) => ({
  ListValue: (node) => refuseAbove(context, node, node.values.length, LIMITS.itemsOfList, "items in a list"),
});

/** The rules of our own that a request passes beside GraphQL's; each refusal is a 400 that names the bound. */
export const limitRules: readonly ValidationRule[] = [operationLimits, directiveLimits, documentLimits, listLimits];

/** Measures each fragment once, however often it is used, so that measuring costs no more than reading. */
function measure(context: ValidationContext): (selections: SelectionSetNode) => Size {
  /** null while a fragment is being measured: who meets it then is in a circle, which GraphQL itself refuses. */
  const known = new Map<FragmentDefinitionNode, Size | null>();

  const ofFragment = (name: string): Size => {
    const fragment = context.getFragment(name);
    if (!fragment) return NOTHING;
    const before = known.get(fragment);
    if (before !== undefined) return before ?? NOTHING;
    known.set(fragment, null);
    const size = ofSelections(fragment.selectionSet);
    known.set(fragment, size);
    return size;
  };

  const ofField = (field: FieldNode): Size => {
    const below = field.selectionSet ? ofSelections(field.selectionSet) : NOTHING;
    return {
      // Introspection by the book is deeper than any question of ours, and GraphQL bounds its circles by itself.
      depth: field.name.value.startsWith("__") ? 1 : 1 + below.depth,
      aliases: (field.alias ? 1 : 0) + below.aliases,
      fields: 1 + below.fields,
      rootFields: 1,
    };
  };

  const ofSelections = (set: SelectionSetNode): Size =>
    set.selections
      .map((selection) => {
        if (selection.kind === Kind.FIELD) return ofField(selection);
        if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
        return ofSelections(selection.selectionSet);
      })
      .reduce(together, NOTHING);

  return ofSelections;
}

function together(one: Size, other: Size): Size {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    fields: one.fields + other.fields,
    rootFields: one.rootFields + other.rootFields,
  };
}

function refuseAbove(context: ValidationContext, node: ASTNode, seen: number, most: number, what: string): void {
  if (seen > most) context.reportError(new GraphQLError(tooLarge(most, what), { nodes: [node] }));
}

export function tooLarge(most: number, what: string): string {
  return `The request is too large: at most ${most.toLocaleString("en")} ${what}.`;
}

function rootOf(node: OperationDefinitionNode): string {
  return node.operation === OperationTypeNode.MUTATION ? "Mutation" : "Query";
}
