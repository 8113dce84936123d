import { generateKeyPairSync } from "node:crypto";
import { jwtVerify } from "jose";
import { describe, expect, it } from "vitest";
import { FORGED_TOKENS } from "./forged-tokens.fixture.js";
import { MICROSOFT_HOSTS } from "./microsoft-hosts.js";
import { CLIENT, NOW, PARTNER_APP, PERSON, TENANT, keyEndpoint, seconds } from "./microsoft-keys.fixture.js";
import { signed, signedWithSecret } from "./signed-token.fixture.js";

const microsoft = keyEndpoint();

describe("a token that is meant for us", () => {
  it("tells who its bearer is", async () => {
    const bearer = await microsoft().verifier().verify(microsoft().token());

    expect(bearer).toEqual({
      tenantId: TENANT,
      objectId: PERSON,
      name: "Ada Lovelace",
      userName: "ada@contoso.example",
      homeMember: true,
      directoryRoles: ["62e90394-69f5-4237-9190-012177145e10"],
    });
  });

  it.each([
    ["a guest", { acct: 1 }, { homeMember: false }],
    ["a token that does not say home or guest", { acct: undefined }, { homeMember: null }],
    ["a token without directory roles", { wids: undefined }, { directoryRoles: [] }],
    ["a token without a name", { name: undefined }, { name: "ada@contoso.example" }],
    ["a token without a sign-in name", { preferred_username: undefined }, { userName: null }],
    ["more scopes than ours", { scp: "profile access_as_user" }, { objectId: PERSON }],
    ["a token that says it is a user's", { idtyp: "user" }, { objectId: PERSON }],
    ["our own web client", { azp: CLIENT }, { objectId: PERSON }],
    ["a client the operator allowed", { azp: PARTNER_APP }, { objectId: PERSON }],
    ["a clock 50 seconds behind", { nbf: seconds(NOW) + 50 }, { objectId: PERSON }],
    ["a clock 50 seconds ahead", { exp: seconds(NOW) - 50 }, { objectId: PERSON }],
  ])("accepts %s", async (_what, changes, expected) => {
    const bearer = await microsoft().verifier().verify(microsoft().token(changes));

    expect(bearer).toMatchObject(expected);
  });

  it.each(Object.entries(MICROSOFT_HOSTS))("accepts a token fetched by %s", async (_host, azp) => {
    const bearer = await microsoft().verifier().verify(microsoft().token({ azp }));

    expect(bearer).toMatchObject({ objectId: PERSON });
  });
});

describe("a token that is not", () => {
  it.each(FORGED_TOKENS)("is refused with %s", async (_what, forged) => {
    const [checker, forge] = [microsoft().verifier(), microsoft().forge()];

    const answers = [await checker.verify(forged(forge)), await checker.verify(microsoft().token())];

    expect(answers).toEqual([null, expect.objectContaining({ objectId: PERSON })]);
    expect(microsoft().state.strays).toBe(0);
  });

  it.each(["", ".", "a.b.c", "not a token", "....", "e30.e30.", `Bearer x`, "x".repeat(20_000)])(
    "is refused when it is %j",
    async (rubbish) => {
      const answer = await microsoft().verifier().verify(rubbish);

      expect([answer, microsoft().state.fetches]).toEqual([null, 0]);
    },
  );
});

describe("the forger", () => {
  const RSA = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const CURVE = generateKeyPairSync("ec", { namedCurve: "P-256" });

  it.each([
    ["RS256", RSA],
    ["RS384", RSA],
    ["PS256", RSA],
    ["ES256", CURVE],
  ] as const)(
    "signs well with %s, so that what is refused is the algorithm",
    async (alg, { privateKey, publicKey }) => {
      const token = signed({ oid: PERSON }, { kid: "key", privateKey }, { alg });

      expect((await jwtVerify(token, publicKey)).payload).toEqual({ oid: PERSON });
    },
  );

  it("signs well with a secret", async () => {
    const token = signedWithSecret({ oid: PERSON }, "key", "a secret of 32 letters and a few");

    const { payload } = await jwtVerify(token, Buffer.from("a secret of 32 letters and a few"));

    expect(payload).toEqual({ oid: PERSON });
  });
});
