import { ensureInstalled } from "./install.mjs";

/*
 * `npm start`: the trial, from a fresh clone to an address in the terminal. On a fresh clone there is no TypeScript to
 * be had yet, so this file is plain, and everything else is loaded after the installation.
 */
await ensureInstalled();
const { register } = await import("tsx/esm/api");
register();
const { startTrial } = await import("./trial.ts");
await startTrial();
