import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  CONTOSO_TENANT_ID,
  FABRIKAM_TENANT_ID,
  GROUPS as GROUP_IDS,
  PEOPLE,
} from "../../demo/microsoft/registration.js";
import { importUsers } from "../../server/use-cases/import-users.js";
import { CHANGES, ENABLE, IMPORT, RUNS, STATUS, UNDO, USERS } from "../operations.js";
import { endOf, runBy, type ChangeView } from "../sync-steps.js";
import { eventually, startConnectedWorld, type Answer, type Ask, type World } from "../world.js";
import { workerOf } from "../worker.js";

let world: World & { readonly adele: Ask };

beforeAll(async () => {
  world = await startConnectedWorld();
});
afterAll(() => world.close());

interface Row {
  directoryId: string;
  outcome: string;
  message: string | null;
  user: { id: string; managedBy: string; origin: string } | null;
}
const resultsOf = (answer: Answer) => answer.data?.importUsers?.results as Row[];
const importing = (directoryIds: readonly string[], more: object = {}) =>
  world.adele(IMPORT, { input: { directoryIds, ...more } });
const hire = (displayName: string, more: object = {}) => world.microsoft.directory.hire({ displayName, ...more }).id;
const NOBODY = "00000000-0000-4000-8000-000000000000";

describe("importing by hand", () => {
  it("answers for each person, and one who fails stops nobody else", async () => {
    const ada = hire("Ada Imported");

    const answer = await importing([ada, PEOPLE.adele, PEOPLE.johanna, NOBODY]);

    expect(resultsOf(answer).map((row) => [row.directoryId, row.outcome, row.message])).toEqual([
      [ada, "ADDED", null],
      [PEOPLE.adele, "ALREADY_HERE", "Already here."],
      [PEOPLE.johanna, "FAILED", "Sign-in is blocked in the directory."],
      [NOBODY, "FAILED", "Not found in your directory."],
    ]);
    expect(answer.data?.importUsers?.run).toMatchObject({
      trigger: "IMPORT",
      status: "PARTIAL",
      startedBy: "Adele Vance",
      counts: { added: 1, skipped: 1, failed: 2 },
    });
  });

  it("makes a user whom an admin manages", async () => {
    const [row] = resultsOf(await importing([hire("Bob Imported")]));

    expect(row?.user).toMatchObject({ origin: "MANUAL", managedBy: "ADMIN" });
  });

  it("takes guests like anybody else", async () => {
    const [row] = resultsOf(await importing([PEOPLE.priyaAtContoso]));

    expect(row?.outcome).toBe("ADDED");
  });

  it("finds nobody of another tenant, in the words for an id that does not exist", async () => {
    const [foreign, unknown] = resultsOf(await importing([PEOPLE.nestor, NOBODY]));

    expect([foreign?.outcome, foreign?.message]).toEqual(["FAILED", unknown?.message]);
  });

  it("counts an id that is named twice, or in capitals, once", async () => {
    const ada = hire("Carol Imported");

    expect(resultsOf(await importing([ada, ada.toUpperCase(), ada])).map((row) => row.outcome)).toEqual(["ADDED"]);
  });

  it("of one person by two admins at once makes one user", async () => {
    const ada = hire("Dora Imported");

    const answers = await Promise.all([importing([ada]), importing([ada]), importing([ada])]);

    const users = await world.adele(USERS, { search: "Dora Imported" });
    expect(users.data?.users).toMatchObject({ totalCount: 1 });
    expect(answers.flatMap((answer) => resultsOf(answer).map((row) => row.outcome)).sort()).toEqual([
      "ADDED",
      "ALREADY_HERE",
      "ALREADY_HERE",
    ]);
  });

  it("does not link by mail: a local user with that mail is a conflict for an admin", async () => {
    const account = await world.store.accounts.byTenant(CONTOSO_TENANT_ID);
    const local = { givenName: null, surname: null, userPrincipalName: null, jobTitle: null, department: null };
    await world.store.users.create(account?.id ?? "", [
      {
        ...local,
        displayName: "Local Lena",
        email: "Lena@Contoso.example",
        directoryId: null,
        role: "EMPLOYEE",
        origin: "LOCAL",
        managedBy: "ADMIN",
        directoryState: "UNKNOWN",
        groupIds: [],
      },
    ]);

    const [row] = resultsOf(await importing([hire("Lena Imported", { mail: "lena@contoso.example" })]));

    expect([row?.outcome, row?.message]).toEqual(["FAILED", expect.stringContaining("already has this mail address")]);
  });
});

