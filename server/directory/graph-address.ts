export const GRAPH_ORIGIN = "https://graph.microsoft.com";
const BASE_PATH = "/v1.0/";

/** Longest link we take back from a caller; real ones stay below 3 kB. */
const LONGEST_LINK = 16_384;

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Object ids are GUIDs; anything else never goes into an address. */
export const isGuid = (text: string): boolean => GUID.test(text);

/** `/users?$top=1` → the whole address. */
export const graphUrl = (path: string): string => `${GRAPH_ORIGIN}${BASE_PATH}${path.replace(/^\//, "")}`;

/**
 * Whether our token may go there: scheme, host and port (R9). The library's own check ignores the port and can be
 * fooled by credentials before an @, so it is not relied on.
 */
export function isGraphAddress(link: string): boolean {
  const address = URL.canParse(link) ? new URL(link) : null;
  if (address === null) return false;
  return (
    address.origin === GRAPH_ORIGIN &&
    address.username === "" &&
    address.password === "" &&
    address.pathname.startsWith(BASE_PATH)
  );
}

/** Whether a link that comes back from a caller is the continuation of a list at `path`, e.g. "/users". */
export function isContinuationOf(path: string, link: string): boolean {
  return link.length <= LONGEST_LINK && isGraphAddress(link) && new URL(link).pathname === `/v1.0${path}`;
}
