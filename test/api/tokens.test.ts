import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { decodeJwt, type JWTPayload } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newSigningKey, privateKeyOf } from "../../demo/microsoft/identity/keys.js";
import {
  CLIENT_ID,
  CONTOSO_TENANT_ID,
  CONSUMER_TENANT_ID,
  FABRIKAM_TENANT_ID,
  PEOPLE,
} from "../../demo/microsoft/registration.js";
import type { SigningKey } from "../../demo/microsoft/state/model.js";
import { appToken, authorizeUrl, newPkce, pick, redeem, redirectedWith } from "../../demo/microsoft/testing/client.js";
import { FORGED_TOKENS, type Forge } from "../../server/auth/forged-tokens.fixture.js";
import { MICROSOFT_HOSTS } from "../../server/auth/microsoft-hosts.js";
import { signed, type NamedKey } from "../../server/auth/signed-token.fixture.js";
import { VIEWER } from "../operations.js";
import { sendRaw } from "../raw.js";
import { startConnectedWorld, type World } from "../world.js";

/* Tokens that must not let anybody in, over real HTTP. Each is one step from a token that does. */

const PARTNER_APP = "44444444-4444-4444-8444-444444444444";

let world: World;
let stranger: NamedKey;
/** A server of the forger's, and how often somebody asked it for keys. */
let trap: Server;
let sprung = 0;

beforeAll(async () => {
  trap = createServer((_request, response) => {
    sprung += 1;
    response.setHeader("content-type", "application/json").end(JSON.stringify({ keys: [] }));
  });
  const [connected, key] = await Promise.all([
    startConnectedWorld({ config: { allowedClients: [PARTNER_APP.toUpperCase()] } }),
    newSigningKey(),
    new Promise<void>((resolve) => trap.listen(0, "127.0.0.1", resolve)),
  ]);
  [world, stranger] = [connected, named(key)];
});
afterAll(async () => {
  trap.close();
  await world.close();
});

const named = (key: SigningKey | undefined): NamedKey => {
  if (!key) throw new Error("Microsoft has no such key.");
  return { kid: key.kid, privateKey: privateKeyOf(key) };
};
const trapUrl = () => `http://127.0.0.1:${(trap.address() as AddressInfo).port}/keys`;

const adele = { tenantId: CONTOSO_TENANT_ID, personId: PEOPLE.adele };
const tokenWith = (claims: JWTPayload) => world.microsoft.tokenFor({ ...adele, claims });

async function forge(): Promise<Forge> {
  const { keys } = world.microsoft;
  return {
    claims: decodeJwt(await world.microsoft.tokenFor(adele)),
    ours: named(keys[0]),
    consumers: named(keys.find(({ issuer }) => issuer.includes(CONSUMER_TENANT_ID))),
    stranger,
    address: trapUrl(),
  };
}

