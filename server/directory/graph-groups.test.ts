import { describe, expect, it } from "vitest";
import { CLIENT_ID, CLIENT_SECRET, CONTOSO_TENANT_ID, GROUPS } from "../../demo/microsoft/registration.js";
import { startMicrosoft } from "../../demo/microsoft/server.js";
import { idsOf, NOBODY, pretendTenant, valueOf } from "./pretend-tenant.fixture.js";

const tenant = pretendTenant({
  start: () => startMicrosoft(),
  clientId: CLIENT_ID,
  clientSecret: CLIENT_SECRET,
  tenantId: CONTOSO_TENANT_ID,
});

/** A group with one new person in it. */
function newGroup(displayName: string): string {
  const { directory } = tenant.microsoft;
  const { id: groupId } = directory.createGroup({ displayName, tenantId: CONTOSO_TENANT_ID });
  directory.addToGroup({ groupId, memberId: directory.hire({ displayName: `${displayName} Member` }).id });
  return groupId;
}

describe("finding groups", () => {
  it("lists them all with kind, visibility and number of members", async () => {
    const first = valueOf(await tenant.contoso.findGroups({ search: "", pageSize: 10, continuation: null }));
    const groups = [...first.groups];
    for (let next = first.next; next !== null;) {
      const page = valueOf(await tenant.contoso.findGroups({ search: "", pageSize: 10, continuation: next }));
      groups.push(...page.groups);
      next = page.next;
    }

    expect(idsOf(groups)).toEqual(idsOf(tenant.microsoft.directory.groups(CONTOSO_TENANT_ID)));
    const byId = new Map(groups.map((group) => [group.id, group]));
    expect(byId.get(GROUPS.board)).toMatchObject({ hiddenMembership: true, kind: "MICROSOFT_365" });
    expect(byId.get(GROUPS.design)).toMatchObject({ dynamic: true });
    expect(byId.get(GROUPS.welcomeTeam)).toMatchObject({ memberCount: 0 });
    expect(byId.get(GROUPS.sales)).toMatchObject({
      kind: "SECURITY",
      memberCount: tenant.microsoft.directory.memberIds(GROUPS.sales).length,
    });
  });

  it("finds by a word of the name", async () => {
    const { groups } = valueOf(
      await tenant.contoso.findGroups({ search: "employees", pageSize: 10, continuation: null }),
    );

    expect(groups.map(({ displayName }) => displayName)).toEqual(["All employees"]);
  });

  it("looks up those that exist here and leaves out the others", async () => {
    const ids = [GROUPS.sales, NOBODY, "no-guid", GROUPS.fabrikamEveryone, GROUPS.board];

    const groups = valueOf(await tenant.contoso.lookUpGroups(ids));

    expect(groups.map(({ id }) => id)).toEqual([GROUPS.sales, GROUPS.board]);
  });

  it("refuses a continuation that is not of the groups", async () => {
    const continuation = "https://graph.microsoft.com/v1.0/users?$skiptoken=x";

    expect(await tenant.contoso.findGroups({ search: "", pageSize: 10, continuation })).toMatchObject({
      problem: { code: "CURSOR_INVALID" },
    });
  });
});

