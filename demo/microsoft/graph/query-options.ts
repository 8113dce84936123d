import { GraphProblem, badRequest, notSimulated, unsupportedQuery } from "./errors.js";
import { filterNeedsAdvanced } from "./filter.js";
import { parseFilter, type Filter } from "./filter-parser.js";
import { SELECTABLE, SINGLE_USER_ONLY, SORTABLE, type Kind } from "./properties.js";
import { parseSearch, type Search } from "./search.js";

export interface GraphQuery {
  query: URLSearchParams;
  /** The query as it came, without "?": nextLinks repeat it. */
  search: string;
  /** The header ConsistencyLevel says eventual. */
  eventual: boolean;
}

export interface Order {
  property: string;
  descending: boolean;
}

export interface CollectionOptions {
  select: string[] | undefined;
  filter: Filter | undefined;
  search: Search | undefined;
  orderBy: Order[];
  top: number;
  /** @odata.count is wanted and may be answered. */
  count: boolean;
  skipToken: string | undefined;
}

const KNOWN = new Set(["$select", "$filter", "$search", "$orderby", "$top", "$count", "$skiptoken", "$format"]);
const DEFAULT_PAGE = 100;
const LARGEST_PAGE = 999;

/** A collection of its own, members or memberOf of something, or these with a type cast in the path. */
type Place = "ROOT" | "RELATION" | "CAST";

/** Reads the options of a collection and holds them against the ConsistencyLevel rules, which grow stricter from place to place. */
export function readCollectionOptions(
  request: GraphQuery,
  kind: "user" | "group",
  place: Place = "ROOT",
): CollectionOptions {
  const given = readOptionNames(request.query);
  const asked = given.get("$count")?.toLowerCase() === "true";
  const advanced = request.eventual && asked;
  const filter = given.has("$filter") ? parseFilter(given.get("$filter") ?? "") : undefined;
  const search = readSearch(given.get("$search"), kind, request.eventual);
  const orderBy = readOrder(given.get("$orderby"));

  const orderSupport = orderBy.map(({ property }) => SORTABLE[kind][property]);
  if (orderSupport.includes(undefined)) throw unsupportedQuery("Sorting not supported for current query.");
  const needsAdvanced =
    (filter !== undefined && filterNeedsAdvanced(filter, kind)) ||
    (filter !== undefined && orderBy.length > 0) ||
    orderSupport.includes("A") ||
    (search !== undefined && orderBy.length > 0) ||
    (place !== "ROOT" && (filter !== undefined || orderBy.length > 0)) ||
    (place === "CAST" && [...given.keys()].some((name) => name !== "$skiptoken"));
  if (needsAdvanced && !advanced) throw unsupportedQuery();

  return {
    select: readSelect(given.get("$select"), kind),
    filter,
    search,
    orderBy,
    top: readTop(given.get("$top")),
    count: advanced,
    skipToken: given.get("$skiptoken"),
  };
}

/** `/users/$count` and its like: a number only, and only in the advanced mode. */
export function readCountOptions(
  request: GraphQuery,
  kind: "user" | "group",
): Pick<CollectionOptions, "filter" | "search"> {
  if (!request.eventual) throw badRequest("$count is not currently supported.");
  const given = readOptionNames(request.query);
  const filter = given.has("$filter") ? parseFilter(given.get("$filter") ?? "") : undefined;
  if (filter) filterNeedsAdvanced(filter, kind);
  return { filter, search: readSearch(given.get("$search"), kind, true) };
}

/** A single object knows $select only. */
export function readSelectOption(request: Pick<GraphQuery, "query">, kind: Kind): string[] | undefined {
  return readSelect(request.query.get("$select") ?? undefined, kind, true);
}

function readOptionNames(query: URLSearchParams): Map<string, string> {
  const given = new Map<string, string>();
  for (const [name, value] of query) {
    // OData takes its options without the dollar sign as well.
    const option = name.startsWith("$") ? name.toLowerCase() : `$${name.toLowerCase()}`;
    if (option === "$skip") throw badRequest("'$skip' is not supported by the service.");
    if (option === "$expand") throw notSimulated("$expand");
    if (!KNOWN.has(option)) {
      if (name.startsWith("$")) throw badRequest(`The query parameter '${name}' is not supported.`);
      continue;
    }
    if (given.has(option))
      throw badRequest(`Query option '${option}' was specified more than once, but it must be specified at most once.`);
    given.set(option, value);
  }
  return given;
}

function readSearch(source: string | undefined, kind: "user" | "group", eventual: boolean): Search | undefined {
  if (source === undefined) return undefined;
  if (!eventual) {
    throw unsupportedQuery(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  return parseSearch(source, kind);
}

function readSelect(source: string | undefined, kind: Kind, single = false): string[] | undefined {
  if (source === undefined) return undefined;
  const names = source
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  for (const name of names) {
    if (name === "*" || SELECTABLE[kind].has(name)) continue;
    if (kind === "user" && SINGLE_USER_ONLY.has(name)) {
      if (!single)
        throw new GraphProblem(501, "NotImplemented", `The property '${name}' is only answered for a single user.`);
      continue;
    }
    throw new GraphProblem(
      400,
      "BadRequest",
      `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${kind}'.`,
    );
  }
  return names.includes("*") || names.length === 0 ? undefined : names;
}

function readOrder(source: string | undefined): Order[] {
  if (source === undefined) return [];
  return source.split(",").map((part) => {
    const [property = "", direction = "asc", ...more] = part.trim().split(/\s+/);
    if (property === "" || !["asc", "desc"].includes(direction) || more.length > 0)
      throw badRequest(`Invalid $orderby clause '${source}'.`);
    return { property, descending: direction === "desc" };
  });
}

function readTop(source: string | undefined): number {
  if (source === undefined) return DEFAULT_PAGE;
  const top = /^\d+$/.test(source) ? Number(source) : Number.NaN;
  if (top >= 1 && top <= LARGEST_PAGE) return top;
  throw unsupportedQuery(
    `Invalid page size specified: '${source}'. Must be between 1 and ${String(LARGEST_PAGE)} inclusive.`,
  );
}
