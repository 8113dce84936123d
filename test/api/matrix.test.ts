import { getNamedType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID, GROUPS, PEOPLE } from "../../demo/microsoft/registration.js";
import { createSchema } from "../../server/api/schema.js";
import * as operations from "../operations.js";
import { startConnectedWorld, type Answer, type Ask, type World } from "../world.js";

/*
 * Who may ask what: every root field of the schema, asked over HTTP with the real token of each kind of person. A field
 * without a row here fails the test. U: UNAUTHENTICATED. F: FORBIDDEN. A: answered.
 */

let world: World & { readonly adele: Ask };
let callers: Readonly<Record<Caller, Ask>>;
let ids: { readonly alex: string; readonly adele: string; readonly adelesCursor: string };

const CALLERS = ["anonymous", "employee", "disabled", "not imported", "without account", "admin"] as const;
type Caller = (typeof CALLERS)[number];

/** In the order of CALLERS. */
const ADMINS_ONLY = "U F F F F A";

type Row = readonly [field: string, rights: string, query: string, variables?: () => object];

const ROWS: readonly Row[] = [
  ["Query.viewer", "U A F F F A", operations.VIEWER],
  [
    "Query.account",
    ADMINS_ONLY,
    "{ account { id name tenantId helpContact receivers { emails webhook } shownEmail mailAvailable signInLink createdAt } }",
  ],
  ["Query.users", ADMINS_ONLY, operations.USERS],
  ["Query.candidates", ADMINS_ONLY, operations.CANDIDATES],
  ["Query.directoryGroups", ADMINS_ONLY, operations.GROUPS],
  ["Query.tenantConnection", ADMINS_ONLY, operations.CONNECTION],
  ["Query.syncSettings", ADMINS_ONLY, operations.SETTINGS],
  ["Query.syncStatus", ADMINS_ONLY, operations.STATUS],
  // Open to every bearer, because it judges the bearer itself: the rule is a Problem, not FORBIDDEN.
  ["Mutation.openAccount", "U A A A A A", operations.OPEN_ACCOUNT],
  ["Mutation.checkConsent", ADMINS_ONLY, operations.CHECK_CONSENT],
  [
    "Mutation.updateAccountSettings",
    ADMINS_ONLY,
    operations.UPDATE_ACCOUNT,
    () => ({ input: { helpContact: "it@contoso.example" } }),
  ],
  ["Mutation.importUsers", ADMINS_ONLY, operations.IMPORT, () => ({ input: { directoryIds: [PEOPLE.johanna] } })],
  ["Mutation.importMatchingUsers", ADMINS_ONLY, operations.IMPORT_MATCHING, () => ({ input: { search: "Johanna" } })],
  ["Query.whyPerson", ADMINS_ONLY, operations.WHY, () => ({ directoryId: PEOPLE.johanna })],
  ["Mutation.refreshPerson", ADMINS_ONLY, operations.REFRESH_PERSON, () => ({ directoryId: PEOPLE.johanna })],
  [
    "Mutation.setUserStatus",
    ADMINS_ONLY,
    operations.SET_STATUS,
    () => ({ input: { userIds: [ids.alex], status: "ACTIVE" } }),
  ],
  ["Mutation.setUserRole", ADMINS_ONLY, operations.SET_ROLE, () => ({ input: { userId: ids.alex, role: "EMPLOYEE" } })],
  [
    "Mutation.enableAutomaticImport",
    ADMINS_ONLY,
    operations.ENABLE,
    () => ({ input: { groupIds: [GROUPS.welcomeTeam] } }),
  ],
  ["Mutation.updateSyncSettings", ADMINS_ONLY, operations.UPDATE, () => ({ input: { version: 1 } })],
  ["Mutation.startRun", ADMINS_ONLY, operations.START_RUN],
  ["Query.auditEvents", ADMINS_ONLY, operations.AUDIT_EVENTS],
  ["Query.conflicts", ADMINS_ONLY, operations.CONFLICTS],
  [
    "Mutation.setManagedBy",
    ADMINS_ONLY,
    operations.SET_MANAGED_BY,
    () => ({ input: { userIds: [ids.alex], managedBy: "ADMIN" } }),
  ],
  [
    "Mutation.excludePeople",
    ADMINS_ONLY,
    operations.EXCLUDE,
    () => ({ input: { directoryIds: [PEOPLE.lee], exclude: false } }),
  ],
  [
    "Mutation.resolveConflict",
    ADMINS_ONLY,
    operations.RESOLVE_CONFLICT,
    () => ({ input: { directoryId: PEOPLE.lee, choice: "SKIP" } }),
  ],
  [
    "Mutation.linkUsers",
    ADMINS_ONLY,
    operations.LINK_USERS,
    () => ({ input: { userId: ids.alex, directoryId: PEOPLE.lee } }),
  ],
  ["Mutation.disableAutomaticImport", ADMINS_ONLY, operations.DISABLE],
  ["Query.syncPreview", ADMINS_ONLY, operations.PREVIEW],
  ["Query.runs", ADMINS_ONLY, operations.RUNS],
  ["Query.run", ADMINS_ONLY, operations.CHANGES, () => ({ id: ids.alex })],
  ["Query.hold", ADMINS_ONLY, operations.HOLD],
  ["Mutation.approveHold", ADMINS_ONLY, operations.APPROVE, () => ({ version: 1 })],
  ["Mutation.rejectHold", ADMINS_ONLY, operations.REJECT, () => ({ version: 1 })],
  ["Mutation.undoRun", ADMINS_ONLY, operations.UNDO, () => ({ runId: ids.alex })],
  ["Mutation.stopImport", ADMINS_ONLY, operations.STOP_IMPORT, () => ({ runId: ids.alex })],
];

