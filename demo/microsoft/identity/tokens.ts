import { createHash, randomBytes, randomInt } from "node:crypto";
import { SignJWT, type JWTPayload } from "jose";
import { APP_NAME, CLIENT_ID, LOGIN_HOST } from "../registration.js";
import type { Person, SigningKey, State, Tenant } from "../state/model.js";
import { guidFrom } from "../seed/random.js";
import type { SignedIn } from "./authority.js";
import { privateKeyOf } from "./keys.js";

export const issuerOf = (tenantId: string): string => `https://${LOGIN_HOST}/${tenantId}/v2.0`;

/** The default marker that every member bears beside real roles. */
const MEMBER_MARKER = "b79fbf4d-3ef9-4689-8143-76b194e85509";

const secondsOf = (now: Date): number => Math.floor(now.getTime() / 1000);
const shortId = (bytes = 16): string => randomBytes(bytes).toString("base64url");
/** Pairwise: the same person is somebody else for the next application. */
const subjectOf = (personId: string): string =>
  createHash("sha256").update(`${personId}/${CLIENT_ID}`).digest("base64url");

export function currentKey(state: State): SigningKey {
  const [key] = state.keys;
  if (!key) throw new Error("The pretend Microsoft has no signing key.");
  return key;
}

/** v2 tokens name their key by kid only; v1 tokens by x5t as well. */
export async function sign(key: SigningKey, claims: JWTPayload, header: { x5t?: string } = {}): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ typ: "JWT", alg: "RS256", kid: key.kid, ...header })
    .sign(privateKeyOf(key));
}

function personClaims(tenant: Tenant, person: Person): JWTPayload {
  const guest = person.userType === "Guest";
  return {
    name: person.displayName,
    oid: person.id,
    preferred_username: person.home || guest ? (person.mail ?? person.userPrincipalName) : person.userPrincipalName,
    sub: subjectOf(person.id),
    tid: tenant.id,
    acct: guest ? 1 : 0,
    wids: [...person.roles, ...(guest ? [] : [MEMBER_MARKER])],
    ...(guest ? { idp: person.home ? `https://sts.windows.net/${person.home.tenantId}/` : "mail" } : {}),
  };
}

/** Microsoft draws a life between 60 and 90 minutes, so that nobody builds on one number. */
export function newLifetimeSeconds(): number {
  return randomInt(3600, 5400);
}

/** Claims of a v2 access token for our API, as a browser (azp: our own client) or Teams (azp: its client) gets it. */
export function apiTokenClaims(who: SignedIn, options: { azp: string; now: Date; lifetime: number }): JWTPayload {
  const now = secondsOf(options.now);
  return {
    aud: CLIENT_ID,
    iss: issuerOf(who.tenant.id),
    iat: now,
    nbf: now,
    exp: now + options.lifetime,
    aio: shortId(24),
    azp: options.azp,
    azpacr: "0",
    ...personClaims(who.tenant, who.person),
    rh: `1.${shortId(20)}.`,
    scp: "access_as_user",
    uti: shortId(),
    ver: "2.0",
  };
}

export function idTokenClaims(who: SignedIn, options: { nonce: string | undefined; now: Date }): JWTPayload {
  const now = secondsOf(options.now);
  return {
    aud: CLIENT_ID,
    iss: issuerOf(who.tenant.id),
    iat: now,
    nbf: now,
    exp: now + 3600,
    ...personClaims(who.tenant, who.person),
    ...(options.nonce === undefined ? {} : { nonce: options.nonce }),
    rh: `1.${shortId(20)}.`,
    uti: shortId(),
    ver: "2.0",
  };
}

const servicePrincipalId = (tenant: Tenant): string => guidFrom(tenant.id, "service principal", CLIENT_ID);

/** An app-only token for Graph: v1-shaped, with exactly the roles that were consented to. Its format follows the resource. */
export function graphAppTokenClaims(tenant: Tenant, now: Date, lifetime: number): JWTPayload {
  const { roles, tokenGeneration } = tenant.app;
  return {
    ...graphClaims(tenant, now, lifetime),
    app_displayname: APP_NAME,
    appid: CLIENT_ID,
    appidacr: "1",
    idtyp: "app",
    oid: servicePrincipalId(tenant),
    sub: servicePrincipalId(tenant),
    xms_generation: tokenGeneration,
    ...(roles.length > 0 ? { roles: [...roles] } : {}),
  };
}

/** What a sign-in gets that asks for no API of ours: a token for Graph that may read nothing but the profile. */
export function graphUserTokenClaims(who: SignedIn, now: Date, lifetime: number): JWTPayload {
  return {
    ...graphClaims(who.tenant, now, lifetime),
    appid: CLIENT_ID,
    appidacr: "0",
    oid: who.person.id,
    scp: "email openid profile",
    sub: subjectOf(who.person.id),
    unique_name: who.person.userPrincipalName,
    upn: who.person.userPrincipalName,
  };
}

function graphClaims(tenant: Tenant, at: Date, lifetime: number): JWTPayload {
  const now = secondsOf(at);
  return {
    aud: "https://graph.microsoft.com",
    iss: `https://sts.windows.net/${tenant.id}/`,
    iat: now,
    nbf: now,
    exp: now + lifetime,
    aio: shortId(24),
    tid: tenant.id,
    uti: shortId(),
    ver: "1.0",
  };
}

/** An app-only token for our own API: real, well signed, and nobody's. The API must not take it for a person. */
export function apiAppTokenClaims(tenant: Tenant, now: Date, lifetime: number): JWTPayload {
  const seconds = secondsOf(now);
  return {
    aud: CLIENT_ID,
    iss: issuerOf(tenant.id),
    iat: seconds,
    nbf: seconds,
    exp: seconds + lifetime,
    azp: CLIENT_ID,
    azpacr: "1",
    idtyp: "app",
    oid: servicePrincipalId(tenant),
    sub: servicePrincipalId(tenant),
    tid: tenant.id,
    uti: shortId(),
    ver: "2.0",
  };
}
