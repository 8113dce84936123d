import { afterEach, describe, expect, it } from "vitest";
import { microsoftFetch } from "../microsoft-fetch.js";
import type { ClientCredential } from "./client-credentials.js";
import {
  startScriptedMicrosoft,
  type Asked,
  type Reply,
  type ScriptedMicrosoft,
} from "./scripted-microsoft.fixture.js";

let microsoft: ScriptedMicrosoft | undefined;
afterEach(async () => {
  await microsoft?.close();
  microsoft = undefined;
});

let clock = new Date("2026-05-04T12:00:00Z");

/** A Microsoft whose Graph is in order and whose token endpoint answers as told. */
async function withTokens(
  token: (times: number, asked: Asked) => Reply | undefined,
  graph: Reply = { body: { value: [] } },
  credentials?: readonly ClientCredential[],
) {
  clock = new Date("2026-05-04T12:00:00Z");
  let times = 0;
  microsoft = await startScriptedMicrosoft({
    connect: (simulatorUrl) => microsoftFetch({ simulatorUrl, timeoutMs: 2_000 }),
    token: (asked) =>
      token(times++, asked) ?? {
        body: { token_type: "Bearer", expires_in: 3599, access_token: `token-${String(times)}` },
      },
    graph: () => graph,
    now: () => clock,
    ...(credentials ? { credentials } : {}),
  });
  return microsoft;
}

const refusal = (status: number, error: string, code: number): Reply => ({
  status,
  body: {
    error,
    error_description: `AADSTS${String(code)}: words.\r\nTrace ID: x\r\nCorrelation ID: y\r\nTimestamp: 2026-05-04 12:00:00Z`,
    error_codes: [code],
    timestamp: "2026-05-04 12:00:00Z",
    trace_id: "x",
    correlation_id: "y",
  },
});

describe("a token that is refused", () => {
  it.each([
    ["the app was removed", 401, "invalid_client", 7000229, "CONSENT_MISSING", "APP_REMOVED"],
    ["the app never was there", 400, "unauthorized_client", 700016, "CONSENT_MISSING", "APP_REMOVED"],
    ["the app is switched off there", 400, "unauthorized_client", 7000112, "CONSENT_MISSING", "APP_DISABLED"],
    ["F9: our secret is wrong", 401, "invalid_client", 7000215, "CONFIGURATION_BROKEN", "CREDENTIALS_REFUSED"],
    ["F9: our secret has expired", 401, "invalid_client", 7000222, "CONFIGURATION_BROKEN", "CREDENTIALS_REFUSED"],
    ["our certificate is not registered", 401, "invalid_client", 700027, "CONFIGURATION_BROKEN", "CREDENTIALS_REFUSED"],
    ["there is no such tenant", 400, "invalid_request", 90002, "TENANT_UNKNOWN", "TENANT_UNKNOWN"],
    ["the tenant id is none", 400, "invalid_request", 900023, "TENANT_UNKNOWN", "TENANT_UNKNOWN"],
    ["a policy of the tenant forbids it", 400, "access_denied", 53003, "ACCESS_BLOCKED", "BLOCKED_BY_POLICY"],
    ["a policy wants more", 400, "interaction_required", 53000, "ACCESS_BLOCKED", "BLOCKED_BY_POLICY"],
    ["Microsoft is in trouble", 400, "temporarily_unavailable", 90033, "DIRECTORY_UNREACHABLE", undefined],
  ] as const)("because %s says so, and whose it is", async (_what, status, error, number, code, trouble) => {
    const { directory, asked } = await withTokens(() => refusal(status, error, number));

    const [proof, groups] = [await directory.prove(), await directory.readEverybody()];

    const problem = { code, detail: `AADSTS${String(number)}`, ...(trouble && { trouble }) };
    expect([proof, groups]).toEqual(Array(2).fill({ ok: false, problem }));
    expect(asked()).toEqual([]);
  });

  it.each([
    ["F9: 503 with a page", { status: 503, body: "<html>" }],
    ["500", { status: 500, body: {} }],
    ["HTML for a token", { status: 200, body: "<html>" }],
    ["JSON without a token", { status: 200, body: {} }],
    ["a broken connection", { body: "{", then: "RESET" as const }],
    ["a redirect", { status: 302, headers: { Location: "https://evil.example/" } }],
  ])("because the endpoint answers %s makes the directory unreachable, for now", async (_what, reply) => {
    const down = await withTokens((times) => (times < 3 ? reply : undefined));

    const [first, second] = [await down.directory.prove(), await down.directory.prove()];

    expect(first).toMatchObject({ ok: false, problem: { code: "DIRECTORY_UNREACHABLE" } });
    expect(second).toEqual({ ok: true, value: { tenantName: null } });
    expect(down.waits).toEqual([1_000, 2_000]);
  });

  it("because of too many is not asked for again before Microsoft allows it", async () => {
    const busy = await withTokens((times) =>
      times === 0 ? { status: 429, headers: { "Retry-After": "30" }, body: {} } : undefined,
    );

    const first = await busy.directory.prove();
    const second = await busy.directory.prove();
    const askedMeanwhile = busy.tokenRequests();
    clock = new Date(clock.getTime() + 30_000);
    const third = await busy.directory.prove();

    const retryAt = new Date("2026-05-04T12:00:30Z");
    expect(first).toMatchObject({ ok: false, problem: { code: "THROTTLED", retryAt } });
    expect(second).toEqual({ ok: false, problem: { code: "THROTTLED", retryAt } });
    expect([askedMeanwhile, third.ok]).toEqual([1, true]);
  });
});

