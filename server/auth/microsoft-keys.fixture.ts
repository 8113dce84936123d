import { createPublicKey, generateKeyPair } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import type { JWK, JWTPayload } from "jose";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Forge } from "./forged-tokens.fixture.js";
import { MICROSOFT_HOSTS } from "./microsoft-hosts.js";
import { signed, type NamedKey } from "./signed-token.fixture.js";
import { createTokenVerifier } from "./token-verifier.js";

export const CLIENT = "0a1b2c3d-0000-4000-8000-000000000001";
export const TENANT = "11111111-1111-4111-8111-111111111111";
export const PERSON = "33333333-3333-4333-8333-333333333333";
export const PARTNER_APP = "44444444-4444-4444-8444-444444444444";
const CONSUMERS = "9188040d-6c67-4c5b-b112-36a304b66dad";

export const TEMPLATE = "https://login.microsoftonline.com/{tenantid}/v2.0";
export const NOW = new Date("2026-05-04T12:00:00Z");
export const seconds = (date: Date) => Math.floor(date.getTime() / 1000);

type PublishedKey = JWK & { issuer?: string };

/** Three keys, and Microsoft's key endpoint over real HTTP: what it answers can be changed, its calls are counted. */
async function startKeyEndpoint() {
  const [ours, consumers, stranger] = await Promise.all([newKey("key-1"), newKey("key-c"), newKey("key-2")]);
  const state = { published: { status: 200, body: "" }, fetches: 0, strays: 0, clock: NOW };

  const server = createServer((request, response) => {
    const known = request.url === "/login.microsoftonline.com/organizations/discovery/v2.0/keys";
    state[known ? "fetches" : "strays"] += 1;
    response
      .writeHead(known ? state.published.status : 404, { "Content-Type": "application/json" })
      .end(state.published.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

  const publish = (...keys: readonly PublishedKey[]) => {
    state.published = { status: 200, body: JSON.stringify({ keys }) };
  };

  return {
    ours,
    stranger,
    state,
    publish,
    /** As Microsoft publishes on an ordinary day: a key for companies and one for private accounts. */
    reset: () => {
      Object.assign(state, { fetches: 0, strays: 0, clock: NOW });
      publish(publicKey(ours), publicKey(consumers, TEMPLATE.replace("{tenantid}", CONSUMERS)));
    },
    verifier: () =>
      createTokenVerifier({
        clientId: CLIENT,
        allowedClients: [PARTNER_APP],
        now: () => state.clock,
        fetch: (url, init) => fetch(String(url).replace("https://", `${base}/`), init),
      }),
    /** A good token with these claims changed; undefined takes a claim away. */
    token: (changes: Record<string, unknown> = {}, key = ours) => signed({ ...goodClaims(), ...changes }, key),
    forge: (): Forge => ({ claims: goodClaims(), ours, consumers, stranger, address: `${base}/forged-keys` }),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The key endpoint for the tests of a file, as on an ordinary day before each of them. */
export function keyEndpoint() {
  let running: Awaited<ReturnType<typeof startKeyEndpoint>> | null = null;
  const get = () => {
    if (running === null) throw new Error("The key endpoint runs only during tests.");
    return running;
  };
  beforeAll(async () => {
    running = await startKeyEndpoint();
  });
  beforeEach(() => get().reset());
  afterAll(() => running?.close());
  return get;
}

const generate = promisify(generateKeyPair);

const newKey = async (kid: string): Promise<NamedKey> => ({
  kid,
  privateKey: (await generate("rsa", { modulusLength: 2048 })).privateKey,
});

/** A key as Microsoft publishes it. */
export const publicKey = ({ kid, privateKey }: NamedKey, issuer = TEMPLATE): PublishedKey => ({
  ...(createPublicKey(privateKey).export({ format: "jwk" }) as JWK),
  kid,
  use: "sig",
  issuer,
});

const goodClaims = (): JWTPayload => ({
  ver: "2.0",
  iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
  aud: CLIENT,
  tid: TENANT,
  oid: PERSON,
  sub: "pairwise",
  azp: MICROSOFT_HOSTS["Teams web"],
  azpacr: "0",
  scp: "access_as_user",
  name: "Ada Lovelace",
  preferred_username: "ada@contoso.example",
  acct: 0,
  wids: ["62e90394-69f5-4237-9190-012177145e10"],
  iat: seconds(NOW) - 60,
  nbf: seconds(NOW) - 60,
  exp: seconds(NOW) + 4_000,
});
