import { setTimeout } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { GROUPS, PEOPLE } from "../registration.js";
import { allRows, control, GRAPH, rowsOf, type Answer } from "../testing/client.js";
import type { FaultInput } from "./fault.js";
import { faultyMicrosoft, LEGAL, ofSales, SALES } from "./faulty-microsoft.fixture.js";

const tenant = faultyMicrosoft();

const linkOf = (answer: Answer): unknown => answer.json["@odata.nextLink"];
const code = (expected: string): object => ({ error: { code: expected } });

describe("a list that is told to", () => {
  const cases: readonly [string, FaultInput["action"], (spoilt: Answer, good: Answer) => void][] = [
    [
      "answer 500",
      { kind: "STATUS", status: 500 },
      (spoilt) => expect(spoilt).toMatchObject({ status: 500, json: code("InternalServerError") }),
    ],
    [
      "answer 502 with a page",
      { kind: "STATUS", status: 502, body: "HTML" },
      (spoilt) => expect([spoilt.status, spoilt.text]).toEqual([502, expect.stringContaining("<html")]),
    ],
    [
      "be forbidden",
      { kind: "STATUS", status: 403 },
      (spoilt) => expect(spoilt).toMatchObject({ status: 403, json: code("Authorization_RequestDenied") }),
    ],
    [
      "refuse the token",
      { kind: "STATUS", status: 401 },
      (spoilt) => {
        expect(spoilt).toMatchObject({ status: 401, json: code("InvalidAuthenticationToken") });
        expect(spoilt.headers.get("www-authenticate")).toContain("Bearer");
      },
    ],
    [
      "be gone",
      { kind: "STATUS", status: 404 },
      (spoilt) =>
        expect(spoilt.json).toMatchObject({
          error: { code: "Request_ResourceNotFound", message: expect.stringContaining(GROUPS.sales) as string },
        }),
    ],
    [
      "have an expired page",
      { kind: "STATUS", status: 400, code: "Directory_ExpiredPageToken" },
      (spoilt) =>
        expect(spoilt).toMatchObject({
          status: 400,
          json: {
            error: { code: "Directory_ExpiredPageToken", message: expect.stringContaining("expired") as string },
          },
        }),
    ],
    [
      "be a proxy's page",
      { kind: "STATUS", status: 200, body: "HTML" },
      (spoilt) =>
        expect([spoilt.status, spoilt.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]),
    ],
    [
      "be empty",
      { kind: "STATUS", status: 200, body: "EMPTY" },
      (spoilt) => expect([spoilt.status, spoilt.text]).toEqual([200, ""]),
    ],
    [
      "be not quite JSON",
      { kind: "MALFORMED" },
      (spoilt) => expect(() => JSON.parse(spoilt.text) as unknown).toThrow(),
    ],
    [
      "have no value",
      { kind: "NO_VALUE" },
      (spoilt) => expect(Object.keys(spoilt.json)).toEqual(["@odata.context", "@odata.nextLink"]),
    ],
    ["have a value of null", { kind: "VALUE_NULL" }, (spoilt) => expect(spoilt.json.value).toBeNull()],
    [
      "lose its link",
      { kind: "NEXT_LINK", to: "LOST" },
      (spoilt, good) => {
        expect(rowsOf(spoilt)).toEqual(rowsOf(good));
        expect(spoilt.json).not.toHaveProperty("@odata.nextLink");
      },
    ],
    ["have a link of null", { kind: "NEXT_LINK", to: "NULL" }, (spoilt) => expect(linkOf(spoilt)).toBeNull()],
    ["lead to itself", { kind: "NEXT_LINK", to: "ITSELF" }, (spoilt) => expect(linkOf(spoilt)).toBe(GRAPH + SALES)],
    [
      "lead to its first page",
      { kind: "NEXT_LINK", to: "FIRST_PAGE" },
      (spoilt) => expect(linkOf(spoilt)).toMatch(/^https:\/\/graph\.microsoft\.com\/.+\$skiptoken=/),
    ],
    [
      "lead to another host",
      { kind: "NEXT_LINK", to: "OTHER_HOST" },
      (spoilt) => expect(new URL(String(linkOf(spoilt))).hostname).toMatch(/\.evil\.example$/),
    ],
    [
      "lead to another port",
      { kind: "NEXT_LINK", to: "OTHER_PORT" },
      (spoilt) => expect(new URL(String(linkOf(spoilt))).host).toBe("graph.microsoft.com:8443"),
    ],
    [
      "be redirected",
      { kind: "REDIRECT" },
      (spoilt) =>
        expect([spoilt.status, spoilt.headers.get("location")]).toEqual([
          302,
          expect.stringMatching(/^https:\/\/[^/]+\.evil\.example\//),
        ]),
    ],
    [
      "have everybody twice",
      { kind: "DUPLICATE_ROWS" },
      (spoilt, good) => expect(rowsOf(spoilt)).toEqual(rowsOf(good).flatMap((row) => [row, row])),
    ],
    [
      "lack two people",
      { kind: "DROP_ROWS", count: 2 },
      (spoilt, good) => {
        expect(rowsOf(spoilt)).toEqual(rowsOf(good).slice(2));
        expect(linkOf(spoilt)).toEqual(linkOf(good));
      },
    ],
    [
      "read as empty",
      { kind: "EMPTY_LIST" },
      (spoilt) => expect(spoilt.json).toEqual({ "@odata.context": expect.any(String) as string, value: [] }),
    ],
    [
      "show ids only",
      { kind: "FIELDS_NULL" },
      (spoilt, good) =>
        expect(rowsOf(spoilt)[0]).toEqual({
          "@odata.type": "#microsoft.graph.user",
          id: rowsOf(good)[0]?.id,
          displayName: null,
          accountEnabled: null,
        }),
    ],
    [
      "not say who is enabled",
      { kind: "FIELDS_NULL", fields: ["accountEnabled"] },
      (spoilt, good) => expect(rowsOf(spoilt)[0]).toEqual({ ...rowsOf(good)[0], accountEnabled: null }),
    ],
    [
      "have short pages",
      { kind: "SHORT_PAGES", rows: 2 },
      (spoilt, good) => expect(rowsOf(spoilt)).toEqual(rowsOf(good).slice(0, 2)),
    ],
  ];

  it.each(cases)("%s does so, and is whole again afterwards", async (_what, action, expected) => {
    const good = await tenant.read(SALES);
    const other = await tenant.read(LEGAL);
    await tenant.script({ ...ofSales, action });

    expected(await tenant.read(SALES), good);

    expect((await tenant.read(LEGAL)).json).toEqual(other.json);
    expect(await tenant.faults()).toMatchObject([{ hits: 1, over: false }]);
    await control(tenant.microsoft, "clear-faults");
    expect(await tenant.faults()).toEqual([]);
    expect((await tenant.read(SALES)).json).toEqual(good.json);
  });

  it.each([
    ["never answer", { kind: "HANG" }],
    ["trickle in", { kind: "DRIP", everyMs: 20 }],
  ] as const)("%s does so, until one gives up", async (_what, action) => {
    const fault = tenant.microsoft.faults.add({ ...ofSales, times: 1, action });
    const patience = new AbortController();

    const asked = tenant.read(SALES, {}, patience.signal).catch((error: Error) => error.name);
    await vi.waitUntil(() => fault.hits === 1);
    const early = await Promise.race([asked, setTimeout(100, "nothing yet")]);
    patience.abort();

    expect([early, await asked]).toEqual(["nothing yet", "AbortError"]);
    expect((await tenant.read(SALES)).status).toBe(200);
  });

  it.each([
    ["break off in the middle", { kind: "TRUNCATE" }, "terminated"],
    ["break the connection", { kind: "RESET" }, "fetch failed"],
  ])("%s does so", async (_what, action, error) => {
    await tenant.script({ ...ofSales, times: 1, action });

    await expect(tenant.read(SALES)).rejects.toThrow(error);

    expect(await tenant.faults()).toMatchObject([{ hits: 1, over: true }]);
    expect((await tenant.read(SALES)).status).toBe(200);
  });

  it("trickle in arrives whole in the end", async () => {
    const good = await tenant.read(`/users/${PEOPLE.alex}?$select=id`);
    await tenant.script({ path: "/v1.0/users/*", action: { kind: "DRIP", everyMs: 1 } });

    const dripped = await tenant.read(`/users/${PEOPLE.alex}?$select=id`);

    expect(dripped.json).toEqual(good.json);
  });

  it("be slow is, and answers well", async () => {
    await tenant.script({ ...ofSales, action: { kind: "DELAY", ms: 80 } });
    const asked = performance.now();

    expect((await tenant.read(SALES)).status).toBe(200);

    expect(performance.now() - asked).toBeGreaterThanOrEqual(75);
  });

  it("begin with an empty page leads to all its people", async () => {
    const good = await allRows(tenant.read, SALES);
    await tenant.script({ ...ofSales, page: 1, action: { kind: "EMPTY_PAGE" } });

    const first = await tenant.read(SALES);
    const rows = await allRows(tenant.read, SALES);

    expect(rowsOf(first)).toEqual([]);
    expect(rows).toEqual(good);
  });

  it("have short pages has all its people on them, page 3 too", async () => {
    const good = await allRows(tenant.read, `/groups/${GROUPS.legal}/members?$top=999`);
    await tenant.script({ path: "/v1.0/groups/*/members", action: { kind: "SHORT_PAGES", rows: 2 } });
    tenant.microsoft.faults.add({
      name: "third",
      page: 3,
      path: "/v1.0/groups/*/members",
      action: { kind: "STATUS", status: 500 },
    });

    const broken = allRows(tenant.read, `/groups/${GROUPS.legal}/members?$top=999`);

    await expect(broken).rejects.toThrow("500");
    tenant.microsoft.faults.remove("third");
    expect(await allRows(tenant.read, `/groups/${GROUPS.legal}/members?$top=999`)).toEqual(good);
  });

  it("lack somebody by name lacks them wherever they stand, and the person is there all the same", async () => {
    const last = (await allRows(tenant.read, SALES)).at(-1)?.id ?? "";
    await tenant.script({ ...ofSales, action: { kind: "DROP_ROWS", ids: [last] } });

    const rows = await allRows(tenant.read, SALES);

    expect(rows.map(({ id }) => id)).not.toContain(last);
    expect(await tenant.faults()).toMatchObject([{ hits: 1 }]);
    const groups = await tenant.read(`/users/${last}/memberOf?$select=id&$top=999`);
    expect(rowsOf(groups).map(({ id }) => id)).toContain(GROUPS.sales);
  });
});
