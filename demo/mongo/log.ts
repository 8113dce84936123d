import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, renameSync, rmSync } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { failure } from "./errors.js";
import { frame, HEADER, nextFrame, readFrame } from "./frames.js";

/** A log keeps what happened, in order. `flush` resolves when everything appended before it would survive a power cut. */
export interface Log {
  append(entry: Buffer): void;
  flush(): Promise<void>;
  close(): Promise<void>;
}

export interface LogOptions {
  dir: string;
  /** called for each payload of the file, in order; a payload is one or more entries, end to end */
  replay: (payload: Buffer) => void;
  /** all entries that make the present state, taken at once: what a rewritten file starts with */
  snapshot: () => Iterable<Buffer>;
  /** the file lost writes that memory has (disk full): called after the file is sound again, to read the state anew */
  lost: () => void;
  /** a file is rewritten when it is larger than this and than twice its size after the last rewrite; bytes */
  rewriteAbove?: number | undefined;
}

const REWRITE_ABOVE = 32 * 1024 * 1024;
const SNAPSHOT_FRAME = 1024 * 1024;

/** Nothing is written, so every flush is done at once. */
export const memoryLog: Log = {
  append: () => undefined,
  flush: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

/** Replays `dir`/data.log. Cuts a torn end off; refuses a damaged middle, since cutting there would lose acknowledged writes. */
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

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;)
    done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
}

/** Writes entries to a new file in frames of about a megabyte, on disk when this returns. */
async function writeSnapshot(path: string, entries: Iterable<Buffer>): Promise<{ file: FileHandle; size: number }> {
  const file = await open(path, "w+", 0o600);
  let size = 0;
  let held: Buffer[] = [];
  const write = async (): Promise<void> => {
    const bytes = frame(Buffer.concat(held));
    held = [];
    await writeAll(file, bytes, size);
    size += bytes.length;
  };
  try {
    let length = 0;
    for (const entry of entries) {
      held.push(entry);
      length += entry.length;
      if (length < SNAPSHOT_FRAME) continue;
      await write();
      length = 0;
    }
    await write();
    await file.sync();
    return { file, size };
  } catch (error) {
    await file.close();
    rmSync(path, { force: true });
    throw error;
  }
}

/** All that is appended until the commit before it is over: one write and one fdatasync, and one promise for all who wait. */
interface Commit {
  entries: Buffer[];
  done: Promise<void>;
  /** the commit before could not be written, and memory went back to what the file holds */
  lost?: Error;
}

/** Opens the log of a folder that is already locked: replays it, then takes entries. */
export async function openLog(options: LogOptions): Promise<Log> {
  const { dir, rewriteAbove = REWRITE_ABOVE } = options;
  const path = join(dir, "data.log");
  rmSync(`${path}.new`, { force: true });
  let size = readLog(dir, options.replay);
  syncFolder(dir);
  let file = await open(path, "r+");
  let rewriteAt = rewriteAbove;
  let next: Commit | undefined;
  let current: Commit | undefined;
  let broken: Error | undefined;

  /** Puts a file with the present state in the place of the old one: killed at any moment, one of the two is whole. */
  async function rewrite(): Promise<void> {
    const fresh = await writeSnapshot(`${path}.new`, options.snapshot());
    renameSync(`${path}.new`, path);
    const old = file;
    ({ file, size } = fresh);
    rewriteAt = Math.max(rewriteAbove, 2 * size);
    await old.close();
    syncFolder(dir);
  }

  /** Memory holds the entries already, so a rewrite stores them too; when it fails, the old file goes on. */
  async function store(entries: Buffer[]): Promise<void> {
    const before = file;
    if (size > rewriteAt) {
      try {
        return await rewrite();
      } catch (error) {
        if (file !== before) throw error;
        rewriteAt = 2 * size;
        process.stderr.write(`${path} could not be rewritten and grows on: ${String(error)}\n`);
      }
    }
    const bytes = frame(Buffer.concat(entries));
    await writeAll(file, bytes, size);
    await file.datasync();
    size += bytes.length;
  }

  /** A write that failed may not stay in memory either: the file is cut back to its sound part and read anew. */
  async function undo(cause: unknown): Promise<Error> {
    const error = failure("OutOfDiskSpace", `the write was not stored: ${String(cause)}`);
    try {
      await file.truncate(size);
      if (next) next.lost = error;
      next = undefined;
      options.lost();
    } catch (fatal) {
      broken = failure("OutOfDiskSpace", `the database stopped taking writes, start it anew: ${String(fatal)}`);
    }
    return error;
  }

  async function run(commit: Commit, before: Commit | undefined): Promise<void> {
    await before?.done.catch(() => undefined);
    await new Promise<void>((resolve) => setImmediate(resolve));
    const refused = commit.lost ?? broken;
    if (refused) throw refused;
    current = commit;
    next = undefined;
    try {
      await store(commit.entries);
    } catch (error) {
      throw await undo(error);
    } finally {
      current = undefined;
    }
  }

  function flush(): Promise<void> {
    return (next ?? current)?.done ?? (broken ? Promise.reject(broken) : Promise.resolve());
  }

  return {
    append(entry) {
      if (!next) {
        next = { entries: [], done: Promise.resolve() };
        next.done = run(next, current);
      }
      next.entries.push(entry);
    },
    flush,
    async close() {
      await flush();
      await file.close();
    },
  };
}
