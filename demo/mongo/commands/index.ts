import { failure } from "../errors.js";
import type { Doc } from "../values.js";
import * as catalog from "./catalog.js";
import { checkOptions, type Command, type Context } from "./command.js";
import * as read from "./read.js";
import * as server from "./server.js";
import * as write from "./write.js";

/** Commands with all the options they understand, beside those of any command; a hello is the same whatever it asks. */
const READING: Record<string, [Command, string?]> = {
  hello: [server.hello],
  ismaster: [server.hello],
  isMaster: [server.hello],
  ping: [server.ok, ""],
  endSessions: [server.ok, ""],
  buildInfo: [server.buildInfo, ""],
  buildinfo: [server.buildInfo, ""],
  serverStatus: [server.serverStatus, ""],
  saslStart: [server.authenticate, "mechanism payload options autoAuthorize"],
  find: [read.find, "filter sort projection skip limit batchSize singleBatch"],
  getMore: [read.getMore, "collection batchSize"],
  killCursors: [read.killCursors, "cursors"],
  count: [read.count, "query limit skip"],
  distinct: [read.distinct, "key query"],
  aggregate: [read.aggregate, "pipeline cursor"],
  listCollections: [catalog.listCollections, "filter nameOnly authorizedCollections cursor"],
  listDatabases: [catalog.listDatabases, "filter nameOnly authorizedDatabases"],
  listIndexes: [catalog.listIndexes, "cursor"],
};

/** Commands that are answered once everything so far is on disk. */
const WRITING: Record<string, [Command, string]> = {
  insert: [write.insert, "documents ordered"],
  update: [write.update, "updates ordered"],
  delete: [write.remove, "deletes ordered"],
  findAndModify: [write.findAndModify, "query sort remove update new fields upsert arrayFilters"],
  create: [catalog.create, ""],
  drop: [catalog.drop, ""],
  dropDatabase: [catalog.dropDatabase, ""],
  createIndexes: [catalog.createIndexes, "indexes commitQuorum"],
  dropIndexes: [catalog.dropIndexes, "index"],
};

const COMMANDS = new Map(Object.entries({ ...READING, ...WRITING }));

/** Runs one command. What it wrote is on disk when this resolves; also after an error, since a bulk may have half succeeded. */
export async function runCommand(body: Doc, context: Context): Promise<Doc> {
  const [name = ""] = Object.keys(body);
  const [run, options] = COMMANDS.get(name) ?? [];
  if (!run) throw failure("CommandNotFound", `no such command: '${name}'`);
  if (options !== undefined) checkOptions(name, body, options);
  try {
    return { ...run(body, context), ok: 1 };
  } finally {
    if (name in WRITING) await context.database.flush();
  }
}
