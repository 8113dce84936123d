import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIENT_ID, CONTOSO_TENANT_ID, PEOPLE } from "../../demo/microsoft/registration.js";
import { startConnectedWorld, startWorld, type World } from "../world.js";

/* The server as a browser, a prober or a stranger meets it: pages and refusals. */

let world: World;
let token: string;

beforeAll(async () => {
  world = await startConnectedWorld();
  token = await world.microsoft.tokenFor({ tenantId: CONTOSO_TENANT_ID, personId: PEOPLE.adele });
});
afterAll(() => world.close());

const get = (path: string) => fetch(`${world.url}${path}`, { redirect: "manual" });
const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${world.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}`, ...headers },
    body,
  });
const queryOf = (query: string) => JSON.stringify({ query });

/** What no answer to anybody may hold: a stack, a folder of this machine, a word of the code. */
const INSIDES = /\n\s+at |node_modules|server\/|file:\/\/|\/work\/|MongoServer|TypeError/;
const REQUEST_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe("the page of the tab", () => {
  it("allows styles by a nonce of this one answer, and frames of Microsoft alone", async () => {
    const pages = await Promise.all([get("/"), get("/")]);

    const seen = await Promise.all(
      pages.map(async (page) => {
        const policy = page.headers.get("content-security-policy") ?? "";
        const nonce = /'nonce-([\w+/=]{20,})'/.exec(policy)?.[1] ?? "none";
        return { policy, nonce, inPage: (await page.text()).includes(nonce) };
      }),
    );
    expect(seen.map(({ inPage }) => inPage)).toEqual([true, true]);
    expect(seen[0]?.nonce).not.toBe(seen[1]?.nonce);
    expect(seen[0]?.policy).toMatch(
      new RegExp(`frame-ancestors 'self' https://teams.microsoft.com ${world.microsoft.url}$`),
    );
    expect(seen[0]?.policy).toContain("default-src 'self'");
    expect(seen[0]?.policy).not.toMatch(/unsafe-inline|unsafe-eval/);
    expect(pages[0]?.headers.get("cache-control")).toBe("no-store");
  });

  it("is told what it needs to sign in, and no secret", async () => {
    const response = await get("/config.json");
    const settings = (await response.json()) as Record<string, unknown>;

    const login = `${world.microsoft.url}/login.microsoftonline.com/{tenant}`;
    expect(settings).toEqual({
      clientId: CLIENT_ID,
      scope: `api://localhost/${CLIENT_ID}/access_as_user`,
      authorizeUrl: `${login}/oauth2/v2.0/authorize`,
      tokenUrl: `${login}/oauth2/v2.0/token`,
      logoutUrl: `${login}/oauth2/v2.0/logout`,
      issuerTemplate: "https://login.microsoftonline.com/{tenantid}/v2.0",
      demo: { controlUrl: `${world.microsoft.url}/`, teamsUrl: `${world.microsoft.url}/teams` },
    });
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});

