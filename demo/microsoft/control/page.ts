import type { Reply } from "../http/exchange.js";
import { html, type Html } from "../http/html.js";
import { APP_PERMISSIONS } from "../registration.js";
import { directGroupsOf } from "../state/members.js";
import type { Person, Tenant } from "../state/model.js";
import type { World } from "../world.js";
import { action } from "./action.js";
import { ACTS, type Act } from "./acts.js";
import { framed } from "./frame.js";
import { groupChoices, groupsCard } from "./groups-card.js";

const SHOWN = 12;

/** Everything that can be done to a pretend tenant, as forms; each posts to the call of the same name. */
export function controlPage(world: World, tenant: Tenant, query: URLSearchParams): Reply {
  const { directory } = world;
  const find = query.get("find") ?? "";
  const chosenGroup = tenant.groups.get(query.get("group") ?? "");
  const back = `/?${new URLSearchParams({ tenant: tenant.id, find, ...(chosenGroup ? { group: chosenGroup.id } : {}) }).toString()}`;
  const found = directory.people({
    tenantId: tenant.id,
    search: find,
    ...(chosenGroup ? { groupId: chosenGroup.id } : {}),
  });

  const content = html`<p class="dim">
      ${tenant.people.size} people, ${tenant.groups.size} groups in ${tenant.name}. Tenant id <code>${tenant.id}</code>.
      ${countersLine(world)}
    </p>
    <div class="grid">${hireCard(tenant, back)} ${consentCard(tenant, back)}</div>
    <section class="card" aria-labelledby="people">
      <h2 id="people">People</h2>
      <form class="row" method="get" role="search">
        <input type="hidden" name="tenant" value="${tenant.id}" />
        <label>Search people <input type="search" name="find" value="${find}" /></label>
        <label
          >In group
          <select name="group">
            <option value="">any</option>
            ${groupChoices(tenant, chosenGroup?.id)}
          </select></label
        >
        <button>Search</button>
      </form>
      <table>
        <thead>
          <tr>
            <th>Person</th>
            <th>Groups</th>
            <th>Change</th>
          </tr>
        </thead>
        <tbody>
          ${found.slice(0, SHOWN).map((person) => personRow(tenant, person, back))}
        </tbody>
      </table>
      <p class="dim">
        ${found.length > SHOWN ? `${String(found.length - SHOWN)} more: search.` : `${String(found.length)} found.`}
      </p>
    </section>
    <div class="grid">
      ${groupsCard(world, tenant, chosenGroup, back)} ${deletedCard(world, tenant, back)} ${resetCard()}
    </div>`;
  return framed(world, { tenant, place: "/", done: query.get("done") }, content);
}

function countersLine({ counters }: World): string {
  const { graphRequests, batchParts, writes } = counters;
  return `Asked of Graph since the start: ${String(graphRequests)} requests, ${String(batchParts.length)} parts in batches. Attempts to write: ${String(writes)}.`;
}

function personRow(tenant: Tenant, person: Person, back: string): Html {
  const { id, displayName, userPrincipalName, mail, accountEnabled } = person;
  const groups = directGroupsOf(tenant, id);
  return html`<tr>
    <td class="wrap">
      <b><bdi>${displayName}</bdi></b
      ><br /><small
        >${mail ?? `no mail, ${userPrincipalName}`}<br />${[person.department, person.userType === "Guest" ? "guest" : null, accountEnabled ? null : "blocked"].filter(Boolean).join(" · ")}</small
      >
    </td>
    <td>
      ${groups.map((group) => html`<div><bdi>${group.displayName}</bdi> ${group.dynamicDepartment === null ? action("remove-from-group", ACTS.leave.label, { groupId: group.id, memberId: id }, back) : null}</div>`)}
      <form class="row" method="post" action="/control/add-to-group">
        <input type="hidden" name="memberId" value="${id}" /><input type="hidden" name="back" value="${back}" />
        <select name="groupId" aria-label="Group to add ${displayName} to">
          ${groupChoices(tenant)}</select
        ><button>Add</button>
      </form>
      <form class="row" method="post" action="/control/move">
        <input type="hidden" name="personId" value="${id}" /><input type="hidden" name="back" value="${back}" />
        <select name="from" aria-label="Group to move ${displayName} from">
          <option value="">all groups</option>
          ${groupChoices(tenant)}
        </select>
        <select name="to" aria-label="Group to move ${displayName} to">
          ${groupChoices(tenant)}</select
        ><button>Move</button>
      </form>
    </td>
    <td>
      <form class="row" method="post" action="/control/rename">
        <input type="hidden" name="personId" value="${id}" /><input type="hidden" name="back" value="${back}" />
        <input name="displayName" value="${displayName}" aria-label="New name of ${displayName}" /><button>
          Rename
        </button>
      </form>
      ${accountEnabled ? action("block", "Block", { personId: id }, back) : action("unblock", "Unblock", { personId: id }, back)}
      ${action("remove", "Delete", { personId: id }, back, true)}
    </td>
  </tr>`;
}

