import { describe, expect, it } from "vitest";
import { CLIENT_ID, CLIENT_SECRET, CONTOSO_TENANT_ID, GROUPS, PEOPLE } from "../../demo/microsoft/registration.js";
import { startMicrosoft } from "../../demo/microsoft/server.js";
import { NOBODY, pretendTenant, valueOf } from "./pretend-tenant.fixture.js";

const tenant = pretendTenant({
  start: () => startMicrosoft(),
  clientId: CLIENT_ID,
  clientSecret: CLIENT_SECRET,
  tenantId: CONTOSO_TENANT_ID,
});

const lookAt = async (personId: string, nested = true) =>
  valueOf(await tenant.contoso.lookAgain([personId], { nested })).get(personId);

/** The groups a person is in, as the look tells them; empty for somebody who was not found. */
async function groupsOf(personId: string, options: { readonly nested: boolean }): Promise<readonly string[]> {
  const look = await lookAt(personId, options.nested);
  return look?.found === "PRESENT" ? [...look.groupIds] : [];
}

const hire = (...groupIds: string[]) => tenant.microsoft.directory.hire({ displayName: "Nova Hire", groupIds });

describe("a second look", () => {
  it("R5: tells who is enabled, blocked, a guest, and of whom Microsoft does not say", async () => {
    const unsaid = tenant.microsoft.directory.hire({ displayName: "Very Old", userType: null });
    const ids = [PEOPLE.alex, PEOPLE.johanna, PEOPLE.priyaAtContoso, unsaid.id];

    const looks = valueOf(await tenant.contoso.lookAgain(ids, { nested: true }));

    expect(ids.map((id) => looks.get(id))).toMatchObject([
      { found: "PRESENT", accountEnabled: true, kind: "MEMBER" },
      { found: "PRESENT", accountEnabled: false, kind: "MEMBER" },
      { found: "PRESENT", accountEnabled: true, kind: "GUEST" },
      { found: "PRESENT", accountEnabled: true, kind: null },
    ]);
  });

  it("R5: tells who is deleted, gone, of another company, and who was never an id at all", async () => {
    const [deleted, purged] = [hire(GROUPS.sales), hire(GROUPS.sales)];
    tenant.microsoft.directory.remove({ personId: deleted.id });
    tenant.microsoft.directory.remove({ personId: purged.id, permanently: true });
    const ids = [deleted.id, purged.id, NOBODY, PEOPLE.nestor, "../users", "alex@contoso.example", ""];

    const looks = valueOf(await tenant.contoso.lookAgain(ids, { nested: true }));

    expect([...looks]).toEqual([
      [deleted.id, { found: "DELETED" }],
      [purged.id, { found: "GONE" }],
      ...ids.slice(2).map((id) => [id, { found: "GONE" }]),
    ]);
  });

  it("finds somebody again who was restored, in the groups they had", async () => {
    const person = hire(GROUPS.sales);
    tenant.microsoft.directory.remove({ personId: person.id });
    tenant.microsoft.directory.restore({ personId: person.id });

    expect(await groupsOf(person.id, { nested: false })).toEqual([GROUPS.sales]);
  });

  it("lists the groups that hold somebody through other groups, or leaves them out when told", async () => {
    const person = hire(GROUPS.engineering);

    expect((await groupsOf(person.id, { nested: true })).toSorted()).toEqual(
      [GROUPS.engineering, GROUPS.productAndTechnology].sort(),
    );
    expect(await groupsOf(person.id, { nested: false })).toEqual([GROUPS.engineering]);
  });

  it("F49: lists both of two groups that hold each other", async () => {
    const person = hire(GROUPS.projectSouth);

    expect((await groupsOf(person.id, { nested: true })).toSorted()).toEqual(
      [GROUPS.projectNorth, GROUPS.projectSouth].sort(),
    );
  });

  it("takes no directory role for a group", async () => {
    const held = await groupsOf(PEOPLE.adele, { nested: false });

    const known = tenant.microsoft.directory.groups(CONTOSO_TENANT_ID).map(({ id }) => id);
    expect(held.length > 0 && held.every((id) => known.includes(id))).toBe(true);
    expect(tenant.microsoft.directory.person(PEOPLE.adele)?.roles).not.toEqual([]);
  });

  it("reads the groups of somebody who is in more than 999 of them to the end", async () => {
    const person = hire();
    const created = Array.from({ length: 1_001 }, (_, number) =>
      tenant.microsoft.directory.createGroup({ displayName: `Club ${String(number)}`, memberIds: [person.id] }),
    );
    await tenant.contoso.prove();
    tenant.microsoft.counters.clear();

    const held = await groupsOf(person.id, { nested: true });

    expect(new Set(held)).toEqual(new Set(created.map(({ id }) => id)));
    expect(tenant.microsoft.counters.graphRequests).toBe(2);
  });
});

describe("what a second look asks", () => {
  it("R5: is two plain questions about each person, and a third about whoever is not there", async () => {
    tenant.microsoft.counters.clear();

    await tenant.contoso.lookAgain([PEOPLE.alex, NOBODY, "no-guid"], { nested: true });
    await tenant.contoso.lookAgain([PEOPLE.alex], { nested: false });

    const fields = "?$select=id,accountEnabled,userType";
    expect(tenant.microsoft.counters.batchParts.map(({ path }) => path)).toEqual([
      `/v1.0/users/${PEOPLE.alex}${fields}`,
      `/v1.0/users/${PEOPLE.alex}/transitiveMemberOf?$select=id&$top=999`,
      `/v1.0/users/${NOBODY}${fields}`,
      `/v1.0/users/${NOBODY}/transitiveMemberOf?$select=id&$top=999`,
      `/v1.0/directory/deletedItems/${NOBODY}?$select=id`,
      `/v1.0/users/${PEOPLE.alex}${fields}`,
      `/v1.0/users/${PEOPLE.alex}/memberOf?$select=id&$top=999`,
    ]);
  });

  it.each([0, 1, 10, 11, 95])("takes a request for every ten of %i people", async (howMany) => {
    const people = tenant.microsoft.directory.people({ tenantId: CONTOSO_TENANT_ID, limit: howMany + 1 });
    const ids = people.slice(0, howMany).map(({ id }) => id);
    await tenant.contoso.prove();
    tenant.microsoft.counters.clear();

    const looks = valueOf(await tenant.contoso.lookAgain([...ids, ...ids], { nested: true }));

    expect([...looks.keys()]).toEqual(ids);
    expect([...looks.values()].every(({ found }) => found === "PRESENT")).toBe(true);
    expect(tenant.microsoft.counters.graphRequests).toBe(Math.ceil(howMany / 10));
  });
});

describe("a second look without the consent", () => {
  it.each([
    { how: "REMOVED" },
    { how: "DISABLED" },
    { how: "PERMISSION_REMOVED" },
    { how: "PERMISSION_REMOVED", permission: "User.Read.All" },
  ] as const)("F8: is one problem and nobody's in particular when it is %o", async (withdrawal) => {
    tenant.microsoft.directory.withdrawConsent({ tenantId: CONTOSO_TENANT_ID, ...withdrawal });

    const answer = await tenant.contoso.lookAgain([PEOPLE.alex, PEOPLE.megan], { nested: true });

    expect(answer).toMatchObject({ ok: false, problem: { code: "CONSENT_MISSING" } });
  });
});

it("has never asked Microsoft to write anything", () => {
  expect(tenant.microsoft.counters.writes).toBe(0);
});