describe("the way to consent", () => {
  const EVIL = [
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "/users/../../evil",
    "javascript:alert(1)",
    "",
  ];

  async function stateOf(path: string): Promise<string> {
    const response = await get(path);
    const location = new URL(response.headers.get("location") ?? "nowhere:");
    expect([response.status, location.origin]).toEqual([302, new URL(world.microsoft.url).origin]);
    return location.searchParams.get("state") ?? "";
  }

  it.each(["nonsense", "organizations", "../../evil", `${CONTOSO_TENANT_ID}x`, "https://evil.example"])(
    "refuses the tenant %s in words",
    async (tenant) => {
      const response = await get(`/consent/start?tenant=${encodeURIComponent(tenant)}`);

      expect([response.status, response.headers.get("location")]).toEqual([400, null]);
      expect(await response.text()).toContain("The tenant in it is not a tenant id.");
    },
  );

  it.each(EVIL)("comes back to no address but our own screens, whatever it was told: %j", async (wanted) => {
    const state = await stateOf(`/consent/start?tenant=${CONTOSO_TENANT_ID}&return=${encodeURIComponent(wanted)}`);
    const page = await (await get(`/consent/callback?state=${state}&admin_consent=True`)).text();

    expect(page).toContain("You can close this window.");
    expect(page).not.toMatch(/href=|http-equiv="refresh"|evil/);
  });

  it("leads back to a screen of ours, once", async () => {
    const state = await stateOf("/consent/start?return=/settings");
    const callback = `/consent/callback?state=${state}&admin_consent=True`;

    const first = await (await get(callback)).text();
    const second = await (await get(callback)).text();

    expect(first).toContain('<a href="/settings?consent=returned">Back to Rollcall</a>');
    expect(second).toContain("This page was opened before, or too late");
    expect(second).not.toContain("href=");
  });

  it.each([
    ["nb-NO,nb;q=0.9,en;q=0.8", "nb", "Ingenting ble godkjent"],
    ["no", "nb", "Ingenting ble godkjent"],
    ["de-DE,en;q=0.5,nb;q=0.1", "en", "Nothing was approved"],
    ["fr", "en", "Nothing was approved"],
  ])("speaks the reader's language where it is one of ours: %s", async (accepted, lang, title) => {
    const page = await (
      await fetch(`${world.url}/consent/callback?error=access_denied`, { headers: { "accept-language": accepted } })
    ).text();

    expect(page).toContain(`<html lang="${lang}">`);
    expect(page).toContain(`<h1>${title}</h1>`);
  });

  it("that ends with an error approved nothing, whatever else the address says", async () => {
    const state = await stateOf("/consent/start?return=/users");

    const response = await get(
      `/consent/callback?state=${state}&admin_consent=True&tenant=${CONTOSO_TENANT_ID}&error=access_denied&error_description=AADSTS65004`,
    );
    const page = await response.text();

    expect(page).toContain("Nothing was approved");
    expect(page).not.toContain("Thank you");
    expect(page).toContain('<a href="/users">');
  });

  it.each(["", "?state=made-up&admin_consent=True", "?state[]=a&state[]=b", "?admin_consent=True"])(
    "with a state nobody knows ends on a page without a way on: %j",
    async (query) => {
      const page = await (await get(`/consent/callback${query}`)).text();

      expect(page).toContain("This page was opened before, or too late");
      expect(page).not.toContain("href=");
    },
  );

  it("shows nothing of what came in the address", async () => {
    const canary = encodeURIComponent('"><script>canary()</script>');
    const names = ["tenant", "return", "state", "error", "error_description", "error_subcode", "admin_consent", canary];
    const state = await stateOf(`/consent/start?return=${canary}`);

    const pages = await Promise.all(
      ["start", "callback"].flatMap((page) => [
        get(`/consent/${page}?${names.map((name) => `${name}=${canary}`).join("&")}`),
        ...names.map((name) => get(`/consent/${page}?state=${state}&${name}=${canary}`)),
      ]),
    );

    for (const page of pages) {
      expect(await page.text()).not.toContain("canary");
      if (page.status === 302) expect(page.headers.get("location")).not.toContain("canary");
      else expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    }
  });
});

describe("what is not there", () => {
  it.each([
    "/nothing.txt",
    "/assets/nothing.js",
    "/config.json/x.y",
    "/.env",
    "/../package.json",
    "/%2e%2e/package.json",
  ])("is a 404 without insides: %s", async (path) => {
    const response = await get(path);

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: "There is nothing here.",
          extensions: { code: "NOT_FOUND", requestId: response.headers.get("x-request-id") },
        },
      ],
    });
  });
});

