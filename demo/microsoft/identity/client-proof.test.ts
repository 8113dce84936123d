import { randomUUID, type KeyObject } from "node:crypto";
import { SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CLIENT_ID, CLIENT_SECRET, CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID } from "../registration.js";
import { startMicrosoft, type PretendMicrosoft } from "../server.js";
import { newCertificate } from "../testing/certificate.js";
import { appToken, LOGIN, postForm, type Answer } from "../testing/client.js";

const [registered, another] = [newCertificate(), newCertificate()];
const expired = newCertificate({ expiresAt: new Date(Date.now() - 60_000) });

let microsoft: PretendMicrosoft;

beforeAll(async () => {
  microsoft = await startMicrosoft();
});
beforeEach(() => {
  microsoft.directory.reset();
  microsoft.directory.grantConsent();
  microsoft.directory.addCertificate(registered);
  microsoft.directory.addCertificate(expired);
});
afterAll(() => microsoft.close());

const problemOf = ({ status, json }: Answer): unknown[] => [status, json.error, json.error_codes];
const endpointOf = (tenant: string): string => `${LOGIN}/${tenant}/oauth2/v2.0/token`;
const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

interface Assertion {
  certificate?: { thumbprint: string; key: KeyObject };
  header?: Record<string, unknown>;
  claims?: Record<string, unknown>;
}

/** An assertion as MSAL makes it, but for what a test changes; undefined takes a claim out. */
function assertionOf({ certificate = registered, header = {}, claims = {} }: Assertion): Promise<string> {
  const named = { "x5t#S256": Buffer.from(certificate.thumbprint, "hex").toString("base64url") };
  const usual = { iss: CLIENT_ID, sub: CLIENT_ID, nbf: inSeconds(0), exp: inSeconds(600), jti: randomUUID() };
  return new SignJWT({ aud: endpointOf(CONTOSO_TENANT_ID), ...usual, ...claims })
    .setProtectedHeader({ alg: "PS256", ...named, ...header })
    .sign(certificate.key);
}

const show = (assertion: string, more: Record<string, string> = {}, tenant = CONTOSO_TENANT_ID): Promise<Answer> =>
  postForm(microsoft, endpointOf(tenant), {
    client_id: CLIENT_ID,
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion,
    scope: "https://graph.microsoft.com/.default",
    grant_type: "client_credentials",
    ...more,
  });

describe("a client secret", () => {
  it("may stand beside a second one, until one of them expires or is removed", async () => {
    microsoft.directory.addSecret({ secret: "a-new-one" });
    const withNew = (): Promise<Answer> => appToken(microsoft, CONTOSO_TENANT_ID, { client_secret: "a-new-one" });
    const before = [await appToken(microsoft), await withNew()];

    microsoft.directory.expireSecret({ secret: CLIENT_SECRET });
    microsoft.directory.removeSecret({ secret: "a-new-one" });

    expect(before.map(({ status }) => status)).toEqual([200, 200]);
    expect(problemOf(await appToken(microsoft))).toEqual([401, "invalid_client", [7000222]]);
    expect(problemOf(await withNew())).toEqual([401, "invalid_client", [7000215]]);
  });
});

describe("a client assertion", () => {
  it.each<[string, Assertion]>([
    ["in PS256, as MSAL does", {}],
    ["in RS256", { header: { alg: "RS256" } }],
    ["for the issuer", { claims: { aud: `${LOGIN}/${CONTOSO_TENANT_ID}/v2.0` } }],
    ["a little ago on a clock that is ahead", { claims: { nbf: inSeconds(200) } }],
  ])("proves the application when a registered certificate signed it %s", async (_how, assertion) => {
    const { status, json } = await show(await assertionOf(assertion));

    expect(status).toBe(200);
    expect(json.access_token).toMatch(/^ey/);
  });

  it("may be shown again until it expires", async () => {
    const assertion = await assertionOf({});

    expect([(await show(assertion)).status, (await show(assertion)).status]).toEqual([200, 200]);
  });

  it.each<[string, Assertion, number]>([
    ["by a certificate that nobody registered", { certificate: another }, 700027],
    ["by another key in a registered one's name", { certificate: { ...registered, key: another.key } }, 700027],
    ["by a certificate that has expired", { certificate: expired }, 700027],
    ["for another tenant", { claims: { aud: endpointOf(FABRIKAM_TENANT_ID) } }, 700023],
    ["for another audience", { claims: { aud: "https://graph.microsoft.com" } }, 700023],
    ["by another issuer", { claims: { iss: "somebody" } }, 700021],
    ["about another subject", { claims: { sub: "somebody" } }, 700021],
    ["long ago", { claims: { nbf: inSeconds(-1200), exp: inSeconds(-600) } }, 700024],
    ["for later", { claims: { nbf: inSeconds(600), exp: inSeconds(1200) } }, 700024],
  ])("is refused as a credential when it was signed %s", async (_how, assertion, number) => {
    expect(problemOf(await show(await assertionOf(assertion)))).toEqual([401, "invalid_client", [number]]);
  });

  it.each<[string, Assertion]>([
    ["names no certificate", { header: { "x5t#S256": undefined } }],
    ["has no id", { claims: { jti: undefined } }],
    ["never ends", { claims: { exp: undefined } }],
    ["is signed in another way", { header: { alg: "RS512" } }],
  ])("is malformed when it %s", async (_how, assertion) => {
    expect(problemOf(await show(await assertionOf(assertion)))).toEqual([400, "invalid_request", [50027]]);
  });

  it("is refused when it is none, is of another type, or comes with a secret", async () => {
    const assertion = await assertionOf({});

    expect(problemOf(await show("not.a.token"))).toEqual([400, "invalid_request", [50027]]);
    expect(problemOf(await show(assertion, { client_assertion_type: "saml" }))[0]).toBe(400);
    expect(problemOf(await show(assertion, { client_secret: CLIENT_SECRET }))[0]).toBe(400);
  });

  it("proves nothing any more once its certificate is removed", async () => {
    const assertion = await assertionOf({});
    microsoft.directory.removeCertificate(registered);

    expect(problemOf(await show(assertion))).toEqual([401, "invalid_client", [700027]]);
  });
});
