import { afterEach, describe, expect, it } from "vitest";
import { microsoftFetch } from "../microsoft-fetch.js";
import {
  answerParts,
  partsIn,
  startScriptedMicrosoft,
  type Asked,
  type Part,
  type Reply,
  type ScriptedMicrosoft,
} from "./scripted-microsoft.fixture.js";

const SALES = "aaaaaaaa-0000-4000-8000-000000000001";
const LEGAL = "aaaaaaaa-0000-4000-8000-000000000002";
const ADA = "bbbbbbbb-0000-4000-8000-000000000001";
const NOW = new Date("2026-05-04T12:00:00Z");

let microsoft: ScriptedMicrosoft | undefined;
afterEach(async () => {
  await microsoft?.close();
  microsoft = undefined;
});

/** `part` answers each part of a batch by its relative address and how often it was asked; `page` everything else. */
async function graphThat(script: {
  readonly part?: (url: string, times: number) => Part | null;
  readonly page?: (asked: Asked, times: number) => Reply;
  readonly batch?: (asked: Asked, times: number) => Reply;
}) {
  const batch = script.batch ?? answerParts(script.part ?? found);
  microsoft = await startScriptedMicrosoft({
    connect: (simulatorUrl) => microsoftFetch({ simulatorUrl, timeoutMs: 2_000 }),
    now: () => NOW,
    graph: (asked, times) =>
      asked.method === "POST" ? batch(asked, times) : (script.page?.(asked, times) ?? { body: { value: [] } }),
  });
  return microsoft;
}

/** Whatever is asked for by its id is there. */
const found = (url: string): Part => ({ status: 200, body: { id: url.split(/[/?]/)[2] } });

/** A list with nobody in it. */
const nobody: Part = { status: 200, body: { value: [] } };

describe("trouble of the whole tenant", () => {
  it.each([
    ["500", { status: 500 }, "DIRECTORY_UNREACHABLE"],
    ["F2: 504", { status: 504 }, "DIRECTORY_UNREACHABLE"],
    ["F8: 403", { status: 403, body: { error: { code: "Authorization_RequestDenied" } } }, "CONSENT_MISSING"],
    ["F7: 401 with every token", { status: 401 }, "DIRECTORY_UNREACHABLE"],
    [
      "401 because the app is unknown",
      { status: 401, body: { error: { code: "Authorization_IdentityNotFound" } } },
      "CONSENT_MISSING",
    ],
    ["429 for a day", { status: 429, headers: { "Retry-After": "86400" } }, "THROTTLED"],
  ])("is one problem when every group's members answer %s", async (_what, reply, code) => {
    const { directory } = await graphThat({ part: () => reply });

    const answer = await directory.readGroups([SALES, LEGAL], { nested: true });

    expect(answer).toMatchObject({ ok: false, problem: { code } });
  });

  it("F6: is told with the time to come back, and nothing is sent before it", async () => {
    const { directory, asked } = await graphThat({
      page: () => ({ status: 429, headers: { "Retry-After": "86400" } }),
    });

    const first = await directory.readEverybody();
    const sent = asked().length;
    const others = await Promise.all([directory.readGroups([SALES], { nested: true }), directory.lookUpPeople([ADA])]);

    const problem = { code: "THROTTLED", retryAt: new Date("2026-05-05T12:00:00Z") };
    expect([first, ...others]).toEqual(Array(3).fill({ ok: false, problem }));
    expect([sent, asked().length]).toEqual([1, 1]);
  });

  it("says when to come back even when Microsoft does not", async () => {
    const { directory } = await graphThat({ page: () => ({ status: 429 }) });

    expect(await directory.readEverybody()).toEqual({
      ok: false,
      problem: { code: "THROTTLED", retryAt: new Date("2026-05-04T12:01:00Z") },
    });
  });

  it("is not what one forbidden group is, while others can be read", async () => {
    const { directory } = await graphThat({
      part: (url) => (url.includes(LEGAL) ? { status: 403 } : nobody),
    });

    const answer = await directory.readGroups([SALES, LEGAL], { nested: true });

    expect(answer).toMatchObject({ ok: true, value: [{ outcome: "COMPLETE" }, { outcome: "HIDDEN" }] });
  });

  it("is not what one failing group is", async () => {
    const { directory } = await graphThat({
      part: (url) => (url.includes(LEGAL) ? { status: 500 } : nobody),
    });

    const answer = await directory.readGroups([LEGAL, SALES], { nested: true });

    expect(answer).toMatchObject({ ok: true, value: [{ outcome: "INCOMPLETE" }, { outcome: "COMPLETE" }] });
  });
});

