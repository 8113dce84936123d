import { lstatSync, readFileSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/** Folders this very process holds: its own number in any other lock is that of a dead process with the same one. */
const held = new Set<string>();

/** A process by its number and, on Linux, its start: in containers two often have the same number, one after the other. */
function identity(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return `${pid} ${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[19] ?? ""}`;
  } catch {
    return String(pid);
  }
}

/** The living process that holds a lock, if there is one. */
function holderOf(path: string): number | undefined {
  try {
    const holder = readlinkSync(path);
    const pid = parseInt(holder);
    if (pid === process.pid || identity(pid) !== holder) return undefined;
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    // A process of somebody else may not be signalled; no lock, no sense in it or no such process: nobody
    return error instanceof Error && "code" in error && error.code === "EPERM" ? -1 : undefined;
  }
}

/** A lock is a symbolic link to nowhere, since a link is there with its whole content or not at all. */
function create(path: string): boolean {
  try {
    symlinkSync(identity(process.pid), path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

const GUARD_MS = 10_000;

/** Only one process at a time may look at a dead one's lock and replace it; a guard left behind by a crash ages out. */
function replaceDead(path: string): boolean {
  const guard = `${path}.takeover`;
  const made = lstatSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  if (Date.now() - made > GUARD_MS) rmSync(guard, { force: true });
  if (!create(guard)) return false;
  try {
    if (holderOf(path) !== undefined) return false;
    rmSync(path, { force: true });
    return create(path);
  } finally {
    rmSync(guard, { force: true });
  }
}

/** Takes a folder for this process; gives the function that frees it. Throws when a living process holds it. */
export function lockFolder(dir: string): () => void {
  const path = join(dir, "lock");
  if (held.has(dir) || !(create(path) || replaceDead(path)))
    throw new Error(
      `the folder ${dir} is in use by another embedded database (process ${holderOf(path) ?? process.pid})`,
    );
  held.add(dir);
  return () => {
    held.delete(dir);
    rmSync(path, { force: true });
  };
}
