import { base64url, exportJWK, SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { MICROSOFT_HOSTS } from "./microsoft-hosts.js";
import {
  CLIENT,
  CONSUMERS,
  NOW,
  PARTNER_APP,
  PERSON,
  TEMPLATE,
  TENANT,
  goodClaims,
  keyEndpoint,
  seconds,
} from "./microsoft-keys.fixture.js";

const OTHER_TENANT = "22222222-2222-4222-8222-222222222222";
const STRANGER_APP = "55555555-5555-4555-8555-555555555555";

const microsoft = keyEndpoint();

describe("a token that is meant for us", () => {
  it("tells who its bearer is", async () => {
    const bearer = await microsoft()
      .verifier()
      .verify(await microsoft().token());

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
    ["a microsoft().state.clock 50 seconds behind", { nbf: seconds(NOW) + 50 }, { objectId: PERSON }],
    ["a microsoft().state.clock 50 seconds ahead", { exp: seconds(NOW) - 50 }, { objectId: PERSON }],
  ])("accepts %s", async (_what, changes, expected) => {
    const bearer = await microsoft()
      .verifier()
      .verify(await microsoft().token(changes));

    expect(bearer).toMatchObject(expected);
  });

  it.each(Object.entries(MICROSOFT_HOSTS))("accepts a token fetched by %s", async (_host, azp) => {
    const bearer = await microsoft()
      .verifier()
      .verify(await microsoft().token({ azp }));

    expect(bearer).toMatchObject({ objectId: PERSON });
  });
});

const v1Issuer = `https://sts.windows.net/${TENANT}/`;
const issuer = (tenant: string) => TEMPLATE.replace("{tenantid}", tenant);

const wrongClaims: readonly [string, Record<string, unknown>][] = [
  ["another API's audience", { aud: "api://somebody/else" }],
  ["Graph's audience", { aud: "https://graph.microsoft.com" }],
  ["several audiences", { aud: [CLIENT, "other"] }],
  ["no audience", { aud: undefined }],
  ["the issuer of another tenant", { iss: issuer(OTHER_TENANT) }],
  ["a tenant that is not the issuer's", { tid: OTHER_TENANT }],
  ["a v1 issuer", { iss: v1Issuer }],
  ["a v1 token", { iss: v1Issuer, ver: "1.0" }],
  ["no version", { ver: undefined }],
  ["an issuer that only begins right", { iss: `${issuer(TENANT)}.example` }],
  ["the literal template as issuer", { iss: TEMPLATE }],
  ["no issuer", { iss: undefined }],
  ["a tenant that is no GUID", { tid: "contoso.com", iss: issuer("contoso.com") }],
  ["no tenant", { tid: undefined }],
  ["a tenant that is a database operator", { tid: { $ne: null } }],
  ["an object id that is a database operator", { oid: { $ne: null } }],
  ["an object id that is a list", { oid: [PERSON] }],
  ["an object id that is no GUID", { oid: "ada" }],
  ["no object id", { oid: undefined }],
  ["no expiry", { exp: undefined }],
  ["an expiry two minutes ago", { exp: seconds(NOW) - 120 }],
  ["an expiry that is a word", { exp: "never" }],
  ["a beginning in two minutes", { nbf: seconds(NOW) + 120 }],
  ["no beginning", { nbf: undefined }],
  ["no scope: an app-only token", { scp: undefined, roles: ["access_as_user"] }],
  ["app-only by its own word", { idtyp: "app" }],
  ["another scope", { scp: "User.Read" }],
  ["a scope that only begins like ours", { scp: "access_as_user_admin" }],
  ["a scope in other letters", { scp: "Access_As_User" }],
  ["scopes as a list", { scp: ["access_as_user"] }],
  ["a client nobody allowed", { azp: STRANGER_APP }],
  ["no client", { azp: undefined }],
  ["a client that is an object", { azp: { in: [CLIENT] } }],
  ["a name that is an object", { name: { first: "Ada" } }],
  ["directory roles that are a word", { wids: "62e90394-69f5-4237-9190-012177145e10" }],
];

describe("a token that is not", () => {
  it.each(wrongClaims)("is refused with %s", async (_what, changes) => {
    const [checker, wrong, right] = [
      microsoft().verifier(),
      await microsoft().token(changes),
      await microsoft().token(),
    ];

    const answers = [await checker.verify(wrong), await checker.verify(right)];

    expect(answers).toEqual([null, expect.objectContaining({ objectId: PERSON })]);
  });

  it("is refused when a stranger signed it with our key's name", async () => {
    expect(
      await microsoft()
        .verifier()
        .verify(await microsoft().token({}, {}, microsoft().stranger)),
    ).toBeNull();
  });

  it("is refused when the key of private accounts signed for a company", async () => {
    expect(
      await microsoft()
        .verifier()
        .verify(await microsoft().token({}, { kid: "key-c" }, microsoft().consumers)),
    ).toBeNull();
  });

  it("is refused when it is of the tenant of private accounts, though its own key signed it", async () => {
    const changes = { tid: CONSUMERS, iss: issuer(CONSUMERS) };

    expect(
      await microsoft()
        .verifier()
        .verify(await microsoft().token(changes, { kid: "key-c" }, microsoft().consumers)),
    ).toBeNull();
  });

  it("is refused when nobody signed it", async () => {
    expect(await microsoft().verifier().verify(new UnsecuredJWT(goodClaims()).encode())).toBeNull();
  });

  it("is refused when its claims were changed after signing", async () => {
    const [head, , signature] = (await microsoft().token()).split(".");
    const body = base64url.encode(JSON.stringify({ ...goodClaims(), oid: OTHER_TENANT }));

    expect(
      await microsoft()
        .verifier()
        .verify(`${head ?? ""}.${body}.${signature ?? ""}`),
    ).toBeNull();
  });

  it("is refused when it is signed with the public key as a shared secret", async () => {
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(microsoft().ours.publicKey)));
    const forged = await new SignJWT(goodClaims()).setProtectedHeader({ alg: "HS256", kid: "key-1" }).sign(secret);

    expect(await microsoft().verifier().verify(forged)).toBeNull();
  });

  it("is refused with a key or an address of a key in its header", async () => {
    const jwk = await exportJWK(microsoft().stranger.publicKey);
    const forged = await microsoft().token(
      {},
      { jwk, jku: `${microsoft().base}/keys`, x5u: `${microsoft().base}/keys`, kid: "mine" },
      microsoft().stranger,
    );

    const bearer = await microsoft().verifier().verify(forged);

    expect([bearer, microsoft().state.fetches]).toEqual([null, 2]);
  });

  it("is refused with a critical extension we do not know", async () => {
    const [, body] = (await microsoft().token()).split(".");
    const head = base64url.encode(JSON.stringify({ alg: "RS256", kid: "key-1", crit: ["exp"], exp: 1 }));

    expect(
      await microsoft()
        .verifier()
        .verify(`${head}.${body ?? ""}.AAAA`),
    ).toBeNull();
  });

  it("is refused without the name of a key", async () => {
    expect(
      await microsoft()
        .verifier()
        .verify(await microsoft().token({}, { kid: undefined })),
    ).toBeNull();
  });

  it.each(["", ".", "a.b.c", "not a token", "....", "e30.e30.", `Bearer x`, "x".repeat(20_000)])(
    "is refused when it is %j",
    async (rubbish) => {
      const answer = await microsoft().verifier().verify(rubbish);

      expect([answer, microsoft().state.fetches]).toEqual([null, 0]);
    },
  );
});