function hireCard(tenant: Tenant, back: string): Html {
  return html`<section class="card" aria-labelledby="hire">
    <h2 id="hire">Hire a person</h2>
    <form method="post" action="/control/hire">
      <input type="hidden" name="tenantId" value="${tenant.id}" /><input type="hidden" name="back" value="${back}" />
      <p>
        <label>Name of the new person <input name="displayName" required maxlength="256" /></label>
      </p>
      <p>
        <label>Department <input name="department" /></label>
      </p>
      <p>
        <label
          >Into group
          <select name="groupIds">
            <option value="">none</option>
            ${groupChoices(tenant)}
          </select></label
        >
      </p>
      <p>
        <label
          >Kind
          <select name="userType">
            <option value="Member">Member</option>
            <option value="Guest">Guest</option>
          </select></label
        >
      </p>
      <button class="main">Hire</button>
    </form>
  </section>`;
}

function consentCard({ id: tenantId, app }: Tenant, back: string): Html {
  const state = { PRESENT: "is there", ABSENT: "is not there", DISABLED: "is disabled" }[app.servicePrincipal];
  const withdraw = (act: Act, fields: Record<string, string>): Html =>
    html`<p>${action("withdraw-consent", ACTS[act].label, { tenantId, ...fields }, back, true)}</p>`;
  return html`<section class="card" aria-labelledby="consent">
    <h2 id="consent">Consent to Rollcall</h2>
    <p>
      The application ${state}. Permissions:
      ${app.roles.length > 0 ? app.roles.join(", ") : "none"}.${app.grantedBy === null ? "" : ` Last granted by ${app.grantedBy}.`}
    </p>
    <p>${action("grant-consent", ACTS.grant.label, { tenantId }, back)}</p>
    ${withdraw("withdraw-both", { how: "PERMISSION_REMOVED" })}
    ${APP_PERMISSIONS.map((permission) => withdraw(`withdraw-${permission}`, { how: "PERMISSION_REMOVED", permission }))}
    ${withdraw("delete-application", { how: "REMOVED" })} ${withdraw("disable-application", { how: "DISABLED" })}
  </section>`;
}

function deletedCard(world: World, tenant: Tenant, back: string): Html {
  const deleted = world.directory.deletedPeople(tenant.id);
  const row = ({ id, displayName }: Person): Html =>
    html`<p>
      <bdi>${displayName}</bdi> ${action("restore", "Restore", { personId: id }, back)}
      ${action("remove", "Delete for good", { personId: id, permanently: "true" }, back, true)}
    </p>`;
  return html`<section class="card" aria-labelledby="deleted">
    <h2 id="deleted">Deleted people</h2>
    ${deleted.length > 0 ? deleted.map(row) : html`<p class="dim">Nobody.</p>`}
  </section>`;
}

function resetCard(): Html {
  return html`<section class="card" aria-labelledby="reset">
    <h2 id="reset">Start over</h2>
    <p>Puts both tenants back to their first day: people, groups and consent.</p>
    ${action("reset", "Reset everything", {}, "/", true)}
  </section>`;
}