beforeAll(async () => {
  world = await startConnectedWorld();
  await world.adele(operations.IMPORT, { input: { directoryIds: [PEOPLE.alex, PEOPLE.megan] } });
  const idOf = async (name: string) =>
    ((await world.adele(operations.USERS, { search: name })).data?.users?.nodes as { id: string }[])[0]?.id ?? "";
  const page = (await world.adele(operations.CANDIDATES, { first: 5 })).data?.candidates;
  ids = {
    alex: await idOf("Alex Wilber"),
    adele: await idOf("Adele Vance"),
    adelesCursor: (page?.pageInfo as { endCursor: string }).endCursor,
  };
  const disabled = await idOf("Megan Bowen");
  await world.adele(operations.SET_STATUS, { input: { userIds: [disabled], status: "DISABLED" } });
  callers = {
    anonymous: (query, variables) => world.askWith(null, query, variables),
    employee: world.as(PEOPLE.alex),
    disabled: world.as(PEOPLE.megan),
    "not imported": world.as(PEOPLE.lee),
    "without account": world.as(PEOPLE.priya, FABRIKAM_TENANT_ID),
    admin: world.adele,
  };
});
afterAll(() => world.close());

const codeOf = (answer: Answer) => answer.errors?.[0]?.extensions?.code;

/** The answer as the table writes it; a refusal that carries any data, or the wrong status, is none. */
function judged(answer: Answer): string {
  const nothing = Object.values(answer.data ?? {}).every((value) => value === null);
  if (codeOf(answer) === "UNAUTHENTICATED" && answer.status === 401 && nothing) return "U";
  if (codeOf(answer) === "FORBIDDEN" && answer.status === 403 && nothing) return "F";
  if (answer.errors === undefined && answer.status === 200 && answer.data) return "A";
  return JSON.stringify(answer);
}

