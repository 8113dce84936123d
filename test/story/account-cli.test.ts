import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID, PEOPLE } from "../../demo/microsoft/registration.js";
import { ROOT } from "../../demo/paths.js";
import { OPEN_ACCOUNT, VIEWER } from "../operations.js";
import { serverEnv } from "../processes/server.js";
import { startWorld, type World } from "../world.js";

let world: World;

beforeAll(async () => {
  world = await startWorld({ config: { selfSignup: false } });
});
afterAll(() => world.close());

/** `npm run account -- ...` with the settings of the server. */
function account(...args: string[]): Promise<{ code: number | null; said: string }> {
  const env = serverEnv({ port: 4000, mongoUri: world.databaseUri, microsoftUrl: world.microsoft.url });
  const child = spawn(process.execPath, ["--import", "tsx", join(ROOT, "server/account-cli.ts"), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (text) => (said += String(text)));
  child.stderr.on("data", (text) => (said += String(text)));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, said })));
}
const create = (tenant: string, admin: string) =>
  account("create", "--name", "Contoso Ltd", "--tenant", tenant, "--admin", admin);

describe("the operator", () => {
  it("lists accounts, none at first", async () => {
    expect(await account("list")).toEqual({ code: 0, said: "There is no account yet.\n" });
  });

  it.each([
    ["what is missing", ["create"], "--name is missing"],
    ["what is no id", ["create", "--name", "x", "--tenant", "contoso", "--admin", "y"], "--tenant must be a tenant id"],
    ["what a command needs", ["add-admin", "--tenant", CONTOSO_TENANT_ID], "--admin must be the object id"],
    ["that there is no such account", ["close", "--tenant", CONTOSO_TENANT_ID], "This tenant has no open account"],
    ["an unknown command", ["destroy"], "Usage"],
    ["an unknown option", ["list", "--all"], "Usage"],
  ])("is told %s", async (_, args, words) => {
    const { code, said } = await account(...args);

    expect([code, said]).toEqual([1, expect.stringContaining(words)]);
  });

  it("creates an account whose first admin is in at once, though the tenant has not consented yet", async () => {
    const created = await create(CONTOSO_TENANT_ID, PEOPLE.adele);

    const viewer = await world.as(PEOPLE.adele)(VIEWER);
    expect([created.code, created.said]).toEqual([0, expect.stringContaining(`/?tenant=${CONTOSO_TENANT_ID}`)]);
    expect(viewer.data?.viewer).toMatchObject({ user: { role: "ADMIN" }, account: { name: "Contoso Ltd" } });
    expect((await account("list")).said).toContain("Contoso Ltd");
  });

  it("F67: cannot create a second one for a tenant", async () => {
    const { code, said } = await create(CONTOSO_TENANT_ID, PEOPLE.miriam);

    expect([code, said]).toEqual([1, expect.stringContaining("has an account already")]);
  });
});

describe("the admins of an account", () => {
  const addAdmin = (admin: string) => account("add-admin", "--tenant", CONTOSO_TENANT_ID, "--admin", admin);
  const removeAdmin = (admin: string) => account("remove-admin", "--tenant", CONTOSO_TENANT_ID, "--admin", admin);
  const roleOf = async (personId: string) => {
    const answer = await world.as(personId)(VIEWER);
    return (answer.data?.viewer?.user as { role: string } | undefined)?.role ?? answer.errors?.[0]?.extensions?.code;
  };

  it("are added and removed by the operator, but for the last one", async () => {
    world.microsoft.directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });

    const added = await addAdmin(PEOPLE.miriam);
    const both = [await roleOf(PEOPLE.adele), await roleOf(PEOPLE.miriam)];
    const removed = await removeAdmin(PEOPLE.adele);
    const last = await removeAdmin(PEOPLE.miriam);

    expect([added.code, both, removed.code]).toEqual([0, ["ADMIN", "ADMIN"], 0]);
    expect(removed.said).toContain("is no admin of Contoso Ltd any more. They stay as a user.");
    expect([last.code, last.said]).toEqual([1, expect.stringContaining("the last admin who can sign in")]);
    expect([await roleOf(PEOPLE.adele), await roleOf(PEOPLE.miriam)]).toEqual(["EMPLOYEE", "ADMIN"]);
  });

  it("come back when they were disabled, and are no slip of the keyboard", async () => {
    const { id = "" } = (await world.store.accounts.byTenant(CONTOSO_TENANT_ID)) ?? {};
    const [adele] = await world.store.users.byDirectoryIds(id, [PEOPLE.adele]);
    await world.store.users.setStatusByAdmin(id, adele?.id ?? "", { status: "DISABLED" });

    const [back, slip] = [await addAdmin(PEOPLE.adele), await addAdmin("00000000-0000-4000-8000-000000000000")];

    expect([back.code, await roleOf(PEOPLE.adele)]).toEqual([0, "ADMIN"]);
    expect([slip.code, slip.said]).toEqual([1, expect.stringContaining("no such person in this directory")]);
    expect((await removeAdmin(PEOPLE.alex)).said).toContain("no such admin");
  });
});

it("leaves the trail of what the operator did", async () => {
  const { id = "" } = (await world.store.accounts.byTenant(CONTOSO_TENANT_ID)) ?? {};
  const { events } = await world.store.audit.page(id, { kinds: null, first: 20, after: null });

  expect(events.map(({ kind, by, complete }) => [kind, by.name, complete]).reverse()).toEqual([
    ["ACCOUNT_OPENED", "the operator", true],
    ["ADMIN_NAMED", "the operator", true],
    ["ADMIN_REMOVED", "the operator", true],
    ["ADMIN_NAMED", "the operator", true],
  ]);
});

describe("an invitation", () => {
  it("is printed as a link that opens the account of its tenant", async () => {
    world.microsoft.directory.grantConsent({ tenantId: FABRIKAM_TENANT_ID });

    const { code, said } = await account("invite", "--tenant", FABRIKAM_TENANT_ID);
    const link = new URL(/^https?:.*$/m.exec(said)?.[0] ?? "nowhere:");

    const invite = link.searchParams.get("invite");
    const opened = await world.as(PEOPLE.nestor, FABRIKAM_TENANT_ID)(OPEN_ACCOUNT, { invite });
    expect([code, link.searchParams.get("tenant")]).toEqual([0, FABRIKAM_TENANT_ID]);
    expect(opened.data?.openAccount).toMatchObject({ __typename: "AccountOpened" });
  });

  it("is not made for a tenant whose account is in use", async () => {
    const { code, said } = await account("invite", "--tenant", FABRIKAM_TENANT_ID);

    expect([code, said]).toEqual([1, expect.stringContaining("has an account already")]);
  });
});

it("closes an account, and opens it again with the people it had", async () => {
  const closed = await account("close", "--tenant", CONTOSO_TENANT_ID);
  const refused = await world.as(PEOPLE.adele)(VIEWER);
  const listed = (await account("list")).said;
  const again = await create(CONTOSO_TENANT_ID, PEOPLE.lee);

  const viewers = [await world.as(PEOPLE.adele)(VIEWER), await world.as(PEOPLE.lee)(VIEWER)];
  expect([closed.code, listed, again.code]).toEqual([0, expect.stringContaining("Contoso Ltd (closed)"), 0]);
  expect(refused.errors?.[0]?.extensions?.refusal).toMatchObject({ reason: "NO_ACCOUNT" });
  expect(viewers.map(({ data }) => data?.viewer)).toMatchObject([
    { user: { directoryId: PEOPLE.adele } },
    { user: { displayName: "Lee Gu", role: "ADMIN" } },
  ]);
});
