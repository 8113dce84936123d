import { join } from "node:path";
import { ROOT } from "../demo/paths.js";
import { DEFAULT_SETTINGS } from "../server/core/model.js";
import { profileOf } from "../server/core/person.js";
import { connectStore, type Store } from "../server/store/connection.js";
import { chosenGroup } from "../test/builders.js";
import { directoryOf, TENANT } from "../test/large-tenant.js";
import { BUILT_SERVER, serverEnv, startServer } from "../test/processes/server.js";
import { newUser } from "../test/store.js";
import { eventually, freePort } from "../test/world.js";
import { readAll, startTenant, type TenantProcess } from "./tenant-process.js";

const GROUPS = 20;
const TELL_PEAK_MEMORY = ["--import", join(ROOT, "bench/processes/tell-peak-memory.mjs")];

/**
 * What is live at once has to fit. Left to itself V8 takes what the machine has: it lets garbage lie until the heap is
 * several times what is live, and the peak then tells when it felt like cleaning.
 */
const HEAP_LIMIT = "--max-old-space-size=160";

/** Seconds that stand for an hour: a run is over before the next one begins, also on a busy machine. */
const HOUR_SECONDS = 20;

export interface LargeAccount {
  readonly people: number;
  /** Bytes that a fresh server held at most until it had done one run, in which nothing changed. */
  peakMemoryOfAnHour(): Promise<number>;
  close(): Promise<void>;
}

/** An account that has everybody of a large tenant, as an import leaves it. */
export async function largeAccount(mongoUri: string, people: number): Promise<LargeAccount> {
  const tenant = await startTenant(people, GROUPS);
  const store = await connectStore({ uri: mongoUri, now: () => new Date(), log: () => undefined });
  const accountId = await importEverybody(store, tenant);
  const lastRun = async () => (await store.runs.latest(accountId, { triggers: ["SCHEDULE"], first: 1 }))[0];

  return {
    people,
    async peakMemoryOfAnHour() {
      const before = await lastRun();
      const server = await startMeasuredServer(mongoUri, tenant.url);
      const run = await eventually(
        lastRun,
        (latest) => latest?.id !== before?.id && latest?.finishedAt !== null,
        300_000,
      );
      await server.stop();
      if (run?.status !== "SUCCEEDED" || run.counts.updated > 0)
        throw new Error(`No unchanged hour: ${JSON.stringify(run)}`);
      return 1024 * Number(/peak memory (\d+) kB/.exec(server.printed())?.[1]);
    },
    async close() {
      await store.close();
      tenant.stop();
    },
  };
}

async function startMeasuredServer(mongoUri: string, microsoftUrl: string) {
  const env = { SYNC_INTERVAL_SECONDS: String(HOUR_SECONDS), NODE_ENV: "production" };
  const settings = serverEnv({ port: await freePort(), mongoUri, microsoftUrl, env });
  return startServer([HEAP_LIMIT, ...TELL_PEAK_MEMORY, ...BUILT_SERVER], settings);
}

async function importEverybody(store: Store, tenant: TenantProcess): Promise<string> {
  const at = new Date();
  const consent = { state: "GRANTED", checkedAt: at, grantedAt: at } as const;
  const account = await store.accounts.create({ tenantId: TENANT, name: "A large tenant", consent });
  if (!account) throw new Error("The database of a bench is empty at first, and this one is not.");

  const read = await readAll(directoryOf(tenant.url), tenant);
  for (const { groupId, people } of read) {
    const users = people.map((person) => newUser(person.id, { ...profileOf(person), groupIds: [groupId] }));
    await store.users.create(account.id, users);
    await store.groupMembers.save(account.id, [{ groupId, personIds: people.map((person) => person.id), readAt: at }]);
  }
  const groups = tenant.groupIds.map((id) => chosenGroup(id));
  const settings = { ...DEFAULT_SETTINGS, enabled: true, disableLeavers: true, groups, settledAt: at };
  await store.settings.save(account.id, 0, settings);
  return account.id;
}