describe("the authorization matrix", () => {
  it("has a row for every root field", async () => {
    const schema = await createSchema();
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
      Object.keys(root?.getFields() ?? {}).map((field) => `${root?.name ?? ""}.${field}`),
    );

    expect(ROWS.map(([field]) => field).sort()).toEqual(fields.sort());
  });

  it.each(ROWS.map((row) => [row[0], row[1], row] as const))("%s: %s", async (_field, rights, row) => {
    const [, , query, variables = () => ({})] = row;
    const answers: string[] = [];
    for (const caller of CALLERS) answers.push(judged(await callers[caller](query, variables())));

    expect(answers.join(" ")).toBe(rights);
  });

  it.each([
    ["disabled", "DISABLED"],
    ["not imported", "NOT_IMPORTED"],
    ["without account", "NO_ACCOUNT"],
    ["employee", "NOT_ADMIN"],
  ] as const)("tells somebody who is %s the reason: %s", async (caller, reason) => {
    const answer = await callers[caller]("{ account { name } }");

    expect(answer.errors?.[0]?.extensions?.refusal).toMatchObject({ reason });
  });

  it("opens no account to an employee, a disabled person, a stranger or an admin who has one", async () => {
    const answers: unknown[] = [];
    for (const caller of CALLERS.slice(1)) answers.push((await callers[caller](operations.OPEN_ACCOUNT)).data);

    expect(answers).toMatchObject([
      { openAccount: { code: "NOT_ALLOWED" } },
      { openAccount: { code: "NOT_ALLOWED" } },
      { openAccount: { code: "ACCOUNT_EXISTS" } }, // Lee may consent in the directory, but the account is there
      { openAccount: { code: "NOT_ALLOWED" } },
      { openAccount: { code: "ACCOUNT_EXISTS" } },
    ]);
  });

  it.each([
    ["an alias", "{ mine: viewer { user { id } } theirs: users { totalCount } }"],
    ["two aliases of one field", "{ a: account { name } b: account { id } }"],
    ["a fragment", "{ ...F } fragment F on Query { viewer { user { id } } syncSettings { enabled } }"],
    ["an inline fragment", "{ ... on Query { account { id } } viewer { user { id } } }"],
    ["a directive", "{ viewer { user { id } } users @include(if: true) { totalCount } }"],
  ])("gives an employee nothing through %s", async (_, query) => {
    const refused = await callers.employee(query);
    const answered = await callers.admin(query);

    expect([judged(refused), judged(answered)]).toEqual(["F", "A"]);
  });

  it("lets an employee's own page lead to nothing of the account but its few facts", async () => {
    const schema = await createSchema();
    const reachable = new Set<string>();
    const walk = (name: string) => {
      const type = schema.getType(name);
      if (!isObjectType(type) || reachable.has(name)) return;
      reachable.add(name);
      for (const field of Object.values(type.getFields())) walk(getNamedType(field.type).name);
    };

    walk("Viewer");

    expect([...reachable].sort()).toEqual(["AccountSummary", "AdminContact", "GroupReference", "User", "Viewer"]);
  });
});

