import { html, type Html } from "../http/html.js";
import { findObject } from "../state/members.js";
import type { Group, Tenant } from "../state/model.js";
import type { World } from "../world.js";
import { action } from "./action.js";
import { ACTS } from "./acts.js";

export function groupChoices(tenant: Tenant, chosenId?: string): Html[] {
  const groups = [...tenant.groups.values()].sort((a, b) => a.displayName.localeCompare(b.displayName, "en"));
  return groups.map(
    (group) =>
      html`<option value="${group.id}" ${group.id === chosenId ? { html: "selected" } : null}>
        ${group.displayName}
      </option>`,
  );
}

/** Make groups, and change the one that the people's filter has chosen. */
export function groupsCard(world: World, tenant: Tenant, chosen: Group | undefined, back: string): Html {
  return html`<section class="card" aria-labelledby="groups">
    <h2 id="groups">Groups</h2>
    <form method="post" action="/control/create-group">
      <input type="hidden" name="tenantId" value="${tenant.id}" /><input type="hidden" name="back" value="${back}" />
      <p>
        <label>Name of the new group <input name="displayName" required maxlength="256" /></label>
      </p>
      <p>
        <label
          >Kind
          <select name="kind">
            <option value="SECURITY">Security</option>
            <option value="MICROSOFT_365">Microsoft 365</option>
            <option value="DISTRIBUTION">Distribution</option>
          </select>
        </label>
      </p>
      <button>Create group</button>
    </form>
    ${chosen ? chosenGroup(world, tenant, chosen, back) : html`<p class="dim">Choose a group in the search above to rename or delete it, or to nest others in it.</p>`}
  </section>`;
}

function chosenGroup({ directory }: World, tenant: Tenant, group: Group, back: string): Html {
  const inside = directory.memberIds(group.id).flatMap((id) => {
    const member = findObject(tenant, id);
    return member && member.type !== "user" ? [member] : [];
  });
  return html`<h2><bdi>${group.displayName}</bdi></h2>
    <p class="dim">${directory.memberIds(group.id).length} direct members. Group id <code>${group.id}</code></p>
    <form class="row" method="post" action="/control/rename-group">
      <input type="hidden" name="groupId" value="${group.id}" /><input type="hidden" name="back" value="${back}" />
      <label>New name <input name="displayName" value="${group.displayName}" required /></label
      ><button>Rename group</button>
    </form>
    ${inside.map((member) => html`<p><bdi>${member.value.displayName}</bdi> (${member.type}) ${action("remove-from-group", "Remove", { groupId: group.id, memberId: member.value.id }, back)}</p>`)}
    <form class="row" method="post" action="/control/add-to-group">
      <input type="hidden" name="groupId" value="${group.id}" /><input type="hidden" name="back" value="${back}" />
      <label
        >Group to nest in it
        <select name="memberId">
          ${groupChoices(tenant)}
        </select></label
      ><button>Nest</button>
    </form>
    ${group.dynamicDepartment === null ? action("half-leave", ACTS["half-leave"].label, { groupId: group.id }, back, true) : null}
    ${action("delete-group", ACTS["delete-group"].label, { groupId: group.id }, `/?tenant=${tenant.id}`, true)}`;
}
