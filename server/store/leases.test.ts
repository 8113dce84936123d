import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testStore, type TestStore } from "../../test/store.js";
import type { Store } from "./connection.js";

let one: TestStore;
let two: Store;
let now = new Date("2026-05-04T10:00:00Z");

beforeAll(async () => {
  one = await testStore(() => now);
  two = await one.another();
});

afterAll(() => one.close());

function pass(ms: number): void {
  now = new Date(now.getTime() + ms);
}

describe("the lease of an account (R8)", () => {
  it("has one holder at a time, and each account its own", async () => {
    const lease = await one.leases.acquire("a", 1000);

    expect(lease).toEqual({ accountId: "a", token: 1, takenOver: false });
    expect(await two.leases.acquire("a", 1000)).toBeNull();
    expect(await two.leases.acquire("b", 1000)).not.toBeNull();
    expect(await two.leases.isHeld("a")).toBe(true);
    expect(await two.leases.isHeld("never")).toBe(false);
  });

  it("is given to one of many who ask at once, the first time and every other time (F55)", async () => {
    for (let round = 1; round <= 3; round++) {
      const asked = Array.from({ length: 10 }, (_, n) => (n % 2 ? one : two).leases.acquire("crowd", 1000));
      const [lease, ...others] = (await Promise.all(asked)).filter((answer) => answer !== null);

      expect(others).toEqual([]);
      expect(lease?.token).toBe(round);
      if (lease) await one.leases.release(lease);
    }
  });

  it("rises its token when it is given back and taken again, without a takeover", async () => {
    const lease = await one.leases.acquire("back", 1000);
    if (lease) await one.leases.release(lease);

    expect(await one.leases.isHeld("back")).toBe(false);
    expect(await two.leases.acquire("back", 1000)).toEqual({ accountId: "back", token: 2, takenOver: false });
  });

  it("is handed over once, under a new token: whoever is handed the old one again finds it taken", async () => {
    const lease = await one.leases.acquire("handed", 1000);
    const [first, second] = await Promise.all([
      one.leases.handOver({ accountId: "handed", token: lease?.token ?? 0 }, 1000),
      two.leases.handOver({ accountId: "handed", token: lease?.token ?? 0 }, 1000),
    ]);

    expect([first, second].filter((handed) => handed !== null)).toEqual([{ accountId: "handed", token: 2 }]);
    expect(await one.leases.renew({ accountId: "handed", token: 1 }, 1000)).toBe(false);
    expect(await one.leases.renew({ accountId: "handed", token: 2 }, 1000)).toBe(true);
  });

  it("is taken over when its time has run out, and then the old holder can neither prolong nor release it (F56)", async () => {
    const old = { accountId: "dead", token: 1 };
    await one.leases.acquire("dead", 1000);
    pass(1000);

    expect(await two.leases.isHeld("dead")).toBe(false);
    expect(await two.leases.acquire("dead", 1000)).toEqual({ accountId: "dead", token: 2, takenOver: true });
    expect(await one.leases.renew(old, 1000)).toBe(false);
    await one.leases.release(old);
    expect(await two.leases.isHeld("dead")).toBe(true);
  });

  it("lasts as long as it is prolonged", async () => {
    const lease = (await one.leases.acquire("long", 1000)) ?? { accountId: "", token: 0 };
    pass(900);
    expect(await one.leases.renew(lease, 1000)).toBe(true);
    pass(900);

    expect(await two.leases.acquire("long", 1000)).toBeNull();
  });

  it("cannot be prolonged once it was given back", async () => {
    const lease = (await one.leases.acquire("given-back", 1000)) ?? { accountId: "", token: 0 };
    await one.leases.release(lease);

    expect(await one.leases.renew(lease, 1000)).toBe(false);
  });
});
