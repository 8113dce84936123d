import { expect, it } from "vitest";
import { account, contract, later, store } from "./contract.js";

const MINUTE_MS = 60_000;
const acquire = (accountId = account) => store.leases.acquire(accountId, MINUTE_MS);
const held = (token: number) => ({ accountId: account, token });

export const leasesContract = contract("the lease of an account (R8)", () => {
  it("has one holder at a time, and each account its own", async () => {
    const lease = await acquire();

    expect(lease).toEqual({ ...held(1), takenOver: false });
    expect(await acquire()).toBeNull();
    expect(await acquire("elsewhere")).not.toBeNull();
    expect(await store.leases.isHeld(account)).toBe(true);
    expect(await store.leases.isHeld("never")).toBe(false);
  });

  it("is given to one of many who ask at once, the first time and every other time (F55)", async () => {
    for (let round = 1; round <= 3; round++) {
      const asked = Array.from({ length: 10 }, () => acquire());
      const [lease, ...others] = (await Promise.all(asked)).filter((answer) => answer !== null);

      expect(others).toEqual([]);
      expect(lease?.token).toBe(round);
      if (lease) await store.leases.release(lease);
    }
  });

  it("rises its token when it is given back and taken again, without a takeover", async () => {
    const lease = await acquire();
    if (lease) await store.leases.release(lease);

    expect(await store.leases.isHeld(account)).toBe(false);
    expect(await acquire()).toEqual({ ...held(2), takenOver: false });
  });

  it("is handed over once, under a new token: whoever is handed the old one again finds it taken", async () => {
    await acquire();
    const handOver = () => store.leases.handOver(held(1), MINUTE_MS);
    const handed = await Promise.all([handOver(), handOver()]);

    expect(handed.filter((lease) => lease !== null)).toEqual([held(2)]);
    expect(await store.leases.renew(held(1), MINUTE_MS)).toBe(false);
    expect(await store.leases.renew(held(2), MINUTE_MS)).toBe(true);
  });

  it("is taken over when its time has run out, and then the old holder can neither prolong nor release it (F56)", async () => {
    await acquire();
    later(1);

    expect(await store.leases.isHeld(account)).toBe(false);
    expect(await acquire()).toEqual({ ...held(2), takenOver: true });
    expect(await store.leases.renew(held(1), MINUTE_MS)).toBe(false);
    await store.leases.release(held(1));
    expect(await store.leases.isHeld(account)).toBe(true);
  });

  it("lasts as long as it is prolonged", async () => {
    await acquire();
    later(0.9);
    expect(await store.leases.renew(held(1), MINUTE_MS)).toBe(true);
    later(0.9);

    expect(await acquire()).toBeNull();
  });

  it("cannot be prolonged or handed over once it was given back", async () => {
    await acquire();
    await store.leases.release(held(1));

    expect(await store.leases.renew(held(1), MINUTE_MS)).toBe(false);
    expect(await store.leases.handOver(held(1), MINUTE_MS)).toBeNull();
  });
});
