import { MongoClient } from "mongodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildTab } from "../../demo/build-tab.js";
import { CONTOSO_TENANT_ID, GROUPS, PEOPLE } from "../../demo/microsoft/registration.js";
import { startMicrosoft, type PretendMicrosoft } from "../../demo/microsoft/server.js";
import { connectStore, type Store } from "../../server/store/connection.js";
import { testDatabase, type TestDatabase } from "../database.js";
import { ENABLE, OPEN_ACCOUNT, START_RUN, STATUS } from "../operations.js";
import { serverEnv, SOURCE_SERVER, startServer, type ServerProcess } from "../processes/server.js";
import { askAt, eventually, freePort } from "../world.js";

/*
 * SIGKILL at many moments of a run that adds, disables, re-enables and renames: whatever was done by then, the next run
 * ends in the state of a run that nobody disturbed (F53, F54).
 */
/** Counted from the moment the run asks for the first members. */
const KILLS_AFTER_MS = [0, 5, 10, 15, 20, 25, 30, 35, 40, 50, 60, 80, 100, 150];
let cutShort = 0;

/** The servers here have the limits of the product: a person may not look, or start runs, as often as they like. */
const LOOK_EVERY_MS = 400;
const START_EVERY_MS = 3000;

let microsoft: PretendMicrosoft;
let database: TestDatabase;
let store: Store;
let port: number;
let server: ServerProcess;

beforeAll(async () => {
  await buildTab();
  [microsoft, database, port] = await Promise.all([startMicrosoft(), testDatabase(), freePort()]);
  store = await connectStore({ uri: database.uri, now: () => new Date(), log: () => undefined });
  microsoft.directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
  await start();
  await adele(OPEN_ACCOUNT);
  const groupIds = [GROUPS.sales, GROUPS.legal, GROUPS.research];
  await adele(ENABLE, { input: { groupIds, disableLeavers: true, brake: { percent: 50, cap: 5000 } } });
  await eventually(lastRun, (run) => run?.status === "SUCCEEDED", 20_000, LOOK_EVERY_MS);
});
afterAll(async () => {
  await server.stop();
  await store.close();
  await Promise.all([microsoft.close(), database.close()]);
});

async function start(): Promise<void> {
  server = startServer(SOURCE_SERVER, serverEnv({ port, mongoUri: database.uri, microsoftUrl: microsoft.url }));
  await server.listening;
  await eventually(
    () => fetch(`http://localhost:${port}/readyz`),
    (ready) => ready.status === 200,
  );
}

async function kill(): Promise<void> {
  const gone = new Promise((resolve) => server.child.once("exit", resolve));
  server.child.kill("SIGKILL");
  await gone;
}

const adele = async (query: string, variables: object = {}) =>
  askAt(
    `http://localhost:${port}`,
    await microsoft.tokenFor({ tenantId: CONTOSO_TENANT_ID, personId: PEOPLE.adele }),
    query,
    variables,
  );
const lastRun = async () =>
  (await adele(STATUS)).data?.syncStatus?.lastRun as { id: string; status: string } | null | undefined;

/** The lease of a killed process runs out after five minutes; nobody waits for them here. */
async function letTheLeaseRunOut(): Promise<void> {
  const client = await MongoClient.connect(database.uri);
  await client
    .db()
    .collection("leases")
    .updateMany({}, { $set: { until: new Date(0) } });
  await client.close();
}

it.each(KILLS_AFTER_MS)("a run killed after %i ms is made good by the next one", async (delay) => {
  const { directory } = microsoft;
  const round = String(delay);
  const [leaver, renamed] = directory
    .people({ groupId: GROUPS.sales })
    .filter((who) => who.accountEnabled && who.id !== PEOPLE.adele);
  directory.removeFromGroup({ groupId: GROUPS.sales, memberId: leaver?.id ?? "" });
  directory.rename({ personId: renamed?.id ?? "", displayName: `Renamed in ${round}` });
  for (let i = 0; i < 30; i++) directory.hire({ displayName: `Newcomer ${round} ${i}`, groupIds: [GROUPS.legal] });

  microsoft.counters.clear();
  await adele(START_RUN);
  await eventually(
    () => Promise.resolve(microsoft.counters.batchParts),
    (requests) => requests.some((request) => request.path.includes("transitiveMembers")),
    20_000,
    1,
  );
  await new Promise((resolve) => setTimeout(resolve, delay));
  await kill();
  const [killed] = await store.runs.latest((await store.accounts.list())[0]?.id ?? "", {
    triggers: ["ADMIN"],
    first: 1,
  });
  if (killed?.status === "RUNNING") cutShort += 1;
  await letTheLeaseRunOut();
  await start();
  const before = await lastRun();
  await eventually(
    () => adele(START_RUN),
    (answer) => answer.data?.startRun?.__typename === "RunStarted",
    20_000,
    START_EVERY_MS,
  );
  const ended = await eventually(
    lastRun,
    (run) => run?.id !== before?.id && run?.status === "SUCCEEDED",
    20_000,
    LOOK_EVERY_MS,
  );

  expect(ended?.status).toBe("SUCCEEDED");
  expect(await activeByGroups()).toEqual(dueByGroups());
  expect(await namesOfUsers()).toContain(`Renamed in ${round}`);
  expect(microsoft.counters.writes).toBe(0);
});

it("and they were killed in the middle, not before or after", () => {
  expect(cutShort).toBeGreaterThanOrEqual(KILLS_AFTER_MS.length / 3);
});

const users = async () => store.users.all((await store.accounts.list())[0]?.id ?? "");
const namesOfUsers = async () => (await users()).map((user) => user.displayName);

/** Object ids of the active users managed by groups; twice the same would show. */
const activeByGroups = async () =>
  (await users())
    .flatMap((user) => (user.status === "ACTIVE" && user.managedBy === "GROUPS" ? [user.directoryId] : []))
    .sort();

function dueByGroups(): string[] {
  const members = [GROUPS.sales, GROUPS.legal, GROUPS.research].flatMap((groupId) =>
    microsoft.directory.people({ groupId }),
  );
  const due = members.filter((who) => who.accountEnabled && who.userType === "Member" && who.id !== PEOPLE.adele);
  return [...new Set(due.map((who) => who.id))].sort();
}
