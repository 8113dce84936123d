import { readdir, readFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildTab } from "../../demo/build-tab.js";
import { ROOT } from "../../demo/paths.js";
import { loadsOf, loadTable, overBudget, withoutHash, type Manifest } from "./bundle-budget.js";

/*
 * `npm run check:bundle`: builds the tab, prints what people wait for in kB after gzip, and fails over budget.
 */
const FOLDER = join(ROOT, "dist/tab");
/** Admins land on Users at once, and wait for both. */
const FIRST_SCREENS = { "first load of an admin": "src/admin-frame.tsx" };

await buildTab();
const manifest = JSON.parse(await readFile(join(FOLDER, ".vite/manifest.json"), "utf8")) as Manifest;
const loads = loadsOf(manifest, (file) => gzipSync(readFileSync(join(FOLDER, file))).length, FIRST_SCREENS);
console.log(loadTable(loads));

const nameless = withoutHash(await readdir(join(FOLDER, "assets")));
for (const file of nameless)
  console.error(`assets/${file} is kept for a year by browsers, and has no hash in its name.`);
if (overBudget(loads).length > 0 || nameless.length > 0) process.exitCode = 1;
