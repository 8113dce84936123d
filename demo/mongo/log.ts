import fs from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { promisify } from "node:util";
import { failure } from "./errors.js";
import { frame, HEADER, nextFrame, readFrame } from "./frames.js";
import { lockFolder } from "./lock.js";

/** What has come, in memory, of all that a log keeps. */
export interface State {
  clear: () => void;
  /** takes a payload of the file: one or more entries, end to end */
  replay: (payload: Buffer) => void;
  /** all entries that make the present state: what a rewritten file starts with */
  snapshot: () => Iterable<Uint8Array>;
}

const datasync = promisify(fs.fdatasync);
const REWRITE_ABOVE = 32 * 1024 * 1024;
const SNAPSHOT_FRAME = 1024 * 1024;

/** Replays a log and gives its size. Cuts a torn end off; a damaged middle is refused: to cut there would lose acknowledged writes. */
function readLog(path: string, { replay }: State): number {
  const file = fs.existsSync(path) ? fs.readFileSync(path) : Buffer.alloc(0);
  let size = 0;
  for (let payload = readFrame(file, 0); payload; payload = readFrame(file, size)) {
    replay(payload);
    size += HEADER + payload.length;
  }
  if (nextFrame(file, size) >= 0)
    throw new Error(`${path} is damaged at byte ${size}; restore a copy of it, or remove it to start empty`);
  if (size < file.length) {
    process.stderr.write(`${path}: cut off ${file.length - size} bytes of an unfinished write at its end\n`);
    fs.truncateSync(path, size);
  }
  return size;
}

/** Writes one frame at the end of a file and gives its size. */
function writeFrame(file: number, entries: Uint8Array[]): number {
  const bytes = frame(Buffer.concat(entries));
  fs.appendFileSync(file, bytes);
  return bytes.length;
}

/** Writes a new file in frames of about a megabyte, on disk when this returns. */
function writeSnapshot(path: string, entries: Iterable<Uint8Array>): void {
  const file = fs.openSync(path, "a", 0o600);
  try {
    let held: Uint8Array[] = [];
    let bytes = 0;
    for (const entry of entries) {
      held.push(entry);
      bytes += entry.length;
      if (bytes < SNAPSHOT_FRAME) continue;
      writeFrame(file, held);
      [held, bytes] = [[], 0];
    }
    writeFrame(file, held);
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}

/**
 * Locks a folder, replays its log, then takes entries. All that is appended until the commit before it is over, is one
 * commit: one write and one fdatasync, and one promise for all who wait. Only the fdatasync happens elsewhere: a write
 * goes to the kernel's memory, which takes less time than to hand it to another thread.
 */
export function openLog(folder: string, state: State, rewriteAbove = REWRITE_ABOVE) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const dir = fs.realpathSync(folder);
  const path = join(dir, "data.log");
  const draft = `${path}.new`;
  const unlock = lockFolder(dir);
  let size: number;
  let file: number;
  try {
    fs.rmSync(draft, { force: true });
    size = readLog(path, state);
    file = openForGood();
  } catch (error) {
    unlock();
    throw error;
  }
  let rewriteAt = rewriteAbove;
  let entries: Uint8Array[] = [];
  let last = Promise.resolve();
  let next: Promise<void> | undefined;
  let broken: Error | undefined;

  /** Opens the file once it is on disk as it is, by its name too. */
  function openForGood(): number {
    const [opened, folder] = [fs.openSync(path, "a", 0o600), fs.openSync(dir, "r")];
    fs.fsyncSync(opened);
    fs.fsyncSync(folder);
    fs.closeSync(folder);
    return opened;
  }

  /** Puts a file with the present state in the place of the old one: killed at any moment, one of the two is whole. */
  function rewrite(): boolean {
    try {
      writeSnapshot(draft, state.snapshot());
      fs.renameSync(draft, path);
    } catch (error) {
      fs.rmSync(draft, { force: true });
      rewriteAt = 2 * size;
      process.stderr.write(`${path} could not be rewritten and grows on: ${String(error)}\n`);
      return false;
    }
    const old = file;
    file = openForGood();
    fs.closeSync(old);
    size = fs.fstatSync(file).size;
    rewriteAt = Math.max(rewriteAbove, 2 * size);
    return true;
  }

  /** A write that failed may not stay in memory either: the file is cut back to its sound part and read anew. */
  function undo(cause: unknown): Error {
    try {
      fs.ftruncateSync(file, size);
      state.clear();
      readLog(path, state);
      return failure("OutOfDiskSpace", `the write was not stored: ${String(cause)}`);
    } catch (fatal) {
      return stop(fatal);
    }
  }

  /** What a disk holds that could not be synced is not known until it is read anew. */
  function stop(cause: unknown): Error {
    broken = failure("OutOfDiskSpace", `the database stopped taking writes, start it anew: ${String(cause)}`);
    return broken;
  }

  async function commit(before: Promise<void>): Promise<void> {
    await before.catch(() => undefined);
    await nextTurn();
    next = undefined;
    const waiting = entries;
    entries = [];
    if (broken) throw broken;
    if (waiting.length === 0) return;
    try {
      // Memory holds the entries already, so a rewrite stores them too
      if (size > rewriteAt && rewrite()) return;
      size += writeFrame(file, waiting);
    } catch (error) {
      throw undo(error);
    }
    await datasync(file).catch((error: unknown) => {
      throw stop(error);
    });
  }

  /** Resolves when everything appended before it would survive a power cut. */
  const flush = (): Promise<void> => (next ??= last = commit(last));

  return {
    append: (entry: Uint8Array): void => void entries.push(entry),
    flush,
    close: () =>
      flush().finally(() => {
        // What an ended connection still asks must not reach a file that has got this number since
        broken ??= new Error("the database is closed");
        fs.closeSync(file);
        unlock();
      }),
  };
}
