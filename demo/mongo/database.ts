import { calculateObjectSize, deserialize, serialize } from "bson";
import { addIndex, checkUnique, makeCollection, put, remove, type Collection } from "./collection.js";
import { failure } from "./errors.js";
import type { IndexSpec } from "./indexes.js";
import { openLog, type State } from "./log.js";
import { refuseUnknownTypes, type Doc } from "./values.js";

/** How BSON becomes JavaScript here: int64 up to 2^53 a number, a pattern bson's, so that all its options are seen. */
export const READ_BSON = { bsonRegExp: true } as const;

const LARGEST_DOCUMENT = 16 * 1024 * 1024;

/** One change, as the log keeps it. Documents are whole, as they are after it, so replaying needs no operator. */
type Entry =
  | { op: "insert" | "put"; ns: string; doc: Doc }
  | { op: "remove"; ns: string; id: unknown }
  | { op: "create" | "drop"; ns: string }
  | { op: "index"; ns: string; spec: IndexSpec }
  | { op: "dropIndex"; ns: string; name: string };

type Collections = Map<string, Collection>;

export type Database = ReturnType<typeof openDatabase>;

/** Opens a database kept in `dir`, or one in memory only. Throws when the folder is held by a living process or damaged. */
export function openDatabase(dir: string | undefined, rewriteAbove?: number) {
  const collections: Collections = new Map();
  const log = dir === undefined ? undefined : openLog(dir, stateOf(collections), rewriteAbove);
  return {
    /** by "database.collection" */
    collections: collections as ReadonlyMap<string, Collection>,
    /** Checks a change, makes it in memory and appends it to the log, in one turn. A missing collection is made. */
    write(entry: Entry): void {
      if (entry.op === "insert" || entry.op === "put")
        checkDoc(collections.get(entry.ns), entry.doc, entry.op === "insert");
      const bytes = log && serialize(entry);
      apply(collections, entry);
      if (bytes) log.append(bytes);
    },
    /** Resolves when every write so far would survive a power cut. */
    flush: async () => log?.flush(),
    close: async () => log?.close(),
  };
}

/** Refuses a document that could not be written, or not be compared once it is, before anything is changed. */
function checkDoc(collection: Collection | undefined, doc: Doc, isNew: boolean): void {
  refuseUnknownTypes(doc);
  const size = calculateObjectSize(doc);
  if (size > LARGEST_DOCUMENT) throw failure("BSONObjectTooLarge", `BSONObj size: ${size}. It may have 16 MB`);
  if (collection) checkUnique(collection, doc, isNew);
}

function apply(collections: Collections, entry: Entry): void {
  if (entry.op === "drop") return void collections.delete(entry.ns);
  const collection = collections.get(entry.ns) ?? makeCollection(entry.ns);
  collections.set(entry.ns, collection);
  if (entry.op === "insert" || entry.op === "put") put(collection, entry.doc);
  else if (entry.op === "remove") remove(collection, entry.id);
  else if (entry.op === "index") addIndex(collection, entry.spec);
  else if (entry.op === "dropIndex")
    collection.indexes = collection.indexes.filter(({ spec }) => spec.name !== entry.name);
}

const stateOf = (collections: Collections): State => ({
  clear: () => collections.clear(),
  replay(payload) {
    for (let left = payload; left.length > 0; left = left.subarray(left.readInt32LE(0)))
      apply(collections, deserialize(left.subarray(0, left.readInt32LE(0)), READ_BSON) as Entry);
  },
  *snapshot() {
    for (const { ns, docs, indexes } of collections.values()) {
      yield serialize({ op: "create", ns } satisfies Entry);
      for (const { spec } of indexes) yield serialize({ op: "index", ns, spec } satisfies Entry);
      for (const doc of docs.values()) yield serialize({ op: "put", ns, doc } satisfies Entry);
    }
  },
});
