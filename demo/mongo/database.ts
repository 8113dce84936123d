import { mkdirSync, realpathSync } from "node:fs";
import { BSONError, calculateObjectSize, deserialize, serialize } from "bson";
import { addIndex, checkStorable, makeCollection, put, remove, type Collection } from "./collection.js";
import { failure } from "./errors.js";
import type { IndexSpec, Row } from "./indexes.js";
import { lockFolder } from "./lock.js";
import { memoryLog, openLog, readLog, type Log } from "./log.js";
import type { Doc } from "./values.js";

/** How BSON becomes JavaScript here: int64 and regular expressions keep their types, binary stays Binary. */
export const READ_BSON = { promoteLongs: false, promoteBuffers: false, bsonRegExp: true } as const;

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
export async function openDatabase(dir: string | undefined, rewriteAbove?: number): Promise<Database> {
  if (dir === undefined) return makeDatabase(new Map(), memoryLog);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const folder = realpathSync(dir);
  const unlock = lockFolder(folder);
  const collections = new Map<string, Collection>();
  const replay = (payload: Buffer): void => replayPayload(collections, payload);
  try {
    const log = await openLog({
      dir: folder,
      replay,
      snapshot: () => snapshot(collections),
      lost: () => {
        collections.clear();
        readLog(folder, replay);
      },
      ...(rewriteAbove === undefined ? {} : { rewriteAbove }),
    });
    const database = makeDatabase(collections, log);
    return {
      ...database,
      close: async () => {
        await database.close();
        unlock();
      },
    };
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
  if (entry.op === "drop") {
    collections.delete(entry.ns);
    return;
  }
  const collection = collections.get(entry.ns) ?? makeCollection(entry.ns);
  collections.set(entry.ns, collection);
  switch (entry.op) {
    case "create":
      return;
    case "put":
      put(collection, entry.doc);
      return;
    case "remove":
      remove(collection, entry.id);
      return;
    case "index":
      addIndex(collection, entry.spec);
      return;
    case "dropIndex":
      collection.indexes = collection.indexes.filter(({ spec }) => spec.name !== entry.name);
  }
}

/** Takes the state at this moment (documents are never changed in place) and turns it into entries piece by piece. */
function snapshot(collections: Map<string, Collection>): Iterable<Buffer> {
  const taken = [...collections.values()].map(({ ns, rows, indexes }) => ({
    ns,
    docs: Array.from(rows.values(), ({ doc }) => doc),
    specs: indexes.map(({ spec }) => spec),
  }));
  return (function* (): Generator<Buffer> {
    for (const { ns, docs, specs } of taken) {
      yield encode({ op: "create", ns });
      for (const spec of specs) yield encode({ op: "index", ns, spec });
      for (const doc of docs) yield encode({ op: "put", ns, doc });
    }
  })();
}

function encode(entry: Entry): Buffer {
  return Buffer.from(serialize(entry));
}

function makeDatabase(collections: Map<string, Collection>, log: Log): Database {
  /** Encoding comes before the change: what cannot be stored (too large, too deep) is refused with memory untouched. */
  function write(entry: Entry): void {
    const bytes = log === memoryLog ? undefined : encode(entry);
    apply(collections, entry);
    if (bytes) log.append(bytes);
  }

  function ensure(ns: string): Collection {
    const known = collections.get(ns);
    if (known) return known;
    write({ op: "create", ns });
    return collections.get(ns) ?? makeCollection(ns);
  }

  function checkSize(doc: Doc): void {
    let size: number;
    try {
      size = calculateObjectSize(doc);
    } catch (error) {
      throw failure("InvalidBSON", error instanceof BSONError ? error.message : String(error));
    }
    if (size > LARGEST_DOCUMENT)
      throw failure(
        "BSONObjectTooLarge",
        `BSONObj size: ${size} is invalid. Size must be between 0 and ${LARGEST_DOCUMENT} (16MB)`,
      );
  }

  return {
    collections,
    ensure,
    drop: (ns) => write({ op: "drop", ns }),
    insert(ns, doc) {
      checkSize(doc);
      checkStorable(ensure(ns), doc);
      write({ op: "put", ns, doc });
    },
    replace(collection, row, doc) {
      checkSize(doc);
      checkStorable(collection, doc, row);
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
