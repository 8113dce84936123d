import { headerOf, json, page, redirect, segmentsOf, type Call, type Reply } from "../http/exchange.js";
import { document, html } from "../http/html.js";
import type { World } from "../world.js";
import { adminConsent } from "./admin-consent.js";
import { readAuthority, redirectTypeOf } from "./authority.js";
import { authorize } from "./authorize.js";
import type { Codes } from "./codes.js";
import { discoveryDocument, instanceDiscovery, keysDocument } from "./discovery.js";
import { endedSessionCookie } from "./session.js";
import { token } from "./token-endpoint.js";

/** login.microsoftonline.com */
export async function answerLogin(world: World, call: Call, codes: Codes): Promise<Reply> {
  const [name, ...rest] = segmentsOf(call.path) ?? [];
  if (name === undefined) return nothingHere();
  const place = rest.join("/");
  if (call.method === "OPTIONS") return preflight(call);
  if (place === "discovery/instance") return instanceDiscovery();

  const authority = readAuthority(world.state, name);
  const allowed = place === "oauth2/v2.0/token" ? ["POST"] : ["GET", "POST"];
  if (!allowed.includes(call.method))
    return json(
      405,
      { error: "invalid_request", error_description: "AADSTS900561: The endpoint only accepts other methods." },
      { allow: allowed.join(", ") },
    );
  switch (place) {
    case "v2.0/.well-known/openid-configuration":
      return discoveryDocument(world, authority);
    case "discovery/v2.0/keys":
      return keysDocument(world);
    case "oauth2/v2.0/authorize":
      return authorize(world, call, authority, codes);
    case "oauth2/v2.0/token":
      return token(world, call, authority, codes);
    case "oauth2/v2.0/logout":
      return logout(call);
    case "v2.0/adminconsent":
      return adminConsent(world, call, authority, "V2");
    case "adminconsent":
      return adminConsent(world, call, authority, "OLD");
    default:
      return nothingHere();
  }
}

/** The token endpoint is asked from the tab's own origin. */
function preflight(call: Call): Reply {
  const headers = {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, POST, OPTIONS",
    "access-control-allow-headers": headerOf(call, "access-control-request-headers") ?? "content-type",
    "access-control-max-age": "600",
  };
  return { status: 204, headers, body: "" };
}

/** Ends the session; goes back only to a registered address, or anybody could use this page as a springboard. */
function logout(call: Call): Reply {
  const wanted = call.query.get("post_logout_redirect_uri");
  const ended = { "set-cookie": endedSessionCookie };
  if (wanted !== null && redirectTypeOf(wanted)) {
    const state = call.query.get("state");
    return redirect(302, state === null ? wanted : `${wanted}?${new URLSearchParams({ state }).toString()}`, ended);
  }
  const content = html`<div class="card">
    <h1>You signed out of your account</h1>
    <p>It’s a good idea to close all browser windows.</p>
  </div>`;
  return page(200, document("Signed out", content), ended);
}

function nothingHere(): Reply {
  return json(404, { error: "not_found", error_description: "The pretend Microsoft has nothing at this address." });
}
