import { afterEach, describe, expect, it } from "vitest";
import { microsoftFetch } from "../microsoft-fetch.js";
import {
  GRAPH,
  partsIn,
  startScriptedMicrosoft,
  type Asked,
  type Reply,
  type ScriptedMicrosoft,
} from "./scripted-microsoft.fixture.js";

const GROUP = "aaaaaaaa-0000-4000-8000-000000000001";

let microsoft: ScriptedMicrosoft | undefined;
afterEach(async () => {
  await microsoft?.close();
  microsoft = undefined;
});

const member = (number: number) => ({
  "@odata.type": "#microsoft.graph.user",
  id: `p${String(number)}`,
  displayName: `Person ${String(number)}`,
  userPrincipalName: `p${String(number)}@contoso.example`,
  accountEnabled: true,
  userType: "Member",
});

const link = (page: number) =>
  `${GRAPH}/groups/${GROUP}/members?$select=id&$top=2&$skiptoken=p'=%20page-${String(page)}`;

/** Seven good pages of two people each, p0 to p13. */
function goodPage(page: number): Record<string, unknown> {
  return {
    ...(page < 6 ? { "@odata.nextLink": link(page + 1) } : {}),
    value: [member(page * 2), member(page * 2 + 1)],
  };
}

const pageOf = (url: string): number => Number(/page-(\d+)$/.exec(url)?.[1] ?? 0);

/** Reads the group of seven pages, with page 3 (counted from 0: 2) answered by `third`. */
async function readWith(third: (asked: Asked, times: number) => Reply, timeoutMs = 5_000) {
  microsoft = await startScriptedMicrosoft({
    connect: (simulatorUrl) => microsoftFetch({ simulatorUrl, timeoutMs }),
    graph: (asked, times) => {
      if (asked.method === "POST") return { body: batchReply(asked) };
      return pageOf(asked.url) === 2 ? third(asked, times) : { body: goodPage(pageOf(asked.url)) };
    },
  });
  const result = await microsoft.directory.readGroups([GROUP], { nested: false });
  if (!result.ok) throw new Error(`Expected groups, got ${result.problem.code}.`);
  const [read] = result.value;
  if (!read) throw new Error("Expected one group.");
  return { read, microsoft };
}

/** The first page comes in a batch. */
const batchReply = (asked: Asked) => ({
  responses: partsIn(asked).map(({ id }) => ({ id, status: 200, headers: {}, body: goodPage(0) })),
});

const seven = Array.from({ length: 14 }, (_, index) => `p${String(index)}`);

describe("a list over seven pages", () => {
  it("is read to its end, each link sent back as it came", async () => {
    const { read, microsoft } = await readWith(() => ({ body: goodPage(2) }));

    expect(read).toMatchObject({ outcome: "COMPLETE", others: 0 });
    expect(read.people.map(({ id }) => id)).toEqual(seven);
    const links = microsoft
      .asked()
      .slice(1)
      .map(({ url }) => url);
    expect(links).toEqual(
      [1, 2, 3, 4, 5, 6].map((page) => new URL(link(page))).map((url) => url.pathname + url.search),
    );
  });

  it("F22: goes on over an empty page", async () => {
    const { read } = await readWith(() => ({ body: { ...goodPage(2), value: [] } }));

    expect([read.outcome, read.people.length]).toEqual(["COMPLETE", 12]);
  });

  it("F23: counts somebody who comes twice once", async () => {
    const { read } = await readWith(() => ({ body: { ...goodPage(2), value: [member(0), member(5)] } }));

    expect([read.outcome, read.people.length]).toEqual(["COMPLETE", 13]);
  });

  it("F3: is whole again after two 503s", async () => {
    const { read, microsoft } = await readWith((_asked, times) =>
      times < 2 ? { status: 503 } : { body: goodPage(2) },
    );

    expect(read.outcome).toBe("COMPLETE");
    expect(microsoft.waits).toEqual([1_000, 2_000]);
  });

  it("F16: is whole again after a connection that broke in the middle of a page", async () => {
    const { read } = await readWith((_asked, times) =>
      times < 2 ? { body: '{"value":[', then: "RESET" } : { body: goodPage(2) },
    );

    expect(read.outcome).toBe("COMPLETE");
  });

  it("waits as long as a 429 says", async () => {
    const { read, microsoft } = await readWith((_asked, times) =>
      times < 1 ? { status: 429, headers: { "Retry-After": "7.5" } } : { body: goodPage(2) },
    );

    expect(read.outcome).toBe("COMPLETE");
    expect(microsoft.waits).toEqual([7_510]);
  });

  it("F7: gets one new token when the one it has dies on the way", async () => {
    const { read, microsoft } = await readWith((asked) =>
      asked.authorization === "Bearer token-1" ? { status: 401 } : { body: goodPage(2) },
    );

    expect([read.outcome, microsoft.tokenRequests()]).toEqual(["COMPLETE", 2]);
  });

  it("is begun anew, once, when its page token has expired", async () => {
    let expired = true;
    const { read } = await readWith(() => {
      const first = expired;
      expired = false;
      return first ? { status: 400, body: { error: { code: "Directory_ExpiredPageToken" } } } : { body: goodPage(2) };
    });

    expect([read.outcome, read.people.length]).toEqual(["COMPLETE", 14]);
  });
});

const without = (page: number, key: string) =>
  Object.fromEntries(Object.entries(goodPage(page)).filter(([name]) => name !== key));

