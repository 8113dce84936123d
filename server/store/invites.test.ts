import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testStore, type TestStore } from "../../test/store.js";

let store: TestStore;
// The real time, because the database removes expired invites by its own clock.
let now = new Date();

beforeAll(async () => {
  store = await testStore(() => now);
});
afterAll(() => store.close());

const DAY_MS = 24 * 3_600_000;
const ada = { tenantId: "contoso", objectId: "ada" };
const bob = { tenantId: "contoso", objectId: "bob" };
const eve = { tenantId: "fabrikam", objectId: "ada" };
const codeFor = async (tenantId: string) => (await store.invites.create(tenantId, DAY_MS)).code;

describe("an invite", () => {
  it("is good for anybody of its tenant until somebody claims it, and then for them alone", async () => {
    const code = await codeFor("contoso");

    const before = [await store.invites.isGoodFor(code, ada), await store.invites.isGoodFor(code, bob)];
    const claimed = [await store.invites.claim(code, ada), await store.invites.claim(code, bob)];
    const after = [await store.invites.claim(code, ada), await store.invites.isGoodFor(code, bob)];

    expect([before, claimed, after]).toEqual([
      [true, true],
      [true, false],
      [true, false],
    ]);
  });

  it("goes to one of two who claim it at the same moment", async () => {
    const code = await codeFor("contoso");

    const claimed = await Promise.all([store.invites.claim(code, ada), store.invites.claim(code, bob)]);

    expect(claimed.filter(Boolean)).toHaveLength(1);
  });

  it("is good for no other tenant, and no other code is", async () => {
    const code = await codeFor("contoso");

    const claimed = [await store.invites.claim(code, eve), await store.invites.claim(`${code}x`, ada)];

    expect(claimed).toEqual([false, false]);
    expect(await store.invites.isGoodFor(code, ada)).toBe(true);
  });

  it("ends with its time, also before the database has removed it", async () => {
    const code = await codeFor("contoso");
    const inTime = await store.invites.isGoodFor(code, ada);
    now = new Date(now.getTime() + DAY_MS);

    expect([inTime, await store.invites.claim(code, ada)]).toEqual([true, false]);
  });

  it("is gone once it was removed", async () => {
    const code = await codeFor("contoso");
    await store.invites.remove(code);

    expect(await store.invites.claim(code, ada)).toBe(false);
  });

  it("has a code of 256 random bits that is not in the database", async () => {
    const code = await codeFor("contoso");

    const rows = JSON.stringify(await store.db.collection("invites").find().toArray());

    expect(Buffer.from(code, "base64url")).toHaveLength(32);
    expect(rows).toContain("codeHash");
    expect(rows).not.toContain(code);
  });
});
