import { afterAll, beforeAll, expect, it } from "vitest";
import { winners } from "../../test/contracts/contract.js";
import { newUser, testStore, type TestStore } from "../../test/store.js";
import { DEFAULT_SETTINGS } from "../core/model.js";
import type { Store } from "./connection.js";

/** Two connections, as two processes have them. */
let one: TestStore;
let two: Store;
const now = new Date();

beforeAll(async () => {
  one = await testStore(() => now);
  two = await one.another();
});
afterAll(() => one.close());

type Ask = (store: Store, n: number) => Promise<unknown>;

const consent = { state: "UNKNOWN", checkedAt: null, grantedAt: null } as const;
const list = { because: ["TOO_MANY_LEAVERS"], limit: 5, settingsVersion: 1, people: [] } as const;
const raised = async (account: string) => (await one.holds.raise(account, list))?.id ?? "";

/** What only one may get of many who ask at the same moment. Each prepares what is asked for, and answers how to ask. */
const ASKED: Readonly<Record<string, (account: string) => Ask | Promise<Ask>>> = {
  "the account of a tenant (F67)": (account) => (store) =>
    store.accounts.create({ tenantId: account, name: "", consent }),
  "a person as a user (F57)": (account) => async (store) =>
    (await store.users.create(account, [newUser("ada")])).done.length === 1,
  "the first settings": (account) => (store) => store.settings.save(account, 0, DEFAULT_SETTINGS),
  "the settings of one version": async (account) => {
    await one.settings.save(account, 0, DEFAULT_SETTINGS);
    return (store) => store.settings.save(account, 1, DEFAULT_SETTINGS);
  },
  "a lease that nobody ever had (F55)": (account) => (store) => store.leases.acquire(account, 60_000),
  "a lease that was given back (F55)": async (account) => {
    const lease = await one.leases.acquire(account, 60_000);
    if (lease) await one.leases.release(lease);
    return (store) => store.leases.acquire(account, 60_000);
  },
  "a lease that is handed over": async (account) => {
    const lease = await one.leases.acquire(account, 60_000);
    return (store) => store.leases.handOver(lease ?? { accountId: account, token: 0 }, 60_000);
  },
  "the open hold": (account) => (store) => store.holds.raise(account, list),
  "the approval of a hold": async (account) => {
    const id = await raised(account);
    return (store, n) => store.holds.approve(account, id, { version: 1, by: `admin ${n}`, at: now });
  },
  "the end of a hold": async (account) => {
    const id = await raised(account);
    return (store, n) => store.holds.close(account, id, { status: n % 2 ? "APPROVED" : "REJECTED", by: null });
  },
  "the undo of a run": async (account) => {
    const { id } = await one.runs.start(account, { trigger: "ADMIN", startedBy: null });
    return (store, n) => store.runs.noteUndone(account, id, `undo ${n}`, null);
  },
  "an invite": async (account) => {
    const { code } = await one.invites.create(account, 60_000);
    return (store, n) => store.invites.claim(code, { tenantId: account, objectId: `person ${n}` });
  },
  "the end of a consent trip": async () => {
    const { state } = await one.consentTrips.begin("/connect");
    return (store) => store.consentTrips.finish(state);
  },
};

it.each(Object.entries(ASKED))("%s goes to one of ten who ask at once in two processes", async (what, prepare) => {
  for (let round = 0; round < 3; round++) {
    const ask = await prepare(`${what} ${round}`);

    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => ask(n % 2 ? one : two, n)));

    expect(winners(answers)).toBe(1);
  }
});

it("what one process has written the other one reads", async () => {
  await one.groupMembers.save("read", [{ groupId: "g1", personIds: ["ada"], readAt: now }]);

  expect(await two.groupMembers.lastReads("read", ["g1"])).toHaveLength(1);
});