describe("a second credential", () => {
  const two = ["first-canary", "second-canary"].map((secret) => ({ kind: "SECRET" as const, secret }));
  const shows = (asked: Asked) => new URLSearchParams(asked.body).get("client_secret");

  it.each([
    ["wrong", 7000215],
    ["expired", 7000222],
    ["a certificate nobody registered", 700027],
    ["out of its time", 700024],
    ["wrong in a way we do not know", 7009999],
  ])("is shown at once when the first is %s", async (_what, code) => {
    const { directory, tokenRequests, waits, events } = await withTokens(
      (_times, asked) => (shows(asked) === "first-canary" ? refusal(401, "invalid_client", code) : undefined),
      undefined,
      two,
    );

    const answer = await directory.prove();

    expect([answer.ok, tokenRequests(), waits]).toEqual([true, 2, []]);
    expect(events).toMatchObject([{ event: "token.credential_refused", credential: 1, detail: `AADSTS${code}` }]);
    expect(JSON.stringify(events)).not.toContain("canary");
  });

  it.each([
    ["the app was removed from the tenant", refusal(401, "invalid_client", 7000229)],
    ["the app never was in the tenant", refusal(400, "unauthorized_client", 700016)],
    ["there is no such tenant", refusal(400, "invalid_request", 90002)],
    ["of too many", { status: 429, headers: { "Retry-After": "30" }, body: { error: "invalid_client" } }],
    ["Microsoft is in trouble", { status: 503, headers: { "Retry-After": "30" }, body: { error: "invalid_client" } }],
    ["Microsoft is in trouble, in words", refusal(400, "invalid_client", 90033)],
  ])("is not shown because %s", async (_what, reply) => {
    const asked: (string | null)[] = [];
    const { directory } = await withTokens(
      (_times, request) => {
        asked.push(shows(request));
        return reply;
      },
      undefined,
      two,
    );

    expect(await directory.prove()).toMatchObject({ ok: false });
    expect(asked).toEqual(["first-canary"]);
  });

  it("is the only one shown again while Microsoft is in trouble", async () => {
    const asked: (string | null)[] = [];
    const { directory, waits } = await withTokens(
      (times, request) => {
        asked.push(shows(request));
        return [refusal(401, "invalid_client", 7000222), { status: 503, body: {} }][times];
      },
      undefined,
      two,
    );

    expect((await directory.prove()).ok).toBe(true);
    expect([asked, waits]).toEqual([["first-canary", "second-canary", "second-canary"], [1_000]]);
  });
});

describe("a token that is given", () => {
  it("serves many requests at once, and is fetched anew to prove a consent", async () => {
    const { directory, tokenRequests } = await withTokens(() => undefined);

    await Promise.all([1, 2, 3, 4, 5].map(() => directory.readEverybody()));
    const shared = tokenRequests();
    await directory.prove();

    expect([shared, tokenRequests()]).toEqual([1, 2]);
  });

  it("goes with every request to Graph and into no log line, problem or answer", async () => {
    const graph: Reply = { status: 400, body: { error: { code: "Request_BadRequest", message: "token-1 leaked" } } };
    const { directory, asked, events } = await withTokens(() => undefined, graph);

    const answer = await directory.readEverybody();

    expect(asked().map(({ authorization }) => authorization)).toEqual(["Bearer token-1"]);
    expect(JSON.stringify([answer, events])).not.toMatch(/token-1|a-secret/);
  });

  it("is replaced once for all lanes that find it dead", async () => {
    microsoft = await startScriptedMicrosoft({
      connect: (simulatorUrl) => microsoftFetch({ simulatorUrl }),
      graph: ({ authorization }) => (authorization === "Bearer token-1" ? { status: 401 } : { body: { value: [] } }),
    });
    const { directory, tokenRequests } = microsoft;

    const answers = await Promise.all([1, 2, 3, 4].map(() => directory.readEverybody()));

    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(tokenRequests()).toBe(2);
  });
});
