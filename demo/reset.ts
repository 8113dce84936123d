import { rm } from "node:fs/promises";
import { dataDir } from "./paths.js";
import { runningTrial } from "./running.js";

/* `npm run reset`: forgets everything the trial kept. The next start begins with the seed. */
const folder = dataDir();
const pid = await runningTrial(folder);

if (pid) {
  console.error(`Rollcall is running (process ${pid}). Stop it first with Ctrl-C.`);
  process.exitCode = 1;
} else {
  await rm(folder, { recursive: true, force: true });
  console.log("Reset. The next `npm start` begins afresh.");
}
