import type { Cursors } from "../cursors.js";
import type { Database } from "../database.js";
import { failure, unsupported } from "../errors.js";
import { isDoc, isList, readCount, readDoc, type Doc } from "../values.js";

export interface Context {
  database: Database;
  cursors: Cursors;
}

/** One command of the wire protocol: what it is asked, to what it answers. */
export type Command = (command: Doc, context: Context) => Doc;

/** Options any command may have that change no result on one machine with one history. */
const GENERAL =
  "$db lsid $clusterTime $readPreference readConcern writeConcern comment maxTimeMS apiVersion apiStrict apiDeprecationErrors hint allowDiskUse bypassDocumentValidation noCursorTimeout allowPartialResults".split(
    " ",
  );

/** Refuses what a command or one write of it would have to ignore: transactions, collations, options of other versions. */
export function checkOptions(what: string, command: Doc, options: string): void {
  const known = options.split(" ");
  for (const [option, value] of Object.entries(command)) {
    if (option === what || known.includes(option) || GENERAL.includes(option)) continue;
    if (["txnNumber", "startTransaction", "autocommit"].includes(option))
      throw failure("IllegalOperation", "Transaction numbers are only allowed on a replica set member or mongos");
    const means = isDoc(value) ? Object.keys(value).length > 0 && value.locale !== "simple" : (value ?? false);
    if (means !== false) throw unsupported(`the option "${option}" of ${what}`);
  }
  if (isDoc(command.readConcern) && command.readConcern.level === "snapshot") throw unsupported("readConcern snapshot");
}

/** "database.collection" of a command whose first field names the collection. */
export function namespace(command: Doc): string {
  const [collection] = Object.values(command);
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