async function send(headers: Record<string, string>, more: { path?: string; body?: object } = {}) {
  const before = world.logged.length;
  const response = await fetch(`${world.url}${more.path ?? "/graphql"}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query: VIEWER, ...more.body }),
  });
  const text = await response.text();
  const said = [text, ...response.headers.values(), ...world.logged.slice(before)].join("\n");
  const { data, errors = [] } = JSON.parse(text) as {
    data?: { viewer?: { user: { displayName: string } } | null } | null;
    errors?: { extensions: { code: string } }[];
  };
  return { status: response.status, data: data ?? null, codes: errors.map(({ extensions }) => extensions.code), said };
}
const sendToken = (token: string) => send({ authorization: `Bearer ${token}` });

const ANONYMOUS = { status: 401, data: null, codes: ["UNAUTHENTICATED"] };
const ADELE = { status: 200, data: { viewer: { user: { displayName: "Adele Vance" } } }, codes: [] };

/** Parts of the token that stand in what was answered or logged. */
const leaked = (token: string, said: string) => token.split(".").filter((part) => part !== "" && said.includes(part));

async function expectRefused(token: string) {
  const [refused, good] = [await sendToken(token), await sendToken(await world.microsoft.tokenFor(adele))];

  expect(refused).toMatchObject(ANONYMOUS);
  expect(leaked(token, refused.said)).toEqual([]);
  expect(good, "the server still knows a good one").toMatchObject(ADELE);
}

describe("a good token", () => {
  it.each([
    ["the tab in a browser", CLIENT_ID],
    ["a client the operator allowed", PARTNER_APP],
    ...Object.entries(MICROSOFT_HOSTS),
  ])("fetched by %s lets its bearer in", async (_client, azp) => {
    expect(await sendToken(await world.microsoft.tokenFor({ ...adele, azp }))).toMatchObject(ADELE);
  });

  it("lets its bearer in when it comes out of the forger's hand unchanged", async () => {
    const { claims, ours } = await forge();

    expect(await sendToken(signed(claims, ours))).toMatchObject(ADELE);
  });

  it.each(["bearer", "BEARER"])("may be announced as %s", async (scheme) => {
    const token = await world.microsoft.tokenFor(adele);

    expect(await send({ authorization: `${scheme} ${token}` })).toMatchObject(ADELE);
  });

  it.each([
    ["a tenant without an account", FABRIKAM_TENANT_ID],
    ["a tenant nobody heard of", "0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f"],
  ])("of somebody of %s is good, and told that there is no account", async (_tenant, tid) => {
    const token = await tokenWith({ tid, iss: `https://login.microsoftonline.com/${tid}/v2.0` });

    expect(await sendToken(token)).toMatchObject({ status: 403, data: null, codes: ["FORBIDDEN"] });
    expect((await sendToken(token)).said).toContain('"reason":"NO_ACCOUNT"');
  });
});

describe("a forged token", () => {
  it.each(FORGED_TOKENS)("is refused with %s", async (_what, forged) => {
    await expectRefused(forged(await forge()));
  });

  it("sends nobody to the address in it", async () => {
    const before = sprung;
    await fetch(trapUrl());

    expect([before, sprung]).toEqual([0, 1]);
  });

  it("of another tenant's person that names our tenant is refused", async () => {
    const nestor = { tenantId: FABRIKAM_TENANT_ID, personId: PEOPLE.nestor };

    await expectRefused(await world.microsoft.tokenFor({ ...nestor, claims: { tid: CONTOSO_TENANT_ID } }));
    await expectRefused(
      await world.microsoft.tokenFor({ ...nestor, claims: { oid: PEOPLE.adele, tid: CONTOSO_TENANT_ID } }),
    );
  });
});

describe("a token that Microsoft made for something else", () => {
  /** What a browser gets from the pretend Microsoft for these scopes. */
  async function signIn(more: Record<string, string> = {}) {
    const { verifier, challenge } = newPkce();
    const picked = await pick(world.microsoft, authorizeUrl(challenge, more), CONTOSO_TENANT_ID, PEOPLE.adele);
    return (await redeem(world.microsoft, redirectedWith(picked).get("code") ?? "", verifier)).json;
  }

  it("is refused, beside the one it made for us", async () => {
    const ours = await signIn();
    const graph = await signIn({ scope: "openid profile offline_access" });
    const [forGraph, forUs] = await Promise.all([
      appToken(world.microsoft),
      appToken(world.microsoft, CONTOSO_TENANT_ID, { scope: `${CLIENT_ID}/.default` }),
    ]);

    expect(await sendToken(String(ours.access_token))).toMatchObject(ADELE);
    for (const token of [
      ours.id_token,
      ours.refresh_token,
      graph.access_token,
      graph.id_token,
      forGraph.json.access_token,
      forUs.json.access_token,
    ]) {
      expect(String(token)).toMatch(/^eyJ/);
      await expectRefused(String(token));
    }
  });
});

