import { page, type Reply } from "../http/exchange.js";
import { document, html, type Html } from "../http/html.js";
import { CONSENTING_ROLES } from "../registration.js";
import type { World } from "../world.js";
import { isBlocked, peopleAt, type Authority, type SignedIn } from "./authority.js";

const SHOWN = 20;

/** Parameters that belong to the picker, not to the application's request. */
export const PICKER_PARAMETERS = ["find"];

/** The page on which a person says who they are; instead of a password there is a list. Its forms post to the page's own address. */
export function pickerPage(
  world: World,
  authority: Authority,
  query: URLSearchParams,
  options: { problem?: string; status?: number } = {},
): Reply {
  const find = query.get("find") ?? query.get("login_hint") ?? "";
  const found = search(peopleAt(world.state, authority), find);
  const where = authority.kind === "TENANT" ? authority.tenant.name : "any company";
  const kept = [...query].filter(([name]) => !PICKER_PARAMETERS.includes(name));
  const content = html`<div class="card people">
    <h1>Pick an account</h1>
    <p>to sign in to Rollcall (${where})</p>
    ${options.problem === undefined ? null : html`<p class="note bad" role="alert">${options.problem}</p>`}
    <form class="row" method="get" role="search">
      ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <label>Search people <input type="search" name="find" value="${find}" autofocus /></label>
      <button>Search</button>
    </form>
    <form method="post">${found.slice(0, SHOWN).map((who) => personButton(world, who))}</form>
    <p class="dim">
      ${found.length > SHOWN ? `${String(found.length - SHOWN)} more: search for a name, mail or department.` : `${String(found.length)} found.`}
    </p>
  </div>`;
  return page(options.status ?? 200, document("Pick an account", content));
}

function personButton(world: World, who: SignedIn): Html {
  const { tenant, person } = who;
  const role = person.roles.some((each) => CONSENTING_ROLES.includes(each)) ? ", directory admin" : "";
  const guest = person.userType === "Guest" ? ", guest" : "";
  const blocked = isBlocked(world.state, who) ? ", blocked" : "";
  return html`<button name="pick" value="${tenant.id}/${person.id}">
    <bdi>${person.displayName}</bdi>
    <span class="wrap">${person.mail ?? person.userPrincipalName} · ${tenant.name}${role}${guest}${blocked}</span>
  </button>`;
}

/** Directory admins stand first: the story begins with one. */
function search(people: readonly SignedIn[], find: string): SignedIn[] {
  const words = find.trim().toLowerCase();
  const rank = ({ person }: SignedIn): number => (person.roles.length > 0 ? 0 : 1);
  return people
    .filter(({ person }) =>
      [person.displayName, person.mail, person.userPrincipalName, person.department].some(
        (text) => text?.toLowerCase().includes(words) === true,
      ),
    )
    .sort((a, b) => rank(a) - rank(b) || a.person.displayName.localeCompare(b.person.displayName, "en"));
}

/** The person chosen in the picker's form, if this authority offers them. */
export function pickedPerson(world: World, authority: Authority, body: string): SignedIn | undefined {
  const [tenantId, personId] = (new URLSearchParams(body).get("pick") ?? "").split("/");
  return peopleAt(world.state, authority).find(
    ({ tenant, person }) => tenant.id === tenantId && person.id === personId,
  );
}

/** The dead end of a request that cannot be answered with a redirect. */
export function errorPage(problem: { aadsts: number; message: string }): Reply {
  const content = html`<div class="card">
    <h1>Sorry, but we’re having trouble signing you in.</h1>
    <p class="wrap">AADSTS${problem.aadsts}: ${problem.message}</p>
  </div>`;
  return page(400, document("Sign in", content));
}
