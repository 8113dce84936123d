import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID, GROUPS, PEOPLE } from "../registration.js";
import { startMicrosoft, type PretendMicrosoft } from "../server.js";
import { appToken, ask, GRAPH, graphReader, rowsOf, type Answer } from "../testing/client.js";

let microsoft: PretendMicrosoft;
let authorization: string;

beforeEach(async () => {
  microsoft = await startMicrosoft();
  microsoft.directory.grantConsent();
  authorization = `Bearer ${String((await appToken(microsoft)).json.access_token)}`;
});
afterEach(() => microsoft.close());

const batch = (requests: object[]): Promise<Answer> =>
  ask(microsoft, `${GRAPH}/$batch`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify({ requests }),
  });

const partsOf = (answer: Answer): Map<string, { status: number; body: unknown }> => {
  const responses = answer.json.responses as { id: string; status: number; body: unknown }[];
  return new Map(responses.map((response) => [response.id, response]));
};

describe("writes", () => {
  it("answers 405 to every method but GET and counts each try", async () => {
    for (const method of ["POST", "PATCH", "PUT", "DELETE"]) {
      const answer = await ask(microsoft, `${GRAPH}/users/${PEOPLE.alex}`, { method, headers: { authorization } });

      expect(answer).toMatchObject({ status: 405, json: { error: { code: "Request_BadRequest" } } });
    }

    expect(microsoft.counters.writes).toBe(4);
    expect(microsoft.directory.person(PEOPLE.alex)?.displayName).toBe("Alex Wilber");
  });

  it("counts reads, batches and their parts, and no write among them", async () => {
    await ask(microsoft, `${GRAPH}/users?$top=1`, { headers: { authorization } });
    await batch([{ id: "1", method: "GET", url: "/organization" }]);

    expect(microsoft.counters).toMatchObject({
      graphRequests: 2,
      writes: 0,
      batchParts: [{ method: "GET", path: "/v1.0/organization", status: 200 }],
    });
    expect(microsoft.counters.requests.at(-2)).toEqual({
      method: "GET",
      host: "graph.microsoft.com",
      path: "/v1.0/users?$top=1",
      status: 200,
    });
  });

  it("refuses and counts a part of a batch that would write, and answers the others", async () => {
    const parts = partsOf(
      await batch([
        { id: "1", method: "DELETE", url: `/users/${PEOPLE.alex}` },
        { id: "2", method: "GET", url: `/users/${PEOPLE.alex}` },
      ]),
    );

    expect(parts.get("1")).toMatchObject({ status: 405 });
    expect(parts.get("2")).toMatchObject({ status: 200, body: { displayName: "Alex Wilber" } });
    expect(microsoft.counters.writes).toBe(1);
  });
});

