import { MongoClient } from "mongodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, GROUPS, PEOPLE } from "../../demo/microsoft/registration.js";
import { jobCollection } from "../../server/jobs/job-collection.js";
import { countCommands, isWrite, type CommandCounter } from "../database-commands.js";
import { testDatabase } from "../database.js";
import { enable, startRun } from "../sync-steps.js";
import { eventually, startConnectedWorld, type Ask, type World } from "../world.js";

/* What a run asks of the database, counted on the wire between the two. */

let world: World & { readonly adele: Ask };
let wire: CommandCounter;
let client: MongoClient;
let accountId: string;

beforeAll(async () => {
  const database = await testDatabase();
  wire = await countCommands(database.uri);
  client = await MongoClient.connect(database.uri);
  world = await startConnectedWorld({ database, config: { mongoUri: wire.uri } });
  accountId = (await world.store.accounts.byTenant(CONTOSO_TENANT_ID))?.id ?? "";
});
afterAll(async () => {
  await world.close();
  await client.close();
  await wire.close();
});
beforeEach(() => void (wire.commands.length = 0));

/** The newest run when it is over, lease and all. */
async function runAfter(start: () => Promise<unknown>) {
  const latest = async () =>
    (await world.store.runs.latest(accountId, { triggers: ["SCHEDULE", "ADMIN", "SETTINGS"], first: 1 }))[0];
  const before = await latest();
  await start();
  const run = await eventually(latest, (now) => now?.id !== before?.id && now?.finishedAt !== null);
  await eventually(
    () => world.store.leases.isHeld(accountId),
    (held) => !held,
  );
  return run;
}
/** The hour is over for the job queue. */
const scheduledRun = () =>
  runAfter(() =>
    jobCollection(client.db()).updateOne(
      { name: "sync", "data.accountId": accountId },
      { $set: { nextRunAt: new Date(0) } },
    ),
  );

const writesTo = (...collections: string[]) =>
  wire.commands.filter((command) => isWrite(command) && collections.includes(command.collection));

describe("the writes of a run to its users", () => {
  /** However many people: a look whether a group of admins leaves, say. */
  const CONSTANT = 4;

  it("are bulks of a thousand when everybody is new", async () => {
    const run = await runAfter(() => enable(world.adele, { groupIds: [GROUPS.allEmployees], disableLeavers: true }));

    const added = run?.counts.added ?? 0;
    expect([run?.status, added > 1000]).toEqual(["SUCCEEDED", true]);
    expect(writesTo("users").length).toBeGreaterThanOrEqual(Math.ceil(added / 1000));
    expect(writesTo("users").length).toBeLessThanOrEqual(Math.ceil(added / 1000) + CONSTANT);
  });

  it("are bulks of a thousand when some join, leave, and are renamed", async () => {
    const { directory } = world.microsoft;
    const members = directory
      .people({ groupId: GROUPS.allEmployees })
      .map((person) => person.id)
      .filter((id) => id !== PEOPLE.adele);
    for (const memberId of members.slice(0, 100)) directory.removeFromGroup({ groupId: GROUPS.allEmployees, memberId });
    for (const personId of members.slice(100)) directory.rename({ personId, displayName: `Renamed ${personId}` });
    for (let n = 0; n < 20; n++) directory.hire({ displayName: `Newcomer ${n}`, groupIds: [GROUPS.allEmployees] });

    const run = await runAfter(() => startRun(world.adele));

    const { added = 0, disabled = 0, updated = 0 } = run?.counts ?? {};
    expect([added, disabled > 50, updated > 1000]).toEqual([20, true, true]);
    expect(writesTo("users").length).toBeGreaterThanOrEqual(3);
    expect(writesTo("users").length).toBeLessThanOrEqual(Math.ceil((added + disabled + updated) / 1000) + CONSTANT);
  });
});

describe("an hour in which nothing changed", () => {
  it("leaves one more row, that of its run, and touches none but the lease and the queue's job", async () => {
    const before = await eventually(rowsOf, isQuiet);

    const run = await scheduledRun();
    const after = await eventually(rowsOf, isQuiet);

    expect(run).toMatchObject({ trigger: "SCHEDULE", status: "SUCCEEDED" });
    expect(changedRows(before, after)).toEqual({ runs: 1, leases: 1, jobs: 1 });
    expect(rowCount(after) - rowCount(before)).toBe(1);
  });

  it("sends no write for its people, however many there are", async () => {
    await scheduledRun();

    const others = wire.commands.filter(
      (command) => isWrite(command) && !["runs", "leases", "jobs"].includes(command.collection),
    );
    expect(others).toEqual([]);
    expect(writesTo("runs", "leases").length).toBeGreaterThan(0);
    expect(writesTo("runs", "leases").length).toBeLessThan(20);
  });
});

/** Every row of the database as text, by collection. */
async function rowsOf(): Promise<ReadonlyMap<string, readonly string[]>> {
  const collections = await client.db().listCollections().toArray();
  const read = collections.map(async ({ name }) => {
    const rows = await client.db().collection(name).find().toArray();
    return [name, rows.map((row) => JSON.stringify(row))] as const;
  });
  return new Map(await Promise.all(read));
}

/** No job is at work, and those that run once are gone. */
const isQuiet = (rows: ReadonlyMap<string, readonly string[]>): boolean =>
  !rows.get("jobs")?.some((row) => row.includes('"lockedAt":"') || row.includes('"name":"run"'));

const rowCount = (rows: ReadonlyMap<string, readonly string[]>): number =>
  [...rows.values()].reduce((sum, some) => sum + some.length, 0);

/** Rows that are not as they were, or were not there, by collection; collections without one are left out. */
function changedRows(before: ReadonlyMap<string, readonly string[]>, after: ReadonlyMap<string, readonly string[]>) {
  const changed = [...after].map(([name, rows]) => {
    const known = new Set(before.get(name));
    return [name, rows.filter((row) => !known.has(row)).length] as const;
  });
  return Object.fromEntries(changed.filter(([, rows]) => rows > 0));
}
