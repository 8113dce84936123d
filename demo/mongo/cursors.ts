import { calculateObjectSize, Long } from "bson";
import { failure } from "./errors.js";
import type { Doc } from "./values.js";

interface Cursor {
  ns: string;
  docs: Doc[];
  position: number;
  lastUsed: number;
}

export type Cursors = ReturnType<typeof makeCursors>;

const FIRST_BATCH = 101;
const IDLE_MS = 10 * 60_000;
const LARGEST_BATCH = 16 * 1024 * 1024;

/** Open cursors by id. Their documents are those of the moment they were made: later writes do not show. */
export function makeCursors() {
  const cursors = new Map<string, Cursor>();
  let lastId = Date.now();

  function batch(cursor: Cursor, size: number): Doc[] {
    const start = cursor.position;
    let bytes = 0;
    while (cursor.position < cursor.docs.length && cursor.position - start < size) {
      bytes += calculateObjectSize(cursor.docs[cursor.position] ?? {}) + 16;
      if (bytes > LARGEST_BATCH && cursor.position > start) break;
      cursor.position++;
    }
    cursor.lastUsed = Date.now();
    return cursor.docs.slice(start, cursor.position);
  }

  /** Closes what nobody asked for in ten minutes, as MongoDB does. */
  function sweep(): void {
    for (const [id, { lastUsed }] of cursors) if (Date.now() - lastUsed > IDLE_MS) cursors.delete(id);
  }

  return {
    /** The first batch of a result as the reply's `cursor`; what does not fit stays open under an id. */
    open(ns: string, docs: Doc[], batchSize = FIRST_BATCH, single = false): Doc {
      sweep();
      const cursor = { ns, docs, position: 0, lastUsed: 0 };
      const firstBatch = batch(cursor, batchSize);
      if (single || cursor.position >= docs.length) return { firstBatch, id: Long.ZERO, ns };
      const id = ++lastId;
      cursors.set(String(id), cursor);
      return { firstBatch, id: Long.fromNumber(id), ns };
    },
    more(id: unknown, ns: string, batchSize = 0): Doc {
      const cursor = cursors.get(String(id));
      if (cursor?.ns !== ns) throw failure("CursorNotFound", `cursor id ${String(id)} not found`);
      const nextBatch = batch(cursor, batchSize === 0 ? Infinity : batchSize);
      if (cursor.position < cursor.docs.length) return { nextBatch, id: Long.fromString(String(id)), ns };
      cursors.delete(String(id));
      return { nextBatch, id: Long.ZERO, ns };
    },
    /** Gives those of the ids that were open. */
    kill: (ids: unknown[]): unknown[] => ids.filter((id) => cursors.delete(String(id))),
  };
}
