import { leaveForSignIn, browserSession } from "./browser-session.js";
import type { TabConfig } from "./config.js";
import type { Session } from "./session.js";
import { readSignInReturn } from "./sign-in-return.js";
import { hasSignedOut, rememberInvite, rememberTenant, takePending } from "./sign-in-storage.js";
import { redeemCode, signInWords } from "./token-endpoint.js";

/** How the tab begins, in a browser. */
export type BrowserStart =
  | { kind: "session"; session: Session }
  /** The page is on its way to Microsoft. */
  | { kind: "leaving" }
  | { kind: "sign-in"; reason: string | null; signIn: () => void; pickAccount: () => void };

/**
 * Begins at top level: finishes a sign-in that comes back, else tries one without asking. What needs the person is a
 * page with a button; the tab never bounces to the account picker by itself.
 */
export async function startInBrowser(loading: Promise<TabConfig>): Promise<BrowserStart> {
  const { search } = window.location;
  rememberTenant(search);
  rememberInvite(search);
  const arrival = readSignInReturn(search, isSignInAnswer(search) ? takePending() : null);
  const config = await loading;

  if (arrival.kind === "none") {
    if (hasSignedOut()) return signInPage(config, null);
    await leaveForSignIn(config, "none");
    return { kind: "leaving" };
  }

  // The code and the error leave the address bar before anything can be copied, logged or reloaded.
  window.history.replaceState(null, "", arrival.kind === "stale" ? "/" : arrival.pending.returnPath);
  if (arrival.kind === "stale" || arrival.kind === "person-needed") return signInPage(config, null);
  if (arrival.kind === "refused") return signInPage(config, arrival.reason);
  try {
    return { kind: "session", session: browserSession(config, await redeemCode(config, search, arrival.pending)) };
  } catch (error) {
    return signInPage(config, signInWords(error));
  }
}

function signInPage(config: TabConfig, reason: string | null): BrowserStart {
  return {
    kind: "sign-in",
    reason,
    signIn: () => void leaveForSignIn(config, null),
    pickAccount: () => void leaveForSignIn(config, "select_account"),
  };
}

const isSignInAnswer = (search: string): boolean => new URLSearchParams(search).has("state");
