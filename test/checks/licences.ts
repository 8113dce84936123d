import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ROOT } from "../../demo/paths.js";

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

/** What ends in the tab's bundle; they are devDependencies, because nothing of them is loaded on the server. */
const IN_THE_TAB = [
  "react",
  "react-dom",
  "@fluentui/react-components",
  "@fluentui/react-icons",
  "@microsoft/teams-js",
  "oauth4webapi",
];

const LIST = join(ROOT, "docs/licences.md");

const Package = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  peerDependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
type Packages = Readonly<Record<string, z.infer<typeof Package>>>;

const lock = z
  .object({ packages: z.record(z.string(), Package) })
  .parse(JSON.parse(await readFile(join(ROOT, "package-lock.json"), "utf8")));
const shipped = [...new Set([...onTheServer(lock.packages), ...reachedFrom(IN_THE_TAB, lock.packages)])].sort();
const listed = listOf(shipped, lock.packages);

if (process.argv.includes("--write")) await writeFile(LIST, listed);
const problems = [
  ...shipped
    .filter((path) => !isPermissive(lock.packages[path]?.license))
    .map((path) => `${nameOf(path)}: ${lock.packages[path]?.license ?? "no licence named"}`),
  ...((await readFile(LIST, "utf8").catch(() => "")) === listed
    ? []
    : ["docs/licences.md is not up to date: npm run check:licences -- --write"]),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

function onTheServer(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([path, { dev }]) => (path !== "" && dev !== true ? [path] : []));
}

/** Packages and all that they need, found as Node finds them: from the innermost node_modules outwards. */
function reachedFrom(names: readonly string[], packages: Packages): Set<string> {
  const reached = new Set<string>();
  const visit = (name: string, from: string): void => {
    const path = resolveFrom(name, from, packages);
    if (path === null || reached.has(path)) return;
    reached.add(path);
    const { dependencies = {}, peerDependencies = {} } = packages[path] ?? {};
    for (const needed of Object.keys({ ...dependencies, ...peerDependencies })) visit(needed, path);
  };
  for (const name of names) visit(name, "");
  return reached;
}

function resolveFrom(name: string, from: string, packages: Packages): string | null {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const path = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (packages[path]) return path;
    if (folder === "") return null;
  }
}

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

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}
