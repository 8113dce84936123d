import type { IncomingHttpHeaders } from "node:http";

/** One request, as the handlers see it. `host` is the real host it stands for, or "control" for our own pages. */
export interface Call {
  method: string;
  host: string;
  /** Path behind the host, percent-encoded as it came, e.g. "/v1.0/users/a%23b". */
  path: string;
  /** Query without "?", as it came: Graph's nextLinks repeat it verbatim. */
  search: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Reply {
  /** 0 when no answer is sent. */
  status: number;
  headers: Record<string, string | string[]>;
  body: string;
  /** How a scripted fault lets it arrive; whole and at once when absent. */
  delivery?: Delivery;
}

export type Delivery =
  /** Nothing is ever sent; the connection stays open until either side closes it. */
  | { how: "HANG" }
  /** The connection is reset before a byte is sent. */
  | { how: "RESET" }
  /** Half of the promised body, then the connection breaks. */
  | { how: "TRUNCATE" }
  /** A byte each `everyMs` milliseconds. */
  | { how: "DRIP"; everyMs: number };

export type Headers = Record<string, string | string[]>;

export function json(status: number, value: unknown, headers: Headers = {}): Reply {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value),
  };
}

export function text(status: number, body: string, headers: Headers = {}): Reply {
  return { status, headers: { "content-type": "text/plain; charset=utf-8", ...headers }, body };
}

/** A page of ours. None may be framed: Entra's sign-in and consent pages refuse it, so a product that tries must notice here. */
export function page(status: number, body: string, headers: Headers = {}): Reply {
  const fixed = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
  };
  return { status, headers: { ...fixed, ...headers }, body };
}

export function redirect(status: 302 | 303, location: string, headers: Headers = {}): Reply {
  return { status, headers: { location, "cache-control": "no-store", ...headers }, body: "" };
}

/** Path segments, decoded; undefined when one of them is not valid percent-encoding. */
export function segmentsOf(path: string): string[] | undefined {
  try {
    return path.split("/").filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

export function headerOf(call: Pick<Call, "headers">, name: string): string | undefined {
  const value = call.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/**
 * Whether a page of another site made the browser send this. Everything listens on loopback, so the only stranger who can reach
 * us is a web page open in the same browser; it must not be able to consent or to delete people.
 */
export function isCrossSite(call: Pick<Call, "headers">): boolean {
  const site = headerOf(call, "sec-fetch-site");
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const origin = headerOf(call, "origin");
  return origin !== undefined && origin !== `http://${headerOf(call, "host") ?? ""}`;
}
