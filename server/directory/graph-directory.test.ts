import { describe, expect, it } from "vitest";
import {
  CLIENT_ID,
  CLIENT_SECRET,
  CONTOSO_TENANT_ID,
  FABRIKAM_TENANT_ID,
  PEOPLE,
} from "../../demo/microsoft/registration.js";
import { startMicrosoft } from "../../demo/microsoft/server.js";
import type { PeoplePage, PeopleQuery } from "../use-cases/ports.js";
import { idsOf, NOBODY, pretendTenant, valueOf } from "./pretend-tenant.fixture.js";

const tenant = pretendTenant({
  start: () => startMicrosoft(),
  clientId: CLIENT_ID,
  clientSecret: CLIENT_SECRET,
  tenantId: CONTOSO_TENANT_ID,
});

const everybody: PeopleQuery = { search: "", department: "", kind: null, pageSize: 999, continuation: null };

describe("the consent", () => {
  it("is proven by a token and two reads, and brings the tenant's name", async () => {
    expect(valueOf(await tenant.contoso.prove())).toEqual({ tenantName: "Contoso" });
  });

  it.each([
    ["REMOVED", "APP_REMOVED"],
    ["DISABLED", "APP_DISABLED"],
    ["PERMISSION_REMOVED", "PERMISSION_REMOVED"],
  ] as const)("is missing at once when it was %s, and says that it was", async (how, trouble) => {
    valueOf(await tenant.contoso.prove());
    tenant.microsoft.directory.withdrawConsent({ tenantId: CONTOSO_TENANT_ID, how });

    expect(await tenant.contoso.prove()).toMatchObject({ ok: false, problem: { code: "CONSENT_MISSING", trouble } });
  });

  it.each([
    ["User.Read.All", "User.Read.All"],
    ["GroupMember.Read.All", "GroupMember.Read.All"],
    [undefined, "User.Read.All, GroupMember.Read.All"],
  ])("is missing when only %s is, or both are, and names them", async (permission, detail) => {
    const { directory } = tenant.microsoft;
    const how = "PERMISSION_REMOVED";
    directory.withdrawConsent({ tenantId: CONTOSO_TENANT_ID, how, ...(permission && { permission }) });

    expect(await tenant.contoso.prove()).toEqual({
      ok: false,
      problem: { code: "CONSENT_MISSING", trouble: "PERMISSION_REMOVED", detail },
    });
  });

  it("is there again as soon as it is given again", async () => {
    tenant.microsoft.directory.withdrawConsent({ tenantId: CONTOSO_TENANT_ID, how: "REMOVED" });
    await tenant.contoso.prove();
    tenant.microsoft.directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });

    expect((await tenant.contoso.prove()).ok).toBe(true);
  });

  it("that was given a moment ago is waited for by whoever is patient, with a token of its own each time", async () => {
    tenant.microsoft.directory.withdrawConsent({ tenantId: CONTOSO_TENANT_ID, how: "REMOVED" });
    const waits: number[] = [];
    const spreading = tenant.open(CONTOSO_TENANT_ID, (ms) => {
      waits.push(ms);
      if (waits.length === 2) tenant.microsoft.directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
      return Promise.resolve();
    });

    const [hasty, patient] = [await spreading.prove(), await spreading.prove({ patient: true })];

    expect([hasty.ok, patient.ok, waits]).toEqual([false, true, [1_000, 2_000]]);
  });

  it("that is not there is called missing after three patient tries", async () => {
    tenant.microsoft.directory.withdrawConsent({ tenantId: CONTOSO_TENANT_ID, how: "REMOVED" });

    expect(await tenant.contoso.prove({ patient: true })).toMatchObject({ problem: { code: "CONSENT_MISSING" } });
  });

  it("is not what is wrong when our secret is, or when there is no such tenant", async () => {
    const wrong = tenant.directoriesWith({ kind: "SECRET", secret: "wrong" });
    const answers = [await wrong(CONTOSO_TENANT_ID).prove(), await tenant.open(NOBODY).prove()];

    expect(answers).toMatchObject([
      { ok: false, problem: { code: "CONFIGURATION_BROKEN" } },
      { ok: false, problem: { code: "TENANT_UNKNOWN" } },
    ]);
  });
});

