import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverEnv, SOURCE_SERVER, startServer, type ServerProcess } from "../processes/server.js";
import { freePort, startWorld, type World } from "../world.js";

/* The headers that keep browsers careful, which every answer has, whatever it is about. */

const NOTHING = "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'";
const REQUEST_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let world: World;
let limited: World;
/** Behind TLS, as it believes, and without its database. */
let early: ServerProcess;
let earlyUrl: string;

beforeAll(async () => {
  const port = await freePort();
  early = startServer(SOURCE_SERVER, {
    ...serverEnv({ port, mongoUri: "mongodb://127.0.0.1:1/rollcall", microsoftUrl: "http://127.0.0.1:1" }),
    PUBLIC_URL: "https://rollcall.example",
  });
  earlyUrl = `http://127.0.0.1:${port}`;
  [world, limited] = await Promise.all([startWorld(), startWorld({ rateLimits: { address: 0 } }), early.listening]);
});
afterAll(() => Promise.all([world.close(), limited.close(), early.stop()]));

type At = (url: string) => Promise<Response>;
const to =
  (path: string, init: RequestInit = {}): At =>
  (url) =>
    fetch(`${url}${path}`, { redirect: "manual", ...init });
const post = (body: string, headers: Record<string, string> = {}) =>
  to("/graphql", { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
const asTool = { headers: { "apollo-require-preflight": "yes" } };
const MUTATION = encodeURIComponent("mutation { startRun { __typename } }");

function expectCareful({ headers }: Response): void {
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toMatch(/^(no-referrer|strict-origin-when-cross-origin)$/);
  expect(headers.get("permissions-policy")).toContain("camera=(), microphone=(), geolocation=()");
  expect(headers.get("x-request-id")).toMatch(REQUEST_ID);
  expect([headers.get("x-powered-by"), headers.get("x-frame-options")]).toEqual([null, null]);
}

describe("every answer that is no page", () => {
  const answers: readonly (readonly [what: string, status: number, ask: At])[] = [
    ["settings", 200, to("/config.json")],
    ["a GraphQL answer", 200, post('{"query":"{ __typename }"}')],
    ["a GraphQL answer to GET", 200, to("/graphql?query={__typename}", asTool)],
    ["a refusal of a stranger", 401, post('{"query":"{ viewer { user { id } } }"}')],
    ["a GraphQL error", 400, post('{"query":"{ nothing }"}')],
    ["malformed JSON", 400, post("{")],
    ["what is not there", 404, to("/nothing.txt")],
    ["an asset that is not there", 404, to("/assets/nothing.js")],
    ["a mutation by GET", 405, to(`/graphql?query=${MUTATION}`, asTool)],
    ["a body that is too large", 413, post(" ".repeat(110_000))],
    ["a charset nobody reads", 415, post("{}", { "content-type": "application/json; charset=canary" })],
    ["an asset", 200, to("/assets/app.js")],
    ["a part of an asset", 206, to("/assets/app.js", { headers: { range: "bytes=0-5" } })],
    ["a part of an asset that it has not", 416, to("/assets/app.js", { headers: { range: "bytes=99999999-" } })],
    [
      "an asset that did not change",
      304,
      to("/assets/app.js", {
        headers: { "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT", "cache-control": "max-age=0" },
      }),
    ],
    ["the page's file as it lies there", 404, to("/index.html")],
    ["what may be asked of a page", 200, to("/", { method: "OPTIONS" })],
    ["what may be asked of the API", 400, to("/graphql", { method: "OPTIONS" })],
    ["the head of the settings", 200, to("/config.json", { method: "HEAD" })],
    ["the head of an asset", 200, to("/assets/app.js", { method: "HEAD" })],
    ["the way to Microsoft's page", 302, to("/consent/start")],
    ["that it lives", 200, to("/healthz")],
    ["that it is ready", 200, to("/readyz")],
  ];

  it.each(answers)("may load nothing and be framed by nobody: %s, %i", async (_what, status, ask) => {
    const response = await ask(world.url);

    expect([response.status, response.headers.get("content-security-policy")]).toEqual([status, NOTHING]);
    expect(response.headers.get("strict-transport-security")).toBeNull();
    expectCareful(response);
  });

  it.each([
    ["settings", 429, to("/config.json")],
    ["a GraphQL answer", 429, post('{"query":"{ __typename }"}')],
  ] as const)("does so when it is asked too often: %s, %i", async (_what, status, ask) => {
    const response = await ask(limited.url);

    expect([response.status, response.headers.get("content-security-policy")]).toEqual([status, NOTHING]);
    expectCareful(response);
  });

  it.each([
    ["a GraphQL answer", 503, post('{"query":"{ __typename }"}')],
    ["settings", 503, to("/config.json")],
    ["the page", 503, to("/")],
    ["an asset", 503, to("/assets/app.js")],
    ["that it lives", 200, to("/healthz")],
    ["that it is not ready", 503, to("/readyz")],
    ["what may be asked", 503, to("/", { method: "OPTIONS" })],
  ] as const)(
    "does so behind TLS and before the database is there, and keeps browsers on TLS: %s, %i",
    async (_what, status, ask) => {
      const response = await ask(earlyUrl);

      expect([response.status, response.headers.get("content-security-policy")]).toEqual([status, NOTHING]);
      expect(response.headers.get("strict-transport-security")).toMatch(/^max-age=31536000; includeSubDomains$/);
      expectCareful(response);
    },
  );
});

describe("every page", () => {
  it.each(["/", "/users", "/assets", "/assets/"])(
    "of the tab loads our own scripts alone, framed by Microsoft alone, the pretend one included: %s",
    async (path) => {
      for (const method of ["GET", "HEAD"]) {
        const response = await to(path, { method })(world.url);

        const policy = response.headers.get("content-security-policy");
        expect([response.status, policy]).toEqual([
          200,
          expect.stringContaining("script-src 'self'; style-src 'self' 'nonce-"),
        ]);
        expect(policy).toMatch(
          new RegExp(`frame-ancestors 'self' https://teams.microsoft.com ${world.microsoft.url}$`),
        );
        expectCareful(response);
      }
    },
  );

  it.each([
    ["the way back", 200, to("/consent/callback"), () => world.url],
    ["a bad link", 400, to("/consent/start?tenant=x"), () => world.url],
    ["asked too often", 429, to("/consent/start"), () => limited.url],
    ["without its database", 503, to("/consent/start"), () => earlyUrl],
  ] as const)("about consent loads its own style alone, framed by nobody: %s, %i", async (_what, status, ask, url) => {
    const response = await ask(url());

    expect([response.status, response.headers.get("content-security-policy")]).toEqual([
      status,
      expect.stringMatching(/^default-src 'none'; style-src 'nonce-[\w+/=]{20,}'; .*frame-ancestors 'none'$/),
    ]);
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expectCareful(response);
  });
});
