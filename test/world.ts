import { randomBytes, randomInt } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { CLIENT_ID, CLIENT_SECRET, CONTOSO_TENANT_ID, PEOPLE } from "../demo/microsoft/registration.js";
import { startMicrosoft, type PretendMicrosoft } from "../demo/microsoft/server.js";
import { startApp, type App, type AppOptions } from "../server/app.js";
import type { RateLimits } from "../server/api/rate-limit.js";
import type { Config } from "../server/config.js";
import { connectStore, type Store } from "../server/store/connection.js";
import type { Clock } from "../server/use-cases/ports.js";
import { testDatabase, type TestDatabase } from "./database.js";

export interface Answer {
  readonly status: number;
  // The shape of an answer is what the tests are about; they look into it as a client would.
  readonly data: Record<string, Record<string, unknown> | null> | null | undefined;
  readonly errors: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[] | undefined;
}

export type Ask = (query: string, variables?: object) => Promise<Answer>;

/** The whole product in this process, over real HTTP, with a pretend Microsoft and a database of its own. */
export interface World {
  readonly url: string;
  readonly microsoft: PretendMicrosoft;
  readonly store: Store;
  readonly databaseUri: string;
  /** What the server has logged, a line an entry. */
  readonly logged: string[];
  /** The clock of the server and of Microsoft. */
  readonly now: Clock;
  /** Moves the clock of the server and of Microsoft on. */
  passMinutes(minutes: number): void;
  /** Asks with this token; null for none. */
  askWith(token: string | null, query: string, variables?: object): Promise<Answer>;
  /** Somebody of Contoso (or another tenant) with a fresh token. */
  as(personId: string, tenantId?: string): Ask;
  /** Stops the server and starts another one on the same database and address. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions extends Pick<
  AppOptions,
  "answerWithinMs" | "microsoftWithinMs" | "patience" | "tellEveryMs"
> {
  /** Seconds that stand for an hour; none for the hour itself. */
  readonly intervalSeconds?: number;
  readonly config?: Partial<Config>;
  /** One that is there already; the world closes it. */
  readonly database?: TestDatabase;
  /** Requests a minute; without them so many that no test meets them by looking often. */
  readonly rateLimits?: Partial<RateLimits>;
  /** Folder of the built tab; without it a page of its shape stands in. */
  readonly tabFolder?: string;
  /** Waits for Microsoft take their time, for whoever looks at them in a browser, whose clock goes on by itself. */
  readonly waits?: true;
}

const ROOMY: RateLimits = { address: 100_000, user: 100_000, changes: 100_000, reads: 100_000 };

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const port = options.config?.port ?? (await freePort());
  const publicUrl = options.config?.publicUrl ?? `http://localhost:${port}`;
  const [database, microsoft, tabFolder] = await Promise.all([
    options.database ?? testDatabase(),
    startMicrosoft({ now, tabUrl: `${publicUrl}/` }),
    options.tabFolder ?? emptyTab(),
  ]);
  const logged: string[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => logged.push(line) });
  const rateLimits = { ...ROOMY, ...options.rateLimits };
  const config = configFor(database, microsoft, port, options);
  /** Waiting for Microsoft costs no time: the clock of all runs on by as much. */
  const sleep = (ms: number): Promise<void> => {
    ahead += ms;
    return Promise.resolve();
  };
  const start = async (): Promise<App> => {
    const app = await startApp({
      ...options,
      config,
      log,
      now,
      tabFolder,
      rateLimits,
      ...(options.waits ? {} : { sleep }),
      scanMs: 50,
    });
    await app.started;
    return app;
  };

  let app = await start();
  const store = await connectStore({ uri: database.uri, now, log: () => undefined });
  const askWith = (token: string | null, query: string, variables: object = {}) =>
    askAt(`http://localhost:${port}`, token, query, variables);

  return {
    url: config.publicUrl,
    microsoft,
    store,
    databaseUri: database.uri,
    logged,
    askWith,
    now,
    passMinutes: (minutes) => void (ahead += minutes * 60_000),
    as:
      (personId, tenantId = CONTOSO_TENANT_ID) =>
      async (query, variables) =>
        askWith(await microsoft.tokenFor({ tenantId, personId }), query, variables),
    async restart() {
      await app.stop();
      app = await start();
    },
    async close() {
      await app.stop();
      await store.close();
      await Promise.all([microsoft.close(), database.close()]);
      if (!options.tabFolder) await rm(tabFolder, { recursive: true });
    },
  };
}

/** A world in which Contoso has consented and Adele has opened its account. */
export async function startConnectedWorld(options: WorldOptions = {}): Promise<World & { readonly adele: Ask }> {
  const world = await startWorld(options);
  world.microsoft.directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
  const adele = world.as(PEOPLE.adele);
  const opened = await adele("mutation { openAccount { __typename } }");
  if (opened.data?.openAccount?.__typename !== "AccountOpened")
    throw new Error(`The account did not open: ${JSON.stringify(opened)}`);
  return { ...world, adele };
}

/** Asks until the answer is as wanted; fails with the last answer when that does not happen in time. */
export async function eventually<T>(
  look: () => Promise<T>,
  wanted: (seen: T) => boolean,
  withinMs = 20_000,
  everyMs = 50,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (wanted(seen)) return seen;
    if (Date.now() > deadline) throw new Error(`Did not happen in time; last seen: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

/** Below those that systems give to outgoing connections, one of which would take it before its server listens. */
const [FIRST_PORT, LAST_PORT] = [20_000, 32_000];

export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST_PORT, LAST_PORT);
    if (await canListen(port)) return port;
  }
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** One GraphQL request, as any client sends it. */
export async function askAt(url: string, token: string | null, query: string, variables: object): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as Pick<Answer, "data" | "errors">;
  return { status: response.status, data, errors };
}

/** The tab's files are tested in a browser; here a page and a script of their shape will do. */
async function emptyTab(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-tab-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "assets", "app.js"), "export {};\n".repeat(1000));
  await writeFile(join(folder, "index.html"), '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__">');
  return folder;
}

function configFor(database: TestDatabase, microsoft: PretendMicrosoft, port: number, options: WorldOptions): Config {
  return {
    production: false,
    demoMode: true,
    publicUrl: `http://localhost:${port}`,
    port,
    mongoUri: database.uri,
    clientId: CLIENT_ID,
    credentials: [{ kind: "SECRET", secret: CLIENT_SECRET }],
    credentialsExpireAt: null,
    allowedClients: [],
    allowedOrigins: [],
    frameAncestors: ["https://teams.microsoft.com"],
    trustProxy: 0,
    role: "all",
    selfSignup: true,
    dataKeys: [randomBytes(32)],
    mail: null,
    historyDays: null,
    logLevel: "debug",
    simulatorUrl: microsoft.url,
    exitWithParent: false,
    syncIntervalSeconds: options.intervalSeconds ?? null,
    ...options.config,
  };
}
