import { readFileSync } from "node:fs";
import { headerOf, isCrossSite, json, redirect, text, type Call, type Reply } from "../http/exchange.js";
import { personAt, readAuthority, type SignedIn } from "../identity/authority.js";
import { pickedPerson, pickerPage } from "../identity/picker.js";
import { CONTOSO_TENANT_ID, PEOPLE } from "../registration.js";
import type { World } from "../world.js";
import { hostPage } from "./host-page.js";

/** Read once: who edits them starts the pretend Microsoft anew. */
const SCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  ["host.js", "popup.js", "wire.js"].map((name) => [name, readFileSync(new URL(name, import.meta.url), "utf8")]),
);

/** Below /teams: a page that plays Microsoft Teams around the tab. Everything it tells the tab can be chosen in it. */
export function answerTeams(world: World, call: Call): Reply {
  const [, name = "", ...rest] = call.path.split("/").filter(Boolean);
  if (rest.length > 0) return nothingHere();
  if (call.method === "POST" && isCrossSite(call)) return json(403, { error: "This must come from the page itself." });
  switch (`${call.method} ${name}`) {
    case "GET ":
      return showHost(world, call);
    case "GET person":
      return pickerPage(world, readAuthority(world.state, "organizations"), call.query);
    case "POST person":
      return choosePerson(world, call);
    default:
      return Object.hasOwn(SCRIPTS, name)
        ? text(200, SCRIPTS[name] ?? "", {
            "content-type": "text/javascript; charset=utf-8",
            "cache-control": "no-store",
          })
        : nothingHere();
  }
}

function showHost(world: World, call: Call): Reply {
  // The tab lets itself be framed by one origin of ours, and trusts no other.
  const host = headerOf(call, "host") ?? "";
  if (host.startsWith("localhost:"))
    return redirect(302, `http://${host.replace("localhost", "127.0.0.1")}/teams?${call.search}`);
  const [tenantId = "", personId = ""] = (call.query.get("person") ?? "").split("/");
  const who = person(world, tenantId, personId) ?? person(world, CONTOSO_TENANT_ID, PEOPLE.adele);
  return who ? hostPage(world.tabUrl, who, call.query) : text(500, "There is nobody in the pretend tenant.");
}

function choosePerson(world: World, call: Call): Reply {
  const authority = readAuthority(world.state, "organizations");
  const picked = pickedPerson(world, authority, call.body);
  if (!picked) return pickerPage(world, authority, call.query, { problem: "Please pick somebody from the list." });
  const query = new URLSearchParams(call.query);
  query.delete("find");
  query.set("person", `${picked.tenant.id}/${picked.person.id}`);
  return redirect(303, `/teams?${query.toString()}`);
}

function person({ state }: World, tenantId: string, personId: string): SignedIn | undefined {
  const authority = readAuthority(state, tenantId);
  return authority.kind === "TENANT"
    ? personAt(state, authority, { tenantId: authority.tenant.id, personId })
    : undefined;
}

function nothingHere(): Reply {
  return text(404, "The pretend Teams has nothing at this address.");
}
