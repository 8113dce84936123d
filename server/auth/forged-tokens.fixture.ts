import { createPublicKey, generateKeyPairSync } from "node:crypto";
import type { JWTPayload } from "jose";
import { signed, signedWithSecret, type NamedKey } from "./signed-token.fixture.js";

/** What a forger works with. Microsoft's own keys are there for what only Microsoft could sign. */
export interface Forge {
  /** Those of a token that is accepted. */
  readonly claims: JWTPayload;
  readonly ours: NamedKey;
  /** Microsoft's key for the tenant of private accounts. */
  readonly consumers: NamedKey;
  /** The forger's own. */
  readonly stranger: NamedKey;
  /** A server of the forger's that hands out the stranger's key; nobody else must ever ask it. */
  readonly address: string;
}

const OTHER_TENANT = "22222222-2222-4222-8222-222222222222";
const STRANGER_APP = "55555555-5555-4555-8555-555555555555";
const CONSUMERS = "9188040d-6c67-4c5b-b112-36a304b66dad";

const issuer = (tenant: unknown) => `https://login.microsoftonline.com/${String(tenant)}/v2.0`;
const v1Issuer = ({ tid }: JWTPayload) => `https://sts.windows.net/${String(tid)}/`;
const now = ({ iat }: JWTPayload) => Number(iat);

/** What Microsoft would have to sign, each a claim or two away from a good token. */
const WRONG_CLAIMS: readonly (readonly [string, (good: JWTPayload) => object])[] = [
  ["another API's audience", () => ({ aud: "api://somebody/else" })],
  ["our API's address as audience, as in old tokens", ({ aud }) => ({ aud: `api://localhost/${String(aud)}` })],
  ["Graph's audience", () => ({ aud: "https://graph.microsoft.com" })],
  ["several audiences", ({ aud }) => ({ aud: [aud, "other"] })],
  ["an audience that is a database operator", () => ({ aud: { $ne: null } })],
  ["no audience", () => ({ aud: undefined })],
  ["the issuer of another tenant", () => ({ iss: issuer(OTHER_TENANT) })],
  ["a tenant that is not the issuer's", () => ({ tid: OTHER_TENANT })],
  ["a v1 issuer", (good) => ({ iss: v1Issuer(good) })],
  ["a v1 token", (good) => ({ iss: v1Issuer(good), ver: "1.0" })],
  ["version 1.0", () => ({ ver: "1.0" })],
  ["a version that is a number", () => ({ ver: 2 })],
  ["no version", () => ({ ver: undefined })],
  ["an issuer that only begins right", ({ tid }) => ({ iss: `${issuer(tid)}.example` })],
  ["an issuer over plain http", ({ tid }) => ({ iss: issuer(tid).replace("https", "http") })],
  ["the literal template as issuer", () => ({ iss: issuer("{tenantid}") })],
  ["an issuer that is a list", ({ tid }) => ({ iss: [issuer(tid)] })],
  ["no issuer", () => ({ iss: undefined })],
  ["a tenant that is no GUID", () => ({ tid: "contoso.com", iss: issuer("contoso.com") })],
  ["any tenant", () => ({ tid: "organizations", iss: issuer("organizations") })],
  ["no tenant", () => ({ tid: undefined })],
  ["a tenant that is a database operator", () => ({ tid: { $ne: null } })],
  ["the tenant of private accounts", () => ({ tid: CONSUMERS, iss: issuer(CONSUMERS) })],
  ["an object id that is a database operator", () => ({ oid: { $ne: null } })],
  ["an object id that is a list", ({ oid }) => ({ oid: [oid] })],
  ["an object id that is no GUID", () => ({ oid: "ada" })],
  ["no object id", () => ({ oid: undefined })],
  ["no expiry", () => ({ exp: undefined })],
  ["an expiry two minutes ago", (good) => ({ exp: now(good) - 120 })],
  ["an expiry that is a word", () => ({ exp: "never" })],
  ["a beginning in two minutes", (good) => ({ nbf: now(good) + 180 })],
  ["a beginning that is a word", () => ({ nbf: "always" })],
  ["no beginning", () => ({ nbf: undefined })],
  ["roles and no scope, as an application's own", () => ({ scp: undefined, roles: ["access_as_user"] })],
  ["app-only by its own word", () => ({ idtyp: "app" })],
  ["another scope", () => ({ scp: "User.Read" })],
  ["a scope that only begins like ours", () => ({ scp: "access_as_user_admin" })],
  ["a scope in other letters", () => ({ scp: "Access_As_User" })],
  ["scopes as a list", () => ({ scp: ["access_as_user"] })],
  ["no scope", () => ({ scp: undefined })],
  ["a client nobody allowed", () => ({ azp: STRANGER_APP })],
  ["a client that is an object", ({ azp }) => ({ azp: { in: [azp] } })],
  ["no client", () => ({ azp: undefined })],
  ["no client but an appid, as in old tokens", ({ azp }) => ({ azp: undefined, appid: azp })],
  ["a name that is an object", () => ({ name: { first: "Ada" } })],
  ["directory roles that are a word", () => ({ wids: "62e90394-69f5-4237-9190-012177145e10" })],
  ["a home that is a word", () => ({ acct: "0" })],
];

