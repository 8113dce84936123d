import { failure } from "../errors.js";
import type { Doc } from "../values.js";
import * as catalog from "./catalog.js";
import { checkFields, type Command, type Context } from "./command.js";
import * as read from "./read.js";
import { SERVER_COMMANDS } from "./server.js";
import * as write from "./write.js";

const { remove, ...writing } = write;

const COMMANDS: Record<string, Command> = { ...SERVER_COMMANDS, ...read, ...writing, ...catalog, delete: remove };

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
