import { decodeJwt } from "jose";
import { isBatchPath } from "../graph/batch.js";
import { pageTokenOf } from "../graph/paging.js";
import { headerOf, segmentsOf, type Call } from "../http/exchange.js";
import { GRAPH_HOST } from "../registration.js";
import type { Fault } from "./fault.js";

/** A request as it came, or one part of a $batch. */
export type Where = "REQUEST" | "PART";

/** Whether the fault is meant for this request. A write is always refused and counted, whatever is scripted. */
export function matches(fault: Fault, call: Call, where: Where): boolean {
  const { host, method, path, page, query, body, tenantId } = fault;
  return (
    (host === "graph") === (call.host === GRAPH_HOST) &&
    mayBeHit(call, where) &&
    (method === undefined || method === call.method) &&
    (path === undefined ? where === "REQUEST" : matchesPath(path, call.path)) &&
    (page === undefined || page === (pageTokenOf(call.query)?.page ?? 1)) &&
    (query === undefined || decoded(call.search).includes(query)) &&
    (body === undefined || call.body.includes(body)) &&
    (tenantId === undefined || tenantId.toLowerCase() === tenantOf(call))
  );
}

function mayBeHit(call: Call, where: Where): boolean {
  if (call.host !== GRAPH_HOST) return call.method !== "OPTIONS";
  return call.method === "GET" || (where === "REQUEST" && call.method === "POST" && isBatchPath(call.path));
}

function matchesPath(pattern: string, path: string): boolean {
  const given = segmentsOf(path);
  return given !== undefined && expressionOf(pattern).test(`/${given.join("/")}`);
}

/** `*` is anything within one segment; a last `/**` this place and everything below it. */
function expressionOf(pattern: string): RegExp {
  const below = pattern.endsWith("/**");
  const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const path = (below ? pattern.slice(0, -3) : pattern).split("*").map(literal).join("[^/]*");
  return new RegExp(`^${path}${below ? "(/.*)?" : ""}$`, "i");
}

function decoded(search: string): string {
  try {
    return decodeURIComponent(search.replaceAll("+", " "));
  } catch {
    return search;
  }
}

/** Whom a request is about: at login its address says so, at Graph its token, which need not be a good one. */
function tenantOf(call: Call): string | undefined {
  if (call.host !== GRAPH_HOST) return call.path.split("/")[1]?.toLowerCase();
  try {
    const { tid } = decodeJwt(headerOf(call, "authorization")?.replace(/^Bearer\s+/i, "") ?? "");
    return typeof tid === "string" ? tid : undefined;
  } catch {
    return undefined;
  }
}