describe("a good token in a wrong place", () => {
  it.each<[string, (token: string) => ReturnType<typeof send>]>([
    ["the address", (token) => send({}, { path: `/graphql?access_token=${token}&authorization=Bearer%20${token}` })],
    ["a cookie", (token) => send({ cookie: `access_token=${token}; authorization=Bearer ${token}` })],
    [
      "the body",
      (token) => send({}, { body: { access_token: token, extensions: { authorization: `Bearer ${token}` } } }),
    ],
    [
      "a header of another name",
      (token) => send({ "x-authorization": `Bearer ${token}`, "x-ms-token-aad-access-token": token }),
    ],
    ["the proxy's header", (token) => send({ "proxy-authorization": `Bearer ${token}` })],
    ["no scheme", (token) => send({ authorization: token })],
    ["another scheme", (token) => send({ authorization: `Token ${token}` })],
    ["a password", (token) => send({ authorization: `Basic ${Buffer.from(`bearer:${token}`).toString("base64")}` })],
    ["quotes", (token) => send({ authorization: `Bearer "${token}"` })],
    ["two in one header", (token) => send({ authorization: `Bearer ${token}, Bearer ${token}` })],
    ["company", (token) => send({ authorization: `Bearer ${token} ${token}` })],
  ])("is not looked for in %s", async (_place, sent) => {
    const token = await world.microsoft.tokenFor(adele);

    const refused = await sent(token);

    expect(refused).toMatchObject(ANONYMOUS);
    expect(leaked(token, refused.said)).toEqual([]);
  });

  const raw = (...lines: string[]) =>
    sendRaw(
      world.url,
      ["POST /graphql HTTP/1.1", "Host: localhost", "Content-Type: application/json", ...lines],
      JSON.stringify({ query: VIEWER }),
    );

  const bearer = (token: string) => `Authorization: Bearer ${token}`;

  it("is looked for in the one header", async () => {
    const token = await world.microsoft.tokenFor(adele);

    expect(await raw(bearer(token))).toMatchObject({ status: 200 });
  });

  it.each<[string, number, (token: string, forged: string) => string[]]>([
    ["a forged one behind it", 401, (token, forged) => [bearer(token), bearer(forged)]],
    ["a forged one before it", 401, (token, forged) => [bearer(forged), bearer(token).replace("A", "a")]],
    ["itself behind it", 401, (token) => [bearer(token), bearer(token)]],
    ["a password behind it", 401, (token) => [bearer(token), "authorization: Basic YTpi"]],
    ["a tab before it", 401, (token) => [`Authorization: Bearer\t${token}`]],
    ["an umlaut behind it", 401, (token) => [bearer(`${token}\u00fc`)]],
    ["a NUL behind it", 400, (token) => [bearer(`${token}\0`)]],
    ["a control character before it", 400, (token) => [bearer(`\u0001${token}`)]],
    ["a lone line feed and a forged one behind it", 400, (token, forged) => [bearer(`${token}\n${forged}`)]],
    ["its end on the next line", 400, (token) => [bearer(token.slice(0, 99)), ` ${token.slice(99)}`]],
  ])("is refused with %s", async (_what, status, lines) => {
    const [token, { claims }] = [await world.microsoft.tokenFor(adele), await forge()];

    const refused = await raw(...lines(token, signed(claims, stranger)));

    expect([refused.status, refused.text]).toEqual([status, expect.not.stringContaining("Adele")]);
    expect(leaked(token, refused.text + world.logged.join("\n"))).toEqual([]);
  });

  it.each([
    ["is taken when it weighs 12 kB", 12_000, 200],
    ["is refused when it weighs 20 kB, however well it is signed", 20_000, 431],
  ])("%s", async (_what, size, status) => {
    const { claims, ours } = await forge();
    const padding = "x".repeat((size * 3) / 4 - JSON.stringify(claims).length - 400);

    const answer = await raw(bearer(signed({ ...claims, padding }, ours)));

    expect([answer.status, answer.text.includes("Adele")]).toEqual([status, status === 200]);
  });
});
