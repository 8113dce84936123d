import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../../demo/paths.js";
import { nameOf, readLockfile, shippedIn, type Packages } from "./lockfile.js";

/*
 * `npm run check:licences`: every package that ships, with the server or inside the tab's bundle, has a permissive
 * licence, and docs/licences.md lists them. `-- --write` writes that list anew.
 */
const PERMISSIVE = new Set([
  "MIT",
  "MIT-0",
  "ISC",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "Unlicense",
  "CC0-1.0",
  "BlueOak-1.0.0",
]);

const LIST = join(ROOT, "docs/licences.md");

const { packages } = await readLockfile();
const shipped = shippedIn(packages);
const listed = listOf(shipped, packages);

if (process.argv.includes("--write")) await writeFile(LIST, listed);
const problems = [
  ...shipped
    .filter((path) => !isPermissive(packages[path]?.license))
    .map((path) => `${nameOf(path)}: ${packages[path]?.license ?? "no licence named"}`),
  ...((await readFile(LIST, "utf8").catch(() => "")) === listed
    ? []
    : ["docs/licences.md is not up to date: npm run check:licences -- --write"]),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

/** "(MIT OR GPL-3.0)" is permissive by its first part: the choice is ours. */
function isPermissive(licence: string | undefined): boolean {
  const choices = (licence ?? "").replace(/[()]/g, "").split(" OR ");
  return choices.some((choice) => choice.split(" AND ").every((part) => PERMISSIVE.has(part)));
}

function listOf(paths: readonly string[], packages: Packages): string {
  const rows = [
    ...new Set(
      paths.map((path) => `- ${nameOf(path)} ${packages[path]?.version ?? ""}: ${packages[path]?.license ?? "?"}`),
    ),
  ];
  return `# Licences of what ships\n\nThe packages of the server and of the tab's bundle, from the lockfile (\`npm run check:licences\`).\n\n${rows.join("\n")}\n`;
}
