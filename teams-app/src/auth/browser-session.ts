import * as oauth from "oauth4webapi";
import { anyOrganisation, atTenant } from "./authority.js";
import type { TabConfig } from "./config.js";
import type { Session, TokenAnswer } from "./session.js";
import type { PendingSignIn } from "./sign-in-return.js";
import { currentPath, keepPending, keepSignedOut, rememberedTenant } from "./sign-in-storage.js";
import { isRefusedGrant, redirectUri, refreshTokens, scopes, type Tokens } from "./token-endpoint.js";

export type Prompt = "none" | "select_account";

/** Leaves for Microsoft's page. Nothing after this runs for the person: the page is going away. */
export async function leaveForSignIn(config: TabConfig, prompt: Prompt | null, returnPath = currentPath()) {
  const pending: PendingSignIn = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
    tenant: rememberedTenant() ?? anyOrganisation,
    returnPath,
  };
  const address = new URL(atTenant(config.authorizeUrl, pending.tenant));
  address.search = new URLSearchParams({
    client_id: config.clientId,
    response_type: "code",
    response_mode: "query",
    redirect_uri: redirectUri(),
    scope: scopes(config),
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: "S256",
    ...(prompt ? { prompt } : {}),
  }).toString();
  keepPending(pending);
  keepSignedOut(false);
  window.location.assign(address);
}

/** A session on tokens in memory; refreshes shortly before they end, once for all who ask meanwhile. */
export function browserSession(config: TabConfig, first: Tokens): Session {
  let tokens: Tokens | null = first;
  let refreshing: Promise<TokenAnswer> | null = null;

  const refresh = async (): Promise<TokenAnswer> => {
    if (!tokens?.refreshToken) return { ok: false, why: "ended", detail: null };
    try {
      tokens = await refreshTokens(config, tokens, tokens.refreshToken);
      return { ok: true, token: tokens.accessToken };
    } catch (error) {
      return { ok: false, why: isRefusedGrant(error) ? "ended" : "offline", detail: null };
    }
  };

  return {
    host: "browser",
    name: first.name,
    getToken: async ({ fresh }) => {
      if (tokens && !fresh && tokens.expiresAt - Date.now() > aboutToEnd)
        return { ok: true, token: tokens.accessToken };
      refreshing ??= refresh().finally(() => (refreshing = null));
      return refreshing;
    },
    signOut: () => {
      const tenant = tokens?.tenant ?? anyOrganisation;
      tokens = null;
      keepSignedOut(true);
      const address = new URL(atTenant(config.logoutUrl, tenant));
      address.searchParams.set("post_logout_redirect_uri", redirectUri());
      window.location.assign(address);
    },
    useAnotherAccount: () => void leaveForSignIn(config, "select_account"),
    signInAgain: () => void leaveForSignIn(config, null),
    around: null,
    demo: config.demo,
  };
}

/** Longer than a slow request takes, so that no request sets out with a token that ends on the way. */
const aboutToEnd = 2 * 60 * 1000;