describe("the run of an import", () => {
  const runOf = (answer: Answer) => (answer.data?.importUsers?.run as { id: string }).id;
  const changesOf = async (answer: Answer) => (await endOf(world.adele, runOf(answer))).changes;
  const brief = ({ displayName, action, reason, outcome, message }: ChangeView) =>
    [displayName, action, reason, outcome, message] as const;

  it("can be read person by person: who came, and who did not and why", async () => {
    const answer = await importing([hire("Gil Imported"), PEOPLE.adele, PEOPLE.johanna, NOBODY]);

    expect((await changesOf(answer)).map(brief).sort()).toEqual([
      ["Gil Imported", "CREATE", "BY_HAND", "DONE", null],
      ["Johanna Lorenz", "CREATE", "BY_HAND", "FAILED", "Sign-in is blocked in the directory."],
    ]);
  });

  it("tells what it asked of Microsoft", async () => {
    const answer = await importing([hire("Hal Imported")]);

    const runs = (await world.adele(RUNS, { first: 1 })).data?.runs?.nodes as { id: string; usage: object }[];
    expect(runs).toMatchObject([{ id: runOf(answer), usage: { requests: 1, waits: 0 } }]);
  });

  it("can be undone: who came by it is disabled by an admin's hand, and nobody else", async () => {
    const [kim, lou] = [hire("Kim Imported"), hire("Lou Imported")];
    await importing([lou]);
    const answer = await importing([kim, lou]);

    const undo = await runBy(world.adele, UNDO, { runId: runOf(answer) });

    expect(undo).toMatchObject({ trigger: "UNDO", status: "SUCCEEDED", counts: { disabled: 1 } });
    const { nodes } = (await world.adele(USERS, { search: "Imported", first: 200 })).data?.users ?? {};
    expect(nodes).toContainEqual(
      expect.objectContaining({ directoryId: kim, status: "DISABLED", disabledBy: "ADMIN" }),
    );
    expect(nodes).toContainEqual(expect.objectContaining({ directoryId: lou, status: "ACTIVE" }));
  });

  it("can be tried again for those who failed, once what stood in the way has gone", async () => {
    const mia = hire("Mia Imported");
    world.microsoft.directory.block({ personId: mia });
    const [before] = resultsOf(await importing([mia]));
    world.microsoft.directory.unblock({ personId: mia });

    const [after] = resultsOf(await importing([mia]));

    expect([before?.outcome, after?.outcome]).toEqual(["FAILED", "ADDED"]);
  });

  it("that the database broke off says what it really did: nobody is told as added who is not here", async () => {
    const nan = hire("Nan Imported");
    const { store } = world;
    const users = { ...store.users, create: () => Promise.reject(new Error("the database went away")) };
    const account = await store.accounts.byTenant(CONTOSO_TENANT_ID);
    const [user] = account ? await store.users.byDirectoryIds(account.id, [PEOPLE.adele]) : [];
    if (!account || !user) throw new Error("no admin");
    const bearer = {
      tenantId: CONTOSO_TENANT_ID,
      objectId: PEOPLE.adele,
      name: "",
      userName: null,
      homeMember: true,
      directoryRoles: [],
    };

    const broken = importUsers(
      { ...workerOf(world), audit: store.audit, users },
      { account, user, bearer },
      { directoryIds: [nan], keepWhenLeaving: false },
    );

    await expect(broken).rejects.toThrow("the database went away");
    const [run] = (await world.adele(RUNS, { first: 1 })).data?.runs?.nodes as { id: string }[];
    const ended = (await world.adele(CHANGES, { id: run?.id })).data?.run;
    expect(ended).toMatchObject({
      status: "FAILED",
      counts: { added: 0 },
      changes: { nodes: [{ directoryId: nan, outcome: "NOT_REACHED" }] },
    });
  });
});

describe("importing somebody who is in a chosen group", () => {
  it("lets the groups manage them, unless the admin keeps them", async () => {
    await world.adele(ENABLE, { input: { groupIds: [GROUP_IDS.legal] } });
    await eventually(
      () => world.adele(STATUS),
      (answer) => (answer.data?.syncStatus?.lastRun as { status: string } | null)?.status === "SUCCEEDED",
    );
    const account = await world.store.accounts.byTenant(CONTOSO_TENANT_ID);
    const [one, two] = [hire("Eve Imported"), hire("Fay Imported")];
    const reads = await world.store.groupMembers.lastReads(account?.id ?? "", [GROUP_IDS.legal]);
    await world.store.groupMembers.save(
      account?.id ?? "",
      reads.map((read) => ({ ...read, personIds: [...read.personIds, one, two] })),
    );

    const managed = resultsOf(await importing([one]));
    const kept = resultsOf(await importing([two], { keepWhenLeaving: true }));

    expect([managed[0]?.user?.managedBy, kept[0]?.user?.managedBy]).toEqual(["GROUPS", "ADMIN"]);
  });
});

describe("an import that cannot be", () => {
  it.each([
    ["empty", [], "INVALID_INPUT"],
    [
      "too long",
      Array.from({ length: 201 }, (_, i) => `${NOBODY.slice(0, -3)}${String(i).padStart(3, "0")}`),
      "TOO_MANY",
    ],
  ])("with a list that is %s is a problem in words", async (_, directoryIds, code) => {
    expect((await importing(directoryIds)).data?.importUsers).toMatchObject({ __typename: "Problem", code });
  });

  it.each(["", "../groups", "a/b", "x?$expand=members", "$where", "☃", "{}", "null"])(
    "with the id %j finds nobody",
    async (id) => {
      const [row] = resultsOf(await importing([id]));

      expect([row?.outcome, row?.message]).toEqual(["FAILED", "Not found in your directory."]);
    },
  );

  it("of 100,000 ids is refused by its size, in GraphQL's own shape", async () => {
    const answer = await importing(Array.from({ length: 100_000 }, () => NOBODY));

    expect([answer.status, answer.errors?.[0]?.extensions?.code]).toEqual([413, "PAYLOAD_TOO_LARGE"]);
  });

  it("without consent says so and changes nothing", async () => {
    world.microsoft.directory.grantConsent({ tenantId: FABRIKAM_TENANT_ID });
    const nestor = world.as(PEOPLE.nestor, FABRIKAM_TENANT_ID);
    await nestor("mutation { openAccount { __typename } }");
    world.microsoft.directory.withdrawConsent({ tenantId: FABRIKAM_TENANT_ID, how: "PERMISSION_REMOVED" });

    const answer = await nestor(IMPORT, { input: { directoryIds: [PEOPLE.priya] } });

    expect(answer.data?.importUsers).toMatchObject({ code: "CONSENT_MISSING" });
    expect((await nestor(USERS)).data?.users).toMatchObject({ totalCount: 1 });
  });
});

it("never writes to the directory", () => {
  expect(world.microsoft.counters.writes).toBe(0);
});
