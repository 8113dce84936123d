import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CLIENT_ID, CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID, PEOPLE } from "../registration.js";
import { startMicrosoft, type PretendMicrosoft } from "../server.js";
import { appToken, ask, cookieOf, LOGIN, pick, postForm, redirectedWith, type Answer } from "../testing/client.js";

let microsoft: PretendMicrosoft;

beforeAll(async () => {
  microsoft = await startMicrosoft();
});
beforeEach(() => {
  microsoft.directory.reset();
});
afterAll(() => microsoft.close());

const CALLBACK = "http://localhost:4000/consent/callback";

function consentUrl(more: Record<string, string> = {}, authority: string = CONTOSO_TENANT_ID): string {
  const query = {
    client_id: CLIENT_ID,
    scope: "https://graph.microsoft.com/.default",
    redirect_uri: CALLBACK,
    state: "the-state",
    ...more,
  };
  return `${LOGIN}/${authority}/v2.0/adminconsent?${new URLSearchParams(query).toString()}`;
}

async function signedInAs(
  personId: string,
  tenantId = CONTOSO_TENANT_ID,
  url = consentUrl(),
): Promise<{ cookie: string }> {
  return { cookie: cookieOf(await pick(microsoft, url, tenantId, personId)) };
}

const press = (
  answer: "accept" | "cancel",
  cookie: string,
  url = consentUrl(),
  more: Record<string, string> = {},
): Promise<Answer> => postForm(microsoft, url, { answer }, { cookie, "sec-fetch-site": "same-origin", ...more });

