import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/*
 * Runs on a fresh clone, before anything is installed: nothing but Node itself may be imported here.
 */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));
const STAMP = `${ROOT}node_modules/.rollcall-lockfile`;

/** Installs what package-lock.json names, unless that is what node_modules holds already. */
export async function ensureInstalled() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22)) {
    console.error(`Rollcall needs Node 20.19 or newer (or 22.12 or newer); this is ${process.versions.node}.`);
    process.exit(1);
  }
  const wanted = createHash("sha256")
    .update(await readFile(`${ROOT}package-lock.json`))
    .digest("hex");
  if ((await readFile(STAMP, "utf8").catch(() => "")) === wanted) return;

  console.log("Installing what the lockfile names; the first time this takes a minute or two …");
  const npm = process.env.npm_execpath
    ? [process.execPath, [process.env.npm_execpath]]
    : [process.platform === "win32" ? "npm.cmd" : "npm", []];
  const [command, prefix] = npm;
  const code = await run(command, [...prefix, "ci", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (code !== 0) {
    console.error("npm ci failed; the lines above say why.");
    process.exit(1);
  }
  await writeFile(STAMP, wanted);
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    spawn(command, args, { cwd: ROOT, stdio: "inherit" }).once("error", reject).once("exit", resolve);
  });
}
