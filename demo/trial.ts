import { randomBytes } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildTab } from "./build-tab.js";
import { CLIENT_ID, CLIENT_SECRET } from "./microsoft/registration.js";
import { startPart, type Part, type PartOptions } from "./part.js";
import { dataDir } from "./paths.js";
import { markRunning, runningFile } from "./running.js";

interface Ports {
  readonly server: number;
  readonly microsoft: number;
  readonly database: number;
}

/**
 * Starts the pretend Microsoft, the embedded database (unless MONGODB_URI names another) and the server, prints one
 * address, and stops all of it at once on Ctrl-C. Everything that is to outlast it lies in DATA_DIR (.data).
 */
export async function startTrial(): Promise<void> {
  const folder = dataDir();
  await mkdir(folder, { recursive: true });
  if (!(await markRunning(folder))) process.exit(1);

  const parts: Part[] = [];
  let stopping: Promise<never> | null = null;
  const stop = (code: number): Promise<never> => (stopping ??= stopAll(parts, folder, code));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));

  const fail = (words: string): void => {
    if (stopping) return;
    console.error(words);
    void stop(1);
  };
  const begin = (options: PartOptions): Promise<void> => {
    const part = startPart(options, folder, fail);
    parts.push(part);
    return part.ready;
  };

  try {
    const ports = portsFrom(process.env);
    await buildTab();
    const databaseUri = process.env.MONGODB_URI;
    await Promise.all([begin(microsoft(ports)), databaseUri ? undefined : begin(database(ports, folder))]);
    await begin(await server(ports, folder, databaseUri ?? `mongodb://127.0.0.1:${ports.database}/rollcall`));
    console.log(welcome(ports));
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

function portsFrom(env: NodeJS.ProcessEnv): Ports {
  const read = (key: string, usual: number): number => {
    const port = Number(env[key] ?? usual);
    if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`${key} must be a port number.`);
    return port;
  };
  return { server: read("PORT", 4000), microsoft: read("PRETEND_PORT", 4100), database: read("DATABASE_PORT", 4200) };
}

const microsoft = (ports: Ports): PartOptions => ({
  name: "microsoft",
  file: "demo/microsoft/main.ts",
  env: {
    PRETEND_PORT: String(ports.microsoft),
    DATA_DIR: dataDir(),
    TAB_URL: `http://localhost:${ports.server}/`,
  },
  readyWhen: /http:\/\//,
});

const database = (ports: Ports, folder: string): PartOptions => ({
  name: "database",
  file: "demo/mongo/main.ts",
  args: ["--port", String(ports.database), "--dir", join(folder, "mongo")],
  readyWhen: /mongodb:\/\//,
});

async function server(ports: Ports, folder: string, mongoUri: string): Promise<PartOptions> {
  return {
    name: "server",
    file: "server/main.ts",
    env: {
      DEMO_MODE: "yes",
      PUBLIC_URL: `http://localhost:${ports.server}`,
      PORT: String(ports.server),
      MONGODB_URI: mongoUri,
      ENTRA_CLIENT_ID: CLIENT_ID,
      ENTRA_CLIENT_SECRET: CLIENT_SECRET,
      MICROSOFT_SIMULATOR_URL: `http://127.0.0.1:${ports.microsoft}`,
      DATA_KEY: await dataKey(folder),
    },
    readyWhen: /"msg":"ready"/,
  };
}

function welcome(ports: Ports): string {
  return `
  Rollcall is running:  http://localhost:${ports.server}

  Sign in as Adele Vance, the directory admin of the pretend company Contoso: no password, no Azure account.
  Hire, move and remove Contoso's people at  http://127.0.0.1:${ports.microsoft}
  See it as Microsoft Teams shows it at      http://127.0.0.1:${ports.microsoft}/teams
  Ctrl-C stops everything; the next start goes on where this one ended. \`npm run reset\` starts afresh.
`;
}

/** The server first, so that it can give back its leases; then what it leans on. */
async function stopAll(parts: readonly Part[], folder: string, code: number): Promise<never> {
  const last = parts.filter((part) => part.name !== "server");
  await Promise.all(parts.filter((part) => part.name === "server").map((part) => part.stop()));
  await Promise.all(last.map((part) => part.stop()));
  await rm(runningFile(folder), { force: true });
  process.exit(code);
}

/** Seals cursors; made once, so that what is sealed today opens tomorrow. */
async function dataKey(folder: string): Promise<string> {
  const file = join(folder, "data.key");
  const kept = await readFile(file, "utf8").catch(() => "");
  if (kept) return kept;
  const key = randomBytes(32).toString("base64");
  await writeFile(file, key, { mode: 0o600 });
  return key;
}
