import type { RequestHandler } from "express";

const PREFLIGHT_HOLDS_SECONDS = "600";

/**
 * Lets pages of the named origins call the API, each by its exact name; to every other page browsers stay closed.
 * Credentials are never allowed: there are no cookies here, and a page that holds a token may send it.
 */
export function crossOrigin(allowedOrigins: readonly string[]): RequestHandler {
  const allowed = new Set(allowedOrigins);
  return (request, response, next) => {
    response.vary("origin"); // or a cache would hand one origin's answer to another
    const { origin } = request.headers;
    if (origin === undefined || !allowed.has(origin)) return next();

    response.set("access-control-allow-origin", origin);
    response.set("access-control-expose-headers", "retry-after, x-request-id");
    // By default browsers refuse to hand over what says it is for its own origin alone.
    response.set("cross-origin-resource-policy", "cross-origin");
    if (request.method !== "OPTIONS") return next();

    response
      .set("access-control-allow-methods", "POST, OPTIONS")
      .set("access-control-allow-headers", "authorization, content-type")
      .set("access-control-max-age", PREFLIGHT_HOLDS_SECONDS)
      .status(204)
      .end();
  };
}
