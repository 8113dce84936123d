import { randomBytes } from "node:crypto";
import { Router, type Request, type Response } from "express";
import type { ConsentTripStore } from "../use-cases/ports.js";
import { consentWords, type ConsentPageName } from "./consent-words.js";
import type { RequestLog } from "./errors.js";

const TENANT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Ways back are screens of the tab and nothing else: an address from outside here would be an open redirect. */
const SCREEN = /^\/[a-z-]{0,40}$/;

export interface ConsentPagesOptions {
  readonly clientId: string;
  readonly publicUrl: string;
  /** Origin (and path) of Microsoft's sign-in pages as a browser reaches them. */
  readonly loginUrl: string;
  readonly consentTrips: ConsentTripStore;
  readonly log: RequestLog;
}

/**
 * The way to Microsoft's consent page and back. Public, and it decides nothing: whoever comes back with whatever, no
 * stored consent changes here. What the consent is, checkConsent asks Microsoft itself.
 */
export function consentPages(options: ConsentPagesOptions): Router {
  const router = Router();
  /** Whoever stands here came by a link in a browser: what goes wrong is told in words, like everything else. */
  const inWords = (answer: (request: Request, response: Response) => Promise<void>) => {
    return (request: Request, response: Response): Promise<void> =>
      answer(request, response).catch((error: unknown) => {
        options.log.error({ requestId: response.getHeader("x-request-id"), err: error }, "a consent page failed");
        sendUnavailable(response);
      });
  };

  router.get(
    "/consent/start",
    inWords(async (request, response) => {
      const { tenant, return: wanted } = request.query;
      if (tenant !== undefined && !(typeof tenant === "string" && TENANT.test(tenant)))
        return sendPage(response, 400, "LINK_INCOMPLETE", { to: null });

      const { state } = await options.consentTrips.begin(
        typeof wanted === "string" && SCREEN.test(wanted) ? wanted : null,
      );
      const page = new URL(`${options.loginUrl}/${tenant ?? "organizations"}/v2.0/adminconsent`);
      page.search = new URLSearchParams({
        client_id: options.clientId,
        scope: "https://graph.microsoft.com/.default",
        redirect_uri: `${options.publicUrl}/consent/callback`,
        state,
      }).toString();
      response.set("cache-control", "no-store").redirect(302, page.toString());
    }),
  );

  router.get(
    "/consent/callback",
    inWords(async (request, response) => {
      const { state, error, error_description: description, admin_consent: granted } = request.query;
      const trip = typeof state === "string" ? await options.consentTrips.finish(state) : null;
      const back = trip?.returnTo ? `${trip.returnTo}?consent=returned` : null;

      if (error !== undefined) return sendPage(response, 200, refusal(description), { to: trip?.returnTo ?? null });
      if (!trip) return sendPage(response, 200, "OLD", { to: null });
      if (typeof granted !== "string" || granted.toLowerCase() !== "true")
        return sendPage(response, 200, "NO_ANSWER", { to: back });
      return sendPage(response, 200, "GRANTED", { to: back, alone: true });
    }),
  );

  return router;
}

/** The page for whoever comes while the database is away: nothing is lost, the same link works in a moment. */
export function sendUnavailable(response: Response): void {
  response.set("retry-after", "5");
  sendPage(response, 503, "UNAVAILABLE");
}

/** The page for an address that asks too often. */
export function sendTooOften(response: Response): void {
  sendPage(response, 429, "TOO_OFTEN");
}

/** Known refusals by their AADSTS number; nothing of what came in is shown. */
function refusal(description: unknown): ConsentPageName {
  const text = typeof description === "string" ? description : "";
  if (text.includes("AADSTS65004")) return "CANCELLED";
  if (text.includes("AADSTS50020")) return "OTHER_ORGANISATION";
  if (text.includes("AADSTS90094") || text.includes("AADSTS90095")) return "NOT_ADMINISTRATOR";
  return "NOT_APPROVED";
}

/** Where the way goes on: by a link, or `alone` after a moment; to no address, the window may be closed. */
interface WayBack {
  readonly to: string | null;
  readonly alone?: boolean;
}

function sendPage(response: Response, status: number, name: ConsentPageName, back?: WayBack): void {
  const words = consentWords(response.req);
  const { title, body } = words.pages[name];
  const end = back && (back.to ? `<a href="${back.to}">${words.back}</a>` : words.close);
  const nonce = randomBytes(16).toString("base64");
  const refresh = back?.to && back.alone ? `<meta http-equiv="refresh" content="3;url=${back.to}">` : "";
  response
    .status(status)
    .set("cache-control", "no-store")
    .set("referrer-policy", "no-referrer")
    .set(
      "content-security-policy",
      `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    )
    .type("html")
    .send(
      `<!doctype html><html lang="${words.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${refresh}` +
        `<title>${title} · Rollcall</title><style nonce="${nonce}">${STYLE}</style></head>` +
        `<body><main><h1>${title}</h1><p>${body}</p>${end ? `<p>${end}</p>` : ""}</main></body></html>`,
    );
}

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 "Segoe UI",system-ui,sans-serif;margin:0;display:grid;
place-items:center;min-height:100vh}main{max-width:32rem;padding:2rem}h1{font-size:1.5rem;font-weight:600}`;
