import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID, GROUPS, PEOPLE } from "../../demo/microsoft/registration.js";
import { closeAccount } from "../../server/use-cases/close-account.js";
import { ENABLE, OPEN_ACCOUNT, USERS, VIEWER } from "../operations.js";
import { startWorld, type Answer, type World } from "../world.js";

/* Who may open an account, and when: by an operator's invitation, or by themselves, or after it was closed. */

let world: World;
let code: string;
let ahead = 0;

beforeAll(async () => {
  world = await startWorld({ config: { selfSignup: false } });
});
afterAll(() => world.close());
beforeEach(async () => {
  code = (await world.store.invites.create(CONTOSO_TENANT_ID, WEEK_MINUTES * 60_000 + ahead * 60_000)).code;
});

const WEEK_MINUTES = 7 * 24 * 60;
const said = (words: string) => expect.stringContaining(words) as string;
const open = async (personId: string, invite: string | null, tenantId = CONTOSO_TENANT_ID) =>
  (await world.as(personId, tenantId)(OPEN_ACCOUNT, { invite })).data?.openAccount;
const refusalOf = (answer: Answer) => answer.errors?.[0]?.extensions?.refusal;
const closeContoso = async () => {
  const account = await world.store.accounts.byTenant(CONTOSO_TENANT_ID);
  if (account) await closeAccount({ ...world.store, now: () => new Date() }, account);
};

describe("where accounts do not open themselves", () => {
  it("a directory admin without an invitation is told to ask the operator", async () => {
    expect(refusalOf(await world.as(PEOPLE.adele)(VIEWER))).toMatchObject({ mayOpenAccount: false });
    expect(await open(PEOPLE.adele, null)).toMatchObject({
      code: "NOT_ALLOWED",
      message: said("Accounts are opened by the operator"),
    });
  });

  it.each([
    ["no directory role", PEOPLE.alex, CONTOSO_TENANT_ID, "NOT_ALLOWED"],
    ["a directory role in another tenant", PEOPLE.nestor, FABRIKAM_TENANT_ID, "INVITE_NOT_GOOD"],
  ])("an invitation opens nothing for somebody with %s", async (_, personId, tenantId, refusal) => {
    expect(await open(personId, code, tenantId)).toMatchObject({ code: refusal });
  });

  it.each([
    ["made up", "nonsense"],
    ["empty", ""],
    ["a database operator", '{"$ne":null}'],
    ["endless", "x".repeat(50_000)],
  ])("a code that is %s opens nothing", async (_, invite) => {
    expect(await open(PEOPLE.adele, invite)).toMatchObject({ code: "INVITE_NOT_GOOD" });
  });

  it("an invitation past its time opens nothing", async () => {
    world.passMinutes(WEEK_MINUTES + 1);
    ahead += WEEK_MINUTES + 1;

    expect(await open(PEOPLE.adele, code)).toMatchObject({ code: "INVITE_NOT_GOOD" });
  });

  it("an invitation is not used up while the consent is missing, and then opens the account once", async () => {
    const before = await open(PEOPLE.adele, code);
    world.microsoft.directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
    const opened = await open(PEOPLE.adele, code);
    const again = await open(PEOPLE.miriam, code);

    expect(before).toMatchObject({ code: "CONSENT_MISSING" });
    expect(opened).toMatchObject({ __typename: "AccountOpened", viewer: { user: { role: "ADMIN" } } });
    expect(again).toMatchObject({ code: "INVITE_NOT_GOOD" });
  });

  it("an invitation for a tenant whose account is in use opens no second one", async () => {
    expect(await open(PEOPLE.miriam, code)).toMatchObject({ code: "ACCOUNT_EXISTS" });
    expect(refusalOf(await world.as(PEOPLE.miriam)(VIEWER))).toMatchObject({ reason: "NOT_IMPORTED" });
  });
});

describe("an account that the operator closed", () => {
  it("lets nobody in and stops its sync, and keeps its people", async () => {
    await world.as(PEOPLE.adele)(ENABLE, { input: { groupIds: [GROUPS.sales] } });
    const enabledBefore = await world.store.settings.enabledAccountIds();

    await closeContoso();

    const answer = await world.as(PEOPLE.adele)(USERS);
    expect(refusalOf(answer)).toMatchObject({ reason: "NO_ACCOUNT", organisation: null, mayOpenAccount: false });
    expect([enabledBefore.length, await world.store.settings.enabledAccountIds()]).toEqual([1, []]);
  });

  it("is opened again by an invitation, with its people as they were and whoever used it as an admin", async () => {
    const opened = await open(PEOPLE.miriam, code);

    expect(opened).toMatchObject({ __typename: "AccountOpened", viewer: { user: { role: "ADMIN" } } });
    expect((await world.as(PEOPLE.adele)(VIEWER)).data?.viewer).toMatchObject({ user: { role: "ADMIN" } });
  });

  it("is not opened by self sign-up: its tenant is not a new one", async () => {
    await closeContoso();
    const trial = await startWorld({ config: { selfSignup: true, mongoUri: world.databaseUri } });
    trial.microsoft.directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
    trial.microsoft.directory.grantConsent({ tenantId: FABRIKAM_TENANT_ID });

    const past = (await trial.as(PEOPLE.adele)(OPEN_ACCOUNT)).data?.openAccount;
    const fresh = (await trial.as(PEOPLE.nestor, FABRIKAM_TENANT_ID)(OPEN_ACCOUNT)).data?.openAccount;
    await trial.close();

    expect(past).toMatchObject({ code: "NOT_ALLOWED", message: said("had an account here before") });
    expect(fresh).toMatchObject({ __typename: "AccountOpened" });
  });
});
