import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { CLIENT_ID, CLIENT_SECRET } from "../../demo/microsoft/registration.js";
import { ROOT } from "../../demo/paths.js";
import { outputUntil } from "./trial.js";

export interface ServerProcess {
  readonly child: ChildProcess;
  /** Resolves when it listens; rejects with what it printed when it ends before. */
  readonly listening: Promise<string>;
  /** All that it has printed so far. */
  printed(): string;
  stop(): Promise<number | null>;
}

export interface ServerSettings {
  readonly port: number;
  readonly mongoUri: string;
  readonly microsoftUrl: string;
  readonly env?: Record<string, string>;
}

/** The settings of a demo server, as environment variables. */
export const serverEnv = ({ port, mongoUri, microsoftUrl, env = {} }: ServerSettings): Record<string, string> => ({
  DEMO_MODE: "yes",
  PUBLIC_URL: `http://localhost:${port}`,
  PORT: String(port),
  MONGODB_URI: mongoUri,
  ENTRA_CLIENT_ID: CLIENT_ID,
  ENTRA_CLIENT_SECRET: CLIENT_SECRET,
  MICROSOFT_SIMULATOR_URL: microsoftUrl,
  DATA_KEY: randomBytes(32).toString("base64"),
  ...env,
});

/** A server as a process of its own; `args` run it, `env` is all of its environment but the path. */
export function startServer(args: readonly string[], env: Record<string, string>): ServerProcess {
  const child = spawn(process.execPath, [...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const output of [child.stdout, child.stderr])
    output.setEncoding("utf8").on("data", (text: string) => (printed += text));
  const gone = new Promise<number | null>((resolve) => child.once("close", resolve));
  return {
    child,
    listening: outputUntil(child, /"msg":"listening"/),
    printed: () => printed,
    stop() {
      child.kill("SIGTERM");
      return gone;
    },
  };
}

/** The server's source, run as `npm start` runs it. */
export const SOURCE_SERVER = ["--import", "tsx", join(ROOT, "server/main.ts")];
/** What `npm run build` makes, run as `npm run serve` runs it. */
export const BUILT_SERVER = [join(ROOT, "dist/server/main.js")];
/** `npm run account`, to be followed by what it shall do. */
export const SOURCE_ACCOUNT_CLI = ["--import", "tsx", join(ROOT, "server/account-cli.ts")];
