import { afterEach, describe, expect, it } from "vitest";
import { microsoftFetch } from "../microsoft-fetch.js";
import {
  answerParts,
  GRAPH,
  partsIn,
  startScriptedMicrosoft,
  TENANT,
  type Asked,
  type Part,
  type Reply,
  type ScriptedMicrosoft,
} from "./scripted-microsoft.fixture.js";

const SALES = "aaaaaaaa-0000-4000-8000-000000000001";
const LEGAL = "aaaaaaaa-0000-4000-8000-000000000002";
const ADA = "bbbbbbbb-0000-4000-8000-00000000000a";
const BOB = "bbbbbbbb-0000-4000-8000-00000000000b";

let microsoft: ScriptedMicrosoft | undefined;
afterEach(async () => {
  await microsoft?.close();
  microsoft = undefined;
});

/** What is answered about Ada, each a body or a fault; everybody else is enabled and in Sales. */
interface About {
  readonly user?: Part | null;
  readonly groups?: Part | null;
  readonly deleted?: Part | null;
}

const group = (id: string) => ({ "@odata.type": "#microsoft.graph.group", id });
const body = (value: unknown): Part => ({ status: 200, body: value });
const refused = (status: number, code = "Refused"): Part => ({ status, body: { error: { code } } });
const NOT_FOUND = refused(404, "Request_ResourceNotFound");

const fine = (url: string): Part =>
  url.includes("MemberOf")
    ? body({ value: [group(SALES)] })
    : body({ id: url.split(/[/?]/)[2], accountEnabled: true, userType: "Member" });

const inCaseOf =
  (ada: About) =>
  (url: string): Part | null => {
    if (!url.includes(ADA)) return fine(url);
    const answer = url.includes("MemberOf") ? ada.groups : url.includes("deletedItems") ? ada.deleted : ada.user;
    return answer === undefined ? fine(url) : answer;
  };

/** `part` answers the parts of batches, `page` what is asked for alone. */
async function graphThat(script: {
  readonly part?: (url: string, times: number) => Part | null;
  readonly page?: (asked: Asked, times: number) => Reply;
  readonly batch?: (asked: Asked) => Reply | null;
  readonly token?: (asked: Asked, times: number) => Reply;
  readonly now?: () => Date;
}) {
  const parts = answerParts(script.part ?? fine);
  const { batch, page, part: _part, ...more } = script;
  microsoft = await startScriptedMicrosoft({
    connect: (simulatorUrl) => microsoftFetch({ simulatorUrl, timeoutMs: 2_000 }),
    graph: (asked, times) =>
      asked.method === "POST" ? (batch?.(asked) ?? parts(asked)) : (page?.(asked, times) ?? { status: 404 }),
    ...more,
  });
  return microsoft;
}

async function look({ directory }: ScriptedMicrosoft, ids: readonly string[]) {
  const answer = await directory.lookAgain(ids, { nested: true });
  if (!answer.ok) throw new Error(`Expected people, got ${answer.problem.code}.`);
  return answer.value;
}

const SECOND_PAGE = `${GRAPH}/users/${ADA}/transitiveMemberOf?$select=id&$top=999&$skiptoken=second'=%20page`;
const firstPage = (nextLink: unknown = SECOND_PAGE): About => ({
  groups: body({ value: [group(SALES)], "@odata.nextLink": nextLink }),
});

const people = (howMany: number) =>
  Array.from({ length: howMany }, (_, number) => `bbbbbbbb-0000-4000-8000-${String(number).padStart(12, "0")}`);

