import { afterAll, beforeAll, expect, it } from "vitest";
import { buildTab } from "../../demo/build-tab.js";
import { DEFAULT_SETTINGS } from "../../server/core/model.js";
import { type Run } from "../../server/core/run.js";
import { connectStore, type Store } from "../../server/store/connection.js";
import { chosenGroup } from "../builders.js";
import { testDatabase } from "../database.js";
import { startLargeTenant, TENANT, type LargeTenant } from "../large-tenant.js";
import { serverEnv, SOURCE_SERVER, startServer, type ServerProcess } from "../processes/server.js";
import { eventually, freePort } from "../world.js";

/* A whole large company, by a server that may not take much memory. */

const MEMBERS = [60_000, 40_000] as const;
const PEOPLE = 100_000;
/** Of the heap, in megabytes. Everybody has to fit as a person, as a user and as a row of the history. */
const HEAP = "--max-old-space-size=400";
const MOST_MS = 600_000;

let tenant: LargeTenant;
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
let server: ServerProcess;
let accountId: string;

beforeAll(async () => {
  await buildTab();
  [tenant, database] = await Promise.all([startLargeTenant({ people: PEOPLE, groups: MEMBERS }), testDatabase()]);
  store = await connectStore({ uri: database.uri, now: () => new Date(), log: () => undefined });
  const at = new Date();
  const consent = { state: "GRANTED", checkedAt: at, grantedAt: at } as const;
  const account = await store.accounts.create({ tenantId: TENANT, name: "A large company", consent });
  accountId = account?.id ?? "";
  const groups = tenant.groupIds.map((id) => chosenGroup(id));
  await store.settings.save(accountId, 0, { ...DEFAULT_SETTINGS, enabled: true, disableLeavers: true, groups });
});
afterAll(async () => {
  await server.stop();
  await store.close();
  await Promise.all([tenant.close(), database.close()]);
});

/** Those that did something, newest first; while a long one goes on, each of its hours leaves a SKIPPED row. */
const runs = async (): Promise<readonly Run[]> =>
  (await store.runs.latest(accountId, { triggers: ["SCHEDULE", "CATCH_UP"], first: 50 })).filter(
    (run) => run.status !== "SKIPPED",
  );

it(
  "F52: a company of 100,000 with a group of 60,000 comes in whole, shows how far it is, and then costs a row an hour",
  async () => {
    const env = { SYNC_INTERVAL_SECONDS: "10" };
    server = startServer(
      [HEAP, ...SOURCE_SERVER],
      serverEnv({ port: await freePort(), mongoUri: database.uri, microsoftUrl: tenant.url, env }),
    );
    const seen = new Set<string>();
    const all = await eventually(
      async () => {
        const [run] = await runs();
        if (run?.progress) seen.add(run.progress.stage);
        return runs();
      },
      (some) => some.filter((run) => run.finishedAt !== null).length >= 2,
      MOST_MS,
    );

    const [quiet, first] = all.filter((run) => run.finishedAt !== null).slice(-2);
    expect(first).toMatchObject({ status: "SUCCEEDED", counts: { added: PEOPLE, failed: 0 } });
    expect(quiet).toMatchObject({ status: "SUCCEEDED", counts: { added: 0, updated: 0, disabled: 0 } });
    expect([...seen]).toContain("APPLYING");
    expect(await store.db.collection("users").countDocuments({ accountId, status: "ACTIVE" })).toBe(PEOPLE);
    expect(await store.db.collection("changes").countDocuments({ accountId })).toBe(PEOPLE);
    expect(server.child.exitCode).toBeNull();
  },
  MOST_MS + 60_000,
);
