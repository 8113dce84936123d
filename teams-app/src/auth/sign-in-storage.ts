import { tenantFromSearch } from "./authority.js";
import { parsePending, type PendingSignIn } from "./sign-in-return.js";

/**
 * The little that must outlive a page while Microsoft's page is shown: sessionStorage, never localStorage, and never a
 * token. The tenant of a sign-in link is kept for the life of the browser tab, since guests need it at every sign-in.
 */
const keys = {
  pending: "rollcall.sign-in",
  tenant: "rollcall.tenant",
  invite: "rollcall.invite",
  signedOut: "rollcall.signed-out",
};

export function keepPending(pending: PendingSignIn): void {
  sessionStorage.setItem(keys.pending, JSON.stringify(pending));
}

/** Gives what was kept, once. */
export function takePending(): PendingSignIn | null {
  const stored = sessionStorage.getItem(keys.pending);
  sessionStorage.removeItem(keys.pending);
  return parsePending(stored);
}

/** Whoever signed out meets a button next, even if Microsoft's own session lives on. */
export function keepSignedOut(signedOut: boolean): void {
  if (signedOut) sessionStorage.setItem(keys.signedOut, "yes");
  else sessionStorage.removeItem(keys.signedOut);
}

export const hasSignedOut = (): boolean => sessionStorage.getItem(keys.signedOut) === "yes";

/** Remembers the tenant of a sign-in link. */
export function rememberTenant(search: string): void {
  const tenant = tenantFromSearch(search);
  if (tenant) sessionStorage.setItem(keys.tenant, tenant);
}

/** Remembers the code of an invitation's link: the way to Microsoft's consent page and back does not carry it. */
export function rememberInvite(search: string): void {
  const invite = new URLSearchParams(search).get("invite");
  if (invite) sessionStorage.setItem(keys.invite, invite);
}

export const rememberedInvite = (): string | null => sessionStorage.getItem(keys.invite);

export const forgetInvite = (): void => sessionStorage.removeItem(keys.invite);

export const rememberedTenant = (): string | null => sessionStorage.getItem(keys.tenant);

export const currentPath = (): string => window.location.pathname + window.location.search;
