import { expect, it } from "vitest";
import { contract, later, now, store, winners } from "./contract.js";

const DAY_MS = 24 * 3_600_000;
const ada = { tenantId: "contoso", objectId: "ada" };
const bob = { tenantId: "contoso", objectId: "bob" };
const eve = { tenantId: "fabrikam", objectId: "ada" };
const codeFor = async (tenantId: string) => (await store.invites.create(tenantId, DAY_MS)).code;

export const invitesContract = contract("an invite", () => {
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

    expect(winners(claimed)).toBe(1);
  });

  it("is good for no other tenant, and no other code is", async () => {
    const code = await codeFor("contoso");

    const claimed = [await store.invites.claim(code, eve), await store.invites.claim(`${code}x`, ada)];

    expect(claimed).toEqual([false, false]);
    expect(await store.invites.isGoodFor(code, ada)).toBe(true);
  });

  it("tells when it ends, and ends then, also before anybody has removed it", async () => {
    const { code, expiresAt } = await store.invites.create("contoso", DAY_MS);
    const ends = new Date(now.getTime() + DAY_MS);
    later(24 * 60 - 1);
    const inTime = await store.invites.isGoodFor(code, ada);
    later(1);

    expect(expiresAt).toEqual(ends);
    expect([inTime, await store.invites.claim(code, ada)]).toEqual([true, false]);
  });

  it("is gone once it was removed", async () => {
    const code = await codeFor("contoso");
    await store.invites.remove(code);

    expect(await store.invites.claim(code, ada)).toBe(false);
  });

  it("has a code of 256 random bits", async () => {
    const [code, other] = [await codeFor("contoso"), await codeFor("contoso")];

    expect(Buffer.from(code, "base64url")).toHaveLength(32);
    expect(code).not.toBe(other);
  });
});
