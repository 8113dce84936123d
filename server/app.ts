import "reflect-metadata";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Router, type RequestHandler } from "express";
import { addressLimit } from "./api/address-limit.js";
import { consentPages, sendUnavailable } from "./api/consent-pages.js";
import { crossOrigin } from "./api/cross-origin.js";
import { refuse } from "./api/errors.js";
import { graphqlHttp, type GraphqlHttp } from "./api/graphql.js";
import { healthPages, remembered, type Part } from "./api/health.js";
import { httpApp } from "./api/http.js";
import { createUserLimits, type RateLimits } from "./api/rate-limit.js";
import { tabOptions } from "./api/tab-options.js";
import { tabPages } from "./api/tab.js";
import { createTokenVerifier } from "./auth/token-verifier.js";
import type { Config } from "./config.js";
import { createDirectories } from "./directory/graph-directory.js";
import type { Sleep } from "./directory/transport.js";
import { createJobs, type Jobs } from "./jobs/agenda.js";
import { regularly } from "./jobs/regularly.js";
import { eventLog, type Log } from "./log.js";
import { microsoftFetch, type MicrosoftFetch } from "./microsoft-fetch.js";
import { closeServer, listen, within } from "./listening.js";
import { createMessenger } from "./notices/messenger.js";
import { createSealer } from "./seal.js";
import type { AccountsToSchedule } from "./jobs/scheduler.js";
import { connectStore, type Store } from "./store/connection.js";
import { isMongoTrouble, keepTrying } from "./store/keep-trying.js";
import { catchUp } from "./use-cases/catch-up.js";
import { refreshUsers } from "./use-cases/refresh-users.js";
import { runRequested, runScheduled } from "./use-cases/run-sync.js";
import type { RunSyncDeps } from "./use-cases/run-deps.js";
import type { Clock, Directories } from "./use-cases/ports.js";
import { NOT_TOLD, tellAllAdmins, tellSoon, type TellAdminsDeps } from "./use-cases/tell-admins.js";

const LOGIN = "login.microsoftonline.com";
const HOUR_SECONDS = 3600;
/** An account that the operator's command line made has no jobs yet, and a job that got lost is missed by nobody. */
const RECONCILE_EVERY_MS = 5 * 60_000;
const NOT_RECONCILED = "The schedules could not be looked through; that is tried again";
const TELL_EVERY_MS = 60_000;
/** How long an answer about readiness holds: Microsoft must not be hammered, our own database may be asked. */
const MICROSOFT_REMEMBERED_MS = 5000;
const DATABASE_REMEMBERED_MS = 500;
const MICROSOFT_WITHIN_MS = 2000;

/** Longest that a request may take to arrive, its headers first: whoever trickles bytes must not hold a connection. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 20_000, connectionsCheckingInterval: 5000 };

/** Longest each part may take to stop. Together less than the ten seconds after which containers are killed. */
const JOBS_WITHIN_MS = 5000;
const CLOSE_WITHIN_MS = 1000;

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
  /** Other limits than the product's; for tests, which ask more than people do. */
  readonly rateLimits?: RateLimits;
  /** How often the worker looks for jobs, where a test is in a hurry. */
  readonly scanMs?: number;
  /** Longest that an answer of Microsoft's may take; half a minute unless a test is in a hurry. */
  readonly microsoftWithinMs?: number;
  /** How to wait for Microsoft, where not in earnest: a test lets its clock run on instead. */
  readonly sleep?: Sleep;
  /** Longest that a GraphQL request may take; half a minute unless a test is in a hurry. */
  readonly answerWithinMs?: number;
  /** Longest that a request may take to arrive; as long as the product allows unless a test is in a hurry. */
  readonly patience?: typeof PATIENCE;
  /** How often a worker looks whether somebody is to be told; every minute unless a test is in a hurry. */
  readonly tellEveryMs?: number;
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
  const fetch = microsoftFetch({ simulatorUrl: config.simulatorUrl, timeoutMs: options.microsoftWithinMs });
  const stopping = new AbortController();
  let running: Running | null = null;

  const database = { name: "The database", ready: async () => (await running?.store.ready()) === true };
  const microsoft = { name: "Microsoft", ready: () => answers(fetch) };
  const parts: readonly Part[] = [
    remembered(database, now, DATABASE_REMEMBERED_MS),
    remembered(microsoft, now, MICROSOFT_REMEMBERED_MS),
  ];
  const router = Router();
  router.use(healthPages(() => parts));
  router.use("/graphql", crossOrigin(config.allowedOrigins));
  router.use(addressLimit(options.rateLimits));
  router.use((request, response, next) => {
    if (running) return running.handler(request, response, next);
    if (request.path.startsWith("/consent/")) return sendUnavailable(response);
    refuse(response, 503, "SERVICE_UNAVAILABLE", "Rollcall is starting; its database does not answer yet.");
  });

  const secure = config.publicUrl.startsWith("https:");
  const handler = httpApp({ trustProxy: config.trustProxy, secure, handlers: router, log });
  const server = createServer(options.patience ?? PATIENCE, handler);
  await listen(server, config.port, { onlyHere: config.simulatorUrl !== null });

  const started = start(options, fetch, stopping.signal).then((made) => {
    running = made;
  });
  return {
    port: (server.address() as AddressInfo).port,
    started,
    async stop() {
      stopping.abort();
      await started.catch(() => undefined); // a failed start was reported to whoever awaits `started`
      await Promise.all([
        within(JOBS_WITHIN_MS + CLOSE_WITHIN_MS, running?.jobs.stop(JOBS_WITHIN_MS)),
        closeServer(server),
      ]);
      await within(CLOSE_WITHIN_MS, running?.graphql.stop());
      await within(CLOSE_WITHIN_MS, running?.store.close());
    },
  };
}

