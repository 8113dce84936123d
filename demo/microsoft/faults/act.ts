import { newTrace, problemReply } from "../graph/errors.js";
import { headerOf, page, segmentsOf, text, type Call, type Reply } from "../http/exchange.js";
import { document, html } from "../http/html.js";
import { tokenError } from "../identity/errors.js";
import { GRAPH_HOST } from "../registration.js";
import { graphError, tokenEndpointError } from "./error-bodies.js";
import type { Action } from "./fault.js";

type Status = Extract<Action, { kind: "STATUS" }>;

/** A name that leads nowhere: whoever follows it asks a stranger. */
export const FOREIGN_HOST = "graph.microsoft.com.evil.example";

/** What is answered in place of the real answer; undefined for actions that need the real one. */
export function answerInstead(action: Action, call: Call, now: Date): Reply | undefined {
  const { kind } = action;
  if (kind === "STATUS") return answerStatus(action, call, now);
  if (kind === "REDIRECT") return text(302, "", { location: action.to ?? `https://${FOREIGN_HOST}${call.path}` });
  return kind === "HANG" || kind === "RESET" ? { ...text(0, ""), delivery: { how: kind } } : undefined;
}

function answerStatus(action: Status, call: Call, now: Date): Reply {
  const headers: Record<string, string> = {
    ...(action.retryAfter === undefined ? {} : { "retry-after": retryAfter(action.retryAfter, now) }),
    ...(call.host !== GRAPH_HOST && headerOf(call, "origin") ? { "access-control-allow-origin": "*" } : {}),
  };
  if (action.body === "HTML") return page(action.status, PROXY_PAGE, headers);
  if (action.body === "EMPTY")
    return { status: action.status, headers: { "content-type": JSON_TYPE, ...headers }, body: "" };

  if (call.host !== GRAPH_HOST)
    return { ...tokenError(tokenEndpointError(action), now, headers), status: action.status };
  const objectId = segmentsOf(call.path)?.find((segment) => /^[\da-f-]{36}$/i.test(segment)) ?? "";
  return problemReply(graphError(action, objectId), newTrace(headerOf(call, "client-request-id")), now, headers);
}

const JSON_TYPE = "application/json; charset=utf-8";

const PROXY_PAGE = document(
  "Proxy",
  html`<div class="card">
    <h1>Please sign in to the proxy</h1>
    <p>Your network wants to know who you are before it lets you out.</p>
  </div>`,
);

function retryAfter(wanted: NonNullable<Status["retryAfter"]>, now: Date): string {
  if (typeof wanted !== "object") return String(wanted);
  return new Date(now.getTime() + wanted.inSeconds * 1_000).toUTCString();
}
