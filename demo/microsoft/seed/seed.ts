import { CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID } from "../registration.js";
import type { Group, OtherObject, Person, Tenant } from "../state/model.js";
import { contosoGroups, CONTOSO_OTHERS } from "./contoso-groups.js";
import { contosoPeople, CONTOSO_DOMAINS } from "./contoso-people.js";
import { fabrikamGroups, fabrikamPeople, FABRIKAM_DOMAINS } from "./fabrikam.js";
import { randomFrom } from "./random.js";

/** Both tenants as on the first day; every call gives the same. Nobody has consented to anything yet. */
export function seedTenants(): Map<string, Tenant> {
  const random = randomFrom(20240229);
  const atFabrikam = fabrikamPeople(random);
  const atContoso = contosoPeople(random, atFabrikam);
  const contoso = tenant(
    CONTOSO_TENANT_ID,
    "Contoso",
    CONTOSO_DOMAINS,
    atContoso,
    contosoGroups(random, atContoso),
    CONTOSO_OTHERS,
  );
  const fabrikam = tenant(FABRIKAM_TENANT_ID, "Fabrikam", FABRIKAM_DOMAINS, atFabrikam, fabrikamGroups(atFabrikam), []);
  return new Map([contoso, fabrikam].map((each) => [each.id, each]));
}

function tenant(
  id: string,
  name: string,
  domains: [string, string],
  people: readonly Person[],
  groups: readonly Group[],
  others: readonly OtherObject[],
): Tenant {
  return {
    id,
    name,
    domains,
    people: new Map(people.map((person) => [person.id, person])),
    groups: new Map(groups.map((group) => [group.id, group])),
    others: new Map(others.map((other) => [other.id, { ...other }])),
    deletedPeople: new Map(),
    deletedGroups: new Map(),
    app: {
      servicePrincipal: "ABSENT",
      roles: [],
      grantedAt: null,
      grantedBy: null,
      oldTokensKeepRoles: false,
      tokenGeneration: 0,
    },
  };
}
