import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  APP_SCOPE,
  CLIENT_ID,
  CLIENT_SECRET,
  CONTOSO_TENANT_ID,
  FABRIKAM_TENANT_ID,
  GLOBAL_ADMINISTRATOR,
  PEOPLE,
  TEAMS_WEB_CLIENT_ID,
} from "../registration.js";
import { startMicrosoft, type PretendMicrosoft } from "../server.js";
import {
  ask,
  authorizeUrl,
  cookieOf,
  LOGIN,
  newPkce,
  pick,
  postForm,
  redeem,
  redirectedWith,
  SPA,
  type Answer,
} from "../testing/client.js";

let microsoft: PretendMicrosoft;
let now: Date;

beforeAll(async () => {
  now = new Date();
  microsoft = await startMicrosoft({ now: () => now });
});
afterAll(() => microsoft.close());

const { verifier, challenge } = newPkce();

async function codeFor(
  personId: string,
  more: Record<string, string> = {},
  tenantId = CONTOSO_TENANT_ID,
  authority?: string,
): Promise<string> {
  const picked = await pick(microsoft, authorizeUrl(challenge, more, authority), tenantId, personId);
  return redirectedWith(picked).get("code") ?? "";
}

async function claimsOf(token: unknown): Promise<Record<string, unknown>> {
  const { json } = await ask(microsoft, `${LOGIN}/common/discovery/v2.0/keys`);
  const { payload } = await jwtVerify(String(token), createLocalJWKSet(json as unknown as JSONWebKeySet), {
    currentDate: now,
  });
  return payload;
}

const problemOf = ({ json }: Answer): unknown[] => [json.error, json.error_codes];

