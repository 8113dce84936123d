import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import { sendTooOften } from "./consent-pages.js";
import { refuse } from "./errors.js";
import { RATE_LIMITS, rateLimitWords, type RateLimits } from "./rate-limit.js";

const WINDOW_MS = 60_000;

/**
 * Limits how often one address may ask. The address is the one that TRUST_PROXY proxies vouch for; what a stranger
 * writes into X-Forwarded-For is not believed. The tab's files never change and are cheap, so they are not counted.
 */
export function addressLimit({ address }: RateLimits = RATE_LIMITS): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit: address,
    standardHeaders: false,
    legacyHeaders: false,
    validate: false, // its warnings go past the log, and any stranger's header would bring them about
    skip: ({ path }) => path.startsWith("/assets/"),
    handler(request, response) {
      const seconds = secondsLeft(request);
      response.set("retry-after", String(seconds)).set("cache-control", "no-store");
      if (request.path.startsWith("/consent/")) return sendTooOften(response);
      refuse(response, 429, "RATE_LIMITED", rateLimitWords(seconds));
    },
  });
}

function secondsLeft(request: object): number {
  const info = (request as { readonly rateLimit?: { readonly resetTime?: Date } }).rateLimit;
  const ms = (info?.resetTime?.getTime() ?? Date.now() + WINDOW_MS) - Date.now();
  return Math.max(1, Math.ceil(ms / 1000));
}