describe("a second look", () => {
  it.each([
    ["throttled once", refused(429)],
    ["failing once", refused(500)],
    ["left out of an answer once", null],
    ["not tried because another failed", refused(424)],
  ])("R5: asks the question that was %s again, and no other", async (_what, trouble) => {
    const microsoft = await graphThat({
      part: (url, times) => (url.includes(`${ADA}/`) && times === 0 ? trouble : fine(url)),
    });

    const looks = await look(microsoft, [ADA, BOB]);

    expect([...looks.values()].map(({ found }) => found)).toEqual(["PRESENT", "PRESENT"]);
    expect(microsoft.asked().map((batch) => partsIn(batch).length)).toEqual([4, 1]);
  });

  it("follows the link to the next page as it came", async () => {
    const microsoft = await graphThat({
      part: inCaseOf(firstPage()),
      page: () => ({ body: { value: [group(LEGAL.toUpperCase())] } }),
    });

    const looks = await look(microsoft, [ADA]);

    expect(looks.get(ADA)).toMatchObject({ found: "PRESENT", groupIds: new Set([SALES, LEGAL]) });
    const link = new URL(SECOND_PAGE);
    expect(microsoft.asked().at(-1)).toMatchObject({ url: link.pathname + link.search, consistency: undefined });
  });

  it("F50: calls nobody enabled, blocked, member or guest of whom only the id is readable", async () => {
    const bare = { id: ADA, accountEnabled: null, userType: null };
    const microsoft = await graphThat({ part: inCaseOf({ user: body(bare) }) });

    expect((await look(microsoft, [ADA])).get(ADA)).toMatchObject({
      found: "PRESENT",
      accountEnabled: null,
      kind: null,
      groupIds: new Set([SALES]),
    });
  });

  it("asks nothing about what is no id", async () => {
    const microsoft = await graphThat({});

    expect([...(await look(microsoft, ["../users", ""])).values()]).toEqual([{ found: "GONE" }, { found: "GONE" }]);
    expect(microsoft.asked()).toEqual([]);
  });
});

const unclear: readonly (readonly [string, About])[] = [
  ["a user that fails for ever", { user: refused(500) }],
  ["a user that is throttled for ever", { user: refused(429) }],
  ["a user that is forbidden", { user: refused(403) }],
  ["a user that is a bad request", { user: refused(400) }],
  ["no word about the user", { user: null }],
  ["somebody else", { user: body({ id: BOB, accountEnabled: true, userType: "Member" }) }],
  ["a user that is none", { user: body("hello") }],
  ["a user without an id", { user: body({ accountEnabled: true }) }],
  ["groups that fail for ever", { groups: refused(500) }],
  ["groups that are throttled for ever", { groups: refused(429) }],
  ["groups that are forbidden", { groups: refused(403) }],
  ["no word about the groups", { groups: null }],
  ["groups that are none", { groups: body("hello") }],
  ["groups without a body", { groups: { status: 200 } }],
  ["F15: groups without rows", { groups: body({}) }],
  ["F15: rows that are null", { groups: body({ value: null }) }],
  ["a row without an id", { groups: body({ value: [{ "@odata.type": "#microsoft.graph.group" }] }) }],
  ["a row that does not say what it is", { groups: body({ value: [{ id: SALES }] }) }],
  ["a user, but no list", { groups: NOT_FOUND }],
  ["a list, but no user", { user: NOT_FOUND }],
  ["no user, and a list that is forbidden", { user: NOT_FOUND, groups: refused(403) }],
  ["no user, and a list that fails", { user: NOT_FOUND, groups: refused(500) }],
  ["neither, and deleted items that fail", { user: NOT_FOUND, groups: NOT_FOUND, deleted: refused(500) }],
  ["neither, and forbidden deleted items", { user: NOT_FOUND, groups: NOT_FOUND, deleted: refused(403) }],
  ["neither, and no word about the deleted", { user: NOT_FOUND, groups: NOT_FOUND, deleted: null }],
  ["neither, and somebody else deleted", { user: NOT_FOUND, groups: NOT_FOUND, deleted: body({ id: BOB }) }],
  ["F19: a next page that is elsewhere", firstPage("https://evil.example/v1.0/users")],
  ["F19: a next page at another port", firstPage("https://graph.microsoft.com:8443/v1.0/users")],
  ["F18: a next page that is the first", firstPage(`${GRAPH}/users/${ADA}/transitiveMemberOf?$select=id&$top=999`)],
  ["a next page that is null", firstPage(null)],
  ["a next page that is empty", firstPage("")],
];