const faults: readonly [string, () => Reply][] = [
  ["F1: 500 for ever", () => ({ status: 500, body: { error: { code: "x" } } })],
  ["F2: 502 with a proxy's page", () => ({ status: 502, body: "<html>Bad gateway</html>" })],
  ["F2: 504 for ever", () => ({ status: 504 })],
  ["F4: 429 for ever, Retry-After 0", () => ({ status: 429, headers: { "Retry-After": "0" } })],
  ["F6: 429 for a day", () => ({ status: 429, headers: { "Retry-After": "86400" } })],
  ["F7: 401 for ever", () => ({ status: 401, body: { error: { code: "InvalidAuthenticationToken" } } })],
  ["F8: 403", () => ({ status: 403, body: { error: { code: "Authorization_RequestDenied", innerError: null } } })],
  ["404", () => ({ status: 404, body: { error: "gone" } })],
  ["400", () => ({ status: 400, body: { error: { code: "Request_UnsupportedQuery" } } })],
  [
    "an expired page token, again and again",
    () => ({ status: 400, body: { error: { code: "Directory_ExpiredPageToken" } } }),
  ],
  ["F11: malformed JSON", () => ({ body: '{"value":[}' })],
  ["F12: an empty 200", () => ({ body: "" })],
  ["F13: an HTML 200", () => ({ body: "<!doctype html><p>Please sign in to the proxy</p>" })],
  ["F14: a body cut off", () => ({ body: JSON.stringify(goodPage(2)).slice(0, 60) })],
  ["F15: no value", () => ({ body: without(2, "value") })],
  ["F15: value null", () => ({ body: { ...goodPage(2), value: null } })],
  ["F15: value an object", () => ({ body: { ...goodPage(2), value: {} } })],
  ["JSON that is a list", () => ({ body: [member(4)] })],
  ["JSON that is null", () => ({ body: "null" })],
  ["F16: a connection that always breaks", () => ({ body: "{", then: "RESET" })],
  ["F18: a link to itself", () => ({ body: { ...goodPage(2), "@odata.nextLink": link(2) } })],
  ["F18: a link back to the first page", () => ({ body: { ...goodPage(2), "@odata.nextLink": link(1) } })],
  ["a link that is null", () => ({ body: { ...goodPage(2), "@odata.nextLink": null } })],
  ["a link that is empty", () => ({ body: { ...goodPage(2), "@odata.nextLink": "" } })],
  ["a link that is a number", () => ({ body: { ...goodPage(2), "@odata.nextLink": 7 } })],
  ["F20: a redirect", () => ({ status: 302, headers: { Location: "https://evil.example/v1.0/users" } })],
  ["a row without an id", () => ({ body: { ...goodPage(2), value: [{ "@odata.type": "#microsoft.graph.user" }] } })],
  ["a row that does not say what it is", () => ({ body: { ...goodPage(2), value: [{ id: "who" }] } })],
  [
    "F50: a person of whom only the id is readable",
    () => ({
      body: { ...goodPage(2), value: [{ "@odata.type": "#microsoft.graph.user", id: "p4", displayName: null }] },
    }),
  ],
];

describe("a list is INCOMPLETE, and keeps who arrived, when its third page has", () => {
  it.each(faults)("%s", async (_what, fault) => {
    const { read, microsoft } = await readWith(fault);

    expect(read.outcome).toBe("INCOMPLETE");
    expect(read.people.map(({ id }) => id)).toEqual(expect.arrayContaining(["p0", "p1", "p2", "p3"]));
    expect(read.outcome === "INCOMPLETE" && read.because).toMatch(/\w+.*[.?]$/);
    expect(microsoft.asked().length).toBeLessThan(20);
    expect(JSON.stringify([read, microsoft.events])).not.toMatch(/token-1|a-secret|skiptoken/);
  });

  it("F17: no answer at all, within the time limit", async () => {
    const { read, microsoft } = await readWith(() => ({ then: "HANG" }), 500);

    expect(read).toMatchObject({ outcome: "INCOMPLETE", because: "Microsoft Graph did not answer in time." });
    expect(microsoft.asked().filter(({ url }) => pageOf(url) === 2)).toHaveLength(3);
  });

  it.each([
    "https://evil.example/v1.0/groups/x/members",
    "https://graph.microsoft.com:8443/v1.0/groups/x/members",
    "http://graph.microsoft.com/v1.0/groups/x/members",
    "https://graph.microsoft.com@evil.example/v1.0/groups",
    "https://graph.microsoft.com:443@evil.example/v1.0/groups",
    "https://user:pass@graph.microsoft.com/v1.0/groups",
    "https://graph.microsoft.com.evil.example/v1.0/groups",
    "https://login.microsoftonline.com/v1.0/groups",
    "https://graph.microsoft.com/beta/groups",
    "https://graph.microsoft.com/v1.0/../evil",
    "//evil.example/v1.0/groups",
    "/v1.0/groups",
    "not a link",
  ])("F19: a link to %s, which gets no request and no token", async (nextLink) => {
    const { read, microsoft } = await readWith(() => ({ body: { ...goodPage(2), "@odata.nextLink": nextLink } }));

    expect([read.outcome, read.people.length]).toEqual(["INCOMPLETE", 6]);
    expect(microsoft.asked()).toHaveLength(3);
    expect(microsoft.events).toContainEqual(expect.objectContaining({ event: "security.led_away_from_graph" }));
  });
});
