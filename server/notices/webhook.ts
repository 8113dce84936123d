import { lookup as systemLookup, type LookupAddress } from "node:dns";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { webhookTrouble } from "../core/receivers.js";
import type { Messenger } from "../use-cases/ports.js";
import { isPublicAddress } from "./public-address.js";

const WITHIN_MS = 10_000;

/** All addresses of a name; the system's resolver, but in tests. */
export type ResolveName = (name: string, done: (error: Error | null, found: readonly LookupAddress[]) => void) => void;

export interface WebhookOptions {
  readonly loopback: boolean;
  readonly signal: AbortSignal;
  /** Longest that an answer may take, the look for its address included. */
  readonly withinMs?: number;
  readonly resolve?: ResolveName;
  /** Whether this address may be connected to: one on the internet, but in tests. */
  readonly allows?: (address: string) => boolean;
}

/**
 * Posts JSON to an address that an admin typed in. It must not become a way into the network the server stands in: the
 * connection goes to the very addresses that were looked at, no redirect is followed, and nothing of the answer but
 * its status is read.
 */
export function webhookSender(options: WebhookOptions): Messenger["webhook"] {
  const { loopback, withinMs = WITHIN_MS, resolve = resolveBySystem, allows = isPublicAddress } = options;

  return async (address, body) => {
    if (webhookTrouble(address, { loopback })) return "its address is none that may be posted to";
    const url = new URL(address);
    const tooLate = AbortSignal.timeout(withinMs);
    const signal = AbortSignal.any([tooLate, options.signal]);
    try {
      // Plain http leads to this machine and nowhere else: webhookTrouble has seen to that.
      const lookup = url.protocol === "https:" ? onlyAllowed(resolve, allows) : undefined;
      const status = await post(url, JSON.stringify(body), { lookup, signal });
      return status >= 200 && status < 300 ? null : `it answered ${status}`;
    } catch (error) {
      if (tooLate.aborted) return `it took more than ${withinMs / 1000} seconds`;
      return error instanceof NotPublicError ? error.message : codeOf(error);
    }
  };
}

const resolveBySystem: ResolveName = (name, done) => systemLookup(name, { all: true }, done);

class NotPublicError extends Error {
  constructor() {
    super("its name leads to an address that is not on the internet");
  }
}

/** One private address among several is enough to refuse: which of them is connected to is not ours to say. */
function onlyAllowed(resolve: ResolveName, allows: (address: string) => boolean): LookupFunction {
  return (name, { all }, callback) =>
    resolve(name, (error, found) => {
      const [first] = found ?? [];
      if (error || !first) return callback(error ?? new Error("no address"), "");
      if (!found.every((one) => allows(one.address))) return callback(new NotPublicError(), "");
      if (all) callback(null, [...found]);
      else callback(null, first.address, first.family);
    });
}

function post(
  url: URL,
  body: string,
  { lookup, signal }: { lookup: LookupFunction | undefined; signal: AbortSignal },
): Promise<number> {
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "user-agent": "Rollcall",
  };
  return new Promise((resolve, reject) => {
    request(url, { method: "POST", headers, signal, agent: false, ...(lookup && { lookup }) }, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    })
      .on("error", reject)
      .end(body);
  });
}

function codeOf(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  return `it could not be reached${typeof code === "string" ? ` (${code})` : ""}`;
}
