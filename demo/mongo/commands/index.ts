import { failure } from "../errors.js";
import type { Doc } from "../values.js";
import * as catalog from "./catalog.js";
import { checkFields, type Command, type Context } from "./command.js";
import * as read from "./read.js";
import * as server from "./server.js";
import * as write from "./write.js";

const COMMANDS: Record<string, Command> = {
  hello: server.hello,
  isMaster: server.hello,
  ismaster: server.hello,
  ping: server.ping,
  buildInfo: server.buildInfo,
  buildinfo: server.buildInfo,
  serverStatus: server.serverStatus,
  connectionStatus: server.connectionStatus,
  endSessions: server.endSessions,
  saslStart: server.authenticate,
  saslContinue: server.authenticate,
  find: read.find,
  getMore: read.getMore,
  killCursors: read.killCursors,
  count: read.count,
  distinct: read.distinct,
  aggregate: read.aggregate,
  insert: write.insert,
  update: write.update,
  delete: write.remove,
  findAndModify: write.findAndModify,
  findandmodify: write.findAndModify,
  create: catalog.create,
  drop: catalog.drop,
  dropDatabase: catalog.dropDatabase,
  listCollections: catalog.listCollections,
  listDatabases: catalog.listDatabases,
  createIndexes: catalog.createIndexes,
  listIndexes: catalog.listIndexes,
  dropIndexes: catalog.dropIndexes,
};

/** Runs one command. What it wrote is on disk when this resolves; also after an error, since a bulk may have half succeeded. */
export async function runCommand(body: Doc, context: Context): Promise<Doc> {
  const [name = ""] = Object.keys(body);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw failure("CommandNotFound", `no such command: '${name}'`);
  checkFields(name, body, command.fields);
  try {
    return { ...command.run(body, context), ok: 1 };
  } finally {
    if (command.writes) await context.database.flush();
  }
}
