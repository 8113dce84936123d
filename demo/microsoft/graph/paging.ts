import { GRAPH_HOST } from "../registration.js";
import type { DirectoryObject } from "../state/members.js";
import { GraphProblem } from "./errors.js";
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

/**
 * A page token says behind which position the next page begins, not how many rows to skip: when others come and go
 * between two pages, nobody who stays is left out or told twice.
 */
export function writePageToken(position: Position): string {
  return TOKEN_PREFIX + Buffer.from(JSON.stringify(position)).toString("base64url");
}

export function readPageToken(token: string, length: number): Position {
  const expired = new GraphProblem(
    400,
    "Directory_ExpiredPageToken",
    "The specified page token value has expired and can no longer be included in your request.",
  );
  if (!token.startsWith(TOKEN_PREFIX)) throw expired;
  let position: unknown;
  try {
    position = JSON.parse(Buffer.from(token.slice(TOKEN_PREFIX.length), "base64url").toString());
  } catch {
    throw expired;
  }
  if (!Array.isArray(position) || position.length !== length) throw expired;
  return position.map((value: unknown) => (typeof value === "string" ? value : null));
}

/** The original query, verbatim, on the real host. Request headers are not part of it: the caller sends them again. */
export function nextLink(path: string, search: string, token: string): string {
  const kept = search.split("&").filter((part) => part !== "" && !/^(\$|%24)?skiptoken=/i.test(part));
  return `https://${GRAPH_HOST}${path}?${[...kept, `$skiptoken=${encodeURIComponent(token)}`].join("&")}`;
}
