import { describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID } from "../registration.js";
import { appToken, ask } from "../testing/client.js";
import { faultyMicrosoft } from "./faulty-microsoft.fixture.js";

const tenant = faultyMicrosoft();

describe("Retry-After", () => {
  it.each([
    [5, "5"],
    [2.128, "2.128"],
    [0, "0"],
    [-1, "-1"],
    ["soon", "soon"],
    [undefined, null],
  ])("%j is sent as %j", async (retryAfter, sent) => {
    await tenant.script({ action: { kind: "STATUS", status: 429, retryAfter } });

    const answer = await tenant.read("/users?$top=1");

    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, sent]);
    expect(answer.json).toMatchObject({ error: { code: "TooManyRequests", innerError: { status: "429" } } });
  });

  it.each([30, -60])("in %i seconds is a date on the server's clock", async (inSeconds) => {
    tenant.passSeconds(3_600);
    await tenant.script({ action: { kind: "STATUS", status: 503, retryAfter: { inSeconds } } });

    const date = (await tenant.read("/users?$top=1")).headers.get("retry-after") ?? "";

    expect(date).toMatch(/^\w{3}, \d\d \w{3} \d{4} [\d:]+ GMT$/);
    expect(Math.abs(Date.parse(date) - (tenant.now().getTime() + inSeconds * 1_000))).toBeLessThan(5_000);
  });
});

describe("the token endpoint", () => {
  const appTokens = { host: "login", path: "/*/oauth2/v2.0/token", body: "grant_type=client_credentials" };

  it.each([
    [401, 7000222, "invalid_client"],
    [401, 7000215, "invalid_client"],
    [400, 90002, "invalid_request"],
    [400, 700016, "unauthorized_client"],
    [503, undefined, "temporarily_unavailable"],
    [500, undefined, "server_error"],
    [429, 90055, "temporarily_unavailable"],
  ])("answers %i with AADSTS%s as Microsoft words it", async (status, aadsts, error) => {
    await tenant.script({ ...appTokens, times: 1, action: { kind: "STATUS", status, aadsts } });

    const refused = await appToken(tenant.microsoft);

    expect(refused).toMatchObject({ status, json: { error, trace_id: expect.any(String) as string } });
    expect(refused.json.error_description).toMatch(/^AADSTS\d+: .+\r\nTrace ID: /);
    if (aadsts) expect(refused.json.error_codes).toEqual([aadsts]);
    expect((await appToken(tenant.microsoft)).status).toBe(200);
  });

  it("is spoilt for one tenant and not for the other", async () => {
    tenant.microsoft.directory.grantConsent({ tenantId: FABRIKAM_TENANT_ID });
    await tenant.script({ host: "login", tenantId: FABRIKAM_TENANT_ID, action: { kind: "STATUS", status: 503 } });

    expect((await appToken(tenant.microsoft, FABRIKAM_TENANT_ID)).status).toBe(503);
    expect((await appToken(tenant.microsoft, CONTOSO_TENANT_ID)).status).toBe(200);
  });

  it("lets browsers read its faults, and answers their preflights whatever is on", async () => {
    await tenant.script({ host: "login", action: { kind: "STATUS", status: 503 } });
    const url = `https://login.microsoftonline.com/organizations/oauth2/v2.0/token`;

    const answer = await ask(tenant.microsoft, url, { method: "POST", headers: { origin: "http://localhost:4000" } });
    const preflight = await ask(tenant.microsoft, url, { method: "OPTIONS" });

    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([503, "*"]);
    expect(preflight.status).toBe(204);
  });
});