describe("the first pages of groups", () => {
  const members = { status: 200, body: { value: [{ "@odata.type": "#microsoft.graph.user", id: ADA }] } };
  const group = (number: number) => `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, "0")}`;

  it("that were throttled are asked for again after the longest wait, and only they", async () => {
    const { directory, asked, waits } = await graphThat({
      part: (url, times) =>
        url.includes(LEGAL) && times < 2 ? { status: 429, headers: { "Retry-After": "7" } } : nobody,
    });

    const answer = await directory.readGroups([SALES, LEGAL], { nested: true });

    expect(answer).toMatchObject({ ok: true, value: [{ outcome: "COMPLETE" }, { outcome: "COMPLETE" }] });
    expect(asked().map((batch) => partsIn(batch).length)).toEqual([2, 1, 1]);
    expect(Math.max(...waits)).toBe(7_010);
  });

  it.each([
    ["404", { status: 404 }, "NOT_FOUND"],
    ["403", { status: 403 }, "HIDDEN"],
    ["500 for ever", { status: 500 }, "INCOMPLETE"],
    ["429 for ever", { status: 429 }, "INCOMPLETE"],
    ["400", { status: 400 }, "INCOMPLETE"],
    ["no answer of its own", null, "INCOMPLETE"],
    ["no rows", { status: 200, body: {} }, "INCOMPLETE"],
    ["a body that is none", { status: 200, body: "hello" }, "INCOMPLETE"],
    ["a person of whom only the id is readable", members, "INCOMPLETE"],
    [
      "a link elsewhere",
      { status: 200, body: { value: [], "@odata.nextLink": "https://evil.example/v1.0/groups" } },
      "INCOMPLETE",
    ],
  ] satisfies readonly [string, Part | null, string][])(
    "of which one brings %s leave the others complete",
    async (_what, part, outcome) => {
      const { directory, asked } = await graphThat({ part: (url) => (url.includes(LEGAL) ? part : nobody) });

      const answer = await directory.readGroups([SALES, LEGAL], { nested: true });

      expect(answer).toMatchObject({ ok: true, value: [{ outcome: "COMPLETE" }, { outcome }] });
      expect(asked().every(({ url }) => url.endsWith("/$batch"))).toBe(true);
    },
  );

  it("that cannot be had at all are given up with the first twenty", async () => {
    const { directory, asked } = await graphThat({ batch: () => ({ status: 503 }) });

    const answer = await directory.readGroups(
      Array.from({ length: 60 }, (_, number) => group(number)),
      {
        nested: true,
      },
    );

    expect(answer).toMatchObject({ ok: false, problem: { code: "DIRECTORY_UNREACHABLE" } });
    expect(asked()).toHaveLength(3);
  });
});

describe("a read of everybody", () => {
  it.each([
    ["500", { status: 500 }, { code: "DIRECTORY_UNREACHABLE" }],
    ["404", { status: 404 }, { code: "DIRECTORY_UNREACHABLE" }],
    [
      "an expired page",
      { status: 400, body: { error: { code: "Directory_ExpiredPageToken" } } },
      { code: "DIRECTORY_UNREACHABLE" },
    ],
    ["no rows", { body: {} }, { code: "DIRECTORY_UNREACHABLE" }],
    ["a row that is none", { body: { value: [{}] } }, { code: "DIRECTORY_UNREACHABLE" }],
    ["403", { status: 403 }, { code: "CONSENT_MISSING" }],
  ])("that breaks off with %s is a problem and never half a list", async (_what, reply, problem) => {
    const { directory } = await graphThat({ page: () => reply });

    expect(await directory.readEverybody()).toMatchObject({ ok: false, problem });
  });
});

