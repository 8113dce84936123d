import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
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

const round = (fields: Partial<Told> = {}): Told => ({
  kind: "HELD",
  key: "",
  times: 1,
  toldAt: now,
  undelivered: ["MAIL", "WEBHOOK"],
  tries: 1,
  triedAt: now,
  ...fields,
});

describe("what receivers were told", () => {
  it("is kept for each state of each account", async () => {
    const missing = round({ kind: "GROUP_MISSING", key: "a,b" });
    await store.notices.claim(account, null, round());
    await store.notices.claim(account, null, missing);
    await store.notices.claim("somebody else's", null, round());

    expect(await store.notices.told(account)).toEqual([round(), missing]);
  });

  it("is claimed by one of two processes, the first time and every time after", async () => {
    const claim = (seen: Told | null, next: Told) =>
      Promise.all([store, other, store, other].map((one) => one.notices.claim(account, seen, next)));

    const first = await claim(null, round());
    const again = await claim(round(), round({ tries: 2 }));
    const second = await claim(round({ tries: 2 }), round({ times: 2 }));

    for (const claims of [first, again, second]) expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await store.notices.told(account)).toEqual([round({ times: 2 })]);
  });

  it("loses a channel when it has taken the round, and not when it has taken an earlier one", async () => {
    await store.notices.claim(account, null, round());

    await store.notices.delivered(account, round(), "MAIL");
    await store.notices.delivered(account, round({ times: 0 }), "WEBHOOK");

    expect(await store.notices.told(account)).toEqual([round({ undelivered: ["WEBHOOK"] })]);
  });

  it("is forgotten when it is over, but not when somebody has begun a round meanwhile", async () => {
    const missing = round({ kind: "GROUP_MISSING", key: "a" });
    for (const each of [round(), missing]) await store.notices.claim(account, null, each);
    await other.notices.claim(account, missing, { ...missing, times: 2 });

    await store.notices.forget(account, [round(), missing]);

    expect(await store.notices.told(account)).toEqual([{ ...missing, times: 2 }]);
    expect(await store.notices.claim(account, null, round())).toBe(true);
  });
});
