import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from "jose";
import type { Bearer, Clock, TokenVerifier } from "../use-cases/ports.js";
import { MICROSOFT_HOSTS } from "./microsoft-hosts.js";
import { createSigningKeys, type SigningKey } from "./signing-keys.js";
import { bearerOf, type Expected } from "./token-claims.js";

/** Longest token looked at, in characters; real ones stay below 8,000. */
const LONGEST_TOKEN = 16_384;
const SKEW_SECONDS = 60;

export interface MicrosoftTokenVerifier extends TokenVerifier {
  /** Whether Microsoft's signing keys are at hand (they are fetched if not): for /readyz. */
  ready(): Promise<boolean>;
}

/**
 * Checks access tokens for this API against Microsoft's signing keys. `verify` answers null for every token that is
 * not one, and throws only while no signing keys can be had at all: that is our trouble (503), not the bearer's (401).
 */
export function createTokenVerifier(options: {
  readonly clientId: string;
  /** Applications (client ids) that may fetch tokens for us, beside Microsoft's hosts and our own. */
  readonly allowedClients: readonly string[];
  readonly fetch: (url: string | URL, init?: RequestInit) => Promise<Response>;
  readonly now: Clock;
}): MicrosoftTokenVerifier {
  const keys = createSigningKeys({ fetch: options.fetch, now: options.now });
  const clientId = options.clientId.toLowerCase();
  const clients = [...Object.values(MICROSOFT_HOSTS), clientId, ...options.allowedClients];
  const expected: Expected = { clientId, clients: new Set(clients.map((client) => client.toLowerCase())) };

  return {
    ready: () => keys.ready(),
    verify: async (token) => {
      const claimed = claimedOrigin(token, expected);
      if (claimed === null) return null;

      const key = keyFor(claimed, await keys.named(claimed.kid));
      return key === null ? null : verified(token, key, expected, options.now());
    },
  };
}

interface ClaimedOrigin {
  readonly kid: string;
  readonly tenantId: string;
  readonly issuer: string;
}

/**
 * Where the token says it is from; nothing is believed yet. A token that could not pass with any key is refused here,
 * so that strangers' tokens cannot make us ask Microsoft for keys. Addresses in the header (jku, x5u, jwk) are never read.
 */
function claimedOrigin(token: string, expected: Expected): ClaimedOrigin | null {
  if (token.length > LONGEST_TOKEN) return null;
  try {
    const header = decodeProtectedHeader(token);
    const claims = decodeJwt(token);
    const bearer = bearerOf(claims, expected);
    if (header.alg !== "RS256" || typeof header.kid !== "string" || header.crit !== undefined) return null;
    if (bearer === null || typeof claims.iss !== "string") return null;
    return { kid: header.kid, tenantId: bearer.tenantId, issuer: claims.iss };
  } catch {
    return null;
  }
}

/** A key speaks only for its own issuer: that of private accounts must not sign for a company. */
function keyFor(claimed: ClaimedOrigin, keys: readonly SigningKey[]): SigningKey | null {
  return keys.find(({ issuer }) => issuer.replace("{tenantid}", claimed.tenantId) === claimed.issuer) ?? null;
}

async function verified(token: string, { key }: SigningKey, expected: Expected, now: Date): Promise<Bearer | null> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ["RS256"],
      audience: expected.clientId,
      clockTolerance: SKEW_SECONDS,
      currentDate: now,
      requiredClaims: ["exp", "nbf", "iss", "tid", "oid"],
    });
    return bearerOf(payload, expected);
  } catch (error) {
    // jose throws TypeError for what is no token at all; anything else of ours must not pass as "bad token".
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
    throw error;
  }
}