const secondPages: readonly (readonly [string, Reply])[] = [
  ["F1: fails for ever", { status: 500 }],
  ["F4: is throttled for ever", { status: 429 }],
  ["F8: is forbidden", { status: 403 }],
  ["is not there", { status: 404 }],
  ["has expired", { status: 400, body: { error: { code: "Directory_ExpiredPageToken" } } }],
  ["F13: is a proxy's page", { body: "<p>Please sign in</p>" }],
  ["F15: has no rows", { body: {} }],
  ["F18: leads to itself", { body: { value: [], "@odata.nextLink": SECOND_PAGE } }],
  ["F20: is a redirect", { status: 302, headers: { Location: "https://evil.example/" } }],
];

describe("R5: somebody is UNKNOWN, and nobody else is, of whom Microsoft answers", () => {
  it.each(unclear)("%s", async (_what, about) => {
    const microsoft = await graphThat({ part: inCaseOf(about) });

    const looks = await look(microsoft, [ADA, BOB]);

    expect(looks.get(ADA)).toEqual({ found: "UNKNOWN" });
    expect(looks.get(BOB)).toMatchObject({ found: "PRESENT", groupIds: new Set([SALES]) });
    expect(microsoft.asked().length).toBeLessThan(20);
    expect(JSON.stringify(microsoft.events)).not.toMatch(/token-1|a-secret|skiptoken/);
  });

  it.each(secondPages)("groups whose second page %s", async (_what, reply) => {
    const microsoft = await graphThat({ part: inCaseOf(firstPage()), page: () => reply });

    const looks = await look(microsoft, [ADA, BOB]);

    expect([looks.get(ADA)?.found, looks.get(BOB)?.found]).toEqual(["UNKNOWN", "PRESENT"]);
    expect(microsoft.asked().length).toBeLessThan(20);
  });

  it("no user and a list of which only the second page is missing", async () => {
    const microsoft = await graphThat({ part: inCaseOf({ ...firstPage(), user: NOT_FOUND, deleted: NOT_FOUND }) });

    expect((await look(microsoft, [ADA])).get(ADA)).toEqual({ found: "UNKNOWN" });
  });

  it("F1: a question that fails three times, which then is left alone and told to the log", async () => {
    const microsoft = await graphThat({ part: inCaseOf({ groups: refused(500) }) });

    await look(microsoft, [ADA, BOB]);

    const because = ["Microsoft Graph answered 500 Refused."];
    expect(microsoft.events).toEqual([{ event: "graph.unclear", tenantId: TENANT, people: 1, because }]);
    expect(microsoft.asked().map((batch) => partsIn(batch).length)).toEqual([4, 1, 1]);
    expect(microsoft.waits).toEqual([1_000, 2_000]);
  });

  it("F19: a next page elsewhere, which gets no request, no token, and a line in the log", async () => {
    const microsoft = await graphThat({ part: inCaseOf(firstPage("https://evil.example/v1.0/users")) });

    await look(microsoft, [ADA]);

    expect(microsoft.asked()).toHaveLength(1);
    expect(microsoft.events).toContainEqual(expect.objectContaining({ event: "security.led_away_from_graph" }));
  });
});

