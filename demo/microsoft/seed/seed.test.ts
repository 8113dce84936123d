import { describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID, GROUPS, PEOPLE } from "../registration.js";
import { transitiveMembers } from "../state/members.js";
import type { Tenant } from "../state/model.js";
import { seedTenants } from "./seed.js";

const tenants = seedTenants();

function tenantOf(id: string): Tenant {
  const tenant = tenants.get(id);
  if (!tenant) throw new Error(`no tenant ${id}`);
  return tenant;
}

const contoso = tenantOf(CONTOSO_TENANT_ID);
const people = [...contoso.people.values()];

describe("the seed", () => {
  it("is the same every time", () => {
    expect(seedTenants()).toEqual(tenants);
  });

  it("has 1,240 people and 24 groups at Contoso, 35 and 4 at Fabrikam", () => {
    expect([contoso.people.size, contoso.groups.size]).toEqual([1240, 24]);
    expect([tenantOf(FABRIKAM_TENANT_ID).people.size, tenantOf(FABRIKAM_TENANT_ID).groups.size]).toEqual([35, 4]);
  });

  it("has everybody and every group that others call by name", () => {
    const all = [...tenants.values()];

    for (const id of Object.values(PEOPLE)) expect(all.some((tenant) => tenant.people.has(id))).toBe(true);
    for (const id of Object.values(GROUPS)) expect(all.some((tenant) => tenant.groups.has(id))).toBe(true);
  });

  it("has the people that a sync stumbles over", () => {
    expect(people.filter((person) => !person.accountEnabled)).toHaveLength(25);
    expect(people.filter((person) => person.userType === "Guest")).toHaveLength(40);
    expect(people.filter((person) => person.home !== null)).toHaveLength(8);
    expect(people.filter((person) => person.mail === null)).toHaveLength(18);
    expect(people.filter((person) => person.userType === null)).toHaveLength(1);
    expect(people.filter((person) => person.mail?.toLowerCase() === "frontdesk@contoso.example")).toHaveLength(2);
    expect(people.some((person) => /\p{Script=Arabic}/u.test(person.displayName))).toBe(true);
    expect(people.some((person) => /\p{Script=Hebrew}/u.test(person.displayName))).toBe(true);
    expect(people.some((person) => person.displayName.length > 200 && person.displayName.length <= 256)).toBe(true);
  });

  it("gives each user name to one person only", () => {
    expect(new Set(people.map((person) => person.userPrincipalName.toLowerCase())).size).toBe(people.length);
  });

  it("names no group member that is not there", () => {
    for (const tenant of tenants.values()) {
      for (const group of tenant.groups.values()) {
        const unknown = [...group.members].filter(
          (id) => !tenant.people.has(id) && !tenant.groups.has(id) && !tenant.others.has(id),
        );

        expect(unknown).toEqual([]);
      }
    }
  });

  it("has a group of more than 999, an empty one, a hidden one, a dynamic one and a cycle", () => {
    const group = (id: string) => contoso.groups.get(id);
    const north = group(GROUPS.projectNorth);

    expect(group(GROUPS.allEmployees)?.members.size).toBeGreaterThan(999);
    expect(group(GROUPS.welcomeTeam)?.members.size).toBe(0);
    expect(group(GROUPS.board)).toMatchObject({ visibility: "HiddenMembership", groupTypes: ["Unified"] });
    expect(group(GROUPS.design)).toMatchObject({
      groupTypes: ["DynamicMembership"],
      membershipRuleProcessingState: "On",
    });
    expect(north?.members).toContain(GROUPS.projectSouth);
    expect(group(GROUPS.projectSouth)?.members).toContain(GROUPS.projectNorth);
    expect(north && transitiveMembers(contoso, north).length).toBeGreaterThan(20);
  });
});
