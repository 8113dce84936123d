import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeProtectedHeader } from "jose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CLIENT_SECRET, CONTOSO_TENANT_ID, GROUPS, PEOPLE } from "./registration.js";
import { startMicrosoft } from "./server.js";
import { newCertificate } from "./testing/certificate.js";
import { ask, GRAPH, graphReader } from "./testing/client.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pretend-microsoft-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const tokenKey = async (microsoft: Awaited<ReturnType<typeof startMicrosoft>>): Promise<string | undefined> =>
  decodeProtectedHeader(await microsoft.tokenFor({ tenantId: CONTOSO_TENANT_ID, personId: PEOPLE.adele })).kid;

describe("a restart", () => {
  it("keeps people, groups, consent, credentials, signing keys and the count of writes", async () => {
    const dataFile = join(folder, "deep", "microsoft.json");
    const first = await startMicrosoft({ dataFile });
    const hired = first.directory.hire({ displayName: "Kept Person", groupIds: [GROUPS.sales] });
    first.directory.remove({ personId: PEOPLE.megan });
    first.directory.grantConsent();
    first.directory.addSecret({ secret: "a-second-one" });
    first.directory.addCertificate(newCertificate());
    await ask(first, `${GRAPH}/users`, { method: "DELETE" });
    const key = await tokenKey(first);
    await first.close();

    const second = await startMicrosoft({ dataFile });

    expect(second.directory.person(hired.id)).toEqual(hired);
    expect(second.directory.memberIds(GROUPS.sales)).toContain(hired.id);
    expect(second.directory.deletedPeople().map(({ id }) => id)).toEqual([PEOPLE.megan]);
    expect(second.directory.consentOf().roles).toEqual(["User.Read.All", "GroupMember.Read.All"]);
    expect(second.directory.credentials()).toEqual(first.directory.credentials());
    expect(second.counters.writes).toBe(1);
    expect(await tokenKey(second)).toBe(key);
    expect((await (await graphReader(second))("/users?$top=1")).status).toBe(200);
    await second.close();
    expect((await stat(dataFile)).mode & 0o077).toBe(0);
  });

  it("gives a file of before there were credentials the first ones", async () => {
    const dataFile = join(folder, "microsoft.json");
    const first = await startMicrosoft({ dataFile });
    await first.close();
    const { credentials, ...older } = JSON.parse(await readFile(dataFile, "utf8")) as { credentials: unknown };
    await writeFile(dataFile, JSON.stringify(older));

    const second = await startMicrosoft({ dataFile });

    expect(second.directory.credentials()).toEqual(credentials);
    await second.close();
  });

  it("takes the file of a version that did not number its tokens", async () => {
    const dataFile = join(folder, "microsoft.json");
    await (await startMicrosoft({ dataFile })).close();
    await writeFile(dataFile, (await readFile(dataFile, "utf8")).replaceAll(',"tokenGeneration":0', ""));

    const microsoft = await startMicrosoft({ dataFile });
    const read = await graphReader(microsoft);
    microsoft.directory.expireAppTokens();

    expect((await read("/users?$top=1")).status).toBe(401);
    expect((await (await graphReader(microsoft))("/users?$top=1")).status).toBe(200);
    await microsoft.close();
  });

  it("puts a file that cannot be read aside and starts afresh", async () => {
    const dataFile = join(folder, "microsoft.json");
    await writeFile(dataFile, "{ half");

    const microsoft = await startMicrosoft({ dataFile });
    const people = microsoft.directory.people({ tenantId: CONTOSO_TENANT_ID });
    await microsoft.close();

    expect(people).toHaveLength(1240);
    expect(await readFile(`${dataFile}.unreadable`, "utf8")).toBe("{ half");
  });
});

describe("a first start", () => {
  it("is the same every time, but for the keys", async () => {
    const [one, two] = await Promise.all([startMicrosoft(), startMicrosoft()]);

    expect(one.directory.tenants()).toEqual(two.directory.tenants());
    expect(await tokenKey(one)).not.toBe(await tokenKey(two));
    await Promise.all([one.close(), two.close()]);
  });

  it("refuses a port that is taken", async () => {
    const first = await startMicrosoft();

    await expect(startMicrosoft({ port: Number(new URL(first.url).port) })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
    await first.close();
  });
});

describe("a reset", () => {
  it("puts everything back to the first day", async () => {
    const microsoft = await startMicrosoft();
    const before = structuredClone(microsoft.directory.tenants());
    microsoft.directory.hire({ displayName: "Soon Gone" });
    microsoft.directory.block({ personId: PEOPLE.adele });
    microsoft.directory.deleteGroup({ groupId: GROUPS.sales });
    microsoft.directory.grantConsent();
    microsoft.directory.removeSecret({ secret: CLIENT_SECRET });

    microsoft.directory.reset();

    expect(microsoft.directory.tenants()).toEqual(before);
    expect(microsoft.directory.credentials().secrets).toEqual([{ secret: CLIENT_SECRET, expiresAt: null }]);
    await microsoft.close();
  });
});
