const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The authority that lets work accounts of every tenant in, but no guests: a guest needs the tenant's own. */
export const anyOrganisation = "organizations";

/** The tenant id a sign-in link carries (`/?tenant=<guid>`); anything but a GUID counts as absent. */
export function tenantFromSearch(search: string): string | null {
  const tenant = new URLSearchParams(search).get("tenant");
  return tenant !== null && guid.test(tenant) ? tenant.toLowerCase() : null;
}

/** Fills the `{tenant}` slot of an address from /config.json. */
export function atTenant(template: string, tenant: string): string {
  return template.replaceAll("{tenant}", encodeURIComponent(tenant));
}

/**
 * The issuer an id token of this payload must name. Microsoft's multi-tenant authorities sign as the person's own
 * tenant, so the expected issuer is only known once the token's `tid` is; `tid` must be a GUID, or a forged one could
 * reshape the address.
 */
export function expectedIssuer(issuerTemplate: string, idToken: string): string {
  const tid = decodePayload(idToken).tid;
  if (typeof tid !== "string" || !guid.test(tid)) throw new Error("Microsoft's answer names no tenant.");
  return issuerTemplate.replaceAll("{tenantid}", tid);
}

/** The payload of a token, unverified: good for choosing what to expect, never for deciding who somebody is. */
function decodePayload(token: string): Record<string, unknown> {
  const part = token.split(".")[1] ?? "";
  const bytes = Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
  const payload: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return typeof payload === "object" && payload !== null ? (payload as Record<string, unknown>) : {};
}
