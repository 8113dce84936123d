import "reflect-metadata";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Router, type RequestHandler } from "express";
import { consentPages } from "./api/consent-pages.js";
import { graphqlHttp, type GraphqlHttp } from "./api/graphql.js";
import { healthPages, remembered, type Part } from "./api/health.js";
import { httpApp } from "./api/http.js";
import { tabPages } from "./api/tab.js";
import { createTokenVerifier } from "./auth/token-verifier.js";
import type { Config } from "./config.js";
import { createDirectories } from "./directory/graph-directory.js";
import { createJobs, type Jobs } from "./jobs/agenda.js";
import { eventLog, type Log } from "./log.js";
import { microsoftFetch, type MicrosoftFetch } from "./microsoft-fetch.js";
import { createSealer } from "./seal.js";
import { connectStore, type Store } from "./store/connection.js";
import { refreshUsers } from "./use-cases/refresh-users.js";
import { runRequested, runScheduled, type RunSyncDeps } from "./use-cases/run-sync.js";
import type { Clock, Directories } from "./use-cases/ports.js";

const LOGIN = "login.microsoftonline.com";
const LOOPBACK = "127.0.0.1";
const HOUR_SECONDS = 3600;
const READY_REMEMBERED_MS = 5000;

export interface App {
  readonly port: number;
  /** Settles when MongoDB was reached and work has begun; until then only health pages answer. */
  readonly started: Promise<void>;
  /** Takes nothing new, ends running work at its next checkpoint, gives everything back. */
  stop(): Promise<void>;
}

export interface AppOptions {
  readonly config: Config;
  readonly log: Log;
  readonly now: Clock;
  /** Folder of the built tab. */
  readonly tabFolder: string;
}

interface Running {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly graphql: GraphqlHttp;
  readonly handler: RequestHandler;
}

/** Wires everything by hand, once. Listens first, so that a prober can read why the rest is not there yet. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, log, now } = options;
  const fetch = microsoftFetch({ simulatorUrl: config.simulatorUrl });
  const stopping = new AbortController();
  let running: Running | null = null;

  const microsoft = remembered({ name: "Microsoft", ready: () => answers(fetch) }, now, READY_REMEMBERED_MS);
  const parts = (): Part[] => [
    { name: "The database", ready: async () => (await running?.store.ready()) === true },
    microsoft,
  ];
  const router = Router();
  router.use(healthPages(parts));
  router.use((request, response, next) => {
    if (running) return running.handler(request, response, next);
    response.status(503).json({ errors: [{ message: "Rollcall is starting; its database does not answer yet." }] });
  });

  const secure = config.publicUrl.startsWith("https:");
  const server = createServer(httpApp({ trustProxy: config.trustProxy, secure, handlers: router, log }));
  await listen(server, config.port, config.simulatorUrl ? LOOPBACK : undefined);

  const started = start(options, fetch, stopping.signal).then((made) => {
    running = made;
  });
  return {
    port: (server.address() as AddressInfo).port,
    started,
    async stop() {
      stopping.abort();
      await started.catch(() => undefined); // a failed start was reported to whoever awaits `started`
      await running?.jobs.stop();
      await closeServer(server);
      await running?.graphql.stop();
      await running?.store.close();
    },
  };
}

async function start(options: AppOptions, fetch: MicrosoftFetch, stopping: AbortSignal): Promise<Running> {
  const { config, log, now } = options;
  const event = eventLog(log);
  const store = await connectStore({ uri: config.mongoUri, now, log: event, signal: stopping });
  const directories = createDirectories({
    clientId: config.clientId,
    clientSecret: config.clientSecret,
    fetch,
    now,
    log: event,
  });
  const jobs = await startJobs(options, store, directories, stopping);

  const graphql = await graphqlHttp({
    introspection: !config.production,
    log,
    deps: {
      ...store,
      directories,
      scheduler: jobs,
      sealer: createSealer(config.dataKeys),
      verifier: createTokenVerifier({
        clientId: config.clientId,
        allowedClients: config.allowedClients,
        fetch,
        now,
      }),
      now,
      selfSignup: config.selfSignup,
      publicUrl: config.publicUrl,
      intervalSeconds: config.syncIntervalSeconds ?? HOUR_SECONDS,
    },
  });
  return { store, jobs, graphql, handler: pages(options, store, graphql) };
}

/** The queue and what its jobs do. The jobs need the queue themselves, to ask for a run under changed settings. */
async function startJobs(
  { config, log, now }: AppOptions,
  store: Store,
  directories: Directories,
  stopping: AbortSignal,
): Promise<Jobs> {
  const deps = (): RunSyncDeps => ({ ...store, directories, scheduler: jobs, now, stopping });
  const jobs: Jobs = await createJobs({
    db: store.db,
    now,
    intervalSeconds: config.syncIntervalSeconds,
    log: eventLog(log),
    handlers: {
      runScheduled: (accountId) => runScheduled(deps(), accountId),
      runRequested: (requested) => runRequested(deps(), requested),
      refresh: (accountId) => refreshUsers(deps(), accountId),
    },
  });
  const accounts = await store.accounts.list();
  await jobs.reconcile(
    await store.settings.enabledAccountIds(),
    accounts.map((account) => account.id),
  );
  if (config.role !== "api") await jobs.start();
  return jobs;
}

function pages({ config, tabFolder }: AppOptions, store: Store, graphql: GraphqlHttp): RequestHandler {
  const loginUrl = config.simulatorUrl ? `${config.simulatorUrl}/${LOGIN}` : `https://${LOGIN}`;
  const router = Router();
  router.use("/graphql", ...graphql.handlers);
  router.use(consentPages({ ...config, loginUrl, consentTrips: store.consentTrips }));
  router.use(
    tabPages({
      folder: tabFolder,
      frameAncestors: config.frameAncestors,
      loginOrigin: new URL(loginUrl).origin,
      settings: {
        clientId: config.clientId,
        scope: `api://${new URL(config.publicUrl).hostname}/${config.clientId}/access_as_user`,
        authorizeUrl: `${loginUrl}/{tenant}/oauth2/v2.0/authorize`,
        tokenUrl: `${loginUrl}/{tenant}/oauth2/v2.0/token`,
        logoutUrl: `${loginUrl}/{tenant}/oauth2/v2.0/logout`,
        issuerTemplate: `https://${LOGIN}/{tenantid}/v2.0`,
        ...(config.simulatorUrl ? { demo: { controlUrl: `${config.simulatorUrl}/` } } : {}),
      },
    }),
  );
  return router;
}

async function answers(fetch: MicrosoftFetch): Promise<boolean> {
  const response = await fetch(`https://${LOGIN}/organizations/v2.0/.well-known/openid-configuration`);
  await response.body?.cancel();
  return response.ok;
}

/** Whoever believes the pretend Microsoft must not be reachable from outside: anybody can be anybody there. */
function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
