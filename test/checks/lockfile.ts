import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ROOT } from "../../demo/paths.js";

/** What ends in the tab's bundle; they are devDependencies, because nothing of them is loaded on the server. */
const IN_THE_TAB = [
  "react",
  "react-dom",
  "@fluentui/react-components",
  "@fluentui/react-icons",
  "@microsoft/teams-js",
  "oauth4webapi",
];

const Package = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  dev: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  peerDependencies: z.record(z.string(), z.string()).optional(),
});
const Lockfile = z.object({ lockfileVersion: z.number(), packages: z.record(z.string(), Package) });

export type Lockfile = z.infer<typeof Lockfile>;
/** By path: `node_modules/a`, `node_modules/a/node_modules/b`; the project itself is "". */
export type Packages = Lockfile["packages"];

export async function readLockfile(): Promise<Lockfile> {
  return Lockfile.parse(JSON.parse(await readFile(join(ROOT, "package-lock.json"), "utf8")));
}

/** Paths of all packages that ship, with the server or inside the tab's bundle, sorted. */
export function shippedIn(packages: Packages): string[] {
  return [...new Set([...onTheServer(packages), ...reachedFrom(IN_THE_TAB, packages)])].sort();
}

/** Those packages as `name@version`, each once. */
export function shippedIds(packages: Packages): Set<string> {
  return new Set(shippedIn(packages).map((path) => `${nameOf(path)}@${packages[path]?.version ?? ""}`));
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}

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
