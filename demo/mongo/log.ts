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
  rewriteAbove?: number;
}

const REWRITE_ABOVE = 32 * 1024 * 1024;
const SNAPSHOT_FRAME = 1024 * 1024;

/** For tests: nothing is written, so every flush is done at once. */
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

interface Batch {
  entries: Buffer[];
  waiters: { resolve: () => void; reject: (error: unknown) => void }[];
}

const emptyBatch = (): Batch => ({ entries: [], waiters: [] });

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** Writes entries to a new file in frames of about a megabyte, on disk when this returns. */
async function writeSnapshot(path: string, entries: Iterable<Buffer>): Promise<{ file: FileHandle; size: number }> {
  const file = await open(path, "w+", 0o600);
  let size = 0;
  let batch: Buffer[] = [];
  let batched = 0;
  const writeBatch = async (): Promise<void> => {
    const bytes = frame(Buffer.concat(batch));
    await writeAll(file, bytes, size);
    size += bytes.length;
    batch = [];
    batched = 0;
  };
  try {
    for (const entry of entries) {
      batch.push(entry);
      batched += entry.length;
      if (batched >= SNAPSHOT_FRAME) await writeBatch();
    }
    if (batched > 0) await writeBatch();
    await file.sync();
    return { file, size };
  } catch (error) {
    await file.close();
    rmSync(path, { force: true });
    throw error;
  }
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
  let next = emptyBatch();
  let current: Batch | undefined;
  let working = false;
  let broken: Error | undefined;

  /** One write and one fdatasync for all that waited. */
  async function commit(entries: Buffer[]): Promise<void> {
    if (entries.length === 0) return;
    const bytes = frame(Buffer.concat(entries));
    await writeAll(file, bytes, size);
    await file.datasync();
    size += bytes.length;
  }

  /** Puts a file with the present state in the place of the old one: killed at any moment, one of the two is whole. */
  async function rewrite(): Promise<void> {
    const fresh = await writeSnapshot(`${path}.new`, options.snapshot());
    renameSync(`${path}.new`, path);
    syncFolder(dir);
    await file.close();
    ({ file, size } = fresh);
    rewriteAt = Math.max(rewriteAbove, 2 * size);
  }

  /** The state holds the batch already, so a rewrite stores it too; when it fails, the old file goes on. */
  async function store(batch: Batch): Promise<void> {
    if (size > rewriteAt) {
      try {
        return await rewrite();
      } catch (error) {
        rewriteAt = 2 * size;
        process.stderr.write(`${path} could not be rewritten and grows on: ${String(error)}\n`);
      }
    }
    await commit(batch.entries);
  }

  /** A write that failed may not stay in memory either: the file is cut back to its sound part and read anew. */
  async function undo(batch: Batch, cause: unknown): Promise<void> {
    const refused = [...batch.waiters, ...next.waiters];
    next = emptyBatch();
    const reason = cause instanceof Error ? cause.message : String(cause);
    const error = failure("OutOfDiskSpace", `the write was not stored: ${reason}`);
    try {
      await file.truncate(size);
      refused.push(...next.waiters);
      next = emptyBatch();
      options.lost();
    } catch (fatal) {
      broken = failure("OutOfDiskSpace", `the database stopped taking writes, start it anew: ${String(fatal)}`);
    }
    for (const waiter of refused) waiter.reject(error);
  }

  async function work(): Promise<void> {
    working = true;
    while (next.waiters.length > 0) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      const batch = next;
      current = batch;
      next = emptyBatch();
      try {
        await store(batch);
        for (const waiter of batch.waiters) waiter.resolve();
      } catch (error) {
        await undo(batch, error);
      }
      current = undefined;
    }
    working = false;
  }

  function flush(): Promise<void> {
    if (broken) return Promise.reject(broken);
    if (next.entries.length === 0 && !current) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const batch = next.entries.length === 0 && current ? current : next;
      batch.waiters.push({ resolve, reject });
      if (!working) void work();
    });
  }

  return {
    append: (entry) => {
      next.entries.push(entry);
    },
    flush,
    async close() {
      await flush();
      await file.close();
    },
  };
}
