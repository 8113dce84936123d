import type { Cursors } from "../cursors.js";
import type { Database } from "../database.js";
import { failure, unsupported } from "../errors.js";
import { isDoc, isList, readCount, readDoc, type Doc } from "../values.js";

export interface Context {
  database: Database;
  cursors: Cursors;
}

/** One command of the wire protocol. `fields` are all it understands beside the general ones: an unknown one is refused. */
export interface Command {
  fields: readonly string[];
  /** the reply waits until everything so far is on disk */
  writes?: boolean;
  run(command: Doc, context: Context): Doc;
}

/** Fields any command may carry that change no result on one machine with one history. */
const GENERAL =
  "$db lsid $clusterTime $readPreference readConcern writeConcern comment maxTimeMS apiVersion apiStrict apiDeprecationErrors hint allowDiskUse bypassDocumentValidation noCursorTimeout allowPartialResults".split(
    " ",
  );
const TRANSACTION = ["txnNumber", "startTransaction", "autocommit"];

/** Refuses what a command or one write of it would have to ignore: transactions, collations, options of other versions. */
export function checkFields(what: string, command: Doc, fields: readonly string[]): void {
  for (const [field, value] of Object.entries(command)) {
    if (field === what || GENERAL.includes(field) || fields.includes(field)) continue;
    if (TRANSACTION.includes(field))
      throw failure("IllegalOperation", "Transaction numbers are only allowed on a replica set member or mongos");
    const means = isDoc(value) ? Object.keys(value).length > 0 && value.locale !== "simple" : (value ?? false);
    if (means !== false) throw unsupported(`the option "${field}" of ${what}`);
  }
  if (isDoc(command.readConcern) && command.readConcern.level === "snapshot") throw unsupported("readConcern snapshot");
}

/** "database.collection" of a command whose first field names the collection. */
export function namespace(command: Doc, name: string): string {
  const collection = command[name];
  if (typeof collection !== "string" || collection === "" || /\0|\$/.test(collection))
    throw failure("InvalidNamespace", `Invalid namespace specified '${databaseName(command)}.${String(collection)}'`);
  return `${databaseName(command)}.${collection}`;
}

export function databaseName(command: Doc): string {
  const name = command.$db;
  if (typeof name !== "string" || name === "" || /[/\\. "$\0]/.test(name))
    throw failure("InvalidNamespace", `Invalid database name: '${String(name)}'`);
  return name;
}

export function readDocs(name: string, value: unknown): Doc[] {
  if (!isList(value) || value.length === 0)
    throw failure("InvalidOptions", `BSON field '${name}' must be an array of at least one document`);
  return value.map((doc) => readDoc(name, doc));
}

/** The batchSize of commands that carry it as { cursor: { batchSize } }. */
export function readBatchSize(command: Doc): number | undefined {
  return readCount("batchSize", readDoc("cursor", command.cursor).batchSize);
}
