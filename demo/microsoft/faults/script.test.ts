import { describe, expect, it, vi } from "vitest";
import { FABRIKAM_TENANT_ID, GROUPS, PEOPLE } from "../registration.js";
import { control, graphReader } from "../testing/client.js";
import { faultyMicrosoft, LEGAL, ofSales, SALES } from "./faulty-microsoft.fixture.js";

const tenant = faultyMicrosoft();
const code = (expected: string): object => ({ error: { code: expected } });

describe("a fault", () => {
  const FAILS = { kind: "STATUS", status: 503 } as const;
  const statuses = async (path: string, times: number): Promise<number[]> => {
    const seen: number[] = [];
    for (let index = 0; index < times; index += 1) seen.push((await tenant.read(path)).status);
    return seen;
  };

  it("lets some pass, hits some, and is over; its counts say so", async () => {
    const { json } = await tenant.script({ name: "twice", path: "/v1.0/users", skip: 1, times: 2, action: FAILS });

    expect(await statuses("/users?$top=1", 4)).toEqual([200, 503, 503, 200]);

    expect(json).toMatchObject({ name: "twice", host: "graph", skipped: 0, hits: 0, over: false });
    expect(await tenant.faults()).toMatchObject([{ name: "twice", skipped: 1, hits: 2, over: true }]);
  });

  it("lasts as long as it is told to, by the server's clock", async () => {
    const lag = tenant.microsoft.faults.add({
      path: `/v1.0/users/${PEOPLE.alex}`,
      forSeconds: 60,
      action: { kind: "STATUS", status: 404 },
    });

    expect(await statuses(`/users/${PEOPLE.alex}`, 2)).toEqual([404, 404]);
    tenant.passSeconds(61);
    expect(await statuses(`/users/${PEOPLE.alex}`, 1)).toEqual([200]);

    expect([lag.hits, lag.over]).toEqual([2, true]);
  });

  it("hits only the query, the method and the tenant it is for", async () => {
    const ofFabrikam = await graphReader(tenant.microsoft, FABRIKAM_TENANT_ID);
    await tenant.script({ name: "query", query: "$select=id,mail", action: FAILS });
    await tenant.script({ name: "method", method: "POST", path: "/v1.0/$batch", action: FAILS });
    await tenant.script({ name: "tenant", tenantId: FABRIKAM_TENANT_ID, action: FAILS });

    expect((await tenant.read("/users?%24select=id%2Cmail&$top=1")).status).toBe(503);
    expect((await tenant.read("/users?$top=1")).status).toBe(200);
    expect(await tenant.batch(["/organization"])).toEqual([]);
    expect((await ofFabrikam("/users?$top=1")).status).toBe(503);

    expect((await tenant.faults()).map(({ name, hits }) => [name, hits])).toEqual([
      ["query", 1],
      ["method", 1],
      ["tenant", 1],
    ]);
  });

  it.each([
    ["/v1.0/users", true],
    ["/V1.0/Users", true],
    ["/v1.0/*", true],
    ["/v1.0/us*s", true],
    ["/v1.0/**", true],
    ["/v1.0/users/**", true],
    ["/v1.0/users/*", false],
    ["/v1.0/u.ers", false],
    ["/v1.0", false],
    ["/v1.0/user", false],
  ])("for %s hits /v1.0/users: %j", async (path, isHit) => {
    await tenant.script({ path, action: FAILS });

    expect((await tenant.read("/users?$top=1")).status).toBe(isHit ? 503 : 200);
  });

  it("hits one part of a batch and leaves the others alone", async () => {
    await tenant.script({ path: `/v1.0/users/${PEOPLE.alex}`, action: { kind: "STATUS", status: 429, retryAfter: 7 } });

    const parts = await tenant.batch([`/users/${PEOPLE.alex}?$select=id`, `/users/${PEOPLE.megan}?$select=id`]);

    expect(parts[0]).toMatchObject({
      status: 429,
      headers: { "Retry-After": "7" },
      body: code("TooManyRequests"),
    });
    expect(parts[1]).toMatchObject({ status: 200, body: { id: PEOPLE.megan } });
    expect(tenant.microsoft.counters.batchParts.slice(-2).map(({ status }) => status)).toEqual([429, 200]);
  });

  it("spoils the list in a part, and a part that hangs takes the batch with it", async () => {
    await tenant.script({ ...ofSales, times: 1, action: { kind: "EMPTY_LIST" } });
    const emptied = await tenant.batch([SALES, LEGAL]);

    const hang = tenant.microsoft.faults.add({ ...ofSales, times: 1, action: { kind: "HANG" } });
    const patience = new AbortController();
    const hanging = tenant.batch([SALES, LEGAL], patience.signal).catch((error: Error) => error.name);
    await vi.waitUntil(() => hang.hits === 1);
    patience.abort();

    expect(emptied[0]).toMatchObject({ status: 200, body: { value: [] } });
    expect((emptied[1]?.body as { value: unknown[] }).value).toHaveLength(5);
    expect(await hanging).toBe("AbortError");
    expect((await tenant.batch([SALES]))[0]).toMatchObject({ status: 200 });
  });

  it("empties the count of a group as well", async () => {
    await tenant.script({ path: `/v1.0/groups/${GROUPS.legal}/members/$count`, action: { kind: "EMPTY_LIST" } });

    const count = await tenant.read(`/groups/${GROUPS.legal}/members/$count`, { ConsistencyLevel: "eventual" });

    expect([count.status, count.text]).toEqual([200, "0"]);
  });

  it("counts only where there was something to spoil", async () => {
    const lost = tenant.microsoft.faults.add({ ...ofSales, action: { kind: "NEXT_LINK", to: "LOST" } });
    const refused = tenant.microsoft.faults.add({ path: "/v1.0/users/*", action: { kind: "NO_VALUE" } });

    await tenant.read(SALES.replace("$top=5", "$top=999"));
    await tenant.read("/users/nobody@contoso.example");

    expect([lost.hits, refused.hits]).toEqual([0, 0]);
  });

  it("never hides a write: it is refused and counted", async () => {
    const before = tenant.microsoft.counters.writes;
    await tenant.script({ action: { kind: "STATUS", status: 200, body: "EMPTY" } });

    const answer = await tenant.write(`/users/${PEOPLE.alex}`);

    expect([answer.status, tenant.microsoft.counters.writes - before]).toEqual([405, 1]);
  });

  it("is replaced by one of the same name, and turned off by its name", async () => {
    await tenant.script({ name: "one", action: FAILS });
    await tenant.script({ name: "one", path: "/v1.0/groups", action: FAILS });

    expect((await tenant.read("/users?$top=1")).status).toBe(200);
    expect((await control(tenant.microsoft, "end-fault", { name: "one" })).status).toBe(200);
    expect((await control(tenant.microsoft, "end-fault", { name: "one" })).status).toBe(400);
    expect(await tenant.faults()).toEqual([]);
  });

  it.each([
    [{}, "action"],
    [{ action: { kind: "EXPLODE" } }, "kind"],
    [{ action: FAILS, howOften: 3 }, "howOften"],
    [{ action: { ...FAILS, retry: 3 } }, "retry"],
    [{ action: FAILS, path: "/users" }, "/v1.0"],
    [{ action: FAILS, times: 0 }, "times"],
    [{ action: { kind: "STATUS", status: 200 } }, "HTML or EMPTY"],
    [{ action: { ...FAILS, retryAfter: "a\r\nset-cookie: b" } }, "ASCII"],
    [{ action: FAILS, host: "evil" }, "host"],
  ])("%j is refused with words about %s", async (fault, words) => {
    const answer = await tenant.script(fault);

    expect(answer).toMatchObject({ status: 400, json: { error: expect.stringContaining(words) as string } });
    expect(await tenant.faults()).toEqual([]);
  });
});
