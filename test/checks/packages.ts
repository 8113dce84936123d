import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../../demo/paths.js";
import { readLockfile } from "./lockfile.js";
import { packageProblems, sbomProblems } from "./package-rules.js";

/*
 * `npm run check:packages`: what is installed is what the lockfile names, runs nothing while it is installed, and is
 * all in the list that `npm run sbom` prints. The rules are in package-rules.ts.
 */
const LOCKFILES = /^(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?)$/;
const NOT_OURS = new Set(["node_modules", "dist", ".git", ".data"]);

const read = (file: string): Promise<string> => readFile(join(ROOT, file), "utf8");
const lock = await readLockfile();
const problems = [
  ...packageProblems({
    manifest: JSON.parse(await read("package.json")),
    lock,
    npmrc: await read(".npmrc"),
    lockfiles: await lockfilesIn(""),
  }),
  ...sbomProblems(await sbom(), lock.packages),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

async function lockfilesIn(folder: string): Promise<string[]> {
  const entries = await readdir(join(ROOT, folder), { withFileTypes: true });
  const found = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : lockfilesIn(path);
    return LOCKFILES.test(entry.name) ? [path] : [];
  });
  return (await Promise.all(found)).flat();
}

/** What `npm run sbom` prints; null when that is no JSON. */
async function sbom(): Promise<unknown> {
  const options = { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)("npm", ["run", "--silent", "sbom"], options);
  try {
    return JSON.parse(stdout);
  } catch {
    return null;
  }
}
