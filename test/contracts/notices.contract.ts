import { expect, it } from "vitest";
import { told } from "../builders.js";
import type { Told } from "../../server/core/model.js";
import { account, contract, now, store } from "./contract.js";

const round = (fields: Partial<Told> = {}): Told => told({ toldAt: now, triedAt: now, ...fields });

export const noticesContract = contract("what receivers were told", () => {
  it("is kept for each state of each account", async () => {
    const missing = round({ kind: "GROUP_MISSING", key: "a,b" });
    await store.notices.claim(account, null, round());
    await store.notices.claim(account, null, missing);
    await store.notices.claim("somebody else's", null, round());

    expect(await store.notices.told(account)).toEqual([round(), missing]);
  });

  it("is claimed by one of two who ask at once, the first time and every time after", async () => {
    const claim = (seen: Told | null, next: Told) =>
      Promise.all([1, 2, 3].map(() => store.notices.claim(account, seen, next)));

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
    await store.notices.claim(account, missing, { ...missing, times: 2 });

    await store.notices.forget(account, [round(), missing]);

    expect(await store.notices.told(account)).toEqual([{ ...missing, times: 2 }]);
    expect(await store.notices.claim(account, null, round())).toBe(true);
  });
});