async function start(options: AppOptions, fetch: MicrosoftFetch, stopping: AbortSignal): Promise<Running> {
  const { config, log, now } = options;
  const event = eventLog(log);
  const { mongoUri: uri, historyDays } = config;
  const store = await connectStore({ uri, historyDays, now, log: event, signal: stopping });
  try {
    return await startOver(store, options, fetch, stopping);
  } catch (error) {
    await within(CLOSE_WITHIN_MS, store.close());
    throw error;
  }
}

/** The rest of the start. MongoDB may go away in the middle of it as well, and is then waited for. */
async function startOver(
  store: Store,
  options: AppOptions,
  fetch: MicrosoftFetch,
  stopping: AbortSignal,
): Promise<Running> {
  const { config, log, now } = options;
  const event = eventLog(log);
  const patiently = <T>(work: () => Promise<T>) =>
    keepTrying(work, { log: event, passes: isMongoTrouble, signal: stopping });
  const directories = createDirectories({
    clientId: config.clientId,
    credentials: config.credentials,
    fetch,
    now,
    log: event,
    ...(options.sleep && { sleep: options.sleep }),
  });
  const messenger = createMessenger({
    mail: config.mail,
    loopback: config.simulatorUrl !== null,
    log: event,
    signal: stopping,
  });
  const telling = { ...store, messenger, now, publicUrl: config.publicUrl, log: event, stopping };
  const { jobs, runDeps } = await patiently(() => jobsOver(options, store, directories, telling));

  const graphql = await graphqlHttp({
    introspection: !config.production,
    log,
    answerWithinMs: options.answerWithinMs,
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
      userLimits: createUserLimits(now, options.rateLimits),
      selfSignup: config.selfSignup,
      publicUrl: config.publicUrl,
      intervalSeconds: config.syncIntervalSeconds ?? HOUR_SECONDS,
      mailAvailable: config.mail !== null,
      loopbackWebhooks: config.simulatorUrl !== null,
      credentialsExpireAt: config.credentialsExpireAt,
    },
  });
  const handler = pages(options, store, graphql);

  const reconcile = () => jobs.reconcile(accountsIn(store));
  await patiently(reconcile);
  if (config.role !== "api") {
    await patiently(() => jobs.start());
    await patiently(() => catchUp(runDeps));
    const work = { log: event, signal: stopping };
    const lookThrough = () => reconcile().then(() => catchUp(runDeps));
    regularly(lookThrough, { ...work, everyMs: RECONCILE_EVERY_MS, trouble: NOT_RECONCILED });
    regularly(() => tellAllAdmins(telling), {
      ...work,
      everyMs: options.tellEveryMs ?? TELL_EVERY_MS,
      trouble: NOT_TOLD,
    });
  }
  return { store, jobs, graphql, handler };
}

/** The queue and what its jobs do. The jobs need the queue themselves, to ask for a run under changed settings. */
async function jobsOver(
  { config, log, now, scanMs }: AppOptions,
  store: Store,
  directories: Directories,
  telling: TellAdminsDeps,
): Promise<{ readonly jobs: Jobs; readonly runDeps: RunSyncDeps }> {
  const intervalSeconds = config.syncIntervalSeconds ?? HOUR_SECONDS;
  const deps = (): RunSyncDeps => ({
    ...store,
    directories,
    scheduler: jobs,
    now,
    stopping: telling.stopping,
    intervalSeconds,
  });
  const jobs: Jobs = await createJobs({
    db: store.db,
    now,
    scanMs,
    intervalSeconds: config.syncIntervalSeconds,
    log: eventLog(log),
    handlers: {
      runScheduled: (accountId) => runScheduled(deps(), accountId).then(() => tellSoon(telling, accountId)),
      runRequested: (requested) => runRequested(deps(), requested).then(() => tellSoon(telling, requested.accountId)),
      refresh: (accountId) => refreshUsers(deps(), accountId).then(() => tellSoon(telling, accountId)),
    },
  });
  return { jobs, runDeps: deps() };
}

function accountsIn(store: Store): AccountsToSchedule {
  return {
    enabledIds: () => store.settings.enabledAccountIds(),
    allIds: async () => (await store.accounts.list()).filter((account) => !account.closedAt).map(({ id }) => id),
  };
}

function pages({ config, tabFolder, log }: AppOptions, store: Store, graphql: GraphqlHttp): RequestHandler {
  const loginUrl = config.simulatorUrl ? `${config.simulatorUrl}/${LOGIN}` : `https://${LOGIN}`;
  const router = Router();
  router.use("/graphql", ...graphql.handlers);
  router.use(consentPages({ ...config, loginUrl, consentTrips: store.consentTrips, log }));
  router.use(tabPages({ ...tabOptions({ ...config, loginUrl }), folder: tabFolder }));
  return router;
}

async function answers(fetch: MicrosoftFetch): Promise<boolean> {
  const response = await fetch(`https://${LOGIN}/organizations/v2.0/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(MICROSOFT_WITHIN_MS),
  });
  await response.body?.cancel();
  return response.ok;
}
