import { mkdirSync, realpathSync } from "node:fs";
import { calculateObjectSize, deserialize, serialize } from "bson";
import { addIndex, checkUnique, makeCollection, put, remove, type Collection } from "./collection.js";
import { failure } from "./errors.js";
import type { IndexSpec, Row } from "./indexes.js";
import { lockFolder } from "./lock.js";
import { memoryLog, openLog, readLog, type Log } from "./log.js";
import { refuseUnknownTypes, type Doc } from "./values.js";

/** How BSON becomes JavaScript here: int64 up to 2^53 a number, a pattern bson's, so that all its options are seen. */
export const READ_BSON = { bsonRegExp: true } as const;

const LARGEST_DOCUMENT = 16 * 1024 * 1024;

/** One entry of the log. `put` holds the whole document after the change, so replaying needs no operator. */
type Entry =
  | { op: "put"; ns: string; doc: Doc }
  | { op: "remove"; ns: string; id: unknown }
  | { op: "create"; ns: string }
  | { op: "drop"; ns: string }
  | { op: "index"; ns: string; spec: IndexSpec }
  | { op: "dropIndex"; ns: string; name: string };

/** All collections by "database.collection", and the writes: each is checked, kept in memory and appended to the log in one turn. */
export interface Database {
  collections: ReadonlyMap<string, Collection>;
  /** the collection, made when it is missing, as every MongoDB write does */
  ensure(ns: string): Collection;
  drop(ns: string): void;
  insert(ns: string, doc: Doc): void;
  replace(collection: Collection, row: Row, doc: Doc): void;
  remove(collection: Collection, row: Row): void;
  createIndex(ns: string, spec: IndexSpec): void;
  dropIndex(ns: string, name: string): void;
  /** resolves when every write so far would survive a power cut */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a database kept in `dir`, or one in memory only. Throws when the folder is held by a living process or damaged. */
export function openDatabase(dir: string | undefined, rewriteAbove?: number): Database {
  const collections = new Map<string, Collection>();
  if (dir === undefined) return makeDatabase(collections, memoryLog);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const folder = realpathSync(dir);
  const unlock = lockFolder(folder);
  const replay = (payload: Buffer): void => replayPayload(collections, payload);
  try {
    const log = openLog({
      dir: folder,
      replay,
      snapshot: () => snapshot(collections),
      lost() {
        collections.clear();
        readLog(folder, replay);
      },
      rewriteAbove,
    });
    return { ...makeDatabase(collections, log), close: () => log.close().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

function replayPayload(collections: Map<string, Collection>, payload: Buffer): void {
  for (let offset = 0; offset < payload.length;) {
    const size = payload.readInt32LE(offset);
    apply(collections, deserialize(payload.subarray(offset, offset + size), READ_BSON) as Entry);
    offset += size;
  }
}

function apply(collections: Map<string, Collection>, entry: Entry): void {
  if (entry.op === "drop") return void collections.delete(entry.ns);
  const collection = collections.get(entry.ns) ?? makeCollection(entry.ns);
  collections.set(entry.ns, collection);
  if (entry.op === "put") put(collection, entry.doc);
  else if (entry.op === "remove") remove(collection, entry.id);
  else if (entry.op === "index") addIndex(collection, entry.spec);
  else if (entry.op === "dropIndex")
    collection.indexes = collection.indexes.filter(({ spec }) => spec.name !== entry.name);
}

function* snapshot(collections: Map<string, Collection>): Iterable<Uint8Array> {
  for (const { ns, rows, indexes } of collections.values()) {
    yield serialize({ op: "create", ns } satisfies Entry);
    for (const { spec } of indexes) yield serialize({ op: "index", ns, spec } satisfies Entry);
    for (const { doc } of rows.values()) yield serialize({ op: "put", ns, doc } satisfies Entry);
  }
}

/** Refuses what could not be written, or not be compared once it is, before anything is changed. */
function checkDoc(doc: Doc): void {
  refuseUnknownTypes(doc);
  const size = calculateObjectSize(doc);
  if (size > LARGEST_DOCUMENT)
    throw failure(
      "BSONObjectTooLarge",
      `BSONObj size: ${size} is invalid. Size must be at most ${LARGEST_DOCUMENT} (16MB)`,
    );
}

function makeDatabase(collections: Map<string, Collection>, log: Log): Database {
  function write(entry: Entry): void {
    const bytes = log === memoryLog ? undefined : serialize(entry);
    apply(collections, entry);
    if (bytes) log.append(bytes);
  }

  function ensure(ns: string): Collection {
    if (!collections.has(ns)) write({ op: "create", ns });
    return collections.get(ns) ?? makeCollection(ns);
  }

  return {
    collections,
    ensure,
    drop: (ns) => write({ op: "drop", ns }),
    insert(ns, doc) {
      checkDoc(doc);
      checkUnique(ensure(ns), doc);
      write({ op: "put", ns, doc });
    },
    replace(collection, row, doc) {
      checkDoc(doc);
      checkUnique(collection, doc, row);
      write({ op: "put", ns: collection.ns, doc });
    },
    remove: (collection, row) => write({ op: "remove", ns: collection.ns, id: row.doc._id }),
    createIndex(ns, spec) {
      ensure(ns);
      write({ op: "index", ns, spec });
    },
    dropIndex: (ns, name) => write({ op: "dropIndex", ns, name }),
    flush: () => log.flush(),
    close: () => log.close(),
  };
}
