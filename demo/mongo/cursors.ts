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

  /** The next documents, so many and below 16 MB, as the reply's `cursor`; it stays open under its id while there are more. */
  function next(id: string, cursor: Cursor, size: number, name: string): Doc {
    const { ns, docs, position } = cursor;
    let bytes = 0;
    while (cursor.position < docs.length && cursor.position - position < size) {
      bytes += calculateObjectSize(docs[cursor.position] ?? {}) + 16;
      if (bytes > LARGEST_BATCH && cursor.position > position) break;
      cursor.position++;
    }
    cursor.lastUsed = Date.now();
    const isOpen = cursor.position < docs.length;
    if (isOpen) cursors.set(id, cursor);
    else cursors.delete(id);
    return { [name]: docs.slice(position, cursor.position), id: isOpen ? Long.fromString(id) : Long.ZERO, ns };
  }

  return {
    open(ns: string, docs: Doc[], batchSize = FIRST_BATCH, single = false): Doc {
      // What nobody asked for in ten minutes is closed, as in MongoDB
      for (const [id, { lastUsed }] of cursors) if (Date.now() - lastUsed > IDLE_MS) cursors.delete(id);
      const wanted = single ? docs.slice(0, batchSize) : docs;
      return next(String(++lastId), { ns, docs: wanted, position: 0, lastUsed: 0 }, batchSize, "firstBatch");
    },
    more(id: unknown, ns: string, batchSize = 0): Doc {
      const cursor = cursors.get(String(id));
      if (cursor?.ns !== ns) throw failure("CursorNotFound", `cursor id ${String(id)} not found`);
      return next(String(id), cursor, batchSize === 0 ? Infinity : batchSize, "nextBatch");
    },
    /** Gives those of the ids that were open. */
    kill: (ids: unknown[]): unknown[] => ids.filter((id) => cursors.delete(String(id))),
  };
}
