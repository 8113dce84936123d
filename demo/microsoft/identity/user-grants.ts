import { createHash } from "node:crypto";
import { APP_ID_URI, APP_SCOPE, CLIENT_ID } from "../registration.js";
import type { World } from "../world.js";
import { isBlocked, type Authority, type RedirectType, type SignedIn } from "./authority.js";
import { CODE_LIFE_MS, type CodeRecord, type Codes } from "./codes.js";
import type { IdentityProblem } from "./errors.js";
import { missing, missingSecret, type Caller, type Granted } from "./grant.js";
import { readTicket, REFRESH_SECONDS, writeTicket } from "./own-tokens.js";
import { apiTokenClaims, currentKey, graphUserTokenClaims, idTokenClaims, newLifetimeSeconds, sign } from "./tokens.js";

const invalidGrant = (aadsts: number, message: string): { problem: IdentityProblem } => ({
  problem: { error: "invalid_grant", aadsts, message },
});

export async function redeemCode(
  world: World,
  codes: Codes,
  form: URLSearchParams,
  authority: Authority,
  caller: Caller,
): Promise<Granted> {
  const code = form.get("code");
  if (!code) return { problem: missing("code") };
  if (!form.get("redirect_uri")) return { problem: missing("redirect_uri") };
  const record = codes.find(code);
  if (!record) return invalidGrant(70000, "The provided value for the input parameter 'code' is not valid.");
  const problem = callerProblem(record.redirectType, caller) ?? codeProblem(record, form, authority, world.now());
  if (problem) return { problem };
  record.used = true;

  const tenant = world.state.tenants.get(record.tenantId);
  const person = tenant?.people.get(record.personId);
  if (!tenant || !person) return invalidGrant(50034, "The user account does not exist in the directory.");
  return grantTokens(world, { tenant, person }, record.scope, { nonce: record.nonce, refreshUntil: undefined });
}

/** SPA codes are redeemed from a browser and without a secret, web codes from a server and with one. */
function callerProblem(type: RedirectType, caller: Caller): IdentityProblem | undefined {
  if (type === "SPA") {
    if (caller.proven) {
      return {
        error: "invalid_client",
        aadsts: 700025,
        status: 401,
        message: "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
      };
    }
    if (caller.origin === undefined) {
      return {
        error: "invalid_request",
        aadsts: 9002327,
        message:
          "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
      };
    }
    return undefined;
  }
  if (caller.origin !== undefined) {
    return {
      error: "invalid_request",
      aadsts: 9002326,
      message: "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
    };
  }
  return caller.proven ? undefined : missingSecret;
}

function codeProblem(
  record: CodeRecord,
  form: URLSearchParams,
  authority: Authority,
  now: Date,
): IdentityProblem | undefined {
  const refuse = (aadsts: number, message: string): IdentityProblem => ({ error: "invalid_grant", aadsts, message });
  if (record.used)
    return refuse(
      54005,
      "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.",
    );
  if (now.getTime() - record.issuedAt > CODE_LIFE_MS)
    return refuse(
      70008,
      "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request.",
    );
  if (authority.kind === "TENANT" && authority.tenant.id !== record.tenantId) {
    return refuse(700005, "The provided authorization code is intended to be used against another tenant.");
  }
  const redirectUri = form.get("redirect_uri") ?? "";
  if (redirectUri !== record.redirectUri) {
    return refuse(
      500112,
      `The reply address '${redirectUri}' does not match the reply address '${record.redirectUri}' provided when requesting Authorization code.`,
    );
  }
  const verifier = form.get("code_verifier");
  if (record.challenge === undefined) return undefined;
  if (verifier === null) return missing("code_verifier");
  if (createHash("sha256").update(verifier).digest("base64url") !== record.challenge) {
    return refuse(501481, "The Code_Verifier does not match the code_challenge supplied in the authorization request.");
  }
  return undefined;
}

/** Each answer brings a new refresh token with the old one's end; as with Microsoft, the old one is not revoked by that. */
export async function redeemRefreshToken(
  world: World,
  form: URLSearchParams,
  authority: Authority,
  caller: Caller,
): Promise<Granted> {
  const refreshToken = form.get("refresh_token");
  if (!refreshToken) return { problem: missing("refresh_token") };
  const problem = callerProblem("SPA", caller);
  if (problem) return { problem };
  const found = await readTicket(world, "refresh", refreshToken);
  if (!found)
    return invalidGrant(
      700084,
      "The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired or malformed and a new sign in request must be sent.",
    );
  const { tenantId, personId, scope } = found.ticket;
  if (authority.kind === "TENANT" && authority.tenant.id !== tenantId)
    return invalidGrant(50020, "The user account does not exist in this tenant.");
  const tenant = world.state.tenants.get(tenantId);
  const person = tenant?.people.get(personId);
  if (!tenant || !person) return invalidGrant(50034, "The user account does not exist in the directory.");
  return grantTokens(world, { tenant, person }, form.get("scope") ?? scope, {
    nonce: undefined,
    refreshUntil: found.expiresAt,
  });
}

async function grantTokens(
  world: World,
  who: SignedIn,
  scope: string,
  options: { nonce: string | undefined; refreshUntil: number | undefined },
): Promise<Granted> {
  if (isBlocked(world.state, who)) return invalidGrant(50057, "The user account is disabled.");
  const scopes = scope.split(" ").filter(Boolean);
  const now = world.now();
  const key = currentKey(world.state);
  const lifetime = newLifetimeSeconds();
  const forApi = scopes.some(
    (each) => each === APP_SCOPE || each === `${APP_ID_URI}/.default` || each === `${CLIENT_ID}/.default`,
  );
  const claims = forApi
    ? apiTokenClaims(who, { azp: CLIENT_ID, now, lifetime })
    : graphUserTokenClaims(who, now, lifetime);
  const ticket = { use: "refresh", tenantId: who.tenant.id, personId: who.person.id, scope } as const;
  const nowSeconds = Math.floor(now.getTime() / 1000);
  const refreshUntil = options.refreshUntil ?? nowSeconds + REFRESH_SECONDS;
  return {
    granted: {
      token_type: "Bearer",
      scope: forApi ? APP_SCOPE : "email openid profile",
      expires_in: lifetime,
      ext_expires_in: lifetime,
      access_token: await sign(key, claims, forApi ? {} : { x5t: key.kid }),
      ...(scopes.includes("offline_access")
        ? {
            refresh_token: await writeTicket(world, ticket, refreshUntil),
            refresh_token_expires_in: refreshUntil - nowSeconds,
          }
        : {}),
      ...(scopes.includes("openid")
        ? { id_token: await sign(key, idTokenClaims(who, { nonce: options.nonce, now })) }
        : {}),
    },
  };
}