describe("a sign-in in a browser", () => {
  it("gives tokens of the right shape for who was picked", async () => {
    const code = await codeFor(PEOPLE.adele);

    const { status, json, headers } = await redeem(microsoft, code, verifier);
    const access = await claimsOf(json.access_token);
    const id = await claimsOf(json.id_token);

    expect(status).toBe(200);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(json).toMatchObject({ token_type: "Bearer", scope: APP_SCOPE });
    expect(access).toMatchObject({
      aud: CLIENT_ID,
      iss: `https://login.microsoftonline.com/${CONTOSO_TENANT_ID}/v2.0`,
      ver: "2.0",
      tid: CONTOSO_TENANT_ID,
      oid: PEOPLE.adele,
      azp: CLIENT_ID,
      azpacr: "0",
      scp: "access_as_user",
      name: "Adele Vance",
      preferred_username: "adele.vance@contoso.example",
      acct: 0,
    });
    expect(access.wids).toContain(GLOBAL_ADMINISTRATOR);
    expect(id).toMatchObject({ aud: CLIENT_ID, nonce: "a-nonce", oid: PEOPLE.adele, sub: access.sub });
    expect(Object.keys(decodeProtectedHeader(String(json.access_token))).sort()).toEqual(["alg", "kid", "typ"]);
  });

  it("brings code and state back in the query, or in the fragment if asked", async () => {
    const inQuery = await pick(microsoft, authorizeUrl(challenge), CONTOSO_TENANT_ID, PEOPLE.alex);
    const inFragment = await pick(
      microsoft,
      authorizeUrl(challenge, { response_mode: "fragment" }),
      CONTOSO_TENANT_ID,
      PEOPLE.alex,
    );

    expect(inQuery.headers.get("location")).toMatch(/^http:\/\/localhost:4000\/\?code=.*state=a-state/);
    expect(inFragment.headers.get("location")).toMatch(/^http:\/\/localhost:4000\/#code=.*state=a-state/);
  });

  it("refuses a wrong verifier, and a missing one", async () => {
    const code = await codeFor(PEOPLE.alex);

    expect(problemOf(await redeem(microsoft, code, newPkce().verifier))).toEqual(["invalid_grant", [501481]]);
    expect((await redeem(microsoft, code, verifier)).status).toBe(200);
  });

  it("takes a code once, and not after ten minutes", async () => {
    const used = await codeFor(PEOPLE.alex);
    await redeem(microsoft, used, verifier);
    const old = await codeFor(PEOPLE.alex);
    now = new Date(now.getTime() + 11 * 60 * 1000);

    expect(problemOf(await redeem(microsoft, used, verifier))).toEqual(["invalid_grant", [54005]]);
    expect(problemOf(await redeem(microsoft, old, verifier))).toEqual(["invalid_grant", [70008]]);
    expect(problemOf(await redeem(microsoft, "made-up", verifier))).toEqual(["invalid_grant", [70000]]);
  });

  it("redeems a browser's code only from a browser, without a secret, at the same address and in the same tenant", async () => {
    const code = await codeFor(PEOPLE.alex);
    const fields = {
      client_id: CLIENT_ID,
      grant_type: "authorization_code",
      code,
      redirect_uri: SPA,
      code_verifier: verifier,
    };
    const tokenUrl = (authority: string): string => `${LOGIN}/${authority}/oauth2/v2.0/token`;
    const origin = { origin: "http://localhost:4000" };

    expect(problemOf(await postForm(microsoft, tokenUrl("organizations"), fields))).toEqual([
      "invalid_request",
      [9002327],
    ]);
    expect(problemOf(await redeem(microsoft, code, verifier, { client_secret: CLIENT_SECRET }))).toEqual([
      "invalid_client",
      [700025],
    ]);
    expect(problemOf(await redeem(microsoft, code, verifier, { redirect_uri: "http://localhost:4001/" }))).toEqual([
      "invalid_grant",
      [500112],
    ]);
    expect(problemOf(await postForm(microsoft, tokenUrl(FABRIKAM_TENANT_ID), fields, origin))).toEqual([
      "invalid_grant",
      [700005],
    ]);
    expect((await postForm(microsoft, tokenUrl(CONTOSO_TENANT_ID), fields, origin)).status).toBe(200);
  });

  it("answers the browser's preflight", async () => {
    const answer = await ask(microsoft, `${LOGIN}/organizations/oauth2/v2.0/token`, {
      method: "OPTIONS",
      headers: { origin: "http://localhost:4000", "access-control-request-headers": "x-client-sku" },
    });

    expect(answer.status).toBe(204);
    expect(answer.headers.get("access-control-allow-headers")).toBe("x-client-sku");
  });

  it("renews tokens, until the person is blocked", async () => {
    const first = await redeem(microsoft, await codeFor(PEOPLE.megan), verifier);
    const refresh = (token: unknown): Promise<Answer> =>
      postForm(
        microsoft,
        `${LOGIN}/organizations/oauth2/v2.0/token`,
        { client_id: CLIENT_ID, grant_type: "refresh_token", refresh_token: String(token) },
        { origin: "http://localhost:4000" },
      );

    const second = await refresh(first.json.refresh_token);
    microsoft.directory.block({ personId: PEOPLE.megan });
    const third = await refresh(second.json.refresh_token);
    microsoft.directory.unblock({ personId: PEOPLE.megan });

    expect(await claimsOf(second.json.access_token)).toMatchObject({ oid: PEOPLE.megan, scp: "access_as_user" });
    expect(problemOf(third)).toEqual(["invalid_grant", [50057]]);
    expect(problemOf(await refresh("nonsense"))).toEqual(["invalid_grant", [700084]]);
  });
});

describe("who is offered and let in", () => {
  it("offers members of both tenants at organizations, and a tenant's guests at its own authority only", async () => {
    const anywhere = await ask(microsoft, authorizeUrl(challenge, { find: "wilke" }));
    const guestAnywhere = await pick(microsoft, authorizeUrl(challenge), CONTOSO_TENANT_ID, PEOPLE.priyaAtContoso);
    const guest = await redeem(
      microsoft,
      await codeFor(PEOPLE.priyaAtContoso, {}, CONTOSO_TENANT_ID, CONTOSO_TENANT_ID),
      verifier,
    );

    expect(anywhere.text).toContain("Nestor Wilke");
    expect(guestAnywhere.status).toBe(200);
    expect(guestAnywhere.text).toContain("Please pick somebody");
    expect(await claimsOf(guest.json.access_token)).toMatchObject({
      tid: CONTOSO_TENANT_ID,
      oid: PEOPLE.priyaAtContoso,
      acct: 1,
    });
  });

  it("knows a guest who signed in at home", async () => {
    const atHome = await pick(microsoft, authorizeUrl(challenge), FABRIKAM_TENANT_ID, PEOPLE.priya);

    const silent = await ask(microsoft, authorizeUrl(challenge, { prompt: "none" }, CONTOSO_TENANT_ID), {
      headers: { cookie: cookieOf(atHome) },
    });
    const tokens = await redeem(microsoft, redirectedWith(silent).get("code") ?? "", verifier);

    expect(await claimsOf(tokens.json.access_token)).toMatchObject({
      oid: PEOPLE.priyaAtContoso,
      tid: CONTOSO_TENANT_ID,
    });
  });

  it("refuses blocked people with AADSTS50057", async () => {
    const answer = await pick(microsoft, authorizeUrl(challenge), CONTOSO_TENANT_ID, PEOPLE.johanna);

    expect(answer.status).toBe(403);
    expect(answer.text).toContain("AADSTS50057");
    expect(answer.headers.get("location")).toBeNull();
  });

  it("shows harmful names as text", async () => {
    const answer = await ask(microsoft, authorizeUrl(challenge, { find: "bold" }));

    expect(answer.text).toContain("&lt;b&gt;Bold&lt;/b&gt;");
    expect(answer.text).not.toContain("<b>Bold");
  });

  it("refuses a picker's form that another site sent", async () => {
    const answer = await postForm(
      microsoft,
      authorizeUrl(challenge),
      { pick: `${CONTOSO_TENANT_ID}/${PEOPLE.alex}` },
      { "sec-fetch-site": "cross-site" },
    );

    expect(answer.status).toBe(403);
  });
});

describe("sessions", () => {
  it("answers prompt=none with login_required until somebody signed in, and again after the logout", async () => {
    const silent = (cookie: string): Promise<Answer> =>
      ask(microsoft, authorizeUrl(challenge, { prompt: "none" }), { headers: { cookie } });
    const before = await silent("");
    const cookie = cookieOf(await pick(microsoft, authorizeUrl(challenge), CONTOSO_TENANT_ID, PEOPLE.alex));
    const during = await silent(cookie);
    const out = await ask(
      microsoft,
      `${LOGIN}/organizations/oauth2/v2.0/logout?post_logout_redirect_uri=${encodeURIComponent(SPA)}`,
      { headers: { cookie } },
    );
    const after = await silent(cookieOf(out));

    expect(redirectedWith(before).get("error")).toBe("login_required");
    expect(redirectedWith(before).get("state")).toBe("a-state");
    expect(redirectedWith(during).get("code")).toBeTruthy();
    expect(out.headers.get("location")).toBe(SPA);
    expect(redirectedWith(after).get("error")).toBe("login_required");
  });

  it("goes straight back for who is signed in, but always shows the picker for select_account", async () => {
    const headers = {
      cookie: cookieOf(await pick(microsoft, authorizeUrl(challenge), CONTOSO_TENANT_ID, PEOPLE.alex)),
    };

    expect((await ask(microsoft, authorizeUrl(challenge), { headers })).status).toBe(302);
    expect((await ask(microsoft, authorizeUrl(challenge, { prompt: "select_account" }), { headers })).text).toContain(
      "Pick an account",
    );
    expect(
      (await ask(microsoft, authorizeUrl(challenge, { login_hint: "adele.vance@contoso.example" }), { headers })).text,
    ).toContain("Adele Vance");
  });

  it("asks for interaction when the signed-in person is blocked meanwhile", async () => {
    const headers = {
      cookie: cookieOf(await pick(microsoft, authorizeUrl(challenge), CONTOSO_TENANT_ID, PEOPLE.alex)),
    };
    microsoft.directory.block({ personId: PEOPLE.alex });

    const silent = await ask(microsoft, authorizeUrl(challenge, { prompt: "none" }), { headers });
    microsoft.directory.unblock({ personId: PEOPLE.alex });

    expect(redirectedWith(silent).get("error")).toBe("interaction_required");
  });

  it("leads only to registered addresses after a logout", async () => {
    const answer = await ask(
      microsoft,
      `${LOGIN}/common/oauth2/v2.0/logout?post_logout_redirect_uri=https://evil.example/`,
    );

    expect(answer.status).toBe(200);
  });
});

describe("requests that are wrong", () => {
  it.each([
    [{ redirect_uri: "https://evil.example/" }, "AADSTS50011"],
    [{ redirect_uri: "http://localhost:4000/elsewhere" }, "AADSTS50011"],
    [{ client_id: "11111111-1111-4111-8111-111111111111" }, "AADSTS700016"],
  ])("stops on a page, without a redirect, for %o", async (more, words) => {
    const answer = await ask(microsoft, authorizeUrl(challenge, more));

    expect(answer.status).toBe(400);
    expect(answer.text).toContain(words);
    expect(answer.headers.get("location")).toBeNull();
  });

  it("stops on a page for a tenant that does not exist", async () => {
    expect((await ask(microsoft, authorizeUrl(challenge, {}, "00000000-0000-4000-8000-000000000000"))).text).toContain(
      "AADSTS90002",
    );
    expect((await ask(microsoft, authorizeUrl(challenge, {}, "what"))).text).toContain("AADSTS900023");
  });

  it.each([
    [{ code_challenge_method: "plain" }, "invalid_request"],
    [{ response_type: "token" }, "unsupported_response_type"],
    [{ scope: "openid Mail.ReadWrite" }, "invalid_scope"],
    [{ prompt: "maybe" }, "invalid_request"],
  ])("goes back with an error for %o", async (more, error) => {
    expect(redirectedWith(await ask(microsoft, authorizeUrl(challenge, more))).get("error")).toBe(error);
  });
});

describe("discovery", () => {
  it("tells the template issuer for organizations and the tenant's own for a tenant", async () => {
    const discovery = async (name: string): Promise<Record<string, unknown>> =>
      (await ask(microsoft, `${LOGIN}/${name}/v2.0/.well-known/openid-configuration`)).json;

    expect(await discovery("organizations")).toMatchObject({
      issuer: "https://login.microsoftonline.com/{tenantid}/v2.0",
    });
    expect(await discovery("contoso.onmicrosoft.com")).toMatchObject({
      issuer: `https://login.microsoftonline.com/${CONTOSO_TENANT_ID}/v2.0`,
      token_endpoint: `https://login.microsoftonline.com/${CONTOSO_TENANT_ID}/oauth2/v2.0/token`,
    });
    expect(await discovery("nowhere.example")).toMatchObject({ error: "invalid_tenant" });
  });

  it("publishes several keys, each with its issuer, and nothing private", async () => {
    const { json, text } = await ask(microsoft, `${LOGIN}/organizations/discovery/v2.0/keys`);
    const keys = json.keys as Record<string, unknown>[];

    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys.map((key) => key.issuer))).toEqual(
      new Set([
        "https://login.microsoftonline.com/{tenantid}/v2.0",
        "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0",
      ]),
    );
    expect(text).not.toContain('"d"');
  });
});

describe("tokens for tests", () => {
  it("come from any client and with any claim", async () => {
    const token = await microsoft.tokenFor({
      tenantId: CONTOSO_TENANT_ID,
      personId: PEOPLE.alex,
      azp: TEAMS_WEB_CLIENT_ID,
      claims: { scp: "other", acct: undefined },
    });
    const claims = await claimsOf(token);

    expect(claims).toMatchObject({ azp: TEAMS_WEB_CLIENT_ID, oid: PEOPLE.alex, scp: "other" });
    expect(claims).not.toHaveProperty("acct");
  });
});
