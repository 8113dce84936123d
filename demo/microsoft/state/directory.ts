import { seedTenants } from "../seed/seed.js";
import { membership, type Membership } from "./directory-groups.js";
import { consent, type Consent } from "./directory-consent.js";
import { credentials, firstCredentials, type Credentials } from "./directory-credentials.js";
import { lifecycle, type Lifecycle } from "./directory-people.js";
import { tenantOfGroup, type Hands } from "./hands.js";
import { memberIdsOf } from "./members.js";
import type { Group, Person, Tenant } from "./model.js";

/** Who moves people about in the pretend tenants: the control page, its HTTP calls and tests all use these. */
export interface Directory extends Lifecycle, Membership, Consent, Credentials {
  tenants(): Tenant[];
  /** Live people, by name; `search` looks at the name, mail and user name. */
  people(query?: { tenantId?: string; search?: string; groupId?: string; limit?: number }): Person[];
  person(personId: string): Person | undefined;
  deletedPeople(tenantId?: string): Person[];
  groups(tenantId?: string): Group[];
  group(groupId: string): Group | undefined;
  /** Ids of the direct members that are there now, of any kind. */
  memberIds(groupId: string): string[];
  /** Both tenants and the registration as on the first day. Signing keys stay: running servers know them. */
  reset(): void;
}

export function openDirectory(hands: Hands): Directory {
  const { state } = hands;
  const everywhere = (tenantId?: string): Tenant[] =>
    [...state.tenants.values()].filter((tenant) => tenantId === undefined || tenant.id === tenantId);

  return {
    ...lifecycle(hands),
    ...membership(hands),
    ...consent(hands),
    ...credentials(hands),
    tenants: () => everywhere(),
    person: (id) => everywhere().flatMap((tenant) => tenant.people.get(id) ?? [])[0],
    deletedPeople: (tenantId) => everywhere(tenantId).flatMap((tenant) => [...tenant.deletedPeople.values()]),
    groups: (tenantId) => everywhere(tenantId).flatMap((tenant) => [...tenant.groups.values()]),
    group: (id) => everywhere().flatMap((tenant) => tenant.groups.get(id) ?? [])[0],
    memberIds: (id) => {
      const { tenant, group } = tenantOfGroup(state, id);
      return [...memberIdsOf(tenant, group)].filter((member) => existsIn(tenant, member));
    },
    people: ({ tenantId, search = "", groupId, limit = Infinity } = {}) => {
      const inGroup = groupId === undefined ? undefined : tenantOfGroup(state, groupId);
      const members = inGroup && new Set(memberIdsOf(inGroup.tenant, inGroup.group));
      const words = search.trim().toLowerCase();
      return everywhere(tenantId)
        .flatMap((tenant) => [...tenant.people.values()])
        .filter((person) => (members?.has(person.id) ?? true) && matches(person, words))
        .sort((a, b) => a.displayName.localeCompare(b.displayName, "en") || (a.id < b.id ? -1 : 1))
        .slice(0, limit);
    },
    reset: () => {
      state.tenants = seedTenants();
      state.credentials = firstCredentials();
      state.writes = 0;
      hands.changed();
    },
  };
}

function existsIn(tenant: Tenant, id: string): boolean {
  return tenant.people.has(id) || tenant.groups.has(id) || tenant.others.has(id);
}

function matches(person: Person, words: string): boolean {
  return [person.displayName, person.mail, person.userPrincipalName].some(
    (text) => text?.toLowerCase().includes(words) === true,
  );
}