const jwkOf = (key: NamedKey) => createPublicKey(key.privateKey).export({ format: "jwk" });
const pemOf = (key: NamedKey) => createPublicKey(key.privateKey).export({ type: "spki", format: "pem" });
const derOf = (key: NamedKey) => createPublicKey(key.privateKey).export({ type: "spki", format: "der" });
/** The forger's key, under the name of ours. */
const posing = ({ ours, stranger }: Forge): NamedKey => ({ ...stranger, kid: ours.kid });
const curve = ({ ours }: Forge): NamedKey => ({
  kid: ours.kid,
  privateKey: generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey,
});
const ordinary = (forge: Forge) => signed(forge.claims, forge.ours);

const WRONG_HEADERS: readonly (readonly [string, (forge: Forge) => string])[] = [
  ["the algorithm none", (forge) => signed(forge.claims, forge.ours, { alg: "none" })],
  ["no algorithm", (forge) => signed(forge.claims, forge.ours, { alg: undefined })],
  ["the algorithm None, and our key's signature", (forge) => signed(forge.claims, forge.ours, { alg: "None" })],
  ["the algorithm RS384", (forge) => signed(forge.claims, forge.ours, { alg: "RS384" })],
  ["the algorithm PS256", (forge) => signed(forge.claims, forge.ours, { alg: "PS256" })],
  ["the algorithm ES256", (forge) => signed(forge.claims, curve(forge), { alg: "ES256" })],
  ["our public key's PEM as a shared secret", ({ claims, ours }) => signedWithSecret(claims, ours.kid, pemOf(ours))],
  ["our public key's DER as a shared secret", ({ claims, ours }) => signedWithSecret(claims, ours.kid, derOf(ours))],
  [
    "our public key's JWK as a shared secret",
    ({ claims, ours }) => signedWithSecret(claims, ours.kid, JSON.stringify(jwkOf(ours))),
  ],
  ["the forger's key in its header", (forge) => signed(forge.claims, posing(forge), { jwk: jwkOf(forge.stranger) })],
  [
    "the forger's key in its header, under a name of its own",
    (forge) => signed(forge.claims, forge.stranger, { jwk: jwkOf(forge.stranger) }),
  ],
  [
    "the forger's key as a certificate in its header",
    (forge) => signed(forge.claims, posing(forge), { x5c: [derOf(forge.stranger).toString("base64")] }),
  ],
  ["an address of the forger's key", (forge) => signed(forge.claims, posing(forge), { jku: forge.address })],
  [
    "an address of the forger's key, under a name of its own",
    (forge) => signed(forge.claims, forge.stranger, { jku: forge.address }),
  ],
  ["an address of the forger's certificate", (forge) => signed(forge.claims, posing(forge), { x5u: forge.address })],
  [
    "an address of the forger's certificate, under a name of its own",
    (forge) => signed(forge.claims, forge.stranger, { x5u: forge.address, x5t: forge.stranger.kid }),
  ],
  ["a critical extension", (forge) => signed(forge.claims, forge.ours, { crit: ["exp"], exp: 1 })],
  ["a body that is not encoded", (forge) => signed(forge.claims, forge.ours, { crit: ["b64"], b64: false })],
  ["no name of a key", (forge) => signed(forge.claims, forge.ours, { kid: undefined })],
  ["a thumbprint and no name of a key", ({ claims, ours }) => signed(claims, ours, { kid: undefined, x5t: ours.kid })],
  ["a key nobody knows", (forge) => signed(forge.claims, forge.stranger)],
  ["a key whose name is a path", (forge) => signed(forge.claims, posing(forge), { kid: "../../../dev/null" })],
  ["a key whose name is a database operator", (forge) => signed(forge.claims, forge.ours, { kid: { $ne: null } })],
  ["a key whose name is a list", (forge) => signed(forge.claims, forge.ours, { kid: [forge.ours.kid] })],
  ["a key whose name every object has", (forge) => signed(forge.claims, posing(forge), { kid: "constructor" })],
];