describe("an admin of another account", () => {
  let nestor: Ask;
  beforeAll(async () => {
    world.microsoft.directory.grantConsent({ tenantId: FABRIKAM_TENANT_ID });
    nestor = world.as(PEOPLE.nestor, FABRIKAM_TENANT_ID);
    await nestor(operations.OPEN_ACCOUNT);
  });

  const UNKNOWN_USER = "66f000000000000000000000";
  const UNKNOWN_GUID = "66f00000-0000-4000-8000-000000000000";

  it("sees their own people, groups and settings, and none of this one", async () => {
    const [users, candidates, groups, settings, account] = [
      await nestor(operations.USERS, { first: 500 }),
      await nestor(operations.CANDIDATES, { search: "Alex Wilber" }),
      await nestor(operations.GROUPS, { search: "Engineering" }),
      await nestor(operations.SETTINGS),
      await nestor("{ account { tenantId } }"),
    ];

    expect(users.data?.users).toMatchObject({ totalCount: 1, nodes: [{ displayName: "Nestor Wilke" }] });
    expect(candidates.data?.candidates).toMatchObject({ nodes: [] });
    expect(groups.data?.directoryGroups).toMatchObject({ nodes: [] });
    expect(settings.data?.syncSettings).toMatchObject({ groups: [], version: 0 });
    expect(account.data?.account).toEqual({ tenantId: FABRIKAM_TENANT_ID });
  });

  /* An id of the other account and one that exists nowhere must be told apart by nothing. */
  it.each([
    [
      "setUserStatus",
      operations.SET_STATUS,
      (userId: string) => ({ input: { userIds: [userId], status: "DISABLED" } }),
    ],
    ["setUserRole", operations.SET_ROLE, (userId: string) => ({ input: { userId, role: "ADMIN" } })],
    [
      "setManagedBy",
      operations.SET_MANAGED_BY,
      (userId: string) => ({ input: { userIds: [userId], managedBy: "ADMIN" } }),
    ],
    ["linkUsers", operations.LINK_USERS, (userId: string) => ({ input: { userId, directoryId: PEOPLE.priya } })],
    ["whyPerson", operations.WHY, (userId: string) => ({ userId })],
  ])("gets the same answer for a user of this one as for nobody: %s", async (_, query, variables) => {
    const [foreign, unknown] = [await nestor(query, variables(ids.alex)), await nestor(query, variables(UNKNOWN_USER))];

    expect(JSON.stringify(foreign)).toBe(JSON.stringify(unknown).replaceAll(UNKNOWN_USER, ids.alex));
    expect(JSON.stringify(foreign)).toMatch(/no such user/);
  });

  it.each([
    [
      "importUsers, with a person",
      PEOPLE.johanna,
      operations.IMPORT,
      (id: string) => ({ input: { directoryIds: [id] } }),
    ],
    ["whyPerson, with a person", PEOPLE.johanna, operations.WHY, (directoryId: string) => ({ directoryId })],
    ["refreshPerson", PEOPLE.johanna, operations.REFRESH_PERSON, (directoryId: string) => ({ directoryId })],
    [
      "enableAutomaticImport, with a group",
      GROUPS.sales,
      operations.ENABLE,
      (id: string) => ({ input: { groupIds: [id] } }),
    ],
    [
      "updateSyncSettings, with a group",
      GROUPS.sales,
      operations.UPDATE,
      (id: string) => ({ input: { version: 0, groupIds: [id] } }),
    ],
    [
      "excludePeople, with a person",
      PEOPLE.johanna,
      operations.EXCLUDE,
      (id: string) => ({ input: { directoryIds: [id], exclude: true } }),
    ],
    [
      "excludePeople, with a group",
      GROUPS.sales,
      operations.EXCLUDE,
      (id: string) => ({ input: { groupIds: [id], exclude: true } }),
    ],
    [
      "resolveConflict",
      PEOPLE.johanna,
      operations.RESOLVE_CONFLICT,
      (id: string) => ({ input: { directoryId: id, choice: "CREATE_BESIDE" } }),
    ],
  ])("gets the same answer for what only this tenant has as for nothing: %s", async (_, id, query, variables) => {
    const answers = [await nestor(query, variables(id)), await nestor(query, variables(UNKNOWN_GUID))];

    const [foreign, unknown] = answers.map((answer) => withoutRun(JSON.stringify(answer)));
    expect(foreign).toBe(unknown?.replaceAll(UNKNOWN_GUID, id));
    expect(foreign).toMatch(/Not found in your directory|does not exist in your directory|no such person|not there/);
  });

  it("cannot go on with a list of this one", async () => {
    const [foreign, madeUp, own] = [
      await nestor(operations.CANDIDATES, { first: 5, after: ids.adelesCursor }),
      await nestor(operations.CANDIDATES, { first: 5, after: "made-up" }),
      await world.adele(operations.CANDIDATES, { first: 5, after: ids.adelesCursor }),
    ];

    expect(foreign.data?.candidates).toMatchObject({ code: "CURSOR_INVALID" });
    expect(foreign).toEqual(madeUp);
    expect(own.data?.candidates).toMatchObject({ __typename: "CandidateConnection" });
  });

  it("has changed nothing of this one", async () => {
    const { users } = (await world.adele(operations.USERS, { search: "Alex" })).data ?? {};
    const contoso = await world.store.accounts.byTenant(CONTOSO_TENANT_ID);
    const fabrikam = await world.store.accounts.byTenant(FABRIKAM_TENANT_ID);

    expect(users).toMatchObject({ nodes: [{ status: "ACTIVE", role: "EMPLOYEE" }] });
    expect(await world.store.users.all(contoso?.id ?? "")).toHaveLength(3);
    expect(await world.store.users.all(fabrikam?.id ?? "")).toHaveLength(1);
  });
});

/** Each import is a run with an id and a moment of its own. */
const withoutRun = (text: string): string => text.replace(/"run":\{"id":"\w+"/, '"run":{"id":"…"');