describe("a page for choosing", () => {
  it.each(["findPeople", "findGroups"] as const)(
    "of %s whose next link leads elsewhere is not handed on",
    async (method) => {
      const next = "https://evil.example/v1.0/users";
      const { directory, events } = await graphThat({ page: () => ({ body: { value: [], "@odata.nextLink": next } }) });

      const query = { search: "", department: "", kind: null, pageSize: 10, continuation: null };
      const answer = await directory[method](query);

      expect(answer).toMatchObject({ ok: false, problem: { code: "DIRECTORY_UNREACHABLE" } });
      expect(events).toContainEqual(expect.objectContaining({ event: "security.led_away_from_graph" }));
    },
  );

  it.each(["findPeople", "findGroups"] as const)(
    "of %s is empty, and nothing is asked, for a search that holds nothing to search for",
    async (method) => {
      const { directory, asked } = await graphThat({ page: () => ({ body: { value: [{ id: ADA }] } }) });
      const query = { department: "", kind: null, pageSize: 10, continuation: null };

      const answers = await Promise.all(['"', "\\", " "].map((search) => directory[method]({ ...query, search })));

      expect(answers.every((answer) => answer.ok && answer.value.next === null)).toBe(true);
      expect(
        answers.flatMap((answer) => (answer.ok ? (Object.values(answer.value) as unknown[]) : [])).flat(),
      ).not.toContainEqual(expect.objectContaining({ id: ADA }));
      expect(asked()).toEqual([]);
    },
  );

  it("asks the lagging index on every page, and the lists for syncing never", async () => {
    const page = ({ url }: Asked): Reply => ({
      body: {
        value: [],
        ...(url.includes("again") ? {} : { "@odata.nextLink": "https://graph.microsoft.com/v1.0/users?again" }),
      },
    });
    const { directory, asked } = await graphThat({ page });
    const query = { search: "a", department: "", kind: null, pageSize: 10 };

    const first = await directory.findPeople({ ...query, continuation: null });
    await directory.findPeople({ ...query, continuation: first.ok ? first.value.next : null });
    await directory.readEverybody();

    expect(asked().map(({ consistency }) => consistency)).toEqual(["eventual", "eventual", undefined, undefined]);
  });
});

describe("a batch", () => {
  it("asks its throttled parts again after the longest wait, and only those", async () => {
    const ids = Array.from({ length: 5 }, (_, index) => `bbbbbbbb-0000-4000-8000-00000000000${String(index)}`);
    const { directory, asked, waits } = await graphThat({
      part: (url, times) => {
        const wait = /0000([12])\?/.exec(url)?.[1];
        if (wait && times === 0) return { status: 429, headers: { "Retry-After": String(Number(wait) * 3) } };
        return found(url);
      },
    });

    const answer = await directory.lookUpPeople(ids);

    expect(answer.ok && [...answer.value.values()].map(({ found }) => found)).toEqual(Array(5).fill("PRESENT"));
    const sizes = asked().map((batch) => partsIn(batch).length);
    expect([sizes, Math.max(...waits)]).toEqual([[5, 2], 6_010]);
  });

  it.each([
    ["a fault for ever", { status: 500 }],
    ["throttling for ever", { status: 429 }],
    ["nothing at all", null],
    ["somebody else", { status: 200, body: { id: LEGAL } }],
    ["a body that is none", { status: 200, body: "hello" }],
    ["a refusal", { status: 403 }],
    ["a bad request", { status: 400 }],
  ])("whose part about one person brings %s leaves that person UNKNOWN", async (_what, part) => {
    const { directory } = await graphThat({
      part: (url) => (url.includes(ADA) ? part : found(url)),
    });

    const answer = await directory.lookUpPeople([ADA, SALES]);

    expect(answer.ok && [answer.value.get(ADA)?.found, answer.value.get(SALES)?.found]).toEqual(["UNKNOWN", "PRESENT"]);
  });

  it("never makes somebody GONE whose second question was not answered", async () => {
    const { directory } = await graphThat({ part: (url) => ({ status: url.includes("deletedItems") ? 500 : 404 }) });

    const answer = await directory.lookUpPeople([ADA]);

    expect(answer.ok && answer.value.get(ADA)).toEqual({ found: "UNKNOWN" });
  });

  it.each([
    ["somebody else", { id: LEGAL }],
    ["nobody", {}],
  ])("never makes somebody DELETED by a deleted item that is %s", async (_who, body) => {
    const { directory } = await graphThat({
      part: (url) => (url.includes("deletedItems") ? { status: 200, body } : { status: 404 }),
    });

    const answer = await directory.lookUpPeople([ADA]);

    expect(answer.ok && answer.value.get(ADA)).toEqual({ found: "UNKNOWN" });
  });

  it("is read when it comes as a 424, the old way to say that parts were throttled", async () => {
    const { directory } = await graphThat({
      batch: () => ({ status: 424, body: { responses: [{ id: "0", status: 200, body: { id: ADA } }] } }),
    });

    const answer = await directory.lookUpPeople([ADA]);

    expect(answer.ok && answer.value.get(ADA)?.found).toBe("PRESENT");
  });

  it("that fails for one group makes a look-up fail rather than leave the group out", async () => {
    const { directory } = await graphThat({ part: (url) => (url.includes(LEGAL) ? { status: 500 } : { status: 404 }) });

    expect(await directory.lookUpGroups([SALES, LEGAL])).toMatchObject({
      ok: false,
      problem: { code: "DIRECTORY_UNREACHABLE" },
    });
  });
});
