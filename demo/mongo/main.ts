import { parseArgs } from "node:util";
import { startMongo, type MongoOptions } from "./server.js";

const USAGE = "usage: --port <0 to 65535> --dir <folder>; without --dir everything is lost at the end";

function readArguments(): MongoOptions {
  const { values } = parseArgs({ options: { port: { type: "string", default: "27018" }, dir: { type: "string" } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port ${values.port} is no port`);
  return { port, dir: values.dir };
}

function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    return "its port is in use by another program; choose another with --port (with npm start: DATABASE_PORT)";
  return code?.startsWith("ERR_PARSE_ARGS") ? `${message}\n${USAGE}` : message;
}

/** A signal or, with EXIT_WITH_PARENT=1, the end of stdin: no orphan when the starter is killed. */
const askedToStop = new Promise((stop) => {
  process.on("SIGTERM", stop).on("SIGINT", stop);
  if (process.env.EXIT_WITH_PARENT === "1") process.stdin.on("end", stop).on("error", stop).resume();
});

try {
  const mongo = await startMongo(readArguments());
  process.stdout.write(`${mongo.uri}\n`);
  await askedToStop;
  await mongo.close();
  process.exit(0);
} catch (error) {
  process.stderr.write(`embedded database: ${explain(error)}\n`);
  process.exit(1);
}