const WRONG_SIGNATURES: readonly (readonly [string, (forge: Forge) => string])[] = [
  ["its signature taken away", (forge) => changed(ordinary(forge), { signature: () => Buffer.alloc(0) })],
  ["a bit of its signature flipped", (forge) => changed(ordinary(forge), { signature: flipped })],
  ["a byte behind its signature", (forge) => changed(ordinary(forge), { signature: (was) => append(was, 0) })],
  ["a letter behind its signature", (forge) => `${ordinary(forge)}A`],
  ["a fourth part", (forge) => `${ordinary(forge)}.e30`],
  ["half of its signature", (forge) => changed(ordinary(forge), { signature: (was) => was.subarray(0, 128) })],
  ["the forger's signature under our key's name", (forge) => signed(forge.claims, posing(forge))],
  [
    "claims changed after signing",
    (forge) => changed(ordinary(forge), { claims: () => jsonOf({ ...forge.claims, oid: OTHER_TENANT }) }),
  ],
  ["a space behind its claims", (forge) => changed(ordinary(forge), { claims: (was) => append(was, 32) })],
  [
    "the signature of other claims",
    (forge) =>
      changed(ordinary(forge), { signature: () => signatureOf(signed({ ...forge.claims, x: 1 }, forge.ours)) }),
  ],
  ["the signature of the key for private accounts", ({ claims, consumers }) => signed(claims, consumers)],
  [
    "the signature of the key for private accounts, of a private account",
    ({ claims, consumers }) => signed({ ...claims, tid: CONSUMERS, iss: issuer(CONSUMERS) }, consumers),
  ],
  ["claims that are a list", (forge) => signed([forge.claims], forge.ours)],
  ["claims that are a word", (forge) => signed("claims", forge.ours)],
  ["claims that are nothing", (forge) => signed(null, forge.ours)],
  ["itself as its claims", (forge) => signed(ordinary(forge), forge.ours)],
];

/** Everything that must be refused, by what is wrong with it. Each is one step from a token that is accepted. */
export const FORGED_TOKENS: readonly (readonly [string, (forge: Forge) => string])[] = [
  ...WRONG_CLAIMS.map(
    ([what, changes]) => [what, ({ claims, ours }: Forge) => signed({ ...claims, ...changes(claims) }, ours)] as const,
  ),
  ...WRONG_HEADERS,
  ...WRONG_SIGNATURES,
];

type Change = (was: Buffer) => Buffer;

function changed(token: string, { claims, signature }: { claims?: Change; signature?: Change }): string {
  const parts = token.split(".").map((part) => Buffer.from(part, "base64url"));
  return [undefined, claims, signature]
    .map((change, n) => (change ?? same)(parts[n] ?? Buffer.alloc(0)).toString("base64url"))
    .join(".");
}

const same: Change = (was) => was;
const append = (was: Buffer, byte: number) => Buffer.concat([was, Buffer.from([byte])]);
const jsonOf = (value: object) => Buffer.from(JSON.stringify(value));
const signatureOf = (token: string) => Buffer.from(token.split(".")[2] ?? "", "base64url");

function flipped(was: Buffer): Buffer {
  const bytes = Buffer.from(was);
  bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
  return bytes;
}
