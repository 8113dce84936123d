import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FABRIKAM_TENANT_ID, GROUPS, PEOPLE } from "../registration.js";
import { startMicrosoft, type PretendMicrosoft } from "../server.js";
import { allRows, ask, EVENTUAL, GRAPH, graphReader, rowsOf, type Reader } from "../testing/client.js";

let microsoft: PretendMicrosoft;
let read: Reader;

beforeAll(async () => {
  microsoft = await startMicrosoft();
  read = await graphReader(microsoft);
});
afterAll(() => microsoft.close());

describe("paging", () => {
  it.each(["", "?$top=999", "?$top=7&$select=id", "?$orderby=displayName%20desc&$top=99&$select=id"])(
    "tells each of Contoso's people once over all pages of /users%s",
    async (query) => {
      const ids = (await allRows(read, `/users${query}`)).map((row) => row.id);

      expect(ids).toHaveLength(1240);
      expect(new Set(ids)).toEqual(
        new Set(microsoft.directory.people({ tenantId: "c0470500-7a11-4c0d-9e5a-1f0e5a3b7c01" }).map(({ id }) => id)),
      );
    },
  );

  it("leaves nobody out and tells nobody twice while people come and go between the pages", async () => {
    const before = microsoft.directory.people({ tenantId: FABRIKAM_TENANT_ID }).map(({ id }) => id);
    const fabrikam = await graphReader(microsoft, FABRIKAM_TENANT_ID);
    const hired: string[] = [];

    const rows = await allRows(fabrikam, "/users?$top=4&$orderby=displayName", {}, () => {
      hired.push(microsoft.directory.hire({ tenantId: FABRIKAM_TENANT_ID, displayName: "Aaron Early" }).id);
      hired.push(microsoft.directory.hire({ tenantId: FABRIKAM_TENANT_ID, displayName: "Zelda Late" }).id);
      if (hired.length === 6) microsoft.directory.remove({ personId: hired[0] ?? "", permanently: true });
    });

    const ids = rows.map((row) => row.id);
    expect(ids.filter((id) => before.includes(id)).sort()).toEqual([...before].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("gives nextLinks on the real host that repeat the query verbatim", async () => {
    const answer = await read("/users?$top=2&$select=id,displayName");

    expect(answer.json["@odata.nextLink"]).toMatch(
      /^https:\/\/graph\.microsoft\.com\/v1\.0\/users\?\$top=2&\$select=id,displayName&\$skiptoken=\S+$/,
    );
    expect(answer.json["@odata.context"]).toBe("https://graph.microsoft.com/v1.0/$metadata#users(id,displayName)");
  });

  it("wants the ConsistencyLevel header on every page again and counts on the first only", async () => {
    const first = await read('/users?$search="displayName:a"&$count=true&$top=5', EVENTUAL);
    const next = String(first.json["@odata.nextLink"]);

    expect(first.json["@odata.count"]).toBeGreaterThan(5);
    expect((await read(next)).json).toMatchObject({ error: { code: "Request_UnsupportedQuery" } });
    expect((await read(next, EVENTUAL)).json).not.toHaveProperty("@odata.count");
  });

  it.each(["1000", "0", "-1", "ten"])("refuses $top=%s", async (top) => {
    const answer = await read(`/users?$top=${top}`);

    expect(answer).toMatchObject({ status: 400, json: { error: { code: "Request_UnsupportedQuery" } } });
  });

  it("calls a page token expired that it did not give", async () => {
    const answer = await read("/users?$skiptoken=RFNwdAoAAQnonsense");

    expect(answer).toMatchObject({ status: 400, json: { error: { code: "Directory_ExpiredPageToken" } } });
  });
});

describe("properties", () => {
  it("hides accountEnabled, userType and department unless they are selected", async () => {
    const plain = await read(`/users/${PEOPLE.johanna}`);
    const selected = await read(`/users/${PEOPLE.johanna}?$select=id,accountEnabled,userType,department`);

    expect(plain.json).toMatchObject({ displayName: "Johanna Lorenz" });
    expect(plain.json).not.toHaveProperty("accountEnabled");
    expect(selected.json).toMatchObject({ accountEnabled: false, userType: "Member", department: "Sales" });
    expect(selected.json).not.toHaveProperty("displayName");
  });

  it("finds a person by user name, a guest's # encoded", async () => {
    const guest = microsoft.directory.person(PEOPLE.priyaAtContoso);

    const answer = await read(`/users/${encodeURIComponent(guest?.userPrincipalName ?? "")}?$select=id,userType`);

    expect(answer.json).toMatchObject({ id: PEOPLE.priyaAtContoso, userType: "Guest" });
  });

  it("refuses an unknown property by name, and one of single users with 501", async () => {
    expect(await read("/users?$select=shoeSize")).toMatchObject({
      status: 400,
      json: { error: { code: "BadRequest" } },
    });
    expect(await read("/users?$select=id,skills")).toMatchObject({
      status: 501,
      json: { error: { code: "NotImplemented" } },
    });
  });

  it("shows a deleted person among the deleted items only", async () => {
    const person = microsoft.directory.hire({ displayName: "Here Today", groupIds: [GROUPS.sales] });
    microsoft.directory.remove({ personId: person.id });

    const gone = await read(`/users/${person.id}`);
    const deleted = await read(`/directory/deletedItems/${person.id}`);
    microsoft.directory.restore({ personId: person.id });
    const groups = await read(`/users/${person.id}/memberOf?$select=id`);

    expect(gone).toMatchObject({ status: 404, json: { error: { code: "Request_ResourceNotFound" } } });
    expect(deleted.json).toMatchObject({ id: person.id, "@odata.type": "#microsoft.graph.user" });
    expect(rowsOf(groups)).toContainEqual({ "@odata.type": "#microsoft.graph.group", id: GROUPS.sales });
  });
});

describe("the ConsistencyLevel rules", () => {
  const both = "&$count=true";

  it.each([
    "$filter=accountEnabled eq true",
    "$filter=startswith(displayName,'ad') and userType eq 'Guest'",
    "$filter=id in ('a','b')",
    "$filter=department eq 'Sales' or (department eq 'Legal')",
    "$filter=mail eq 'o''brien@contoso.example'",
    "$filter=createdDateTime ge 2020-01-01T00:00:00Z",
    "$orderby=displayName",
  ])("answers %s by default", async (query) => {
    expect((await read(`/users?${query}`)).status).toBe(200);
  });

  it.each([
    "$filter=userType ne 'Guest'",
    "$filter=not startswith(displayName,'a')",
    "$filter=endswith(mail,'@contoso.example')",
    "$filter=mail eq null",
    "$filter=officeLocation eq 'Oslo'",
    "$filter=accountEnabled eq true&$orderby=displayName",
    '$search="displayName:ad"&$orderby=displayName',
    "$orderby=surname",
  ])("answers %s only with the header and $count=true", async (query) => {
    const refused = { status: 400, json: { error: { code: "Request_UnsupportedQuery" } } };

    expect(await read(`/users?${query}`)).toMatchObject(refused);
    expect(await read(`/users?${query}`, EVENTUAL)).toMatchObject(refused);
    expect(await read(`/users?${query}${both}`)).toMatchObject(refused);
    expect((await read(`/users?${query}${both}`, EVENTUAL)).status).toBe(200);
  });

  it("needs the header alone for $search, and for the number of users", async () => {
    expect(await read('/users?$search="displayName:ad"')).toMatchObject({
      status: 400,
      json: { error: { code: "Request_UnsupportedQuery" } },
    });
    expect((await read('/users?$search="displayName:ad"', EVENTUAL)).status).toBe(200);
    expect(await read("/users/$count")).toMatchObject({ status: 400, json: { error: { code: "Request_BadRequest" } } });
    expect((await read("/users/$count?$filter=userType eq 'Guest'", EVENTUAL)).text).toBe("40");
  });

  it("ignores $count=true without the header", async () => {
    const answer = await read("/users?$count=true&$top=1");

    expect(answer.status).toBe(200);
    expect(answer.json).not.toHaveProperty("@odata.count");
  });

  it.each(["$filter=nonsense", "$filter=displayName eq 'open", "$filter=shoeSize eq 1", "$skip=10", "$search=adele"])(
    "refuses %s",
    async (query) => {
      expect((await read(`/users?${query}`, EVENTUAL)).status).toBe(400);
    },
  );
});

describe("filter and search", () => {
  const names = async (query: string): Promise<unknown[]> =>
    (await allRows(read, `/users?$count=true&${query}`, EVENTUAL)).map((row) => row.displayName);

  it("searches the beginnings of a name's words, in any order and without regard to case", async () => {
    expect(await names('$search="displayName:vance ADE"')).toEqual(["Adele Vance"]);
    expect(await names('$search="displayName:dele"')).toEqual([]);
    expect(await names('$search="displayName:كوهن" OR "displayName:כהן"')).toEqual(["שרה כהן"]);
  });

  it("searches other properties from their beginning, and joins clauses", async () => {
    expect(await names('$search="mail:adele.vance" AND "displayName:vance"')).toEqual(["Adele Vance"]);
    expect(await names('$search="mail:vance"')).toEqual([]);
    expect(await names('$search="mail:adele.v" OR "displayName:Miriam Graham"&$orderby=displayName')).toEqual([
      "Adele Vance",
      "Miriam Graham",
    ]);
  });

  it("filters as written", async () => {
    expect(await names("$filter=startswith(displayName,'adele v') and not (department eq 'Sales')")).toEqual([
      "Adele Vance",
    ]);
    expect(
      await names("$filter=id in ('" + PEOPLE.alex + "','" + PEOPLE.johanna + "') and accountEnabled eq false"),
    ).toEqual(["Johanna Lorenz"]);
    expect(await names("$filter=mail eq 'FRONTDESK@contoso.example'")).toHaveLength(2);
    expect(await names("$filter=mail eq null")).toHaveLength(18);
    expect(await names("$filter=accountEnabled eq false")).toHaveLength(25);
  });
});

describe("who may ask", () => {
  it("refuses a missing, a foreign and a broken token with 401", async () => {
    const forOurApi = await microsoft.tokenFor({ tenantId: FABRIKAM_TENANT_ID, personId: PEOPLE.nestor });

    for (const authorization of ["", "Bearer ", "Bearer abc.def.ghi", `Bearer ${forOurApi}`]) {
      const answer = await ask(microsoft, `${GRAPH}/users`, { headers: { authorization } });

      expect(answer).toMatchObject({ status: 401, json: { error: { code: "InvalidAuthenticationToken" } } });
      expect(answer.headers.get("request-id")).toBeTruthy();
    }
  });

  it("keeps the tenants apart", async () => {
    const fabrikam = await graphReader(microsoft, FABRIKAM_TENANT_ID);

    expect((await fabrikam(`/users/${PEOPLE.adele}`)).status).toBe(404);
    expect(rowsOf(await fabrikam("/organization"))).toMatchObject([{ displayName: "Fabrikam" }]);
  });
});
