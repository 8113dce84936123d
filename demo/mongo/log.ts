import {
  closeSync,
  fdatasync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { failure } from "./errors.js";
import { frame, HEADER, nextFrame, readFrame } from "./frames.js";

/** A log keeps what happened, in order. `flush` resolves when everything appended before it would survive a power cut. */
export interface Log {
  append(entry: Uint8Array): void;
  flush(): Promise<void>;
  close(): Promise<void>;
}

export interface LogOptions {
  dir: string;
  /** called for each payload of the file, in order; a payload is one or more entries, end to end */
  replay: (payload: Buffer) => void;
  /** all entries that make the present state: what a rewritten file starts with */
  snapshot: () => Iterable<Uint8Array>;
  /** the file lost writes that memory has (disk full): called after the file is sound again, to read the state anew */
  lost: () => void;
  /** a file is rewritten when it is larger than this and than twice its size after the last rewrite; bytes */
  rewriteAbove?: number | undefined;
}

const datasync = promisify(fdatasync);
const REWRITE_ABOVE = 32 * 1024 * 1024;
const SNAPSHOT_FRAME = 1024 * 1024;

/** Nothing is written, so every flush is done at once. */
export const memoryLog: Log = {
  append: () => undefined,
  flush: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

/** Replays `dir`/data.log and gives its size. Cuts a torn end off; refuses a damaged middle, since cutting there would lose acknowledged writes. */
export function readLog(dir: string, replay: (payload: Buffer) => void): number {
  const path = join(dir, "data.log");
  const descriptor = openSync(path, "a+", 0o600);
  try {
    const file = readFileSync(path);
    let offset = 0;
    for (let payload = readFrame(file, 0); payload; payload = readFrame(file, offset)) {
      replay(payload);
      offset += HEADER + payload.length;
    }
    if (offset === file.length) return offset;
    if (nextFrame(file, offset) >= 0)
      throw new Error(
        `${path} is damaged at byte ${offset}, with sound data behind it. Nothing was changed; restore the file from a copy, or remove it to start empty.`,
      );
    process.stderr.write(`${path}: cut off ${file.length - offset} bytes of an unfinished write at its end\n`);
    ftruncateSync(descriptor, offset);
    fsyncSync(descriptor);
    return offset;
  } finally {
    closeSync(descriptor);
  }
}

function syncFolder(dir: string): void {
  const descriptor = openSync(dir, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** Writes one frame and gives its size. */
function writeFrame(file: number, entries: Uint8Array[], position: number): number {
  const bytes = frame(Buffer.concat(entries));
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, position + done);
  return bytes.length;
}

/** Writes entries to a new file in frames of about a megabyte, on disk when this returns its size. */
function writeSnapshot(path: string, entries: Iterable<Uint8Array>): number {
  const file = openSync(path, "w", 0o600);
  try {
    let size = 0;
    let held: Uint8Array[] = [];
    let length = 0;
    for (const entry of entries) {
      held.push(entry);
      length += entry.length;
      if (length < SNAPSHOT_FRAME) continue;
      size += writeFrame(file, held, size);
      held = [];
      length = 0;
    }
    size += writeFrame(file, held, size);
    fsyncSync(file);
    return size;
  } finally {
    closeSync(file);
  }
}

/**
 * Opens the log of a folder that is already locked: replays it, then takes entries. All that is appended until the commit
 * before it is over, is one commit: one write and one fdatasync, and one promise for all who wait. Only the fdatasync
 * happens elsewhere: a write goes to the kernel's memory, which takes less time than to hand it to another thread.
 */
export function openLog({ dir, replay, snapshot, lost, rewriteAbove = REWRITE_ABOVE }: LogOptions): Log {
  const path = join(dir, "data.log");
  const draft = `${path}.new`;
  rmSync(draft, { force: true });
  let size = readLog(dir, replay);
  syncFolder(dir);
  let file = openSync(path, "r+");
  let rewriteAt = rewriteAbove;
  let entries: Uint8Array[] = [];
  let last = Promise.resolve();
  let next: Promise<void> | undefined;
  let broken: Error | undefined;

  /** Puts a file with the present state in the place of the old one: killed at any moment, one of the two is whole. */
  function rewrite(): boolean {
    try {
      const fresh = writeSnapshot(draft, snapshot());
      renameSync(draft, path);
      size = fresh;
    } catch (error) {
      rmSync(draft, { force: true });
      rewriteAt = 2 * size;
      process.stderr.write(`${path} could not be rewritten and grows on: ${String(error)}\n`);
      return false;
    }
    closeSync(file);
    file = openSync(path, "r+");
    rewriteAt = Math.max(rewriteAbove, 2 * size);
    syncFolder(dir);
    return true;
  }

  /** A write that failed may not stay in memory either: the file is cut back to its sound part and read anew. */
  function undo(cause: unknown): Error {
    try {
      ftruncateSync(file, size);
      lost();
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
    await new Promise<void>((resolve) => setImmediate(resolve));
    next = undefined;
    const waiting = entries;
    entries = [];
    if (broken) throw broken;
    if (waiting.length === 0) return;
    try {
      // Memory holds the entries already, so a rewrite stores them too
      if (size > rewriteAt && rewrite()) return;
      size += writeFrame(file, waiting, size);
    } catch (error) {
      throw undo(error);
    }
    await datasync(file).catch((error: unknown) => {
      throw stop(error);
    });
  }

  function flush(): Promise<void> {
    next ??= last = commit(last);
    return next;
  }

  return {
    append: (entry) => void entries.push(entry),
    flush,
    async close() {
      await flush();
      // What an ended connection still asks must not reach a file that has got this number since
      broken ??= new Error("the database is closed");
      closeSync(file);
    },
  };
}
