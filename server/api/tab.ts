import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import express, { Router } from "express";

export interface TabOptions {
  /** Folder of the built tab. */
  readonly folder: string;
  readonly frameAncestors: readonly string[];
  /** Origin of Microsoft's sign-in as a browser reaches it. */
  readonly loginOrigin: string;
  /** What /config.json hands to the tab. */
  readonly settings: object;
}

/** What the page of the tab may load. teams-js asks res.cdn.office.net for its list of hosts, Fluent for its fonts. */
function contentPolicy(nonce: string, { frameAncestors, loginOrigin }: TabOptions): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' https://res.cdn.office.net",
    `connect-src 'self' https://res.cdn.office.net ${loginOrigin}`,
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
    `frame-ancestors ${["'self'", ...frameAncestors].join(" ")}`,
  ].join("; ");
}

/**
 * The tab: hashed files that never change, and a page made per request, because its styles carry a nonce that must not
 * be guessed. Every address without a dot is a screen of the tab.
 */
export function tabPages(options: TabOptions): Router {
  const page = readFileSync(join(options.folder, "index.html"), "utf8");
  const router = Router();

  router.get(
    "/config.json",
    (_request, response) => void response.set("cache-control", "no-store").json(options.settings),
  );
  router.use(
    "/assets",
    express.static(join(options.folder, "assets"), { immutable: true, maxAge: "1y", index: false, redirect: false }),
  );
  router.get(/^\/[^.]*$/, (_request, response) => {
    const nonce = randomBytes(16).toString("base64");
    response
      .set("cache-control", "no-store")
      .set("content-security-policy", contentPolicy(nonce, options))
      .type("html")
      .send(page.replaceAll("__CSP_NONCE__", nonce));
  });
  return router;
}
