import * as oauth from "oauth4webapi";
import { atTenant, expectedIssuer } from "./authority.js";
import type { TabConfig } from "./config.js";
import type { PendingSignIn } from "./sign-in-return.js";

/** Held in memory only; a reload signs in anew without asking (prompt=none). */
export interface Tokens {
  accessToken: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  refreshToken: string | null;
  tenant: string;
  name: string | null;
}

export const redirectUri = (): string => `${window.location.origin}/`;

/** Redeems the code Microsoft sent back; the id token's nonce and issuer are checked. */
export async function redeemCode(config: TabConfig, search: string, pending: PendingSignIn): Promise<Tokens> {
  const client = { client_id: config.clientId };
  const anyServer = server(config, pending.tenant, "");
  const parameters = new URLSearchParams(search);
  // Only servers that announce it (RFC 9207) may be held to `iss`; Microsoft's may or may not send it.
  parameters.delete("iss");
  const callback = oauth.validateAuthResponse(anyServer, client, parameters, pending.state);
  const response = await oauth.authorizationCodeGrantRequest(
    anyServer,
    client,
    oauth.None(),
    callback,
    redirectUri(),
    pending.verifier,
    insecureWhenLoopback(config),
  );
  const result = await oauth.processAuthorizationCodeResponse(
    server(config, pending.tenant, await issuerOf(config, response)),
    client,
    response,
    { expectedNonce: pending.nonce, requireIdToken: true },
  );
  return toTokens(result, pending.tenant, null);
}

/** Microsoft rotates refresh tokens: the answer's replaces the old one. */
export async function refreshTokens(config: TabConfig, tokens: Tokens, refreshToken: string): Promise<Tokens> {
  const client = { client_id: config.clientId };
  const response = await oauth.refreshTokenGrantRequest(
    server(config, tokens.tenant, ""),
    client,
    oauth.None(),
    refreshToken,
    { ...insecureWhenLoopback(config), additionalParameters: { scope: scopes(config) } },
  );
  const issuer = await issuerOf(config, response);
  const result = await oauth.processRefreshTokenResponse(server(config, tokens.tenant, issuer), client, response);
  return toTokens(result, tokens.tenant, { ...tokens, refreshToken });
}

export const scopes = (config: TabConfig): string => `openid profile offline_access ${config.scope}`;

/** True when the token endpoint itself said no, so that trying again cannot help. */
export function isRefusedGrant(error: unknown): boolean {
  return error instanceof oauth.ResponseBodyError;
}

export function signInWords(error: unknown): string {
  if (error instanceof oauth.ResponseBodyError) return error.error_description ?? error.error;
  return error instanceof Error ? error.message : String(error);
}

function server(config: TabConfig, tenant: string, issuer: string): oauth.AuthorizationServer {
  return {
    issuer: issuer || config.issuerTemplate,
    authorization_endpoint: atTenant(config.authorizeUrl, tenant),
    token_endpoint: atTenant(config.tokenUrl, tenant),
  };
}

/** Plain http is let through only for the pretend Microsoft, which /config.json names with an http address. */
function insecureWhenLoopback(config: TabConfig): { [oauth.allowInsecureRequests]?: boolean } {
  return config.tokenUrl.startsWith("http://") ? { [oauth.allowInsecureRequests]: true } : {};
}

async function issuerOf(config: TabConfig, response: Response): Promise<string> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  const idToken = typeof body === "object" && body !== null && "id_token" in body ? body.id_token : undefined;
  return typeof idToken === "string" ? expectedIssuer(config.issuerTemplate, idToken) : "";
}

function toTokens(result: oauth.TokenEndpointResponse, tenant: string, before: Tokens | null): Tokens {
  const name = oauth.getValidatedIdTokenClaims(result)?.name;
  return {
    accessToken: result.access_token,
    expiresAt: Date.now() + (result.expires_in ?? 3600) * 1000,
    refreshToken: result.refresh_token ?? before?.refreshToken ?? null,
    tenant,
    name: typeof name === "string" ? name : (before?.name ?? null),
  };
}
