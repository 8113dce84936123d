import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIENT_ID, CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID, PEOPLE } from "../../demo/microsoft/registration.js";
import { CHECK_CONSENT, CONNECTION, OPEN_ACCOUNT } from "../operations.js";
import { signIn } from "../processes/visitor.js";
import { sendRaw } from "../raw.js";
import { storedBytes } from "../stored.js";
import { startConnectedWorld, type Answer, type Ask, type World } from "../world.js";

/* Everybody may open the way to Microsoft's consent page and back, with anything in the address. It decides nothing. */

let world: World & { readonly adele: Ask };

beforeAll(async () => {
  // Behind a proxy, because Express believes more headers there; without a worker, which writes when it likes.
  world = await startConnectedWorld({ config: { trustProxy: 1, role: "api" } });
});
afterAll(() => world.close());

type Parameters = [string, string][];

const get = (path: string, query: Parameters) =>
  fetch(`${world.url}${path}?${new URLSearchParams(query).toString()}`, { redirect: "manual" });

/** Begins a trip; its state. */
async function begin(tenant: string, more: Parameters = []): Promise<string> {
  const response = await get("/consent/start", [["tenant", tenant], ...more]);
  return new URL(response.headers.get("location") ?? "nowhere:").searchParams.get("state") ?? "";
}

/** Every row but for the trips themselves. */
const stored = () => storedBytes(world.store, (name) => name !== "consentTrips");
const checkConsent = async () => (await world.adele(CHECK_CONSENT)).data?.checkConsent?.connection as { state: string };

const GRANTED: [string, string] = ["admin_consent", "True"];
const OURS: [string, string] = ["tenant", CONTOSO_TENANT_ID];
const THEIRS: [string, string] = ["tenant", FABRIKAM_TENANT_ID];

/** Ways back that Microsoft never sent: what is wrong, the tenant the trip was begun for, and what comes with its state. */
const FORGED: readonly (readonly [string, string, Parameters])[] = [
  ["that says all was approved", CONTOSO_TENANT_ID, [GRANTED, OURS, ["scope", "User.Read.All GroupMember.Read.All"]]],
  ["begun for another tenant", FABRIKAM_TENANT_ID, [GRANTED, OURS]],
  ["that names another tenant", CONTOSO_TENANT_ID, [GRANTED, THEIRS]],
  ["that names no tenant there is", CONTOSO_TENANT_ID, [GRANTED, ["tenant", '{"$ne":null}']]],
  ["with an error and admin_consent=True", CONTOSO_TENANT_ID, [GRANTED, ["error", "access_denied"], OURS]],
  ["with admin_consent=False", CONTOSO_TENANT_ID, [["admin_consent", "False"], OURS]],
  ["that names everything twice", CONTOSO_TENANT_ID, [GRANTED, GRANTED, OURS, THEIRS]],
  ["with a code and a token", CONTOSO_TENANT_ID, [GRANTED, OURS, ["code", "c"], ["id_token", "i"]]],
  [
    "that names fields of the database",
    CONTOSO_TENANT_ID,
    [GRANTED, OURS, ["consent.state", "GRANTED"], ["$set", "x"], ["__proto__[state]", "GRANTED"]],
  ],
];

describe.each(["GRANTED", "LOST"])("while the consent is %s, a way back", (state) => {
  beforeAll(async () => {
    const { directory } = world.microsoft;
    if (state === "LOST") directory.withdrawConsent({ tenantId: CONTOSO_TENANT_ID, how: "REMOVED" });
    else directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
    expect(await checkConsent()).toMatchObject({ state });
  });

  it.each(FORGED)("%s changes no byte of what is stored", async (_what, tenant, parameters) => {
    const [trip, before] = [await begin(tenant), await stored()];

    const response = await get("/consent/callback", [["state", trip], ...parameters]);

    expect([response.status, response.headers.get("location")]).toEqual([200, null]);
    expect(await stored()).toEqual(before);
    expect(before.accounts).toHaveLength(1);
  });

  it("that Microsoft itself sent changes nothing either, and asking Microsoft does", async () => {
    const admin = await signIn(world.url, { tenantId: CONTOSO_TENANT_ID, personId: PEOPLE.adele });
    const before = await stored();

    const page = await admin.answerConsent(`${world.url}/consent/start?tenant=${CONTOSO_TENANT_ID}`, "accept");
    const afterReturn = await stored();
    world.passMinutes(1);
    const { state: now } = await checkConsent();

    expect(page).toContain("Thank you");
    expect(afterReturn).toEqual(before);
    expect(now).toBe("GRANTED");
    expect((await stored()).accounts).not.toEqual(before.accounts);
  });
});

