import { GRAPH_HOST } from "../registration.js";
import type { DirectoryObject } from "../state/members.js";
import { expiredPageToken } from "./errors.js";
import { propertyOf } from "./projection.js";
import type { Order } from "./query-options.js";

const TOKEN_PREFIX = "RFNwdAoAAQ";

/** Where an object stands in the order of a listing: its values for $orderby, then its id. */
export type Position = (string | null)[];

export function positionOf(object: DirectoryObject, order: readonly Order[]): Position {
  const values = order.map(({ property }) => {
    const value = propertyOf(object, property);
    return typeof value === "string" ? value.toLowerCase() : null;
  });
  return [...values, object.value.id];
}

export function comparePositions(a: Position, b: Position, order: readonly Order[]): number {
  for (let index = 0; index < a.length; index += 1) {
    const difference = compareValues(a[index] ?? null, b[index] ?? null);
    if (difference !== 0) return order[index]?.descending === true ? -difference : difference;
  }
  return 0;
}

function compareValues(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}

/** Which page a token leads to, and behind which position that page begins; null for the start of the list. */
export interface PageToken {
  page: number;
  after: Position | null;
}

/**
 * A page token says behind which position the next page begins, not how many rows to skip: when others come and go
 * between two pages, nobody who stays is left out or told twice. The number of the page is for scripted faults.
 */
export function writePageToken({ page, after }: PageToken): string {
  return TOKEN_PREFIX + Buffer.from(JSON.stringify([page, after])).toString("base64url");
}

/** The token behind a $skiptoken; undefined when it is none of ours. */
function parsePageToken(token: string): PageToken | undefined {
  if (!token.startsWith(TOKEN_PREFIX)) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(token.slice(TOKEN_PREFIX.length), "base64url").toString());
  } catch {
    return undefined;
  }
  const [page, after] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
  if (typeof page !== "number" || (after !== null && !Array.isArray(after))) return undefined;
  return { page, after: after?.map((value: unknown) => (typeof value === "string" ? value : null)) ?? null };
}

/** OData takes its options without the dollar sign as well. */
const isSkipToken = (name: string): boolean => /^\$?skiptoken$/i.test(name);

/** The page token of a request for a later page. */
export function pageTokenOf(query: URLSearchParams): PageToken | undefined {
  const token = [...query].find(([name]) => isSkipToken(name))?.[1];
  return token === undefined ? undefined : parsePageToken(token);
}

export function readPageToken(token: string, length: number): PageToken {
  const read = parsePageToken(token);
  if (read && (read.after === null || read.after.length === length)) return read;
  throw expiredPageToken();
}

/** The original query, verbatim, on the real host. Request headers are not part of it: the caller sends them again. */
export function nextLink(path: string, search: string, token: string): string {
  const kept = search.split("&").filter((part) => part !== "" && !/^(\$|%24)?skiptoken=/i.test(part));
  return `https://${GRAPH_HOST}${path}?${[...kept, `$skiptoken=${encodeURIComponent(token)}`].join("&")}`;
}
