import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorld, type World } from "../world.js";

/* Pages of other origins, as a browser lets them ask. */

const FRIEND = "https://app.example.com";
const STRANGERS = [
  "https://evil.example",
  "https://app.example.com.evil.example",
  "http://app.example.com",
  "https://app.example.com:8443",
  "https://sub.app.example.com",
  "null",
];

let closed: World;
let open: World;
beforeAll(async () => {
  [closed, open] = await Promise.all([
    startWorld(),
    startWorld({ config: { allowedOrigins: [FRIEND] }, rateLimits: { address: 25 } }),
  ]);
});
afterAll(() => Promise.all([closed.close(), open.close()]));

const preflight = (world: World, origin: string, path = "/graphql") =>
  fetch(`${world.url}${path}`, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,content-type",
    },
  });
const ask = (world: World, origin: string) =>
  fetch(`${world.url}/graphql`, {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: '{"query":"{ __typename }"}',
  });
const opened = (response: Response) => [...response.headers.keys()].filter((key) => key.startsWith("access-control-"));

describe("a page of another origin", () => {
  it("that is named may call the API, without credentials, and read how long to wait", async () => {
    const [before, answer] = [await preflight(open, FRIEND), await ask(open, FRIEND)];

    expect(before.status).toBe(204);
    expect(Object.fromEntries(before.headers)).toMatchObject({
      "access-control-allow-origin": FRIEND,
      "access-control-allow-methods": "POST, OPTIONS",
      "access-control-allow-headers": "authorization, content-type",
      vary: expect.stringMatching(/origin/i) as string,
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe(FRIEND);
    expect(answer.headers.get("access-control-expose-headers")).toContain("retry-after");
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(before.headers.has("access-control-allow-credentials")).toBe(false);
  });

  it.each(STRANGERS)("that is not named is told nothing a browser would open up for: %s", async (origin) => {
    const answers = [await preflight(open, origin), await ask(open, origin)];

    expect(answers.flatMap(opened)).toEqual([]);
    expect(answers[1]?.headers.get("vary")).toMatch(/origin/i);
  });

  it("is a stranger everywhere when nobody is named", async () => {
    const answers = [await preflight(closed, FRIEND), await ask(closed, FRIEND)];

    expect(answers.flatMap(opened)).toEqual([]);
  });

  it.each(["/", "/config.json", "/consent/start", "/healthz"])("may read nothing beside the API: %s", async (path) => {
    const answers = [
      await preflight(open, FRIEND, path),
      await fetch(`${open.url}${path}`, { headers: { origin: FRIEND }, redirect: "manual" }),
    ];

    expect(answers.flatMap(opened)).toEqual([]);
  });

  it("can read that it asks too often", async () => {
    let answer = await ask(open, FRIEND);
    for (let i = 0; i < 30 && answer.status !== 429; i++) answer = await ask(open, FRIEND);

    expect(answer.status).toBe(429);
    expect(answer.headers.get("access-control-allow-origin")).toBe(FRIEND);
  });
});
