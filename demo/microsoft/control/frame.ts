import { isHelper } from "../faults/switches.js";
import { page, type Reply } from "../http/exchange.js";
import { document, html, type Html } from "../http/html.js";
import { CONTOSO_TENANT_ID } from "../registration.js";
import type { Tenant } from "../state/model.js";
import type { World } from "../world.js";

/** The tenant a control page is about, or Contoso. */
export function chosenTenant({ directory, state }: World, query: URLSearchParams): Tenant | undefined {
  return state.tenants.get(query.get("tenant") ?? CONTOSO_TENANT_ID) ?? directory.tenants()[0];
}

/** What both control pages have around them: the way to the other one, and a word on what was just done. */
export function framed(
  world: World,
  about: { tenant: Tenant; place: Place; done: string | null },
  content: Html,
): Reply {
  const { tenant, place, done } = about;
  const on = world.faults.list().filter(({ name, over }) => !over && !isHelper(name)).length;
  const link = (to: Place, id: string, words: string, isHere: boolean): Html =>
    html`<a href="${to}?tenant=${id}" ${isHere ? current : null}>${words}</a>`;
  const whole = html`<h1>Pretend Microsoft: control page</h1>
    <div class="places">
      <nav aria-label="Pages">
        ${link("/", tenant.id, "People and groups", place === "/")}
        ${link("/faults", tenant.id, `Faults (${on === 0 ? "none" : String(on)} on)`, place === "/faults")}
        <a href="/teams">Rollcall in Teams</a>
      </nav>
      <nav aria-label="Tenants">
        ${world.directory.tenants().map((each) => link(place, each.id, each.name, each === tenant))}
      </nav>
    </div>
    ${doneNote(done)} ${content}`;
  return page(200, document("Control page", whole, "wide"));
}

type Place = "/" | "/faults";

const current: Html = { html: 'aria-current="page"' };

const WATCH = "Press Run now in Rollcall and watch.";

const DONE: Readonly<Record<string, string>> = {
  hire: "Hired.",
  rename: "Renamed.",
  block: "Blocked.",
  unblock: "Unblocked.",
  remove: "Deleted. The person can be restored below.",
  restore: "Restored.",
  move: "Moved.",
  "add-to-group": "Added to the group.",
  "remove-from-group": "Removed from the group.",
  "half-leave": `Half of its people have left the group. ${WATCH}`,
  "create-group": "The group is there.",
  "rename-group": "The group is renamed.",
  "delete-group": "The group is deleted.",
  "restore-group": "The group is restored.",
  "grant-consent": "The consent is granted.",
  "withdraw-consent": "The consent is withdrawn.",
  reset: "Both tenants are as on the first day.",
  switch: `Flipped. ${WATCH}`,
  "end-fault": "Turned off.",
  "clear-faults": "All faults are off: Microsoft is well.",
  "expire-tokens": `Graph refuses the tokens it has seen so far. ${WATCH}`,
  "roll-keys": "Tokens are signed with a new key. Sign in anew, or wait for the next token.",
  "hide-members": `The group hides its members. ${WATCH}`,
  "show-members": "The group shows its members.",
};

function doneNote(operation: string | null): Html | null {
  const words = operation !== null && Object.hasOwn(DONE, operation) ? DONE[operation] : undefined;
  return words === undefined ? null : html`<p class="note" role="status">${words}</p>`;
}
