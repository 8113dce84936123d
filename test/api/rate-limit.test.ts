import { afterEach, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, PEOPLE } from "../../demo/microsoft/registration.js";
import { startWorld, type World, type WorldOptions } from "../world.js";

/* Who asks too often is told so, and nobody else notices. */

let world: World;
afterEach(() => world.close());

/** A world with limits as small as given, in which Contoso's account is open; opening it was one request of Adele's. */
async function worldWith(options: WorldOptions) {
  world = await startWorld(options);
  world.microsoft.directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
  await world.as(PEOPLE.adele)("mutation { openAccount { __typename } }");
  world.passMinutes(1);
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${world.url}${path}`, { headers });
const post = async (query: string) =>
  fetch(`${world.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${await world.microsoft.tokenFor({ tenantId: CONTOSO_TENANT_ID, personId: PEOPLE.adele })}`,
    },
    body: JSON.stringify({ query }),
  });
const CODE = ["errors", 0, "extensions", "code"];

async function inOrder<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  const seen: T[] = [];
  for (let i = 0; i < count; i++) seen.push(await work());
  return seen;
}

describe("a person who asks too often", () => {
  it("hears after how many seconds to come back, and is answered in the next minute; others are all along", async () => {
    await worldWith({ rateLimits: { user: 5 } });

    const answers = await inOrder(12, () => post("{ viewer { user { id } } }"));
    const refused = answers.at(-1);
    const other = await world.as(PEOPLE.alex)("{ viewer { user { id } } }");
    world.passMinutes(1);
    const later = await post("{ viewer { user { id } } }");

    // A minute of the clock may have begun in between, and with it five more.
    expect(answers.slice(0, 5).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(refused?.status).toBe(429);
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(refused?.headers.get("retry-after"))).toBeLessThanOrEqual(60);
    const said: unknown = await refused?.json();
    expect(said).toHaveProperty(CODE, "RATE_LIMITED");
    expect(said).toHaveProperty(["errors", 0, "extensions", "requestId"], refused?.headers.get("x-request-id"));
    expect(other.status).toBe(403); // Alex was not imported; the limit is not what stands in his way
    expect(later.status).toBe(200);
  });

  it("of Microsoft is refused that alone, an alias counting as one", async () => {
    await worldWith({ rateLimits: { changes: 2, reads: 2 } });
    const changes = (aliases: string[]) =>
      post(`mutation { ${aliases.map((name) => `${name}: checkConsent { __typename }`).join(" ")} }`);

    const inTime = await changes(["a", "b"]);
    const tooMany = await changes(["a", "b", "c"]);
    const search = await post(
      "{ a: candidates { __typename } b: directoryGroups { __typename } c: candidates { __typename } }",
    );
    const previews = await post("{ a: syncPreview { __typename } b: syncPreview { __typename } }");
    const rest = await post("{ viewer { user { id } } users { totalCount } }");

    expect([inTime, tooMany, search, previews, rest].map(({ status }) => status)).toEqual([200, 429, 429, 429, 200]);
    expect(await tooMany.json()).toHaveProperty(CODE, "RATE_LIMITED");
    expect(tooMany.headers.get("retry-after")).toMatch(/^\d+$/);
  });

  it("and may not do it at all uses up nothing", async () => {
    await worldWith({ rateLimits: { changes: 1 } });
    const alex = world.as(PEOPLE.alex);

    const answers = await inOrder(3, () => alex("mutation { startRun { __typename } }"));

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });
});

describe("an address that asks too often", () => {
  it("is refused everything but health and the tab's files, also with a made-up address", async () => {
    await worldWith({ rateLimits: { address: 4 } });

    const pages = await inOrder(4, () => get("/config.json", { "x-forwarded-for": `192.0.2.${Math.random()}` }));
    const [page, consent, api] = [await get("/users"), await get("/consent/start"), await post("{ __typename }")];
    const [health, file] = [await get("/healthz"), await get("/assets/nothing.js")];

    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 429]); // opening the account was the first
    expect([page, consent, api, health, file].map(({ status }) => status)).toEqual([429, 429, 429, 200, 404]);
    expect(await api.json()).toHaveProperty(CODE, "RATE_LIMITED");
    expect(await consent.text()).toContain("Load this page again in a minute");
    expect(Number(page.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("is the one that the proxy in front has seen", async () => {
    await worldWith({ rateLimits: { address: 2 }, config: { trustProxy: 1 } });
    const from = (addresses: string) => get("/config.json", { "x-forwarded-for": addresses });

    const one = await inOrder(3, () => from("192.0.2.1"));
    const forged = await from("198.51.100.9, 192.0.2.1");
    const other = await from("192.0.2.2");

    expect([...one, forged, other].map(({ status }) => status)).toEqual([200, 200, 429, 429, 200]);
  });
});
