import { headerOf, isCrossSite, json, page, redirect, type Call, type Reply } from "../http/exchange.js";
import { document, html } from "../http/html.js";
import { ControlProblem } from "../state/hands.js";
import type { World } from "../world.js";
import { faultsPage } from "./faults-page.js";
import { chosenTenant } from "./frame.js";
import { OPERATIONS } from "./operations.js";
import { answerTeams } from "../teams/teams.js";
import { controlPage } from "./page.js";
import { countersView, faultView, groupView, switchesView, tenantView } from "./views.js";

/** Our own address: the page at "/", and the same as HTTP calls under "/control/". */
export async function answerControl(world: World, call: Call): Promise<Reply> {
  // A stranger's name that resolves to 127.0.0.1 would make its pages same-site with us.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headerOf(call, "host") ?? ""))
    return json(403, { error: "Only reachable as 127.0.0.1 or localhost." });
  const [root, name, ...rest] = call.path.split("/").filter(Boolean);
  if (call.method === "POST" && root === "control" && name !== undefined && rest.length === 0)
    return operate(world, call, name);
  if (root === "teams") return answerTeams(world, call);
  if (call.method !== "GET") return json(405, { error: "Use GET, or POST to /control/<operation>." }, { allow: "GET" });
  if (root === undefined || call.path === "/faults") return showPage(world, call.query, root === undefined);
  const found = root === "control" && rest.length === 0 ? read(world, call.query, name) : undefined;
  return found
    ? json(200, found)
    : json(404, { error: "Nothing is here. The control page is at /, the calls are in demo/microsoft/README.md." });
}

function showPage(world: World, query: URLSearchParams, people: boolean): Reply {
  const tenant = chosenTenant(world, query);
  if (!tenant) return page(500, document("Control page", html`<p>There is no tenant.</p>`));
  return people ? controlPage(world, tenant, query) : faultsPage(world, tenant, query);
}

function read(
  { directory, counters, faults, state }: World,
  query: URLSearchParams,
  name: string | undefined,
): unknown {
  const tenantId = query.get("tenantId") ?? undefined;
  const tenant = tenantId === undefined ? {} : { tenantId };
  switch (name ?? "") {
    case "tenants":
      return directory.tenants().map(tenantView);
    case "people": {
      const groupId = query.get("groupId");
      if (groupId !== null && !directory.group(groupId)) return undefined;
      const limit = Number(query.get("limit") ?? "100");
      return directory.people({
        ...tenant,
        search: query.get("search") ?? "",
        limit: limit > 0 ? limit : 100,
        ...(groupId === null ? {} : { groupId }),
      });
    }
    case "deleted":
      return directory.deletedPeople(tenantId);
    case "groups":
      return directory.groups(tenantId).map((group) => groupView(directory, group));
    case "consent":
      return tenantId === undefined || state.tenants.has(tenantId) ? directory.consentOf(tenantId) : undefined;
    case "credentials":
      return directory.credentials();
    case "counters":
      return countersView(counters);
    case "faults":
      return faults.list().map(faultView);
    case "switches":
      return switchesView(faults);
    case "requests":
      return { requests: counters.requests, batchParts: counters.batchParts };
    default:
      return undefined;
  }
}

async function operate(world: World, call: Call, name: string): Promise<Reply> {
  if (isCrossSite(call)) return json(403, { error: "This must come from the control page itself, or from a program." });
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (!operation)
    return json(404, { error: `There is no operation '${name}'. There are: ${Object.keys(OPERATIONS).join(", ")}.` });
  const fromPage = headerOf(call, "content-type")?.startsWith("application/x-www-form-urlencoded") === true;
  try {
    const result = await operation.run(
      world,
      fromPage ? formFields(call.body) : call.body.trim() === "" ? {} : parseJson(call.body),
    );
    return fromPage ? redirect(303, afterwards(call.body, name)) : json(200, result);
  } catch (error) {
    if (!(error instanceof ControlProblem)) throw error;
    if (!fromPage) return json(400, { error: error.message });
    const content = html`<div class="card">
      <h1>That did not work</h1>
      <p class="note bad" role="alert">${error.message}</p>
      <p><a href="${backTo(call.body)}">Back to the control page</a></p>
    </div>`;
    return page(400, document("That did not work", content));
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new ControlProblem("The body is not JSON.");
  }
}

function formFields(body: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(body));
}

/** Back to where the form stood, with what was done; a new person is shown, and not left to be searched for. */
function afterwards(body: string, operation: string): string {
  const back = new URL(backTo(body), "http://page");
  back.searchParams.set("done", operation);
  const newcomer = new URLSearchParams(body).get("displayName");
  if (operation === "hire" && newcomer) {
    back.searchParams.set("find", newcomer);
    back.searchParams.delete("group");
  }
  return back.pathname + back.search;
}

/** Back to where the form stood; only to our own pages. */
function backTo(body: string): string {
  const back = new URLSearchParams(body).get("back") ?? "/";
  return /^\/(faults)?\?/.test(back) ? back : "/";
}
