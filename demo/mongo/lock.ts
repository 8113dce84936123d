import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Folders this very process holds: its own number in a lock file is otherwise that of a dead process with the same one. */
const held = new Set<string>();

interface Holder {
  pid: number;
  /** Linux only: tells two processes apart that had the same number, as is common in containers */
  startedAt: string;
}

function startTime(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[19] ?? ""}`;
  } catch {
    return "";
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof parsed !== "object" || parsed === null || !("pid" in parsed) || !("startedAt" in parsed))
      return undefined;
    return { pid: Number(parsed.pid), startedAt: String(parsed.startedAt) };
  } catch {
    return undefined;
  }
}

function isAlive({ pid, startedAt }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
  }
  return startedAt === "" || startTime(pid) === startedAt;
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

/** Only one process at a time may look at a dead one's lock and replace it; a guard left behind by a crash ages out. */
function replaceDead(path: string, content: string): boolean {
  const guard = `${path}.takeover`;
  const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > 10_000) rmSync(guard, { force: true });
  if (!createWhole(guard, content)) return false;
  try {
    const holder = readHolder(path);
    if (holder && isAlive(holder) && !isSelf(holder)) return false;
    rmSync(path, { force: true });
    return createWhole(path, content);
  } finally {
    rmSync(guard, { force: true });
  }
}

function isSelf({ pid }: Holder): boolean {
  return pid === process.pid;
}

/** Takes a folder for this process; gives the function that frees it. Throws when a living process holds it. */
export function lockFolder(dir: string): () => void {
  const path = join(dir, "lock");
  const content = JSON.stringify({ pid: process.pid, startedAt: startTime(process.pid) } satisfies Holder);
  const taken = !held.has(dir) && (createWhole(path, content) || replaceDead(path, content));
  if (!taken) {
    const holder = readHolder(path);
    throw new Error(`the folder ${dir} is in use by another embedded database (process ${holder?.pid ?? "unknown"})`);
  }
  held.add(dir);
  return () => {
    held.delete(dir);
    rmSync(path, { force: true });
  };
}