describe("R5: everybody is UNKNOWN", () => {
  it.each([
    ["F2: fails", { status: 503 }],
    ["F7: is refused with every token", { status: 401 }],
    ["F13: is a proxy's page", { body: "<p>Please sign in</p>" }],
    ["F20: is a redirect", { status: 302, headers: { Location: "https://evil.example/" } }],
    ["has no answers", { body: {} }],
  ])("who was asked for in a request that %s, and nobody beyond", async (_what, reply) => {
    const ids = people(30);
    const microsoft = await graphThat({ batch: (asked) => (asked.body.includes(ids[14] ?? "") ? reply : null) });

    const looks = await look(microsoft, ids);

    const unknown = ids.filter((id) => looks.get(id)?.found === "UNKNOWN");
    expect([unknown, looks.size]).toEqual([ids.slice(10, 20), 30]);
  });

  it.each([
    ["F2: fails", { status: 503 }],
    ["F4: is throttled", { status: 429 }],
    ["is no batch", { status: 400 }],
  ])("when each request %s", async (_what, reply) => {
    const ids = people(30);
    const microsoft = await graphThat({ batch: () => reply });

    const looks = await look(microsoft, ids);

    expect([...looks]).toEqual(ids.map((id) => [id, { found: "UNKNOWN" }]));
  });

  it("F6: who was not asked for yet when Microsoft says to come back tomorrow", async () => {
    const ids = people(200);
    const tomorrow: Part = { status: 429, headers: { "Retry-After": "86400" } };
    const microsoft = await graphThat({ part: (url) => (url.includes(ids[0] ?? "") ? tomorrow : fine(url)) });

    const looks = await look(microsoft, ids);

    expect(looks.get(ids[0] ?? "")).toEqual({ found: "UNKNOWN" });
    expect(looks.get(ids.at(-1) ?? "")).toEqual({ found: "UNKNOWN" });
    expect(microsoft.asked().length).toBeLessThan(10);
    expect(microsoft.waits).toEqual([]);
  });

  it("F17: who was not asked for within ten minutes; whoever was keeps their answer", async () => {
    const start = Date.parse("2026-05-04T12:00:00Z");
    let batches = 0;
    const microsoft = await graphThat({
      now: () => new Date(start + batches * 3 * 60_000),
      batch: () => {
        batches += 1;
        return null;
      },
    });

    const looks = await look(microsoft, people(80));

    const found = [...looks.values()].map(({ found }) => found);
    expect(found.slice(0, 10)).toEqual(Array(10).fill("PRESENT"));
    expect(found.slice(-10)).toEqual(Array(10).fill("UNKNOWN"));
    expect(batches).toBeLessThan(8);
  });
});

describe("a second look as a whole is a problem", () => {
  it("F8: when not one question is allowed", async () => {
    const { directory } = await graphThat({ part: () => refused(403, "Authorization_RequestDenied") });

    expect(await directory.lookAgain([ADA, BOB], { nested: true })).toMatchObject({
      ok: false,
      problem: { code: "CONSENT_MISSING" },
    });
  });

  it("F9: when there is no token, and then asks for no more of them than for one read", async () => {
    const { directory, asked, tokenRequests } = await graphThat({ token: () => ({ status: 503 }) });

    const answer = await directory.lookAgain(people(500), { nested: true });

    expect(answer).toMatchObject({ ok: false, problem: { code: "DIRECTORY_UNREACHABLE" } });
    expect([asked().length, tokenRequests() < 20]).toEqual([0, true]);
  });

  it("F9: when the token dies half-way and there is no new one", async () => {
    let tokens = 0;
    const { directory } = await graphThat({
      part: inCaseOf(firstPage()),
      page: () => ({ status: 401 }),
      token: () =>
        tokens++ === 0
          ? { body: { token_type: "Bearer", expires_in: 3599, access_token: "good" } }
          : { status: 401, body: { error: "invalid_client", error_codes: [7000222] } },
    });

    const answer = await directory.lookAgain([ADA], { nested: true });

    expect(answer).toMatchObject({ ok: false, problem: { code: "CONFIGURATION_BROKEN" } });
  });

  it("when it is told to stop between two pages", async () => {
    const stop = new AbortController();
    const { directory } = await graphThat({
      part: inCaseOf(firstPage()),
      page: () => {
        stop.abort();
        return { body: { value: [] } };
      },
    });

    const answer = await directory.lookAgain([ADA], { nested: true, signal: stop.signal });

    expect(answer).toMatchObject({ ok: false, problem: { detail: "The read was stopped." } });
  });
});
