import { readFile, writeFile } from "node:fs/promises";
import { lexicographicSortSchema, printSchema } from "graphql";
import { createSchema } from "../server/api/schema.js";

/*
 * `npm run schema` writes schema.graphql from the code; `npm run check:schema` only compares.
 */
const SCHEMA_FILE = new URL("schema.graphql", import.meta.url);

const printed = `${printSchema(lexicographicSortSchema(await createSchema()))}\n`;

if (!process.argv.includes("--check")) await writeFile(SCHEMA_FILE, printed);
else if ((await readFile(SCHEMA_FILE, "utf8")) !== printed) {
  console.error("schema/schema.graphql differs from the code: run `npm run schema` and look at the diff.");
  process.exitCode = 1;
}