describe("the API", () => {
  const WRITES = "mutation { openAccount { __typename } }";
  const refused: readonly (readonly [string, number, () => Promise<Response>])[] = [
    ["malformed JSON", 400, () => post('{"query":')],
    ["no query", 400, () => post("{}")],
    ["an empty body", 400, () => post("")],
    ["something that is no object", 400, () => post('"hello"')],
    ["a query that is none", 400, () => post(queryOf("{ viewer {"))],
    ["a field there is not", 400, () => post(queryOf("{ nothing }"))],
    ["a batch", 400, () => post(`[${queryOf("{ __typename }")},${queryOf("{ __typename }")}]`)],
    ["a query of 2,001 tokens", 400, () => post(queryOf(`{ ${"__typename ".repeat(1999)} }`))],
    ["a body over 100 kB", 413, () => post(queryOf(`{ __typename } # ${"x".repeat(110_000)}`))],
    ...["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"].map(
      (type) =>
        [`${type}, which a foreign page may send`, 400, () => post(queryOf(WRITES), { "content-type": type })] as const,
    ),
    ["GET with a query, as a foreign page may send it", 400, () => get("/graphql?query={__typename}")],
    [
      "GET with a mutation, as a foreign page may send it",
      400,
      () => get(`/graphql?query=${encodeURIComponent(WRITES)}`),
    ],
    [
      "GET with a mutation by anybody else",
      405,
      () =>
        fetch(`${world.url}/graphql?query=${encodeURIComponent(WRITES)}`, {
          headers: { "apollo-require-preflight": "yes", authorization: `Bearer ${token}` },
        }),
    ],
    ["a charset nobody reads", 415, () => post("{}", { "content-type": "application/json; charset=canary" })],
  ];

  it.each(refused)("refuses %s with %i, without insides and with the request's id", async (_what, status, ask) => {
    const response = await ask();
    const text = await response.text();

    expect([response.status, text]).toEqual([status, expect.not.stringMatching(INSIDES)]);
    expect(response.headers.get("x-request-id")).toMatch(REQUEST_ID);
  });

  it("tells the id of a request also in its errors, under which the log holds more", async () => {
    for (const ask of [
      () => post(queryOf("{ nothing }")),
      () => post('{"query":'),
      () => post(queryOf("{ viewer {")),
    ]) {
      const response = await ask();
      const { errors } = (await response.json()) as { errors: { extensions?: { requestId?: string } }[] };

      expect(errors.map((error) => error.extensions?.requestId)).toEqual([response.headers.get("x-request-id")]);
    }
  });

  it("tells the length of a query from what is in it", async () => {
    const [long, short] = await Promise.all([1999, 9].map((n) => post(queryOf(`{ ${"__typename ".repeat(n)} }`))));

    expect(await long?.text()).toContain("2000 tokens");
    expect(short?.status).toBe(200);
  });

  it("is not to be cached", async () => {
    expect((await post(queryOf("{ __typename }"))).headers.get("cache-control")).toBe("no-store");
  });

  it("is never the way for a token or a code into the log", async () => {
    const answers = await Promise.all([
      post(queryOf("{ nothing }"), { authorization: "Bearer canary-a.canary-b.canary-c" }),
      post(queryOf("{ viewer { user { id } } }")),
      get("/?code=canary-code&state=canary-state"),
      get("/consent/callback?state=canary-state&error_description=canary-words"),
      get("/nothing.txt?access_token=canary-token"),
    ]);

    expect(answers).toHaveLength(5);
    expect(world.logged.join("")).not.toContain("canary");
    expect(world.logged.join("")).not.toContain(token.slice(-40));
  });
});

describe("introspection", () => {
  const SCHEMA = queryOf("{ __schema { types { name } } }");

  it("is open in a trial", async () => {
    const { data } = (await (await post(SCHEMA)).json()) as { data: { __schema: { types: object[] } } };

    expect(data.__schema.types.length).toBeGreaterThan(10);
  });

  it("is closed in production, and so are the hints at names", async () => {
    const production = await startWorld({ config: { production: true } });
    const ask = async (query: string) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch(`${production.url}/graphql`, { method: "POST", headers, body: query });
      return { status: response.status, text: await response.text() };
    };

    const [schema, nearly] = [await ask(SCHEMA), await ask(queryOf("{ viewr { user { id } } }"))];
    await production.close();

    expect([schema.status, nearly.status]).toEqual([400, 400]);
    expect(schema.text).not.toContain('"types"');
    expect(nearly.text).not.toContain("Did you mean");
  });
});

describe("stopping", () => {
  it("takes no longer than moments while somebody is still sending", async () => {
    const stopping = await startWorld();
    const sender = connect(Number(new URL(stopping.url).port), "127.0.0.1");
    const ended = new Promise<string>((resolve) =>
      sender.on("close", () => resolve("cut off")).on("error", () => null),
    );
    const heard = new Promise((resolve) => sender.once("data", resolve));
    sender.write(
      "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n",
    );
    await heard;

    const asked = performance.now();
    await stopping.close();

    expect(performance.now() - asked).toBeLessThan(4000);
    expect(await ended).toBe("cut off");
  });
});
