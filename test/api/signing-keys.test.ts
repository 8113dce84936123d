import { decodeJwt, type JWTPayload } from "jose";
import { afterAll, beforeAll, expect, it, describe } from "vitest";
import { newSigningKey, privateKeyOf } from "../../demo/microsoft/identity/keys.js";
import { CONTOSO_TENANT_ID, PEOPLE } from "../../demo/microsoft/registration.js";
import type { SigningKey } from "../../demo/microsoft/state/model.js";
import { signed } from "../../server/auth/signed-token.fixture.js";
import { VIEWER } from "../operations.js";
import { startConnectedWorld, type World } from "../world.js";

/* Microsoft changes its keys, and strangers name keys that do not exist. One world, and its clock goes on from test to test. */

let world: World;
let stranger: SigningKey;

beforeAll(async () => {
  [world, stranger] = await Promise.all([startConnectedWorld(), newSigningKey()]);
});
afterAll(() => world.close());

const adele = { tenantId: CONTOSO_TENANT_ID, personId: PEOPLE.adele };
const tokenNow = () => world.microsoft.tokenFor(adele);
const claimsNow = async (): Promise<JWTPayload> => decodeJwt(await tokenNow());
const signedBy = (key: SigningKey, claims: JWTPayload, kid = key.kid) =>
  signed(claims, { kid, privateKey: privateKeyOf(key) });
const statusOf = async (token: string) => (await world.askWith(token, VIEWER)).status;

const keyRequests = () =>
  world.microsoft.counters.requests.filter(({ path }) => path.endsWith("/discovery/v2.0/keys")).length;
/** The answers to these tokens, and how often Microsoft was asked for keys meanwhile. */
async function asked(tokens: readonly string[]) {
  const before = keyRequests();
  const statuses = await Promise.all(tokens.map(statusOf));
  return { statuses: [...new Set(statuses)], requests: keyRequests() - before };
}

describe("tokens that name keys nobody knows", () => {
  it("have Microsoft asked once in five minutes, however many come", async () => {
    const claims = await claimsNow();
    const madeUp = (count: number, name: string) =>
      Array.from({ length: count }, (_, n) => signedBy(stranger, claims, `${name}-${n}`));

    const first = await asked(madeUp(40, "first"));
    const second = await asked(madeUp(40, "second"));
    world.passMinutes(4);
    const later = await asked(madeUp(40, "later"));
    world.passMinutes(1);
    const afterFive = await asked(madeUp(40, "after-five"));

    expect([first, second, later, afterFive].map(({ statuses }) => statuses)).toEqual([[401], [401], [401], [401]]);
    expect([first, second, later, afterFive].map(({ requests }) => requests)).toEqual([1, 0, 0, 1]);
    expect(await statusOf(await tokenNow())).toBe(200);
  });

  it("do not have Microsoft asked when no key could make them good", async () => {
    world.passMinutes(6);
    const claims = await claimsNow();
    const hopeless = [{ aud: "other" }, { scp: undefined }, { azp: "other" }, { tid: "contoso.com" }, { ver: "1.0" }];

    const { statuses, requests } = await asked(hopeless.map((wrong) => signedBy(stranger, { ...claims, ...wrong })));

    expect([statuses, requests]).toEqual([[401], 0]);
  });
});

describe("a key change", () => {
  it("is noticed by the first token with the new key, and the old one's tokens stay good while it is published", async () => {
    const [old, fresh] = [await tokenNow(), await newSigningKey()];
    world.passMinutes(6);

    world.microsoft.keys.unshift(fresh);
    const { statuses, requests } = await asked([await tokenNow(), await tokenNow(), old]);

    expect([statuses, requests]).toEqual([[200], 1]);
  });

  it("takes an old key's power within a day of its end", async () => {
    const [, old] = world.microsoft.keys;
    if (!old) throw new Error("There is no old key.");
    const before = await statusOf(signedBy(old, await claimsNow()));

    world.microsoft.keys.splice(1, 1);
    world.passMinutes(24 * 60);
    const after = await statusOf(signedBy(old, await claimsNow()));

    expect([before, after]).toEqual([200, 401]);
    expect(await statusOf(await tokenNow())).toBe(200);
  });
});

describe("while Microsoft does not answer", () => {
  it("the last good keys let people in, though their day is over, and nobody else", async () => {
    await world.microsoft.close();
    world.passMinutes(25 * 60);
    const [good, forged] = [await tokenNow(), signedBy(stranger, await claimsNow())];

    expect([await statusOf(good), await statusOf(forged)]).toEqual([200, 401]);
  });

  it("a server that never had keys says that it is its own trouble", async () => {
    await world.restart();

    const answer = await world.askWith(await tokenNow(), VIEWER);

    expect([answer.status, answer.data ?? null, answer.errors?.[0]?.extensions?.code]).toEqual([
      503,
      null,
      "SERVICE_UNAVAILABLE",
    ]);
  });
});
