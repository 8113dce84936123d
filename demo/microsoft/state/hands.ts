import type { Group, Person, State, Tenant } from "./model.js";

/** What every operation works on. */
export interface Hands {
  state: State;
  now: () => Date;
  changed: () => void;
}

/** What a caller asked for cannot be done; the words are for the person at the control page. */
export class ControlProblem extends Error {}

export function tenantOf(state: State, tenantId: string): Tenant {
  const tenant = state.tenants.get(tenantId);
  if (!tenant) throw new ControlProblem(`There is no tenant ${tenantId}.`);
  return tenant;
}

export function tenantOfPerson(state: State, personId: string): { tenant: Tenant; person: Person } {
  for (const tenant of state.tenants.values()) {
    const person = tenant.people.get(personId);
    if (person) return { tenant, person };
  }
  throw new ControlProblem(`There is no person ${personId}.`);
}

export function tenantOfGroup(state: State, groupId: string): { tenant: Tenant; group: Group } {
  for (const tenant of state.tenants.values()) {
    const group = tenant.groups.get(groupId);
    if (group) return { tenant, group };
  }
  throw new ControlProblem(`There is no group ${groupId}.`);
}
