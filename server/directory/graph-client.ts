import { Client, type Context, type Middleware, ResponseType } from "@microsoft/microsoft-graph-client";
import { isGraphAddress } from "./graph-address.js";
import type { MicrosoftFetch } from "./transport.js";

export interface GraphCall {
  readonly url: string;
  readonly token: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body of a $batch; absent for a GET. There is no third kind of request (R9). */
  readonly batch?: object;
  readonly signal?: AbortSignal;
}

/** What one try brought. `body` is undefined when it was not JSON. */
export type GraphAttempt =
  | {
      readonly status: number;
      readonly body: unknown;
      readonly retryAfter: string | null;
      readonly requestId: string | null;
    }
  | { readonly status: null; readonly trouble: Trouble };

export type Trouble = "NETWORK" | "TIMEOUT" | "REDIRECT" | "STOPPED";

/**
 * Hands the exact address through the library, which takes addresses apart and puts their parameters together in
 * another order: a nextLink is opaque and must go back as it came. A class because the library finds the options of
 * its middleware by their constructor.
 */
class ExactCall {
  readonly call: GraphCall;
  trouble: Trouble | null = null;

  constructor(call: GraphCall) {
    this.call = call;
  }
}

/** One request to Graph through Microsoft's client, once: no retry, no paging, no guessing at bodies. */
export function createGraphClient(fetch: MicrosoftFetch): (call: GraphCall) => Promise<GraphAttempt> {
  const client = Client.initWithMiddleware({ middleware: [tokenHandler(), fetchHandler(fetch)] });

  return async (call) => {
    const exact = new ExactCall(call);
    const request = client
      .api("/")
      .middlewareOptions([exact])
      .headers({ ...call.headers })
      .responseType(ResponseType.RAW);
    try {
      const response: unknown = await (call.batch ? request.post(call.batch) : request.get());
      if (!(response instanceof Response)) return { status: null, trouble: "NETWORK" };

      const text = await response.text();
      return {
        status: response.status,
        body: parsed(text),
        retryAfter: response.headers.get("retry-after"),
        requestId: response.headers.get("request-id"),
      };
    } catch (error) {
      return { status: null, trouble: exact.trouble ?? troubleOf(error) };
    }
  };
}

/** Puts the token on a request to Graph, and on nothing else whatever led there. */
function tokenHandler(): Middleware {
  let next: Middleware | null = null;
  return {
    setNext: (middleware) => void (next = middleware),
    execute: async (context) => {
      const { call } = exactCall(context);
      if (!isGraphAddress(call.url)) throw new Error("Refused to send a token anywhere but to Microsoft Graph.");
      context.request = call.url;
      context.options = {
        ...context.options,
        headers: { ...call.headers, ...contentType(call), Authorization: `Bearer ${call.token}` },
      };
      await next?.execute(context);
    },
  };
}

function fetchHandler(fetch: MicrosoftFetch): Middleware {
  return {
    execute: async (context) => {
      const exact = exactCall(context);
      const { method, body, headers } = context.options ?? {};
      try {
        context.response = await fetch(exact.call.url, {
          method: method ?? "GET",
          ...(headers ? { headers } : {}),
          ...(body ? { body } : {}),
          ...(exact.call.signal ? { signal: exact.call.signal } : {}),
        });
      } catch (error) {
        exact.trouble = troubleOf(error);
        throw error;
      }
    },
  };
}

function exactCall(context: Context): ExactCall {
  const exact: unknown = context.middlewareControl?.getMiddlewareOptions(ExactCall);
  if (!(exact instanceof ExactCall)) throw new Error("A Graph request without its address.");
  return exact;
}

const contentType = (call: GraphCall): Record<string, string> =>
  call.batch ? { "Content-Type": "application/json" } : {};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function troubleOf(error: unknown): Trouble {
  if (!(error instanceof Error)) return "NETWORK";
  if (error.name === "TimeoutError") return "TIMEOUT";
  if (error.name === "AbortError") return "STOPPED";
  return error.cause instanceof Error && error.cause.message.includes("redirect") ? "REDIRECT" : "NETWORK";
}
