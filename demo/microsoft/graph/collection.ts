import { GRAPH_HOST } from "../registration.js";
import type { DirectoryObject } from "../state/members.js";
import { matchesFilter } from "./filter.js";
import { comparePositions, nextLink, positionOf, readPageToken, writePageToken, type Position } from "./paging.js";
import { projectObject, propertyOf } from "./projection.js";
import type { CollectionOptions } from "./query-options.js";
import { matchesSearch } from "./search.js";

export interface Listing {
  objects: readonly DirectoryObject[];
  /** What @odata.context names, e.g. "users" or "directoryObjects". */
  entitySet: string;
  withType: boolean;
  readable(object: DirectoryObject): boolean;
}

export function matching(
  objects: readonly DirectoryObject[],
  options: Pick<CollectionOptions, "filter" | "search">,
): DirectoryObject[] {
  const { filter, search } = options;
  return objects.filter((object) => {
    const value = (property: string): unknown => propertyOf(object, property);
    return (!filter || matchesFilter(filter, value)) && (!search || matchesSearch(search, value));
  });
}

/** One page of a collection, in Graph's envelope. `path` and `search` are those of the request, for the nextLink. */
export function collectionPage(listing: Listing, options: CollectionOptions, path: string, search: string): object {
  const order = options.orderBy;
  const found = matching(listing.objects, options)
    .map((object) => ({ object, position: positionOf(object, order) }))
    .sort((a, b) => comparePositions(a.position, b.position, order));
  const { page, after } =
    options.skipToken === undefined ? { page: 1, after: null } : readPageToken(options.skipToken, order.length + 1);
  const start = after ? firstBehind(found, (position) => comparePositions(position, after, order) > 0) : 0;
  const rows = found.slice(start, start + options.top);
  const last = rows.at(-1);
  const more = last !== undefined && start + rows.length < found.length;

  const fields = options.select ? `(${options.select.join(",")})` : "";
  return {
    "@odata.context": `https://${GRAPH_HOST}/v1.0/$metadata#${listing.entitySet}${fields}`,
    ...(options.count && page === 1 ? { "@odata.count": found.length } : {}),
    ...(more
      ? { "@odata.nextLink": nextLink(path, search, writePageToken({ page: page + 1, after: last.position })) }
      : {}),
    value: rows.map(({ object }) =>
      projectObject(object, { select: options.select, withType: listing.withType, readable: listing.readable(object) }),
    ),
  };
}

/** The list is sorted, so the first row behind the token is found by halving. */
function firstBehind(found: readonly { position: Position }[], isBehind: (position: Position) => boolean): number {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = found[middle];
    if (row && isBehind(row.position)) high = middle;
    else low = middle + 1;
  }
  return low;
}
