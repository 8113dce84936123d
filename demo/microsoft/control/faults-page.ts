import { isHelper, SWITCHES } from "../faults/switches.js";
import type { Reply } from "../http/exchange.js";
import { html, type Html } from "../http/html.js";
import type { Group, Tenant } from "../state/model.js";
import type { World } from "../world.js";
import { action } from "./action.js";
import { ACTS } from "./acts.js";
import { flip, row, setRow, switchRow } from "./fault-rows.js";
import { framed } from "./frame.js";
import { groupChoices } from "./groups-card.js";

/** Everything that Microsoft can be made to do wrong, as switches, with what the product should do then. */
export function faultsPage(world: World, tenant: Tenant, query: URLSearchParams): Reply {
  const aim = tenant.groups.get(query.get("group") ?? "");
  const back = `/faults?${new URLSearchParams({ tenant: tenant.id, ...(aim ? { group: aim.id } : {}) }).toString()}`;
  const set = new Map(world.faults.list().map((fault) => [fault.name, fault]));
  const more: Readonly<Record<string, readonly Html[]>> = {
    "Consent and credentials": credentialRows(tenant, back),
    "Groups and people": [hiddenRow(aim, back)],
  };

  const content = html`<p>
      Turn something on, press <b>Run now</b> in Rollcall and watch. Nothing here changes a person or a group: what is
      turned off again is as if it had never been.
    </p>
    ${onNowCard(world, tenant, back)} ${aimCard(tenant, aim)}
    ${Object.entries(SWITCHES).map(
      ([part, switches]) =>
        html`<section class="card" aria-label="${part}">
          <h2>${part}</h2>
          ${Object.entries(switches).map(([name, each]) => switchRow(name, each, { fault: set.get(name), aim, back }))}
          ${more[part]}
        </section>`,
    )}`;
  return framed(world, { tenant, place: "/faults", done: query.get("done") }, content);
}

function onNowCard({ faults, directory }: World, tenant: Tenant, back: string): Html {
  const hiding = directory.groups(tenant.id).filter(({ visibilityWhenShown }) => visibilityWhenShown !== undefined);
  const set = faults.list().filter(({ name }) => !isHelper(name));
  const groupIn = (path = ""): Group | undefined => path.split("/").flatMap((part) => directory.group(part) ?? [])[0];
  const rows = [
    ...set.map((fault) => setRow(fault, groupIn(fault.fault.path), back)),
    ...hiding.map((group) => row(hides(group), "", action("show-members", "Show", { groupId: group.id }, back))),
  ];
  const below = html`<div class="actions">
    <a href="${back}">Count again</a> ${action("clear-faults", "Turn everything off", {}, back, true)}
  </div>`;
  return html`<section class="card" aria-labelledby="on-now">
    <h2 id="on-now">On now</h2>
    ${rows.length === 0 ? html`<p class="dim">Nothing: Microsoft is well.</p>` : [...rows, below]}
  </section>`;
}

function aimCard(tenant: Tenant, aim: Group | undefined): Html {
  return html`<section class="card" aria-labelledby="aim">
    <h2 id="aim">Whom it hits</h2>
    <form class="row" method="get" action="/faults">
      <input type="hidden" name="tenant" value="${tenant.id}" />
      <label
        >Faults of lists and groups hit
        <select name="group">
          <option value="">every group</option>
          ${groupChoices(tenant, aim?.id)}
        </select></label
      >
      <button>Choose</button>
    </form>
    <p class="dim">Holds for what is turned on from now on.</p>
  </section>`;
}

function credentialRows(tenant: Tenant, back: string): Html[] {
  return [
    row(
      `Graph refuses every token issued to ${tenant.name} so far`,
      "One new token, and the run succeeds.",
      action("expire-tokens", "Refuse", { tenantId: tenant.id }, back),
    ),
    row(
      "A new signing key, the old one stays published",
      "Nobody notices: the server fetches the new key when it first meets it.",
      action("roll-keys", ACTS["roll-keys"].label, {}, back),
    ),
    row(
      "A new signing key, the old one withdrawn",
      "Tokens of the old key are refused once the server has looked, and people get new ones.",
      action("roll-keys", ACTS["withdraw-key"].label, { removeOld: "true" }, back),
    ),
    html`<p class="dim">
      Withdraw the consent, or one permission of it, under <a href="/?tenant=${tenant.id}">People and groups</a>.
    </p>`,
  ];
}

const hides = (group: Group): Html => html`<bdi>${group.displayName}</bdi> hides its members`;

function hiddenRow(group: Group | undefined, back: string): Html {
  if (!group) return html`<p class="dim">Choose a group above to make it hide its members.</p>`;
  const isHidden = group.visibility === "HiddenMembership";
  const operation = isHidden ? "show-members" : "hide-members";
  return row(
    hides(group),
    "Nobody is disabled anywhere, the health of the import names the group, and it cannot be chosen any more.",
    flip(operation, isHidden, { groupId: group.id }, back, `${group.displayName} hides its members`),
  );
}
