import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  CONTOSO_TENANT_ID,
  FABRIKAM_TENANT_ID,
  PEOPLE,
  TEAMS_DESKTOP_CLIENT_ID,
} from "../../demo/microsoft/registration.js";
import { createSchema } from "../../server/api/schema.js";
import { operationOf, rootFields } from "../inputs.js";
import { IMPORT, OPEN_ACCOUNT, SET_ROLE, SET_STATUS, USERS, VIEWER } from "../operations.js";
import { startConnectedWorld, type Answer, type Ask, type World } from "../world.js";

let world: World & { readonly adele: Ask };

/** Root fields that are open to more than admins; every other one must refuse. */
const OPEN = ["Query.viewer", "Mutation.openAccount"];

beforeAll(async () => {
  world = await startConnectedWorld();
  await world.adele(IMPORT, { input: { directoryIds: [PEOPLE.alex, PEOPLE.megan, PEOPLE.miriam] } });
});
afterAll(() => world.close());

const userId = async (name: string) =>
  ((await world.adele(USERS, { search: name })).data?.users?.nodes as { id: string }[])[0]?.id ?? "";
const codeOf = (answer: Answer) => answer.errors?.[0]?.extensions?.code;
const refusalOf = (answer: Answer) => answer.errors?.[0]?.extensions?.refusal;

describe("a field that nobody opened", () => {
  it("refuses an employee and an anonymous caller, whatever it is", async () => {
    const fields = rootFields(await createSchema());
    const closed = fields.filter(({ root, field }) => !OPEN.includes(`${root}.${field.name}`));

    // A field that may be null answers null beside its refusal
    const told = ({ data }: Answer) => Object.values(data ?? {}).filter((value) => value !== null);
    const answers = await Promise.all(
      closed.map(async (rootField) => {
        const { query, variables } = operationOf(rootField);
        const employee = await world.as(PEOPLE.alex)(query, variables);
        const anonymous = await world.askWith(null, query, variables);
        return [rootField.field.name, codeOf(employee), told(employee), codeOf(anonymous), told(anonymous)];
      }),
    );

    expect(closed.length).toBeGreaterThan(12);
    expect(answers).toEqual(closed.map(({ field }) => [field.name, "FORBIDDEN", [], "UNAUTHENTICATED", []]));
  });

  it("answers an admin: the refusals are not for everybody", async () => {
    expect((await world.adele("{ account { name } }")).data?.account).toEqual({ name: "Contoso" });
  });

  it("is refused under an alias beside one that is allowed", async () => {
    const answer = await world.as(PEOPLE.alex)("{ viewer { user { displayName } } mine: account { name } }");

    expect([codeOf(answer), answer.data]).toEqual(["FORBIDDEN", null]);
  });
});

describe("who signs in", () => {
  it("sees themselves, the account's name and who administers", async () => {
    const answer = await world.as(PEOPLE.alex)(VIEWER);

    expect(answer.data?.viewer).toMatchObject({
      user: { displayName: "Alex Wilber", origin: "MANUAL", role: "EMPLOYEE" },
      account: { name: "Contoso" },
      admins: [{ displayName: "Adele Vance" }],
    });
  });

  it("and was not imported reads why, as whom, and whom to ask; and is not created", async () => {
    await world.adele(
      `mutation { updateAccountSettings(input: { helpContact: "it@contoso.example" }) { __typename } }`,
    );

    const answer = await world.as(PEOPLE.lee)(VIEWER);

    expect([answer.status, codeOf(answer)]).toEqual([403, "FORBIDDEN"]);
    expect(refusalOf(answer)).toMatchObject({
      reason: "NOT_IMPORTED",
      signedInAs: "Lee Gu",
      organisation: "Contoso",
      helpContact: "it@contoso.example",
      mayOpenAccount: false,
    });
    expect((await world.adele(USERS, { search: "Lee Gu" })).data?.users).toMatchObject({ totalCount: 0 });
  });

  it("and was disabled is refused at once, with the token they hold", async () => {
    const token = await world.microsoft.tokenFor({ tenantId: CONTOSO_TENANT_ID, personId: PEOPLE.megan });
    const before = await world.askWith(token, VIEWER);
    await world.adele(SET_STATUS, { input: { userIds: [await userId("Megan Bowen")], status: "DISABLED" } });

    const after = await world.askWith(token, VIEWER);

    expect([before.status, after.status]).toEqual([200, 403]);
    expect(refusalOf(after)).toMatchObject({ reason: "DISABLED", signedInAs: "Megan Bowen" });
  });

  it("and was an admin is refused an admin's work at once after losing the role", async () => {
    const miriam = world.as(PEOPLE.miriam);
    const id = await userId("Miriam Graham");
    await world.adele(SET_ROLE, { input: { userId: id, role: "ADMIN" } });
    const before = await miriam("{ account { name } }");

    await world.adele(SET_ROLE, { input: { userId: id, role: "EMPLOYEE" } });

    const after = await miriam("{ account { name } }");
    expect([codeOf(before), codeOf(after)]).toEqual([undefined, "FORBIDDEN"]);
  });

  it.each([
    ["no token", null],
    ["half a token", "abc.def"],
    ["a made-up token", "eyJhbGciOiJub25lIn0.eyJvaWQiOiJ4In0.x"],
  ])("with %s is anonymous", async (_, token) => {
    expect(codeOf(await world.askWith(token, VIEWER))).toBe("UNAUTHENTICATED");
  });

  it("by Teams is the same person as by a browser", async () => {
    const token = await world.microsoft.tokenFor({
      tenantId: CONTOSO_TENANT_ID,
      personId: PEOPLE.alex,
      azp: TEAMS_DESKTOP_CLIENT_ID,
    });

    expect((await world.askWith(token, VIEWER)).data?.viewer).toMatchObject({
      user: { displayName: "Alex Wilber" },
    });
  });
});

