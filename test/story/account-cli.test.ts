import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, PEOPLE } from "../../demo/microsoft/registration.js";
import { ROOT } from "../../demo/paths.js";
import { VIEWER } from "../operations.js";
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

  it("cannot create a second one for a tenant", async () => {
    const { code, said } = await create(CONTOSO_TENANT_ID, PEOPLE.miriam);

    expect([code, said]).toEqual([1, expect.stringContaining("has an account already")]);
  });
});

it("without self sign-up, nobody may open an account by themselves", async () => {
  const refused = await world.as(PEOPLE.nestor, "fab41ca0-5eed-4b1d-8d2c-6a7b8c9d0e02")(VIEWER);

  expect(refused.errors?.[0]?.extensions?.refusal).toMatchObject({ reason: "NO_ACCOUNT", mayOpenAccount: false });
});