describe("reading groups", () => {
  it("reads a group of more than 999 to its end", async () => {
    const progress: number[] = [];

    const [read] = valueOf(
      await tenant.contoso.readGroups([GROUPS.allEmployees], {
        nested: false,
        onPage: (people) => progress.push(people),
      }),
    );

    expect(read).toMatchObject({ outcome: "COMPLETE", groupId: GROUPS.allEmployees });
    expect(idsOf(read?.people ?? [])).toEqual(tenant.peopleOf(GROUPS.allEmployees));
    expect(progress).toEqual([999, read?.people.length]);
  });

  it("F49: reads through nested groups and round a cycle, or leaves them out when told", async () => {
    const ids = [GROUPS.projectNorth, GROUPS.productAndTechnology];

    const nested = valueOf(await tenant.contoso.readGroups(ids, { nested: true }));
    const direct = valueOf(await tenant.contoso.readGroups(ids, { nested: false }));

    expect([...nested, ...direct].map(({ outcome }) => outcome)).toEqual(Array(4).fill("COMPLETE"));
    const both = new Set([...tenant.peopleOf(GROUPS.projectNorth), ...tenant.peopleOf(GROUPS.projectSouth)]);
    expect(idsOf(nested[0]?.people ?? [])).toEqual([...both].sort());
    expect(idsOf(direct[0]?.people ?? [])).toEqual(tenant.peopleOf(GROUPS.projectNorth));
    expect(nested[1]?.people.length).toBeGreaterThan(direct[1]?.people.length ?? Infinity);
  });

  it("F48: counts a device and a contact beside the people", async () => {
    const [read] = valueOf(await tenant.contoso.readGroups([GROUPS.reception], { nested: true }));

    expect(read).toMatchObject({ outcome: "COMPLETE", others: 2 });
    expect(read?.people).toHaveLength(4);
  });

  it("F10: says which group is gone, and reads the others", async () => {
    tenant.microsoft.directory.deleteGroup({ groupId: GROUPS.legal });

    const reads = valueOf(
      await tenant.contoso.readGroups([GROUPS.legal, GROUPS.sales, "no-guid", NOBODY], { nested: true }),
    );

    expect(reads.map(({ outcome }) => outcome)).toEqual(["NOT_FOUND", "COMPLETE", "NOT_FOUND", "NOT_FOUND"]);
  });

  it("F50: calls nobody enabled, blocked, member or guest of whom only the id is readable", async () => {
    tenant.microsoft.directory.withdrawConsent({
      tenantId: CONTOSO_TENANT_ID,
      how: "PERMISSION_REMOVED",
      permission: "User.Read.All",
    });

    const [read] = valueOf(await tenant.contoso.readGroups([GROUPS.sales], { nested: true }));

    expect(read).toMatchObject({ outcome: "INCOMPLETE", because: expect.stringContaining("User.Read.All") as string });
    expect(read?.people.every(({ accountEnabled, kind }) => accountEnabled === null && kind === null)).toBe(true);
    expect(idsOf(read?.people ?? [])).toEqual(tenant.peopleOf(GROUPS.sales));
  });

  it.each(["REMOVED", "DISABLED", "PERMISSION_REMOVED"] as const)(
    "F8: is one problem of the tenant when the consent was %s",
    async (how) => {
      tenant.microsoft.directory.withdrawConsent({ tenantId: CONTOSO_TENANT_ID, how });

      const answer = await tenant.contoso.readGroups([GROUPS.sales, GROUPS.legal], { nested: true });

      expect(answer).toMatchObject({ ok: false, problem: { code: "CONSENT_MISSING" } });
    },
  );

  it.each([
    [20, 1],
    [21, 2],
    [40, 2],
  ])("N7: reads %i groups of a page each with %i requests", async (groups, requests) => {
    const ids = Array.from({ length: groups }, (_, number) => newGroup(`Team ${String(number)}`));
    await tenant.contoso.prove();
    tenant.microsoft.counters.clear();

    const reads = valueOf(await tenant.contoso.readGroups(ids, { nested: true }));

    expect(reads.map(({ groupId, outcome }) => [groupId, outcome])).toEqual(ids.map((id) => [id, "COMPLETE"]));
    expect(reads.every(({ people }) => people.length === 1)).toBe(true);
    expect(tenant.microsoft.counters.graphRequests).toBe(requests);
  });

  it("N7: asks for what goes on behind a first page, and for nothing else, by itself", async () => {
    const others = Array.from({ length: 19 }, (_, number) => newGroup(`Team ${String(number)}`));
    await tenant.contoso.prove();
    tenant.microsoft.counters.clear();

    const reads = valueOf(await tenant.contoso.readGroups([GROUPS.allEmployees, ...others], { nested: true }));

    expect(reads.map(({ outcome }) => outcome)).toEqual(Array(20).fill("COMPLETE"));
    expect(idsOf(reads[0]?.people ?? [])).toEqual(tenant.peopleOf(GROUPS.allEmployees));
    expect(tenant.microsoft.counters.graphRequests).toBe(2);
  });

  it("stops when told, and then no group is complete that was not read", async () => {
    const stop = new AbortController();

    const answer = await tenant.contoso.readGroups([GROUPS.allEmployees, GROUPS.sales], {
      nested: true,
      signal: stop.signal,
      onPage: () => {
        stop.abort();
      },
    });

    expect(valueOf(answer).find(({ groupId }) => groupId === GROUPS.allEmployees)).toMatchObject({
      outcome: "INCOMPLETE",
    });
  });

  it("reads no groups as no groups", async () => {
    expect(valueOf(await tenant.contoso.readGroups([], { nested: true }))).toEqual([]);
  });
});

it("has never asked Microsoft to write anything", () => {
  expect(tenant.microsoft.counters.writes).toBe(0);
});