describe("finding people", () => {
  it("pages through everybody, each once", async () => {
    const found: string[] = [];
    let matching: number | null = null;
    for (let next: string | null = null, first = true; first || next !== null; first = false) {
      const page: PeoplePage = valueOf(
        await tenant.contoso.findPeople({ ...everybody, pageSize: 300, continuation: next }),
      );
      found.push(...page.people.map(({ id }) => id));
      matching ??= page.matching;
      next = page.next;
    }

    const all = idsOf(tenant.microsoft.directory.people({ tenantId: CONTOSO_TENANT_ID }));
    expect([found.sort(), matching]).toEqual([all, all.length]);
  });

  it("finds by a word of the name, the beginning of the mail, the kind and the department", async () => {
    const ask = async (query: Partial<PeopleQuery>) =>
      valueOf(await tenant.contoso.findPeople({ ...everybody, ...query })).people;

    const [byName, byMail, guests, sales] = [
      await ask({ search: "vance" }),
      await ask({ search: tenant.microsoft.directory.person(PEOPLE.adele)?.mail?.slice(0, 9) ?? "no mail" }),
      await ask({ kind: "GUEST" }),
      await ask({ department: "Sal", kind: "MEMBER" }),
    ];

    expect(byName.map(({ displayName }) => displayName)).toContain("Adele Vance");
    expect(byMail.map(({ displayName }) => displayName)).toContain("Adele Vance");
    expect(guests.length > 0 && guests.every(({ kind }) => kind === "GUEST")).toBe(true);
    expect(sales.length > 0 && sales.every(({ department }) => department === "Sales")).toBe(true);
  });

  it.each(['" OR "displayName:a', "O'Brien\\", "'", "&$top=1", "🦄", "%00", "‮"])(
    "takes %j as words and no more",
    async (search) => {
      const answer = await tenant.contoso.findPeople({ ...everybody, search, department: search });

      expect(answer.ok).toBe(true);
    },
  );

  it.each([
    "https://evil.example/v1.0/users?$skiptoken=x",
    "https://graph.microsoft.com:8443/v1.0/users",
    "https://graph.microsoft.com/v1.0/groups",
    "https://graph.microsoft.com/v1.0/users/../groups",
    "https://graph.microsoft.com/v1.0/users?$skiptoken=made-up",
    "nonsense",
    "",
  ])("refuses %j as a continuation", async (continuation) => {
    expect(await tenant.contoso.findPeople({ ...everybody, continuation })).toEqual({
      ok: false,
      problem: { code: "CURSOR_INVALID" },
    });
  });
});

describe("looking people up", () => {
  it("tells who is there, deleted, gone, and who was never an id at all", async () => {
    const leaving = tenant.microsoft.directory.hire({ displayName: "Leaving Soon" });
    const gone = tenant.microsoft.directory.hire({ displayName: "Gone For Good" });
    tenant.microsoft.directory.remove({ personId: leaving.id });
    tenant.microsoft.directory.remove({ personId: gone.id, permanently: true });
    const ids = [
      PEOPLE.adele,
      PEOPLE.johanna,
      leaving.id,
      gone.id,
      NOBODY,
      "../users",
      "adele@contoso.example",
      PEOPLE.nestor,
    ];

    const found = valueOf(await tenant.contoso.lookUpPeople(ids));

    expect(Object.fromEntries([...found].map(([id, where]) => [id, where.found]))).toEqual({
      [PEOPLE.adele]: "PRESENT",
      [PEOPLE.johanna]: "PRESENT",
      [leaving.id]: "DELETED",
      [gone.id]: "GONE",
      [NOBODY]: "GONE",
      "../users": "GONE",
      "adele@contoso.example": "GONE",
      [PEOPLE.nestor]: "GONE",
    });
    expect(found.get(PEOPLE.johanna)).toMatchObject({ person: { accountEnabled: false, kind: "MEMBER" } });
  });

  it("asks 200 people in ten requests", async () => {
    const ids = tenant.microsoft.directory.people({ tenantId: CONTOSO_TENANT_ID, limit: 200 }).map(({ id }) => id);
    await tenant.contoso.prove();
    tenant.microsoft.counters.clear();

    const found = valueOf(
      await tenant.contoso.lookUpPeople([...ids, ...ids.map((id) => id.toUpperCase())].slice(0, 200)),
    );

    expect([...found.values()].every(({ found: where }) => where === "PRESENT")).toBe(true);
    expect(tenant.microsoft.counters.graphRequests).toBe(10);
  });

  it("says CONSENT_MISSING, not that nobody is known, when Microsoft refuses them all", async () => {
    tenant.microsoft.directory.withdrawConsent({ tenantId: CONTOSO_TENANT_ID, how: "PERMISSION_REMOVED" });

    const answer = await tenant.contoso.lookUpPeople([PEOPLE.adele, PEOPLE.alex]);

    expect(answer).toMatchObject({ ok: false, problem: { code: "CONSENT_MISSING" } });
  });
});

describe("reading everybody", () => {
  it("brings each person of the tenant once, in as many requests as there are pages of 999", async () => {
    await tenant.contoso.prove();
    tenant.microsoft.counters.clear();

    const people = valueOf(await tenant.contoso.readEverybody());

    const all = tenant.microsoft.directory.people({ tenantId: CONTOSO_TENANT_ID });
    expect(idsOf(people)).toEqual(idsOf(all));
    expect(people.find(({ id }) => id === PEOPLE.johanna)).toMatchObject({ accountEnabled: false });
    expect(tenant.microsoft.counters.graphRequests).toBe(Math.ceil(all.length / 999));
  });

  it("keeps two tenants apart", async () => {
    tenant.microsoft.directory.grantConsent({ tenantId: FABRIKAM_TENANT_ID });

    const people = valueOf(await tenant.open(FABRIKAM_TENANT_ID).readEverybody());

    expect(idsOf(people)).toEqual(idsOf(tenant.microsoft.directory.people({ tenantId: FABRIKAM_TENANT_ID })));
  });
});

it("has never asked Microsoft to write anything", () => {
  expect(tenant.microsoft.counters.writes).toBe(0);
});
