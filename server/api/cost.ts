import {
  getNamedType,
  getNullableType,
  GraphQLInt,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  valueFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

type Field = GraphQLField<unknown, unknown>;
type Parent = GraphQLNamedType | null | undefined;

/**
 * How many fields the answer of a valid operation can hold: each field counts one, and those of a page's rows as often
 * as its `first` asks for. A page is a field that takes `first: Int`, its rows are the lists right below it; so a new
 * page is counted by itself. `variables` are the coerced ones.
 */
export function costOf(request: {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}): number {
  const { schema, document, operation, variables } = request;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);

  /** `rows` is how many each list in this selection has; 1 where nobody can ask for more. */
  const ofSelections = ({ selections }: SelectionSetNode, parent: Parent, rows: number): number => {
    let cost = 0;
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        cost += ofField(node, fieldOf(parent, node.name.value), rows);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      const type = fragment?.typeCondition ? schema.getType(fragment.typeCondition.name.value) : parent;
      if (fragment) cost += ofSelections(fragment.selectionSet, type, rows);
    }
    return cost;
  };

  const ofField = (node: FieldNode, field: Field | undefined, rows: number): number => {
    if (!node.selectionSet) return 1;
    const below = ofSelections(node.selectionSet, field && getNamedType(field.type), pageSize(node, field, variables));
    return 1 + (field && isListType(getNullableType(field.type)) ? rows : 1) * below;
  };

  return ofSelections(operation.selectionSet, schema.getRootType(operation.operation), 1);
}

function pageSize(node: FieldNode, field: Field | undefined, variables: Readonly<Record<string, unknown>>): number {
  const first = field?.args.find(({ name, type }) => name === "first" && getNamedType(type) === GraphQLInt);
  if (!first) return 1;
  const asked = node.arguments?.find(({ name }) => name.value === "first");
  const size = valueFromAST(asked?.value, first.type, variables) ?? first.defaultValue;
  return typeof size === "number" ? Math.max(0, size) : 1;
}

/** Undefined for the fields of introspection, which have no pages. */
function fieldOf(parent: Parent, name: string): Field | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}
