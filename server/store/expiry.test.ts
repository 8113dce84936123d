import { afterAll, beforeAll, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../test/database.js";
import { held, plannedChange } from "../../test/store.js";
import { connectStore, type Store } from "./connection.js";

const DAY_MS = 24 * 3_600_000;
const HISTORY_DAYS = 30;
const now = new Date();

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await testDatabase();
  store = await connectStore({ uri: database.uri, now: () => now, log: () => undefined, historyDays: HISTORY_DAYS });
});
afterAll(async () => {
  await store.close();
  await database.close();
});

/** Each with how long its rows stay, and how one of them comes about. */
const LEAVING: readonly [string, number, () => Promise<unknown>][] = [
  ["runs", HISTORY_DAYS * DAY_MS, () => store.runs.start("a", { trigger: "SCHEDULE", startedBy: null })],
  [
    "changes",
    HISTORY_DAYS * DAY_MS,
    () => store.changes.record("a", "r", { number: 0, at: now }, [plannedChange("ada")]),
  ],
  ["holds", HISTORY_DAYS * DAY_MS, aDecidedHold],
  ["heldPeople", HISTORY_DAYS * DAY_MS, aDecidedHold],
  ["previews", DAY_MS, () => store.previews.save("a", { choice: "{}", settingsVersion: 1, leaverIds: [], read: 0 })],
  ["consentTrips", DAY_MS / 48, () => store.consentTrips.begin(null)],
  ["invites", 5000, () => store.invites.create("contoso", 5000)],
];

const hold = { because: ["TOO_MANY_LEAVERS"], limit: 1, settingsVersion: 1, people: [held("ada")] } as const;

async function aDecidedHold(): Promise<void> {
  const raised = await store.holds.raise("a", hold);
  await store.holds.close("a", raised?.id ?? "", { status: "REJECTED", by: "Ada" });
}

it.each(LEAVING)("rows of %s leave by themselves when their time is over", async (collection, forMs, begin) => {
  await begin();

  const row = await store.db.collection(collection).findOne({});
  const indexes = await store.db.collection(collection).listIndexes().toArray();

  expect(row?.expiresAt).toEqual(new Date(now.getTime() + forMs));
  expect(indexes).toContainEqual(
    expect.objectContaining({ name: "past_its_time", key: { expiresAt: 1 }, expireAfterSeconds: 0 }),
  );
});

it.each(["holds", "heldPeople"])("rows of %s stay while nobody has decided", async (collection) => {
  await store.holds.raise("undecided", hold);

  const row = await store.db.collection(collection).findOne({ accountId: "undecided" });

  expect([row?.accountId, row?.expiresAt ?? null]).toEqual(["undecided", null]);
});

it("history is kept for more than a year where nobody said how long", async () => {
  const byDefault = await connectStore({ uri: database.uri, now: () => now, log: () => undefined });

  const { id } = await byDefault.runs.start("b", { trigger: "SCHEDULE", startedBy: null });
  const row = await byDefault.db.collection("runs").findOne({ accountId: "b" });
  await byDefault.close();

  expect(row?._id.toString()).toBe(id);
  expect(row?.expiresAt).toEqual(new Date(now.getTime() + 400 * DAY_MS));
});
