/** What is kept in sessionStorage while the person is on Microsoft's page, and nowhere else. */
export interface PendingSignIn {
  state: string;
  nonce: string;
  verifier: string;
  /** Tenant id or `organizations`. */
  tenant: string;
  /** Path and query to come back to. */
  returnPath: string;
}

export type SignInReturn =
  /** An ordinary visit. */
  | { kind: "none" }
  /** Microsoft sent a code for the sign-in this page began. */
  | { kind: "code"; pending: PendingSignIn }
  /** The quiet attempt found nobody, or somebody who must be asked: a button, not an error. */
  | { kind: "person-needed"; pending: PendingSignIn }
  /** An answer to a sign-in this page did not begin (an old tab, a copied address). */
  | { kind: "stale" }
  | { kind: "refused"; pending: PendingSignIn; reason: string };

/** OpenID Connect Core 3.1.2.6: what `prompt=none` answers when a person has to do something. */
const personNeeded = new Set([
  "login_required",
  "interaction_required",
  "consent_required",
  "account_selection_required",
]);

/** Tells what brought the person to this address. Pure: the address's query and what was kept decide. */
export function readSignInReturn(search: string, pending: PendingSignIn | null): SignInReturn {
  const query = new URLSearchParams(search);
  const error = query.get("error");
  if (!query.has("state") || (!query.has("code") && error === null)) return { kind: "none" };
  // A foreign state is never answered by signing in again by itself: with storage refused that would go round for ever.
  if (pending?.state !== query.get("state")) return { kind: "stale" };
  if (error === null) return { kind: "code", pending };
  if (personNeeded.has(error)) return { kind: "person-needed", pending };
  return { kind: "refused", pending, reason: firstLine(query.get("error_description")) || error };
}

/** Reads what was kept; anything but the full shape counts as nothing kept. */
export function parsePending(stored: string | null): PendingSignIn | null {
  if (stored === null) return null;
  try {
    const value = JSON.parse(stored) as Partial<Record<keyof PendingSignIn, unknown>> | null;
    const { state, nonce, verifier, tenant, returnPath } = value ?? {};
    if ([state, nonce, verifier, tenant, returnPath].some((part) => typeof part !== "string")) return null;
    return { state, nonce, verifier, tenant, returnPath: safePath(String(returnPath)) } as PendingSignIn;
  } catch {
    return null;
  }
}

/** Only a path of this site: `//host` and `/\host` would lead elsewhere. */
export function safePath(path: string): string {
  return /^\/(?![/\\])/.test(path) ? path : "/";
}

/** Microsoft's descriptions go on with trace ids and times; the first line is the sentence. */
function firstLine(text: string | null): string {
  return (text ?? "").split(/\r?\n/)[0]?.trim() ?? "";
}