describe("opening an account", () => {
  const fabrikam = (personId: string) => world.as(personId, FABRIKAM_TENANT_ID);

  it("is refused to an employee of a tenant without one, who reads so", async () => {
    const [viewer, opened] = [await fabrikam(PEOPLE.priya)(VIEWER), await fabrikam(PEOPLE.priya)(OPEN_ACCOUNT)];

    expect(refusalOf(viewer)).toMatchObject({ reason: "NO_ACCOUNT", mayOpenAccount: false });
    expect(opened.data?.openAccount).toMatchObject({ code: "NOT_ALLOWED" });
  });

  it.each([
    ["a guest", { acct: 1 }],
    ["somebody of whom the token does not say that they are a home member", { acct: undefined }],
    ["somebody without the directory role", { wids: [] }],
  ])("is refused to %s", async (_, claims) => {
    const token = await world.microsoft.tokenFor({ tenantId: FABRIKAM_TENANT_ID, personId: PEOPLE.nestor, claims });

    expect((await world.askWith(token, OPEN_ACCOUNT)).data?.openAccount).toMatchObject({ code: "NOT_ALLOWED" });
  });

  it("waits for the consent, and then makes the directory admin its first admin", async () => {
    const nestor = fabrikam(PEOPLE.nestor);

    const before = [refusalOf(await nestor(VIEWER)), (await nestor(OPEN_ACCOUNT)).data?.openAccount];
    world.microsoft.directory.grantConsent({ tenantId: FABRIKAM_TENANT_ID });
    const after = (await nestor(OPEN_ACCOUNT)).data?.openAccount;

    expect(before).toMatchObject([{ reason: "NO_ACCOUNT", mayOpenAccount: true }, { code: "CONSENT_MISSING" }]);
    expect(after).toMatchObject({
      __typename: "AccountOpened",
      viewer: { user: { role: "ADMIN" }, account: { name: "Fabrikam" } },
    });
  });

  it("F67: happens once for a tenant", async () => {
    const again = await world.as(PEOPLE.nestor, FABRIKAM_TENANT_ID)(OPEN_ACCOUNT);

    expect(again.data?.openAccount).toMatchObject({ code: "ACCOUNT_EXISTS" });
  });
});

describe("the last admin", () => {
  it("cannot be demoted, nor disable themselves", async () => {
    const id = await userId("Adele Vance");

    const demoted = await world.adele(SET_ROLE, { input: { userId: id, role: "EMPLOYEE" } });
    const disabled = await world.adele(SET_STATUS, { input: { userIds: [id], status: "DISABLED" } });

    expect(demoted.data?.setUserRole).toMatchObject({ code: "LAST_ADMIN" });
    expect(disabled.data?.setUserStatus).toMatchObject({ results: [{ changed: false }] });
  });

  it("F64: stays when two admins demote each other at the same moment", async () => {
    const [adele, miriam] = [await userId("Adele Vance"), await userId("Miriam Graham")];
    for (let round = 0; round < 5; round++) {
      const chief = (await world.store.users.admins(await accountId()))[0]?.directoryId ?? "";
      const ask = world.as(chief);
      await ask(SET_ROLE, { input: { userId: adele, role: "ADMIN" } });
      await ask(SET_ROLE, { input: { userId: miriam, role: "ADMIN" } });

      await Promise.all([
        world.as(PEOPLE.adele)(SET_ROLE, { input: { userId: miriam, role: "EMPLOYEE" } }),
        world.as(PEOPLE.miriam)(SET_ROLE, { input: { userId: adele, role: "EMPLOYEE" } }),
      ]);

      expect((await world.store.users.admins(await accountId())).length).toBe(1);
    }
  });
});

const accountId = async () => (await world.store.accounts.byTenant(CONTOSO_TENANT_ID))?.id ?? "";
