import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CLIENT_SECRET, CONTOSO_TENANT_ID, GROUPS, PEOPLE } from "../registration.js";
import { startMicrosoft, type PretendMicrosoft } from "../server.js";
import { escape } from "../http/html.js";
import { ask, control, GRAPH } from "../testing/client.js";
import { newCertificate } from "../testing/certificate.js";

let microsoft: PretendMicrosoft;

beforeAll(async () => {
  microsoft = await startMicrosoft();
});
beforeEach(() => {
  microsoft.directory.reset();
  microsoft.faults.clear();
});
afterAll(() => microsoft.close());

const get = async (path: string): Promise<unknown> => (await fetch(`${microsoft.url}${path}`)).json();

const post = (operation: string, input: object, headers: Record<string, string> = {}) =>
  control(microsoft, operation, input, headers);

function submit(operation: string, fields: Record<string, string>): Promise<Response> {
  const init = {
    method: "POST",
    redirect: "manual",
    headers: { "sec-fetch-site": "same-origin" },
    body: new URLSearchParams(fields),
  } as const;
  return fetch(`${microsoft.url}/control/${operation}`, init);
}

describe("the HTTP calls", () => {
  it("hire, move, rename, block, delete and restore a person", async () => {
    const hired = await post("hire", { displayName: "Nova Hire", department: "Sales", groupIds: [GROUPS.sales] });
    const personId = (hired.json as { id: string }).id;
    await post("move", { personId, from: GROUPS.sales, to: GROUPS.legal });
    await post("rename", { personId, displayName: "Nova Newname", mail: null });
    await post("block", { personId });

    expect(microsoft.directory.person(personId)).toMatchObject({
      displayName: "Nova Newname",
      mail: null,
      accountEnabled: false,
      department: "Sales",
    });
    expect(microsoft.directory.memberIds(GROUPS.sales)).not.toContain(personId);
    expect(microsoft.directory.memberIds(GROUPS.legal)).toContain(personId);

    await post("remove", { personId });
    expect(microsoft.directory.person(personId)).toBeUndefined();
    expect(await get(`/control/deleted?tenantId=${CONTOSO_TENANT_ID}`)).toMatchObject([{ id: personId }]);

    await post("restore", { personId });
    expect(microsoft.directory.memberIds(GROUPS.legal)).toContain(personId);
  });

  it("make, fill, empty, rename, delete and restore a group", async () => {
    const made = await post("create-group", { displayName: "Climbers", memberIds: [PEOPLE.alex] });
    const groupId = (made.json as { id: string }).id;
    await post("add-to-group", { groupId, memberId: PEOPLE.megan });
    await post("remove-from-group", { groupId, memberId: PEOPLE.alex });
    await post("rename-group", { groupId, displayName: "Boulderers" });

    expect(microsoft.directory.memberIds(groupId)).toEqual([PEOPLE.megan]);
    expect(microsoft.directory.group(groupId)?.displayName).toBe("Boulderers");

    await post("half-leave", { groupId: GROUPS.legal });
    expect(microsoft.directory.memberIds(GROUPS.legal)).toHaveLength(5);
    expect((await post("half-leave", { groupId: GROUPS.design })).status).toBe(400);

    await post("delete-group", { groupId });
    expect(microsoft.directory.group(groupId)).toBeUndefined();

    await post("restore-group", { groupId });
    expect(microsoft.directory.memberIds(groupId)).toEqual([PEOPLE.megan]);
  });

  it("grant and withdraw consent, reset, and tell what is there", async () => {
    await post("grant-consent", {});
    expect(await get("/control/consent")).toMatchObject({
      servicePrincipal: "PRESENT",
      roles: ["User.Read.All", "GroupMember.Read.All"],
    });
    await post("withdraw-consent", { how: "PERMISSION_REMOVED", permission: "User.Read.All" });
    expect(await get("/control/consent")).toMatchObject({ roles: ["GroupMember.Read.All"] });
    await post("reset", {});

    expect(await get("/control/consent")).toMatchObject({ servicePrincipal: "ABSENT", roles: [] });
    expect(await get("/control/tenants")).toMatchObject([
      { name: "Contoso", people: 1240, groups: 24 },
      { name: "Fabrikam", people: 35 },
    ]);
    expect(await get("/control/people?search=adele%20v")).toMatchObject([{ id: PEOPLE.adele }]);
    expect(await get(`/control/people?groupId=${GROUPS.legal}`)).toHaveLength(10);
    expect(await get("/control/groups")).toHaveLength(28);
    expect(await get("/control/counters")).toEqual({ total: 0, graphRequests: 0, batchParts: 0, writes: 0 });
  });

  it("add, expire and remove the secrets and certificates of the registration", async () => {
    const { certificate, thumbprint } = newCertificate();
    await post("add-secret", { secret: "a-new-one" });
    await post("expire-secret", { secret: CLIENT_SECRET });
    const added = await post("add-certificate", { certificate });

    expect(added.json).toEqual({ thumbprint, certificate });
    expect(await get("/control/credentials")).toEqual({
      secrets: [
        { secret: CLIENT_SECRET, expiresAt: expect.stringMatching(/Z$/) as string },
        { secret: "a-new-one", expiresAt: null },
      ],
      certificates: [{ thumbprint, certificate }],
    });

    await post("remove-secret", { secret: CLIENT_SECRET });
    await post("remove-certificate", { thumbprint });

    expect(await get("/control/credentials")).toEqual({
      secrets: [{ secret: "a-new-one", expiresAt: null }],
      certificates: [],
    });
  });

  it.each([
    ["hire", {}],
    ["hire", { displayName: "Twin", userPrincipalName: "adele.vance@contoso.example" }],
    ["hire", { displayName: "Lost", groupIds: [GROUPS.fabrikamEveryone] }],
    ["block", { personId: "nobody" }],
    ["add-to-group", { groupId: GROUPS.board, memberId: GROUPS.sales }],
    ["create-group", { displayName: "Odd", memberIds: ["nobody"] }],
    ["withdraw-consent", { how: "SOMEHOW" }],
    ["expire-secret", { secret: "unknown" }],
    ["add-certificate", { certificate: "no PEM" }],
    ["remove-certificate", { thumbprint: "unknown" }],
  ])("refuse %s with %o in words, and change nothing", async (operation, input) => {
    const before = structuredClone(microsoft.directory.tenants());

    const answer = await post(operation, input);

    expect(answer).toMatchObject({ status: 400, json: { error: expect.stringMatching(/\w/) as string } });
    expect(microsoft.directory.tenants()).toEqual(before);
  });

  it("turn everything off: faults, and groups that were told to hide their members", async () => {
    await post("fault", { action: { kind: "STATUS", status: 503 } });
    await post("switch", { name: "loop", groupId: GROUPS.legal });
    await post("hide-members", { groupId: GROUPS.legal });
    expect(await get("/control/switches")).toContainEqual(
      expect.objectContaining({ part: "Lists arrive broken", name: "loop", on: true, hits: 0 }),
    );

    await post("clear-faults", {});

    expect(await get("/control/faults")).toEqual([]);
    expect(microsoft.directory.group(GROUPS.legal)?.visibility).toBeNull();
    expect(microsoft.directory.group(GROUPS.board)?.visibility).toBe("HiddenMembership");
  });

  it("forget the faults at a reset", async () => {
    await post("fault", { action: { kind: "STATUS", status: 503 } });

    await post("reset", {});

    expect(await get("/control/faults")).toEqual([]);
  });

  it("refuse pages of other sites and strange host names", async () => {
    expect((await post("reset", {}, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await post("reset", {}, { origin: "https://evil.example" })).status).toBe(403);
    expect((await post("nonsense", {})).status).toBe(404);
    expect((await post("constructor", {})).status).toBe(404);
  });
});

describe("the control page", () => {
  it("shows the tenant's people with their groups, names as text", async () => {
    const found = await (await fetch(`${microsoft.url}/?find=bold`)).text();
    const inGroup = await (await fetch(`${microsoft.url}/?find=wilber&group=${GROUPS.sales}`)).text();

    expect(found).toContain("&lt;b&gt;Bold&lt;/b&gt;");
    expect(inGroup).toContain("Alex Wilber");
    expect(inGroup).toContain("<h2><bdi>Sales</bdi></h2>");
  });

  it("does what its forms say, leads back to where one was, and says what was done", async () => {
    const back = `/?tenant=${CONTOSO_TENANT_ID}&find=wilber`;

    const blocked = await submit("block", { personId: PEOPLE.alex, back });
    const elsewhere = await submit("reset", { back: "//evil.example" });

    expect(blocked.status).toBe(303);
    expect(blocked.headers.get("location")).toBe(`${back}&done=block`);
    expect(elsewhere.headers.get("location")).toBe("/?done=reset");
    expect(await (await fetch(`${microsoft.url}${back}&done=block`)).text()).toContain("Blocked.");
    expect(await (await fetch(`${microsoft.url}/?done=%3Cb%3E`)).text()).not.toContain('role="status"');
  });

  it("shows the person it hired, wherever one was", async () => {
    const answer = await submit("hire", {
      tenantId: CONTOSO_TENANT_ID,
      displayName: "Form Person",
      department: "",
      groupIds: "",
      userType: "Member",
      back: `/?tenant=${CONTOSO_TENANT_ID}&find=wilber&group=${GROUPS.sales}`,
    });

    const page = await (await fetch(`${microsoft.url}${answer.headers.get("location") ?? ""}`)).text();
    expect(page).toContain("Hired.");
    expect(page).toContain("form.person@contoso.example");
  });

  it("says on a page what did not work", async () => {
    const answer = await submit("hire", { displayName: "", back: "/" });

    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("That did not work");
  });
});

describe("the page of faults", () => {
  const show = async (query = ""): Promise<string> => (await fetch(`${microsoft.url}/faults${query}`)).text();

  it("turns a switch on for a group, tells how often it was met, and turns everything off", async () => {
    const back = `/faults?tenant=${CONTOSO_TENANT_ID}&group=${GROUPS.sales}`;

    const flipped = await submit("switch", { name: "group-gone", on: "true", groupId: GROUPS.sales, back });
    const on = await show();
    const [fault] = microsoft.faults.list();
    await ask(microsoft, `${GRAPH}/groups/${GROUPS.sales}`);
    const met = await show();
    await submit("clear-faults", { back });

    expect(flipped.headers.get("location")).toBe(`${back}&done=switch`);
    expect(fault?.fault.path).toContain(GROUPS.sales);
    expect(on).toContain("On, not met yet.");
    expect(met).toContain("On, met once.");
    expect(await show()).toContain("Nothing: Microsoft is well.");
  });

  it("shows what a program has set, as text", async () => {
    await post("fault", { query: "<b>x</b>", times: 1, action: { kind: "STATUS", status: 503, code: "<i>" } });

    const page = await show(`?tenant=${CONTOSO_TENANT_ID}`);

    expect(page).toContain("fault-");
    expect(page).toContain("&lt;b&gt;x&lt;/b&gt;");
    expect(page).not.toMatch(/<b>x|"<i>/);
  });

  it("has every switch, with what should happen then", async () => {
    const switches = (await get("/control/switches")) as { title: string; expect: string }[];

    const page = await show();

    expect(switches.length).toBeGreaterThan(35);
    for (const { title, expect: words } of switches) {
      expect(page).toContain(escape(title));
      expect(page).toContain(escape(words));
    }
  });

  it("is led to from the other page, which says how many are on", async () => {
    await post("switch", { name: "down" });

    const page = await (await fetch(`${microsoft.url}/`)).text();

    expect(page).toContain("Faults (1 on)");
    expect((await fetch(`${microsoft.url}/faults/more`)).status).toBe(404);
  });
});
