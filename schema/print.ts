import { readFile, writeFile } from "node:fs/promises";
import { buildSchema, lexicographicSortSchema, parse, printSchema, validate } from "graphql";
import { createSchema } from "../server/api/schema.js";

/*
 * `npm run schema` writes schema.graphql; `npm run check:schema` only compares, and validates the example operations.
 */
const SCHEMA_FILE = new URL("schema.graphql", import.meta.url);
const EXAMPLES_FILE = new URL("examples.graphql", import.meta.url);

const printed = `${printSchema(lexicographicSortSchema(await createSchema()))}\n`;

if (!process.argv.includes("--check")) {
  await writeFile(SCHEMA_FILE, printed);
} else {
  const problems = [...(await differences()), ...(await exampleErrors())];
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exit(1);
}

async function differences(): Promise<string[]> {
  const stored = await readFile(SCHEMA_FILE, "utf8");
  return stored === printed
    ? []
    : ["schema/schema.graphql differs from the code: run `npm run schema` and look at the diff."];
}

async function exampleErrors(): Promise<string[]> {
  const examples = parse(await readFile(EXAMPLES_FILE, "utf8"));
  return validate(buildSchema(printed), examples).map((error) => `schema/examples.graphql: ${error.toString()}`);
}