describe("the consent page", () => {
  it("asks who it is, shows exactly the two permissions, and comes back with the tenant", async () => {
    const first = await ask(microsoft, consentUrl());
    const { cookie } = await signedInAs(PEOPLE.adele);
    const shown = await ask(microsoft, consentUrl(), { headers: { cookie } });
    const accepted = await press("accept", cookie);

    expect(first.text).toContain("Pick an account");
    expect(shown.text.match(/<li>/g)).toHaveLength(2);
    expect(shown.text).toContain("User.Read.All");
    expect(shown.text).toContain("GroupMember.Read.All");
    expect(shown.headers.get("x-frame-options")).toBe("DENY");
    expect(accepted.headers.get("location")?.startsWith(`${CALLBACK}?`)).toBe(true);
    expect(Object.fromEntries(redirectedWith(accepted))).toEqual({
      admin_consent: "True",
      tenant: CONTOSO_TENANT_ID,
      scope: "https://graph.microsoft.com/User.Read.All https://graph.microsoft.com/GroupMember.Read.All",
      state: "the-state",
    });
    expect(microsoft.directory.consentOf()).toMatchObject({ servicePrincipal: "PRESENT", grantedBy: "Adele Vance" });
  });

  it("grants for the tenant of whoever signs in at organizations", async () => {
    const url = consentUrl({}, "organizations");
    const { cookie } = await signedInAs(PEOPLE.nestor, FABRIKAM_TENANT_ID, url);

    const accepted = await press("accept", cookie, url);

    expect(redirectedWith(accepted).get("tenant")).toBe(FABRIKAM_TENANT_ID);
    expect(microsoft.directory.consentOf(CONTOSO_TENANT_ID).servicePrincipal).toBe("ABSENT");
  });

  it("comes back from Cancel with an error, with admin_consent and without a tenant", async () => {
    const { cookie } = await signedInAs(PEOPLE.lee);

    const cancelled = redirectedWith(await press("cancel", cookie));

    expect(cancelled.get("error")).toBe("access_denied");
    expect(cancelled.get("error_description")).toMatch(/^AADSTS65004: .*\r\nTrace ID: /);
    expect(cancelled.get("admin_consent")).toBe("True");
    expect(cancelled.get("state")).toBe("the-state");
    expect(cancelled.has("tenant")).toBe(false);
    expect(microsoft.directory.consentOf().roles).toEqual([]);
  });

  it("keeps everybody else on a page that needs an admin, also when the form is sent by hand", async () => {
    const { cookie } = await signedInAs(PEOPLE.alex);

    const shown = await ask(microsoft, consentUrl(), { headers: { cookie } });
    const forced = await press("accept", cookie);

    for (const answer of [shown, forced]) {
      expect(answer.status).toBe(403);
      expect(answer.text).toContain("AADSTS90094");
      expect(answer.text).toContain("Use another account");
    }
    expect(microsoft.directory.consentOf().roles).toEqual([]);
  });

  it("does not take a form that another site sent", async () => {
    const { cookie } = await signedInAs(PEOPLE.adele);

    expect((await press("accept", cookie, consentUrl(), { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect(microsoft.directory.consentOf().roles).toEqual([]);
  });

  it.each([
    [{ redirect_uri: "https://evil.example/consent/callback" }, CONTOSO_TENANT_ID, "AADSTS50011"],
    [{ client_id: "11111111-1111-4111-8111-111111111111" }, CONTOSO_TENANT_ID, "AADSTS700016"],
    [{ scope: "openid" }, CONTOSO_TENANT_ID, "AADSTS70011"],
    [{}, "common", "AADSTS900023"],
  ])("stops on a page for %o at %s", async (more, authority, words) => {
    const answer = await ask(microsoft, consentUrl(more, authority));

    expect(answer.status).toBe(400);
    expect(answer.text).toContain(words);
  });
});

describe("app tokens", () => {
  it("carry exactly the two roles once consented, in the shape of Graph's own tokens", async () => {
    microsoft.directory.grantConsent();

    const { status, json } = await appToken(microsoft);
    const claims = decodeJwt(String(json.access_token));

    expect(status).toBe(200);
    expect(json).toMatchObject({ token_type: "Bearer", expires_in: 3599 });
    expect(claims).toMatchObject({
      aud: "https://graph.microsoft.com",
      iss: `https://sts.windows.net/${CONTOSO_TENANT_ID}/`,
      ver: "1.0",
      tid: CONTOSO_TENANT_ID,
    });
    expect(claims.roles).toEqual(["User.Read.All", "GroupMember.Read.All"]);
    expect(decodeProtectedHeader(String(json.access_token))).toHaveProperty("x5t");
  });

  it("tell the three ways in which consent is lost apart", async () => {
    const never = await appToken(microsoft);
    microsoft.directory.grantConsent();
    microsoft.directory.withdrawConsent({ how: "PERMISSION_REMOVED" });
    const withoutRole = await appToken(microsoft);
    microsoft.directory.withdrawConsent({ how: "REMOVED" });
    const removed = await appToken(microsoft);
    microsoft.directory.withdrawConsent({ how: "DISABLED" });
    const disabled = await appToken(microsoft);

    expect(never).toMatchObject({ status: 401, json: { error: "invalid_client", error_codes: [7000229] } });
    expect(decodeJwt(String(withoutRole.json.access_token))).not.toHaveProperty("roles");
    expect(removed).toMatchObject({ status: 401, json: { error: "invalid_client", error_codes: [7000229] } });
    expect(disabled).toMatchObject({ status: 400, json: { error: "unauthorized_client", error_codes: [7000112] } });
  });

  it.each([
    [{ client_secret: "wrong" }, CONTOSO_TENANT_ID, 401, "invalid_client", 7000215],
    [{ client_id: "11111111-1111-4111-8111-111111111111" }, CONTOSO_TENANT_ID, 400, "unauthorized_client", 700016],
    [{ scope: "User.Read.All" }, CONTOSO_TENANT_ID, 400, "invalid_scope", 1002012],
    [{ grant_type: "password" }, CONTOSO_TENANT_ID, 400, "unsupported_grant_type", 70003],
    [{}, "organizations", 400, "invalid_request", 50059],
    [{}, "00000000-0000-4000-8000-000000000000", 400, "invalid_request", 90002],
  ])("refuse %o at %s with %i %s %i", async (more, tenant, status, error, code) => {
    const answer = await appToken(microsoft, tenant, more);

    expect(answer).toMatchObject({ status, json: { error, error_codes: [code] } });
    expect(answer.json.error_description).toMatch(
      new RegExp(`^AADSTS${String(code)}: .+\\r\\nTrace ID: .+\\r\\nCorrelation ID: .+\\r\\nTimestamp: .+Z$`),
    );
  });
});