describe("a state", () => {
  const words = async (state: string) => (await get("/consent/callback", [["state", state], GRANTED])).text();

  it("leads back for half an hour by the server's own clock, also while its row is still there", async () => {
    const [inTime, late] = [await begin(CONTOSO_TENANT_ID), await begin(CONTOSO_TENANT_ID)];
    world.passMinutes(29);
    const thanked = await words(inTime);
    world.passMinutes(2);
    const rows = await world.store.db.collection("consentTrips").countDocuments();

    expect(thanked).toContain("Thank you");
    expect(rows).toBeGreaterThan(0);
    expect(await words(late)).toContain("This page was opened before, or too late");
  });

  it("is none when it comes twice, and is still good when it comes alone", async () => {
    const state = await begin(CONTOSO_TENANT_ID);

    const twice = await (await get("/consent/callback", [["state", state], ["state", state], GRANTED])).text();

    expect(twice).toContain("This page was opened before, or too late");
    expect(await words(state)).toContain("Thank you");
  });
});

describe("a forged way back and a tenant without an account", () => {
  const open = async (personId: string) =>
    (await world.as(personId, FABRIKAM_TENANT_ID)(OPEN_ACCOUNT)).data?.openAccount;
  const account = () => world.store.accounts.byTenant(FABRIKAM_TENANT_ID);

  it("open no account: not for who may, before the consent, and not for an employee, after it", async () => {
    await get("/consent/callback", [["state", await begin(FABRIKAM_TENANT_ID)], GRANTED, THEIRS]);
    const early = await open(PEOPLE.nestor);
    world.microsoft.directory.grantConsent({ tenantId: FABRIKAM_TENANT_ID });
    await get("/consent/callback", [["state", await begin(FABRIKAM_TENANT_ID)], GRANTED, THEIRS]);
    const employee = await open(PEOPLE.priya);
    const between = await account();
    const admin = await open(PEOPLE.nestor);

    expect([early, employee]).toMatchObject([{ code: "CONSENT_MISSING" }, { code: "NOT_ALLOWED" }]);
    expect(between).toBeNull();
    expect(admin).toMatchObject({ __typename: "AccountOpened" });
  });
});

describe("links", () => {
  /** What the start of a trip and the API say of our own address to a request with these headers. */
  async function links(headers: readonly string[], version = "1.1") {
    const token = await world.microsoft.tokenFor({ tenantId: CONTOSO_TENANT_ID, personId: PEOPLE.adele });
    const query = JSON.stringify({ query: `{ ...C account { signInLink } } fragment C on Query ${CONNECTION}` });
    const [start, api] = await Promise.all([
      sendRaw(world.url, [`GET /consent/start?tenant=${CONTOSO_TENANT_ID} HTTP/${version}`, ...headers]),
      sendRaw(
        world.url,
        [
          `POST /graphql HTTP/${version}`,
          "Content-Type: application/json",
          `Authorization: Bearer ${token}`,
          ...headers,
        ],
        query,
      ),
    ]);
    const location = new URL(/^location: (.*)$/im.exec(start.text)?.[1] ?? "nowhere:");
    const { data } = JSON.parse(/^\{.*\}$/m.exec(api.text)?.[0] ?? "{}") as Answer;
    return [location.searchParams.get("redirect_uri"), data?.tenantConnection?.consentUrl, data?.account?.signInLink];
  }

  it.each<[string, string[], string?]>([
    ["an ordinary request", ["Host: localhost"]],
    ["another Host", ["Host: evil.example"]],
    ["X-Forwarded-Host", ["Host: localhost", "X-Forwarded-Host: evil.example", "X-Forwarded-Port: 666"]],
    ["X-Forwarded-Proto", ["Host: localhost", "X-Forwarded-Proto: javascript"]],
    ["Forwarded", ["Host: localhost", "Forwarded: host=evil.example;proto=https"]],
    ["X-Original-Host", ["Host: localhost", "X-Original-Host: evil.example", "X-Host: evil.example"]],
    ["no Host", [], "1.0"],
  ])("lead to our own address, whatever the headers say: %s", async (_what, headers, version) => {
    expect(await links(headers, version)).toEqual([
      `${world.url}/consent/callback`,
      `${world.url}/consent/start?tenant=${CONTOSO_TENANT_ID}`,
      `${world.url}/?tenant=${CONTOSO_TENANT_ID}`,
    ]);
  });
});

