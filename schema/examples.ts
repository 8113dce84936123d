import { readFile, writeFile } from "node:fs/promises";
import {
  buildSchema,
  Kind,
  OperationTypeNode,
  parse,
  print,
  validate,
  type DefinitionNode,
  type OperationDefinitionNode,
} from "graphql";
import * as documents from "../teams-app/src/graphql/generated/graphql.js";

/*
 * examples.graphql: every operation of the tab, with what the schema says of it, for front ends to start from.
 * `npm run schema` writes it from the tab's own documents; `npm run check:schema` only compares.
 */
const SCHEMA_FILE = new URL("schema.graphql", import.meta.url);
const EXAMPLES_FILE = new URL("examples.graphql", import.meta.url);

const HEAD = `# What the tab asks, word for word: written by \`npm run schema\` from teams-app/src. How to ask: docs/graphql.md.
`;

const schema = buildSchema(await readFile(SCHEMA_FILE, "utf8"));
const definitions = Object.values(documents).flatMap((document) =>
  document instanceof String ? parse(document.toString()).definitions : [],
);
const examples = `${[HEAD, ...fragments(definitions), ...operations(definitions)].join("\n")}`;

const problems = validate(schema, parse(examples)).map((error) => `schema/examples.graphql: ${error.toString()}`);
if (!process.argv.includes("--check")) await writeFile(EXAMPLES_FILE, examples);
else if ((await readFile(EXAMPLES_FILE, "utf8")) !== examples)
  problems.push("schema/examples.graphql differs from what the tab asks: run `npm run schema` and look at the diff.");
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

function operations(all: readonly DefinitionNode[]): string[] {
  const found = all.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const order = (node: OperationDefinitionNode) =>
    `${node.operation === OperationTypeNode.QUERY ? 0 : 1} ${node.name?.value ?? ""}`;
  return found
    .toSorted((one, other) => order(one).localeCompare(order(other), "en"))
    .map((node) => `${aboutFields(node)}${print(node)}\n`);
}

/** Each once, though the text of every operation that uses it holds it. */
function fragments(all: readonly DefinitionNode[]): string[] {
  const found = all.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return [...new Map(found.map((node) => [node.name.value, `${print(node)}\n`])).values()];
}

/** What the schema says of an operation's root fields. */
function aboutFields({ operation, selectionSet }: OperationDefinitionNode): string {
  const fields =
    (operation === OperationTypeNode.QUERY ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {};
  return selectionSet.selections
    .flatMap((node) => (node.kind === Kind.FIELD ? [fields[node.name.value]?.description ?? ""] : []))
    .filter(Boolean)
    .map((words) => `# ${words}\n`)
    .join("");
}
