import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIENT_ID, CLIENT_SECRET, CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID } from "../../demo/microsoft/registration.js";
import { startMicrosoft } from "../../demo/microsoft/server.js";
import { newCertificate, type TestCertificate } from "../../demo/microsoft/testing/certificate.js";
import { clientCredentials } from "../credentials.js";
import type { ClientCredential } from "./client-credentials.js";
import { pretendTenant, valueOf } from "./pretend-tenant.fixture.js";

/* One credential of the registration replaces another, from the files of the settings to Graph, at the pretend Microsoft. */

const tenant = pretendTenant({
  start: () => startMicrosoft(),
  clientId: CLIENT_ID,
  clientSecret: CLIENT_SECRET,
  tenantId: CONTOSO_TENANT_ID,
});

const [mine, another] = [newCertificate(), newCertificate()];
const known: ClientCredential = { kind: "SECRET", secret: CLIENT_SECRET };
const next: ClientCredential = { kind: "SECRET", secret: "canary-next" };
const anyGroup = { search: "", pageSize: 1, continuation: null };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-rotation-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** The credential that a server has whose settings name a PEM file with this certificate. */
async function fromFile({ certificate, privateKey, thumbprint }: TestCertificate): Promise<ClientCredential> {
  const file = join(folder, `${thumbprint}.pem`);
  await writeFile(file, certificate + privateKey);
  const { credentials, problems } = clientCredentials({ ENTRA_CLIENT_CERTIFICATE_FILE: file }, new Date());
  const [found] = credentials;
  if (!found) throw new Error(problems.join(", "));
  return found;
}

/** Token requests since the last call. */
function tokenRequests(): number {
  const { counters } = tenant.microsoft;
  const asked = counters.requests.filter(({ path }) => path.endsWith("/token")).length;
  counters.clear();
  return asked;
}

const refused = (credential: number, kind: ClientCredential["kind"], detail: string) =>
  expect.objectContaining({ event: "token.credential_refused", credential, kind, detail }) as object;

describe("a certificate", () => {
  it("opens the directory when it is registered", async () => {
    tenant.microsoft.directory.addCertificate(mine);
    const directories = tenant.directoriesWith(await fromFile(mine));

    expect(valueOf(await directories(CONTOSO_TENANT_ID).prove())).toEqual({ tenantName: "Contoso" });
    expect(tenant.events).toEqual([]);
  });

  it("that is not registered gives way to the secret beside it", async () => {
    tenant.microsoft.directory.addCertificate(another);
    const directories = tenant.directoriesWith(await fromFile(mine), known);

    valueOf(await directories(CONTOSO_TENANT_ID).prove());

    expect(tenant.events).toEqual([refused(1, "CERTIFICATE", "AADSTS700027")]);
  });

  it("takes over from a secret that was removed, and from another certificate", async () => {
    tenant.microsoft.directory.removeSecret({ secret: CLIENT_SECRET });
    tenant.microsoft.directory.addCertificate(mine);

    const answers = [
      await tenant
        .directoriesWith(
          known,
          await fromFile(mine),
        )(CONTOSO_TENANT_ID)
        .prove(),
      await tenant
        .directoriesWith(
          await fromFile(another),
          await fromFile(mine),
        )(CONTOSO_TENANT_ID)
        .prove(),
    ];

    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
  });
});

describe("a new secret", () => {
  it("that Microsoft does not know yet gives way to the old one, once and for all tenants", async () => {
    tenant.microsoft.directory.grantConsent({ tenantId: FABRIKAM_TENANT_ID });
    const directories = tenant.directoriesWith(next, known);
    tokenRequests();

    valueOf(await directories(CONTOSO_TENANT_ID).prove());
    const first = tokenRequests();
    valueOf(await directories(CONTOSO_TENANT_ID).prove());
    const again = tokenRequests();
    valueOf(await directories(FABRIKAM_TENANT_ID).prove());

    expect([first, again, tokenRequests()]).toEqual([2, 1, 1]);
    expect(tenant.events).toEqual([refused(1, "SECRET", "AADSTS7000215")]);
  });

  it("is shown again when the old one has expired, and kept to from then on", async () => {
    const directory = tenant.directoriesWith(next, known)(CONTOSO_TENANT_ID);
    valueOf(await directory.prove());
    tenant.microsoft.directory.addSecret({ secret: "canary-next" });
    tenant.microsoft.directory.expireSecret({ secret: CLIENT_SECRET });
    tokenRequests();

    valueOf(await directory.prove());
    const first = tokenRequests();
    valueOf(await directory.prove());

    expect([first, tokenRequests()]).toEqual([2, 1]);
    expect(tenant.events).toEqual([refused(1, "SECRET", "AADSTS7000215"), refused(2, "SECRET", "AADSTS7000222")]);
  });
});

describe("a token", () => {
  it("serves until it ends, whatever becomes of the credential that got it", async () => {
    const directory = tenant.directoriesWith(known, next)(CONTOSO_TENANT_ID);
    valueOf(await directory.prove());
    tenant.microsoft.directory.removeSecret({ secret: CLIENT_SECRET });
    tokenRequests();

    valueOf(await directory.findGroups(anyGroup));

    expect([tokenRequests(), tenant.events]).toEqual([0, []]);
  });

  it("of before a change of credentials does not come back with the credential that got it", async () => {
    const { directory: registration } = tenant.microsoft;
    registration.grantConsent({ tenantId: FABRIKAM_TENANT_ID });
    registration.addSecret({ secret: "canary-next" });
    const directories = tenant.directoriesWith(known, next);
    valueOf(await directories(CONTOSO_TENANT_ID).prove());
    registration.removeSecret({ secret: CLIENT_SECRET });
    valueOf(await directories(CONTOSO_TENANT_ID).prove());
    registration.addSecret({ secret: CLIENT_SECRET });
    registration.removeSecret({ secret: "canary-next" });
    valueOf(await directories(FABRIKAM_TENANT_ID).prove());
    tokenRequests();

    valueOf(await directories(CONTOSO_TENANT_ID).findGroups(anyGroup));

    expect(tokenRequests()).toBe(1);
  });
});

describe("credentials that are all refused", () => {
  it("are our configuration's fault, named by place and kind, and nothing of them is told", async () => {
    const wrong: ClientCredential = { kind: "SECRET", secret: "canary-secret" };
    const certificate = await fromFile(mine);

    const answer = await tenant.directoriesWith(certificate, wrong)(CONTOSO_TENANT_ID).prove();

    const problem = { code: "CONFIGURATION_BROKEN", trouble: "CREDENTIALS_REFUSED", detail: "AADSTS7000215" };
    expect(answer).toEqual({ ok: false, problem });
    expect(tenant.events).toEqual([
      refused(1, "CERTIFICATE", "AADSTS700027"),
      refused(2, "SECRET", "AADSTS7000215"),
      expect.objectContaining({ event: "token.failed", status: 401, again: false }),
    ]);
    const told = JSON.stringify([answer, tenant.events]);
    expect(told).not.toMatch(/canary|PRIVATE KEY|eyJ/);
    expect(told).not.toContain(mine.thumbprint);
  });
});
