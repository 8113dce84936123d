import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { ROOT } from "./paths.js";

const STAMP = join(ROOT, "dist/tab.built-from");

/** Builds the tab into dist/tab, unless what lies there was built from the same files. */
export async function buildTab(): Promise<void> {
  const source = await fingerprint();
  if ((await readFile(STAMP, "utf8").catch(() => "")) === source) return;
  console.log("Building the tab …");
  await buildPage(join(ROOT, "teams-app/vite.config.ts"));
  await writeFile(STAMP, source);
}

/** Builds as for production: a test runner's NODE_ENV would build React's development bundle. */
export async function buildPage(configFile: string): Promise<void> {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  await build({ configFile, logLevel: "warn" });
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
}

async function fingerprint(): Promise<string> {
  const entries = await readdir(join(ROOT, "teams-app"), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash("sha256");
  for (const file of [...files, join(ROOT, "package-lock.json")].sort()) hash.update(file).update(await readFile(file));
  return hash.digest("hex");
}