describe("whatever stands in the address", () => {
  const EVIL = [
    "https://evil.example",
    "//evil.example",
    "\\\\evil.example",
    "..",
    "../../evil",
    "organizations/../evil",
    "%2e%2e%2f",
    "x@evil.example",
    "a\r\nLocation: https://evil.example",
    "javascript:alert(1)",
    "\0",
    '{"$ne":null}',
    "__proto__",
    CONTOSO_TENANT_ID,
    CONTOSO_TENANT_ID.toUpperCase(),
    `${CONTOSO_TENANT_ID}/../evil`,
    `${CONTOSO_TENANT_ID}\n`,
    "/users",
  ];
  const NAMES = [
    "tenant",
    "return",
    "state",
    "redirect_uri",
    "client_id",
    "scope",
    "error",
    "admin_consent",
    "tenant[]",
    "return[$ne]",
    "__proto__",
    "constructor.prototype",
  ];
  const value = fc.oneof(fc.constantFrom(...EVIL), fc.string({ unit: "grapheme" }), fc.webUrl());
  const anything = fc.array(fc.tuple(fc.constantFrom(...NAMES), value), { maxLength: 6 });
  const RUNS = { numRuns: 150 };

  it("the start leads to Microsoft's consent page and nowhere else, with our own parameters, or refuses in words", async () => {
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(anything, async (query) => {
        const response = await get("/consent/start", query);
        seen.add(response.status);
        if (response.status === 400) {
          expect(await response.text()).toContain("This link is not complete");
          return;
        }

        expect(response.status).toBe(302);
        const { origin, pathname, searchParams, hash } = new URL(response.headers.get("location") ?? "nowhere:");
        const login = `${world.microsoft.url}/login.microsoftonline.com`;
        expect([`${origin}${pathname}`, hash]).toEqual([
          expect.stringMatching(new RegExp(`^${login}/(organizations|${CONTOSO_TENANT_ID})/v2\\.0/adminconsent$`, "i")),
          "",
        ]);
        expect([...searchParams]).toEqual([
          ["client_id", CLIENT_ID],
          ["scope", "https://graph.microsoft.com/.default"],
          ["redirect_uri", `${world.url}/consent/callback`],
          ["state", expect.stringMatching(/^[\w-]{43}$/)],
        ]);
      }),
      RUNS,
    );

    expect([...seen].sort()).toEqual([302, 400]);
  });

  it("the way back stays on our own page", async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (query) => {
        const begun = await begin(
          CONTOSO_TENANT_ID,
          query.filter(([name]) => name === "return"),
        );

        const response = await get("/consent/callback", [["state", begun], ...query]);

        const leads = [...(await response.text()).matchAll(/(?:href=|url=)"?([^">]*)/g)].map(([, to]) => to);
        expect([response.status, response.headers.get("location")]).toEqual([200, null]);
        expect(leads.filter((to) => !/^\/[a-z-]*(\?consent=returned)?$/.test(to ?? ""))).toEqual([]);
      }),
      RUNS,
    );
  });

  it.each(["%", "%zz", "%c3%28", "tenant=%", "tenant=%ff", "&&&=&="])(
    "a query that cannot be read is answered in words: %s",
    async (query) => {
      for (const page of ["start", "callback"]) {
        const response = await fetch(`${world.url}/consent/${page}?${query}`, { redirect: "manual" });

        expect(response.status).toBeOneOf([200, 302, 400]);
        expect(await response.text()).not.toMatch(/Error|\n\s+at /);
      }
    },
  );
});
