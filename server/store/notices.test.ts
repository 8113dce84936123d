import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { told } from "../../test/builders.js";
import { testStore, type TestStore } from "../../test/store.js";
import type { Told } from "../core/model.js";
import type { Store } from "./connection.js";

let store: TestStore;
let other: Store;
let account: string;
let accounts = 0;
const now = new Date("2026-05-04T10:00:00Z");

beforeAll(async () => {
  store = await testStore(() => now);
  other = await store.another();
});
beforeEach(() => void (account = `account-${++accounts}`));
afterAll(() => store.close());

const round = (fields: Partial<Told> = {}): Told => told({ toldAt: now, triedAt: now, ...fields });

it("what receivers were told is claimed by one of two processes, the first time and every time after", async () => {
  const claim = (seen: Told | null, next: Told) =>
    Promise.all([store, other, store, other].map((one) => one.notices.claim(account, seen, next)));

  const first = await claim(null, round());
  const again = await claim(round(), round({ tries: 2 }));
  const second = await claim(round({ tries: 2 }), round({ times: 2 }));

  for (const claims of [first, again, second]) expect(claims.filter(Boolean)).toHaveLength(1);
  expect(await store.notices.told(account)).toEqual([round({ times: 2 })]);
});
