import { setTimeout as delay } from "node:timers/promises";
import type { Clock, Directories, Directory } from "../use-cases/ports.js";
import { createCredentialOrder, type ClientCredential } from "./client-credentials.js";
import { isGuid } from "./graph-address.js";
import { createAsk } from "./graph-ask.js";
import { createGraphClient } from "./graph-client.js";
import type { GraphContext } from "./graph-context.js";
import { findGroups, lookUpGroups } from "./graph-groups.js";
import { findPeople, lookUpPeople, readEverybody } from "./graph-people.js";
import { createGraphTokens } from "./graph-tokens.js";
import { readGroups } from "./group-members.js";
import { pathsTo } from "./group-paths.js";
import { proveConsent } from "./prove-consent.js";
import { lookAgain } from "./second-look.js";
import { createTenantGate } from "./tenant-gate.js";
import { measured } from "./usage.js";
import type { Log, MicrosoftFetch, Sleep } from "./transport.js";

export interface DirectoriesOptions {
  readonly clientId: string;
  /** At least one; the first is shown first. */
  readonly credentials: readonly ClientCredential[];
  readonly fetch: MicrosoftFetch;
  readonly now: Clock;
  readonly log: Log;
  readonly sleep?: Sleep;
  readonly random?: () => number;
}

/** Every tenant's directory, made on first use and kept: its token, its lanes and its pauses belong together. */
export function createDirectories(options: DirectoriesOptions): Directories {
  const patience = {
    now: options.now,
    sleep: options.sleep ?? sleepUnlessStopped,
    random: options.random ?? Math.random,
  };
  const send = createGraphClient(options.fetch);
  const credentials = createCredentialOrder(options.credentials);
  const known = new Map<string, Directory>();

  const open = (tenantId: string): Directory => {
    const shared = { ...patience, tenantId, log: options.log };
    const { clientId, fetch } = options;
    const tokens = createGraphTokens({ ...shared, clientId, credentials, fetch });
    const gate = createTenantGate(patience.sleep);
    return directoryOf({ ...shared, tokens, gate, ask: createAsk({ ...shared, send, tokens, gate }) });
  };

  return (tenant) => {
    const tenantId = tenant.toLowerCase();
    if (!isGuid(tenantId)) throw new Error("A tenant id is a GUID.");
    const directory = known.get(tenantId) ?? open(tenantId);
    known.set(tenantId, directory);
    return directory;
  };
}

const directoryOf = (context: GraphContext): Directory => ({
  prove: (options) => proveConsent(context, options),
  findPeople: (query, options) => findPeople(context, query, options),
  lookUpPeople: (ids, options) => lookUpPeople(context, ids, options),
  lookAgain: (ids, options) => lookAgain(context, ids, options),
  pathsTo: (personId, groupIds, options) => pathsTo(context, personId, groupIds, options),
  findGroups: (query) => findGroups(context, query),
  lookUpGroups: (ids, options) => lookUpGroups(context, ids, options),
  readGroups: (groupIds, wishes) => readGroups(context, groupIds, wishes),
  measured,
  readEverybody: (options) => readEverybody(context, options),
});

async function sleepUnlessStopped(ms: number, signal?: AbortSignal): Promise<void> {
  await delay(ms, undefined, signal ? { signal } : {}).catch((error: unknown) => {
    if (!signal?.aborted) throw error;
  });
}