describe("$batch", () => {
  it("answers each part with its own status, in another order than asked", async () => {
    const requests = [
      { id: "1", method: "GET", url: `/users/${PEOPLE.alex}?$select=id` },
      { id: "2", method: "GET", url: "/users/nobody@contoso.example" },
      { id: "3", method: "GET", url: "/users/$count", headers: { consistencylevel: "eventual" } },
      { id: "4", method: "GET", url: `/groups/${GROUPS.allEmployees}/members?$top=1` },
      { id: "5", method: "GET", url: "/users?$filter=userType ne 'Guest'" },
    ];

    const answer = await batch(requests);
    const parts = partsOf(answer);

    expect([...parts.keys()]).not.toEqual(["1", "2", "3", "4", "5"]);
    expect([...parts.entries()].map(([id, { status }]) => [id, status]).sort()).toEqual([
      ["1", 200],
      ["2", 404],
      ["3", 200],
      ["4", 200],
      ["5", 400],
    ]);
    expect(parts.get("3")?.body).toBe("1240");
    expect(parts.get("4")?.body).toHaveProperty(
      "@odata.nextLink",
      expect.stringMatching(/^https:\/\/graph\.microsoft\.com\/v1\.0\/groups\//),
    );
  });

  it("fails what depends on a failed part with 424", async () => {
    const parts = partsOf(
      await batch([
        { id: "1", method: "GET", url: "/organization", dependsOn: ["2"] },
        { id: "2", method: "GET", url: "/users/nobody@contoso.example" },
      ]),
    );

    expect(parts.get("1")?.status).toBe(424);
  });

  it("takes 20 parts, and refuses 21, none, the same id twice, and what is no batch", async () => {
    const many = (count: number): object[] =>
      Array.from({ length: count }, (_, index) => ({ id: String(index), method: "GET", url: "/organization" }));

    expect((await batch(many(20))).status).toBe(200);
    expect((await batch(many(21))).status).toBe(400);
    expect((await batch([])).status).toBe(400);
    expect(
      (
        await batch([
          { id: "a", method: "GET", url: "/organization" },
          { id: "A", method: "GET", url: "/organization" },
        ])
      ).status,
    ).toBe(400);
    expect(
      (await ask(microsoft, `${GRAPH}/$batch`, { method: "POST", headers: { authorization }, body: "{" })).status,
    ).toBe(400);
  });
});

describe("permissions", () => {
  it("gives ids only of members when User.Read.All is gone, and 403 for users", async () => {
    microsoft.directory.withdrawConsent({ how: "PERMISSION_REMOVED", permission: "User.Read.All" });

    const members = await ask(
      microsoft,
      `${GRAPH}/groups/${GROUPS.legal}/members?$top=1&$select=id,displayName,accountEnabled`,
      { headers: { authorization } },
    );
    const users = await ask(microsoft, `${GRAPH}/users`, { headers: { authorization } });

    expect(rowsOf(members)).toEqual([
      {
        "@odata.type": "#microsoft.graph.user",
        id: expect.any(String) as string,
        displayName: null,
        accountEnabled: null,
      },
    ]);
    expect(users).toMatchObject({ status: 403, json: { error: { code: "Authorization_RequestDenied" } } });
  });

  it("lets old tokens live until they expire, if asked to do as Microsoft does", async () => {
    microsoft.directory.withdrawConsent({ how: "REMOVED", oldTokensKeepRoles: true });

    const users = await ask(microsoft, `${GRAPH}/users?$top=1`, { headers: { authorization } });

    expect(users.status).toBe(200);
    expect((await appToken(microsoft)).json.error_codes).toEqual([7000229]);
  });

  it("does not let a token without roles gain them by a later consent", async () => {
    microsoft.directory.withdrawConsent({ how: "PERMISSION_REMOVED" });
    const early = String((await appToken(microsoft, CONTOSO_TENANT_ID)).json.access_token);
    const read = await graphReader(microsoft);

    expect((await ask(microsoft, `${GRAPH}/users`, { headers: { authorization: `Bearer ${early}` } })).status).toBe(
      403,
    );
    expect((await read("/users")).status).toBe(200);
  });

  it("refuses the app tokens issued so far when told to, and no other", async () => {
    const ofFabrikam = await graphReader(microsoft, FABRIKAM_TENANT_ID);
    microsoft.directory.expireAppTokens({ tenantId: CONTOSO_TENANT_ID });
    const fresh = await graphReader(microsoft);

    const old = await ask(microsoft, `${GRAPH}/users`, { headers: { authorization } });

    expect(old).toMatchObject({ status: 401, json: { error: { code: "InvalidAuthenticationToken" } } });
    expect((await fresh("/users?$top=1")).status).toBe(200);
    expect((await ofFabrikam("/users?$top=1")).status).toBe(200);
  });

  it("calls an hour-old token expired", async () => {
    await microsoft.close();
    let now = new Date("2030-01-01T00:00:00Z");
    microsoft = await startMicrosoft({ now: () => now });
    const read = await graphReader(microsoft);
    now = new Date("2030-01-01T01:10:00Z");

    expect(await read("/users")).toMatchObject({
      status: 401,
      json: { error: { code: "InvalidAuthenticationToken" } },
    });
  });
});
