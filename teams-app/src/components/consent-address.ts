/** Our own public address that leads on to Microsoft's consent page; without a return path it ends in "thank you". */
export function consentAddress(tenantId: string, returnPath: string | null): string {
  const query = new URLSearchParams({ tenant: tenantId, ...(returnPath ? { return: returnPath } : {}) });
  return `/consent/start?${query}`;
}

/** Where a popup of Teams ends: a page that tells its host so. */
export const END_OF_POPUP = "/popup-end";

/** The server leads back with this mark. It says that somebody was there, not what they decided. */
export const cameFromConsent = (query: URLSearchParams): boolean => query.get("consent") === "returned";
