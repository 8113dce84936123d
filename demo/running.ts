import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

export const runningFile = (folder: string): string => join(folder, "running.pid");

/** The process of the trial that runs in this folder now, or null. */
export async function runningTrial(folder: string): Promise<number | null> {
  const pid = Number(await readFile(runningFile(folder), "utf8").catch(() => ""));
  return pid && pid !== process.pid && isAlive(pid) ? pid : null;
}

/** Marks the folder as ours; false, with words, while another trial runs in it: two would write over each other. */
export async function markRunning(folder: string): Promise<boolean> {
  const pid = await runningTrial(folder);
  if (pid) console.error(`Rollcall is running already in ${folder} (process ${pid}). Stop it first with Ctrl-C.`);
  else await writeFile(runningFile(folder), String(process.pid));
  return pid === null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, but there
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
