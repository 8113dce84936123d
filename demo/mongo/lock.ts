import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Folders this very process holds: its own number in any other lock is that of a dead process with the same one. */
const held = new Set<string>();

/** Linux only: tells two processes apart that had the same number, as is common in containers. */
function startTime(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[19] ?? ""}`;
  } catch {
    return "";
  }
}

/** The living process that holds a lock, if there is one. */
function holderOf(path: string): number | undefined {
  try {
    const { pid, startedAt } = JSON.parse(readFileSync(path, "utf8")) as { pid: number; startedAt: string };
    if (pid === process.pid || (startedAt !== "" && startTime(pid) !== startedAt)) return undefined;
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    // A process of somebody else may not be signalled; no file, no sense in it or no such process: nobody
    return error instanceof Error && "code" in error && error.code === "EPERM" ? -1 : undefined;
  }
}

/** Creates `path` with its whole content at once, by a link: false when it is there already. */
function createWhole(path: string, content: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

const GUARD_MS = 10_000;

/** Only one process at a time may look at a dead one's lock and replace it; a guard left behind by a crash ages out. */
function replaceDead(path: string, content: string): boolean {
  const guard = `${path}.takeover`;
  const made = statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  if (Date.now() - made > GUARD_MS) rmSync(guard, { force: true });
  if (!createWhole(guard, content)) return false;
  try {
    if (holderOf(path) !== undefined) return false;
    rmSync(path, { force: true });
    return createWhole(path, content);
  } finally {
    rmSync(guard, { force: true });
  }
}

/** Takes a folder for this process; gives the function that frees it. Throws when a living process holds it. */
export function lockFolder(dir: string): () => void {
  const path = join(dir, "lock");
  const content = JSON.stringify({ pid: process.pid, startedAt: startTime(process.pid) });
  if (held.has(dir) || !(createWhole(path, content) || replaceDead(path, content)))
    throw new Error(
      `the folder ${dir} is in use by another embedded database (process ${holderOf(path) ?? process.pid})`,
    );
  held.add(dir);
  return () => {
    held.delete(dir);
    rmSync(path, { force: true });
  };
}
