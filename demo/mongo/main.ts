import { parseArgs } from "node:util";
import { startMongo, type RunningMongo } from "./server.js";

const USAGE = "usage: --port <0 to 65535> --dir <folder>; without --dir everything is lost at the end";

function readArguments(): { port: number; dir?: string } {
  const { values } = parseArgs({ options: { port: { type: "string" }, dir: { type: "string" } } });
  const port = Number(values.port ?? 27018);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port ${values.port ?? ""} is no port`);
  return values.dir === undefined ? { port } : { port, dir: values.dir };
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "EADDRINUSE")
    return "its port is in use by another program; choose another with --port (with npm start: DATABASE_PORT)";
  if ("code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) return `${error.message}\n${USAGE}`;
  return error.message;
}

/** Stops cleanly on a signal, and with EXIT_WITH_PARENT=1 when stdin ends: no orphan when the starter is killed. */
function stopWhenAsked(mongo: RunningMongo): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    mongo.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  if (process.env.EXIT_WITH_PARENT === "1") process.stdin.on("end", stop).on("error", stop).resume();
}

function fail(error: unknown): never {
  process.stderr.write(`embedded database: ${explain(error)}\n`);
  process.exit(1);
}

try {
  const mongo = await startMongo(readArguments());
  stopWhenAsked(mongo);
  process.stdout.write(`${mongo.uri}\n`);
} catch (error) {
  fail(error);
}
