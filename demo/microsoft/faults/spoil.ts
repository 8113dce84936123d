import { nextLink, pageTokenOf, writePageToken } from "../graph/paging.js";
import type { Call, Reply } from "../http/exchange.js";
import { GRAPH_HOST } from "../registration.js";
import { FOREIGN_HOST } from "./act.js";
import type { Action } from "./fault.js";

type Row = Record<string, unknown>;
type List = Row & { value: Row[] };

/** A good answer made a bad one; undefined when there is nothing in it that this action could spoil. */
export function spoil(action: Action, reply: Reply, call: Call): Reply | undefined {
  if (reply.status !== 200 || reply.body === "") return undefined;
  if (action.kind === "DRIP") return { ...reply, delivery: { how: "DRIP", everyMs: action.everyMs } };
  if (action.kind === "TRUNCATE") return { ...reply, delivery: { how: "TRUNCATE" } };
  if (action.kind === "MALFORMED") return { ...reply, body: `${reply.body.slice(0, -1)},]` };
  if (action.kind === "EMPTY_LIST" && call.path.endsWith("/$count")) return { ...reply, body: "0" };

  const body = parsed(reply.body);
  const spoilt = action.kind === "FIELDS_NULL" ? withNulls(action.fields, body, call) : spoilList(action, body, call);
  return spoilt && { ...reply, body: JSON.stringify(spoilt) };
}

type OfLists = Exclude<Action, { kind: "DRIP" | "TRUNCATE" | "MALFORMED" | "FIELDS_NULL" }>;

function spoilList(action: OfLists, body: Row, call: Call): Row | undefined {
  if (!isList(body)) return undefined;
  const { value, ...envelope } = body;
  const { "@odata.nextLink": link, ...unlinked } = body;
  switch (action.kind) {
    case "NO_VALUE":
      return envelope;
    case "VALUE_NULL":
      return { ...body, value: null };
    case "EMPTY_PAGE":
      return { ...body, "@odata.nextLink": linkToTheSameRows(call), value: [] };
    case "EMPTY_LIST":
      return { ...unlinked, value: [] };
    case "DUPLICATE_ROWS":
      return value.length > 0 ? { ...body, value: value.flatMap((row) => [row, row]) } : undefined;
    case "DROP_ROWS":
      return withoutRows(action, body);
    case "NEXT_LINK":
      if (action.to === "LOST") return link === undefined ? undefined : unlinked;
      if (action.to === "NULL") return link === undefined ? undefined : { ...body, "@odata.nextLink": null };
      return { ...body, "@odata.nextLink": linkTo(action.to, call) };
    case "STATUS":
    case "REDIRECT":
    case "HANG":
    case "RESET":
    case "DELAY":
    case "SHORT_PAGES":
      return undefined;
  }
}

function linkTo(to: "ITSELF" | "FIRST_PAGE" | "OTHER_HOST" | "OTHER_PORT", call: Call): string {
  const place = call.path + (call.search === "" ? "" : `?${call.search}`);
  switch (to) {
    case "ITSELF":
      return `https://${GRAPH_HOST}${place}`;
    case "FIRST_PAGE":
      return nextLink(call.path, call.search, writePageToken({ page: 1, after: null }));
    case "OTHER_HOST":
      return `https://${FOREIGN_HOST}${place}`;
    case "OTHER_PORT":
      return `https://${GRAPH_HOST}:8443${place}`;
  }
}

/** As if the page had come a page later. */
function linkToTheSameRows({ path, search, query }: Call): string {
  const { page, after } = pageTokenOf(query) ?? { page: 1, after: null };
  return nextLink(path, search, writePageToken({ page: page + 1, after }));
}

function withoutRows(action: Extract<Action, { kind: "DROP_ROWS" }>, body: List): List | undefined {
  const dropped =
    action.ids ??
    body.value
      .filter(isPerson)
      .slice(0, action.count)
      .map(({ id }) => id);
  const value = body.value.filter(({ id }) => !dropped.includes(id as string));
  return value.length < body.value.length ? { ...body, value } : undefined;
}

function withNulls(fields: readonly string[] | undefined, body: Row, call: Call): Row | undefined {
  const emptied = (row: Row): Row =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, isKept(name, fields) ? value : null]));
  if (!isList(body)) return isPerson(body) && /\/users\/[^/]+$/.test(call.path) ? emptied(body) : undefined;
  const value = body.value.map((row) => (isPerson(row) ? emptied(row) : row));
  return value.some(isPerson) ? { ...body, value } : undefined;
}

const isKept = (name: string, fields: readonly string[] | undefined): boolean =>
  fields ? !fields.includes(name) : name === "id" || name.startsWith("@odata.");

const isList = (body: Row): body is List => Array.isArray(body.value);
/** Lists of people alone do not say of each row that it is a person. */
const isPerson = (row: Row): boolean => (row["@odata.type"] ?? "#microsoft.graph.user") === "#microsoft.graph.user";

function parsed(body: string): Row {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
