import { readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
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

/** The process that made a lock, while it lives. */
function holderOf(path: string): number | undefined {
  try {
    const holder = readlinkSync(path);
    const pid = parseInt(holder);
    return pid !== process.pid && identity(pid) === holder && process.kill(pid, 0) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes a folder for this process; gives the function that frees it. Throws when a living process holds it. A lock is a
 * symbolic link to nowhere, since a link is there with its whole content or not at all. Locks are numbered and the last
 * counts: of all that find it dead one can make the next. Freed it is followed by a dead one, so that no number comes again.
 */
export function lockFolder(dir: string): () => void {
  const path = (number: number): string => join(dir, `lock.${number}`);
  const lastNumber = (): number =>
    Math.max(0, ...readdirSync(dir).map((name) => Number(/^lock\.(\d+)$/.exec(name)?.[1] ?? 0)));
  const last = lastNumber();
  const mine = last + 1;
  const holder = held.has(dir) ? process.pid : holderOf(path(last));
  if (holder) throw new Error(`the folder ${dir} is in use by another embedded database (process ${holder})`);
  symlinkSync(identity(process.pid), path(mine));
  if (lastNumber() !== mine) throw new Error(`another embedded database has just taken the folder ${dir}`);
  rmSync(path(last), { force: true });
  held.add(dir);
  return () => {
    symlinkSync("free", path(mine + 1));
    rmSync(path(mine), { force: true });
    held.delete(dir);
  };
}
