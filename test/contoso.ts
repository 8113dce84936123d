import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { CONTOSO_TENANT_ID, PEOPLE } from "../demo/microsoft/registration.js";
import { CHANGES, USERS } from "./operations.js";
import * as steps from "./sync-steps.js";
import type { RunView } from "./sync-steps.js";
import { eventually, startConnectedWorld, type Answer, type Ask, type World, type WorldOptions } from "./world.js";

/* One world for a test file. Each test finds Contoso's account as on its first day, and Microsoft without a fault. */

export let world: World & { readonly adele: Ask };
export let accountId: string;

/** So long that no run starts by itself in the middle of a test. */
const AN_HOUR_OF_SECONDS = 100_000;

/** What the first day does not have; the rest of the database stays: the account, Adele, leases and their tokens. */
const FORGOTTEN = ["syncSettings", "groupMembers", "runs", "changes", "holds", "heldPeople", "previews", "jobs"];

/** Called once at the top of a test file. */
export function eachTestFindsAFreshAccount(options: WorldOptions = {}): void {
  beforeAll(async () => {
    world = await startConnectedWorld({ intervalSeconds: AN_HOUR_OF_SECONDS, ...options });
    accountId = (await world.store.accounts.byTenant(CONTOSO_TENANT_ID))?.id ?? "";
  });
  afterAll(async () => {
    expect(world.microsoft.counters.writes).toBe(0);
    await world.close();
  });
  beforeEach(async () => {
    const { microsoft, store } = world;
    microsoft.faults.clear();
    microsoft.directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
    // What Microsoft asked us to wait in the test before is over, and the day that the brake looks at
    world.passMinutes(25 * 60);
    await store.db.collection("users").deleteMany({ directoryId: { $ne: PEOPLE.adele } });
    await store.db.collection("leases").updateMany({}, { $set: { held: false } });
    await Promise.all(FORGOTTEN.map((name) => store.db.collection(name).deleteMany({})));
    const now = new Date();
    await store.accounts.update(accountId, { consent: { state: "GRANTED", checkedAt: now, grantedAt: now } });
    microsoft.counters.clear();
    world.logged.length = 0;
  });
}

export interface UserRow {
  readonly id: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly directoryId: string;
  readonly status: string;
  readonly disabledBy: string | null;
  readonly disabledReason: string | null;
  readonly origin: string;
  readonly managedBy: string;
  readonly directoryState: string;
}

/** The users in whose name these words are; the search of the API looks at their mail as well. */
export async function users(words: string): Promise<readonly UserRow[]> {
  const nodes = (await world.adele(USERS, { search: words, first: 500 })).data?.users?.nodes as UserRow[];
  return nodes.filter((one) => one.displayName.includes(words));
}

export async function user(name: string): Promise<UserRow | undefined> {
  return (await users(name)).find((one) => one.displayName === name);
}

export const activeNames = async (search: string): Promise<readonly string[]> =>
  (await users(search)).filter((one) => one.status === "ACTIVE").map((one) => one.displayName);

export interface TestGroup {
  readonly id: string;
  readonly members: readonly string[];
  /** The object id of the n-th member. */
  member(n: number): string;
  leave(...numbers: readonly number[]): void;
  join(...memberIds: readonly string[]): void;
  /** Takes somebody in who was not there before. */
  hire(displayName: string): string;
}

export const newGroup = (name: string, people: number): TestGroup => newGroupIn(world, name, people);

/** A new group of so many new people: "Team" has "Team Person 0", "Team Person 1" and so on. */
export function newGroupIn({ microsoft: { directory } }: World, name: string, people: number): TestGroup {
  const { id } = directory.createGroup({ displayName: name, tenantId: CONTOSO_TENANT_ID });
  const hire = (displayName: string) => directory.hire({ displayName, groupIds: [id] }).id;
  const members = Array.from({ length: people }, (_, i) => hire(`${name} Person ${i}`));
  const member = (n: number) => members[n] ?? "";
  return {
    id,
    members,
    member,
    leave: (...numbers) => numbers.forEach((n) => directory.removeFromGroup({ groupId: id, memberId: member(n) })),
    join: (...memberIds) => memberIds.forEach((memberId) => directory.addToGroup({ groupId: id, memberId })),
    hire,
  };
}

export const status = () => steps.statusOf(world.adele);
export const runNow = () => steps.runNow(world.adele);
export const preview = (choice: object) => steps.preview(world.adele, choice);
export const runAfter = (start: () => Promise<unknown>) => steps.runAfter(world.adele, start);

/** Turns automatic import on, with leavers being disabled, and waits for its first run. */
export const enable = (...groups: readonly { readonly id: string }[]) => enableWith({}, ...groups);

export const enableWith = (choice: object, ...groups: readonly { readonly id: string }[]) =>
  runAfter(() =>
    changed(steps.enable(world.adele, { groupIds: groups.map(({ id }) => id), disableLeavers: true, ...choice })),
  );

/** Changes the settings as the tab does, preview first, and waits for the run that follows. */
export const update = (choice: object) => runAfter(() => changed(steps.update(world.adele, choice)));

async function changed(answer: Promise<Answer>): Promise<void> {
  for (const [field, value] of Object.entries((await answer).data ?? {}))
    if (value?.__typename !== "SyncSettingsChanged") throw new Error(`${field}: ${JSON.stringify(value)}`);
}

export interface ChangeView {
  readonly displayName: string;
  readonly action: string;
  readonly reason: string;
  readonly outcome: string;
  readonly message: string | null;
}

/** A run by its id, with what the history says of it, person by person. */
async function runWithChanges(runId: string) {
  const run = (await world.adele(CHANGES, { id: runId, first: 200 })).data?.run;
  if (!run) throw new Error(`There is no run ${runId}`);
  return run as unknown as RunView & {
    readonly undoneBy: string | null;
    readonly changes: { readonly nodes: readonly ChangeView[] };
  };
}

export const changesOf = async (run: { readonly id: string }) => (await runWithChanges(run.id)).changes.nodes;

/** Waits until this run has ended. */
export const endOf = (runId: string) =>
  eventually(
    () => runWithChanges(runId),
    (run) => run.status !== "RUNNING",
  );
