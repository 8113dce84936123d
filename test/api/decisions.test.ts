import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, GROUPS, PEOPLE } from "../../demo/microsoft/registration.js";
import * as operations from "../operations.js";
import { newUser } from "../store.js";
import * as steps from "../sync-steps.js";
import { startConnectedWorld, type Ask, type World } from "../world.js";

/* What admins decide about people, and the trail it leaves. */

let world: World & { readonly adele: Ask };
let accountId: string;

beforeAll(async () => {
  world = await startConnectedWorld();
  accountId = (await world.store.accounts.byTenant(CONTOSO_TENANT_ID))?.id ?? "";
});
afterAll(() => world.close());

const NOBODY = "00000000-0000-4000-8000-000000000000";
const NO_USER = "66f000000000000000000000";
const MANY = Array.from({ length: 201 }, (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`);

interface UserRow {
  readonly id: string;
  readonly directoryId: string | null;
  readonly displayName: string;
  readonly status: string;
  readonly disabledBy: string | null;
  readonly managedBy: string;
  readonly origin: string;
  readonly role: string;
}
const users = async (search: string) =>
  (await world.adele(operations.USERS, { search, first: 500 })).data?.users?.nodes as UserRow[];
async function user(search: string): Promise<UserRow> {
  const [found] = await users(search);
  return found ?? Promise.reject(new Error(`Nobody is called ${search}`));
}

const hire = (displayName: string, more: object = {}) => world.microsoft.directory.hire({ displayName, ...more }).id;
const importing = (...directoryIds: string[]) => world.adele(operations.IMPORT, { input: { directoryIds } });
const runNow = () => steps.runNow(world.adele);
const run = (start: () => Promise<unknown>) => steps.runAfter(world.adele, start);

/** A new group of these people, chosen as the only one, after its first run. */
async function choose(memberIds: readonly string[], choice: object = {}): Promise<string> {
  const group = world.microsoft.directory.createGroup({ displayName: "Team", memberIds: [...memberIds] });
  const { enabled } = (await world.adele(operations.SETTINGS)).data?.syncSettings as { enabled: boolean };
  const wanted = { groupIds: [group.id], disableLeavers: false, ...choice };
  await run(() => (enabled ? steps.update(world.adele, wanted) : steps.enable(world.adele, wanted)));
  return group.id;
}

/** A user whom the application made by itself, and whom nobody linked to the directory. */
async function localUser(displayName: string, email: string, fields: object = {}): Promise<UserRow> {
  const made = {
    displayName,
    email,
    origin: "LOCAL",
    managedBy: "ADMIN",
    directoryState: "UNKNOWN",
    ...fields,
  } as const;
  await world.store.users.create(accountId, [newUser(null, made)]);
  return user(displayName);
}

interface EventRow {
  readonly kind: string;
  readonly by: { readonly userId: string | null; readonly name: string };
  readonly message: string;
  readonly complete: boolean;
  readonly subjects: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly type: string;
      readonly id: string;
      readonly name: string | null;
      readonly fields: readonly {
        readonly name: string;
        readonly before: string | null;
        readonly after: string | null;
      }[];
    }[];
  };
}
async function events(variables: object = {}): Promise<readonly EventRow[]> {
  const answer = await world.adele(operations.AUDIT_EVENTS, { first: 100, ...variables });
  const page = answer.data?.auditEvents;
  return page ? (page.nodes as EventRow[]) : Promise.reject(new Error(JSON.stringify(answer)));
}

/** The newest event: its kind, and what changed about whom, each as a line. */
async function trail(): Promise<readonly string[]> {
  const [event] = await events({ first: 1 });
  const lines = event?.subjects.nodes.flatMap(({ name, fields }) =>
    fields.map((field) => `${name ?? "-"}: ${field.name} ${field.before ?? "-"} > ${field.after ?? "-"}`),
  );
  return [event?.kind ?? "", ...(lines ?? [])];
}

describe("the audit trail", () => {
  it("begins with who opened the account", async () => {
    const [opened] = (await events()).slice(-1);

    expect(opened).toMatchObject({ kind: "ACCOUNT_OPENED", by: { name: "Adele Vance" }, complete: true });
    expect(opened?.subjects.nodes.map(({ type, name }) => [type, name])).toEqual([
      ["ACCOUNT", "Contoso"],
      ["USER", "Adele Vance"],
    ]);
  });

  it("tells who did what about whom, with what changed and nothing else", async () => {
    const adele = await user("Adele Vance");
    await importing(hire("Tina Trail"));
    const imported = await trail();
    const { id } = await user("Tina Trail");
    const setStatus = (status: string) => world.adele(operations.SET_STATUS, { input: { userIds: [id], status } });
    const setRole = (role: string) => world.adele(operations.SET_ROLE, { input: { userId: id, role } });

    const seen: (readonly string[])[] = [];
    for (const change of [
      () => setRole("ADMIN"),
      () => setRole("EMPLOYEE"),
      () => setStatus("DISABLED"),
      () => setStatus("ACTIVE"),
      () => world.adele(operations.UPDATE_ACCOUNT, { input: { helpContact: "IT desk" } }),
    ]) {
      await change();
      seen.push(await trail());
    }

    expect(imported).toEqual(["USERS_IMPORTED", "Tina Trail: status - > ACTIVE", "Tina Trail: managedBy - > ADMIN"]);
    expect(seen).toEqual([
      ["ADMIN_NAMED", "Tina Trail: role EMPLOYEE > ADMIN"],
      ["ADMIN_REMOVED", "Tina Trail: role ADMIN > EMPLOYEE"],
      ["USERS_DISABLED", "Tina Trail: status ACTIVE > DISABLED", "Tina Trail: disabledBy - > ADMIN"],
      ["USERS_ENABLED", "Tina Trail: status DISABLED > ACTIVE", "Tina Trail: disabledBy ADMIN > -"],
      ["ACCOUNT_SETTINGS_CHANGED", "Contoso: helpContact - > IT desk"],
    ]);
    expect((await events({ first: 1 }))[0]?.by).toEqual({ userId: adele.id, name: "Adele Vance" });
    expect((await events({ first: 1 }))[0]?.message).toBe("changed the settings of the account");
  });

  it("has no event of what changed nothing", async () => {
    const { id } = await user("Tina Trail");
    const before = await events();

    await world.adele(operations.SET_STATUS, { input: { userIds: [id, NO_USER], status: "ACTIVE" } });
    await world.adele(operations.SET_ROLE, { input: { userId: id, role: "EMPLOYEE" } });
    await world.adele(operations.UPDATE_ACCOUNT, { input: { helpContact: "IT desk" } });
    await world.adele(operations.CHECK_CONSENT);
    await world.adele(operations.SET_STATUS, { input: { userIds: [], status: "ACTIVE" } });
    await importing(NOBODY);

    expect(await events()).toEqual(before);
  });

  it("tells of a consent only when it turned out to have changed", async () => {
    const { directory } = world.microsoft;
    directory.withdrawConsent({ tenantId: CONTOSO_TENANT_ID, how: "PERMISSION_REMOVED" });
    await world.adele(operations.CHECK_CONSENT);
    const lost = await trail();
    directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
    await world.adele(operations.CHECK_CONSENT);

    expect([lost, await trail()]).toEqual([
      ["CONSENT_CHANGED", "Contoso: consent GRANTED > LOST"],
      ["CONSENT_CHANGED", "Contoso: consent LOST > GRANTED"],
    ]);
  });

  it("tells of automatic import: on, changed, off, a run undone", async () => {
    await choose([hire("Otto Once")]);
    const on = await trail();
    await world.adele(operations.UPDATE, { input: { version: await version(), includeNested: false } });
    const changed = await trail();
    const last = await steps.lastRunOf(world.adele);
    await world.adele(operations.DISABLE);
    const off = await trail();
    const first = (await world.adele(operations.RUNS, { first: 10 })).data?.runs?.nodes as steps.RunView[];
    const added = first.find((one) => one.counts.added === 1 && one.trigger === "SETTINGS");
    const undone = await world.adele(operations.UNDO, { runId: added?.id ?? "" });

    expect(on).toEqual(expect.arrayContaining(["SYNC_ENABLED", "Contoso: groups - > Team"]));
    expect(changed).toEqual(["SYNC_SETTINGS_CHANGED", "Contoso: includeNested true > false"]);
    expect(off).toEqual(["SYNC_DISABLED", "Contoso: enabled true > false"]);
    expect([last?.status, undone.data?.undoRun?.__typename]).toEqual(["SUCCEEDED", "RunUndone"]);
    expect(await trail()).toEqual(["RUN_UNDONE", expect.stringMatching(/^-: undoneBy - > \w+$/)]);
  });

  it.each([
    ["approved", operations.APPROVE, "HOLD_APPROVED", "APPROVED"],
    ["rejected", operations.REJECT, "HOLD_REJECTED", "REJECTED"],
  ])("tells of a hold that was %s, and of how many people", async (_, decide, kind, status) => {
    const people = Array.from({ length: 8 }, (__, n) => hire(`Held ${status} ${n}`));
    const groupId = await choose(people, { disableLeavers: true });
    for (const memberId of people.slice(0, 6)) world.microsoft.directory.removeFromGroup({ groupId, memberId });
    const held = await runNow();
    const hold = (await world.adele(operations.HOLD)).data?.hold as { id: string; version: number };

    await world.adele(decide, { version: hold.version });
    const seen = await trail();
    await world.adele(decide, { version: hold.version });

    expect([held.status, seen]).toEqual([
      "HELD",
      [kind, `-: status OPEN > ${status}`, `-: version - > ${hold.version}`, "-: toDisable - > 6", "-: toAdd - > 0"],
    ]);
    expect(await trail()).toEqual(seen);
    await world.adele(operations.DISABLE);
  });

  it("is told page by page, and by kind", async () => {
    const all = await events();
    const question = { first: 2, kinds: ["CONSENT_CHANGED", "USERS_DISABLED"] };
    const { nodes, pageInfo } = (await world.adele(operations.AUDIT_EVENTS, question)).data?.auditEvents as {
      nodes: EventRow[];
      pageInfo: { endCursor: string };
    };
    const foreign = await world.adele(operations.AUDIT_EVENTS, { first: 2, after: pageInfo.endCursor });

    expect(nodes).toEqual(all.filter(({ kind }) => question.kinds.includes(kind)).slice(0, 2));
    expect([foreign.status, foreign.errors?.[0]?.extensions?.code]).toEqual([400, "BAD_USER_INPUT"]);
  });
});

const version = async () => (await world.adele(operations.SETTINGS)).data?.syncSettings?.version as number;

describe("who decides about a user", () => {
  const setManagedBy = (input: object) => world.adele(operations.SET_MANAGED_BY, { input });

  it("are the groups once an admin hands them over, and the admin again once they keep them", async () => {
    await importing(hire("Hanna Handed"));
    const { id } = await user("Hanna Handed");

    const handed = await setManagedBy({ userIds: [id], managedBy: "GROUPS" });
    const handedTrail = await trail();
    const again = await setManagedBy({ userIds: [id], managedBy: "GROUPS" });
    const kept = await setManagedBy({ userIds: [id, id], managedBy: "ADMIN" });

    expect(handed.data?.setManagedBy).toMatchObject({
      changed: 1,
      results: [{ userId: id, changed: true, message: null, user: { managedBy: "GROUPS", keptBy: null } }],
    });
    expect(handedTrail).toEqual(["HANDED_TO_GROUPS", "Hanna Handed: managedBy ADMIN > GROUPS"]);
    expect(again.data?.setManagedBy).toMatchObject({
      changed: 0,
      results: [{ changed: false, message: "The groups decide about them already." }],
    });
    expect(kept.data?.setManagedBy).toMatchObject({
      changed: 1,
      results: [{ changed: true, user: { managedBy: "ADMIN", keptBy: "Adele Vance" } }],
    });
    expect(await trail()).toEqual([
      "KEPT_BY_ADMIN",
      "Hanna Handed: managedBy GROUPS > ADMIN",
      "Hanna Handed: keptBy - > Adele Vance",
    ]);
  });

  it("is answered one by one, and whom no group can know stays", async () => {
    const local = await localUser("Lotte Local", "lotte@elsewhere.example");

    const answer = await setManagedBy({ userIds: [local.id, NO_USER], managedBy: "GROUPS" });

    expect(answer.data?.setManagedBy).toMatchObject({
      changed: 0,
      results: [
        { userId: local.id, message: expect.stringContaining("not linked to the directory") as string },
        { userId: NO_USER, message: "There is no such user here.", user: null },
      ],
    });
  });

  it("are the groups for everybody in a chosen one who came by hand, and for nobody else", async () => {
    const [one, two, off, guest, outside] = [
      hire("Moved One"),
      hire("Moved Two"),
      hire("Moved Disabled"),
      hire("Moved Guest", { userType: "Guest" }),
      hire("Moved Outside"),
    ];
    await importing(one, two, off, guest, outside);
    await world.adele(operations.SET_STATUS, {
      input: { userIds: [(await user("Moved Disabled")).id], status: "DISABLED" },
    });
    const group = await choose([one, two, off, guest], { disableLeavers: true });

    const byHand = async () => (await world.adele("{ syncSettings { byHand } }")).data?.syncSettings?.byHand;
    const before = await byHand();
    const answer = await setManagedBy({ inChosenGroups: true, managedBy: "GROUPS" });

    expect([before, await byHand()]).toEqual([2, 0]);
    expect(answer.data?.setManagedBy).toMatchObject({ changed: 2, results: [] });
    expect((await users("Moved")).map((row) => [row.displayName, row.managedBy]).sort()).toEqual([
      ["Moved Disabled", "ADMIN"],
      ["Moved Guest", "ADMIN"],
      ["Moved One", "GROUPS"],
      ["Moved Outside", "ADMIN"],
      ["Moved Two", "GROUPS"],
    ]);
    expect([...(await trail())].sort()).toEqual([
      "HANDED_TO_GROUPS",
      "Moved One: managedBy ADMIN > GROUPS",
      "Moved Two: managedBy ADMIN > GROUPS",
    ]);
    world.microsoft.directory.removeFromGroup({ groupId: group, memberId: one });
    expect((await runNow()).counts.disabled).toBe(1);
    expect(await user("Moved One")).toMatchObject({ status: "DISABLED", disabledBy: "SYNC" });
  });

  it("does not bring back whom an admin disabled", async () => {
    const { id } = await user("Moved Disabled");

    await setManagedBy({ userIds: [id], managedBy: "GROUPS" });
    const after = await runNow();

    expect(after.counts.reenabled).toBe(0);
    expect(await user("Moved Disabled")).toMatchObject({
      managedBy: "GROUPS",
      status: "DISABLED",
      disabledBy: "ADMIN",
    });
  });

  it.each([
    ["nobody", { userIds: [], managedBy: "ADMIN" }, "INVALID_INPUT"],
    ["too many", { userIds: MANY, managedBy: "ADMIN" }, "TOO_MANY"],
    ["both", { userIds: [NO_USER], inChosenGroups: true, managedBy: "GROUPS" }, "INVALID_INPUT"],
    ["keeping everybody", { inChosenGroups: true, managedBy: "ADMIN" }, "INVALID_INPUT"],
  ])("cannot be said of %s", async (_, input, code) => {
    expect((await setManagedBy(input)).data?.setManagedBy).toMatchObject({ __typename: "Problem", code });
  });
});

describe("an exclusion", () => {
  const excluding = (input: object) => world.adele(operations.EXCLUDE, { input });

  it("takes people out of the sync at once, until it is taken back; by hand they are the admin's", async () => {
    const eva = hire("Eva Excluded");
    await choose([eva, ...Array.from({ length: 12 }, (_, n) => hire(`Kim Kept ${n}`))]);
    await run(() => steps.update(world.adele, { disableLeavers: true }));
    const before = await version();

    const out = await run(() => excluding({ directoryIds: [eva, eva.toUpperCase()], exclude: true }));
    const outTrail = await trail();
    const disabled = await user("Eva Excluded");
    const back = await run(() => excluding({ directoryIds: [eva], exclude: false }));

    expect([out.trigger, out.counts.disabled, await version()]).toEqual(["SETTINGS", 1, before + 2]);
    expect(disabled).toMatchObject({
      status: "DISABLED",
      disabledReason: expect.stringContaining("excluded") as string,
    });
    expect(outTrail).toEqual(["EXCLUDED", "Eva Excluded: excluded false > true"]);
    expect(back.counts.reenabled).toBe(1);
    expect(await trail()).toEqual(["EXCLUSION_ENDED", "Eva Excluded: excluded true > false"]);
  });

  it("leaves out a group, whose people can still be imported by hand and are the admin's then", async () => {
    const [gil, ned] = [hire("Gil Grouped"), hire("Ned Named")];
    const { directory } = world.microsoft;
    const excluded = directory.createGroup({ displayName: "Contractors", memberIds: [gil] });
    await run(() => excluding({ groupIds: [excluded.id], directoryIds: [ned], exclude: true }));
    await choose([gil, ned]);

    const before = await users("Gil Grouped");
    await importing(gil, ned);
    await runNow();

    expect(before).toEqual([]);
    expect((await trail())[0]).toBe("USERS_IMPORTED");
    expect([await user("Gil Grouped"), await user("Ned Named")]).toMatchObject([
      { status: "ACTIVE", managedBy: "ADMIN" },
      { status: "ACTIVE", managedBy: "ADMIN" },
    ]);
    await run(() => excluding({ groupIds: [excluded.id], directoryIds: [ned], exclude: false }));
  });

  it("of somebody who is excluded already changes nothing", async () => {
    const rex = hire("Rex Repeated");
    await run(() => excluding({ directoryIds: [rex], exclude: true }));
    const [before, seen] = [await version(), await events()];

    const again = await excluding({ directoryIds: [rex], exclude: true });

    expect(again.data?.excludePeople).toMatchObject({
      settings: { version: before, excludedPeople: [{ id: rex, displayName: "Rex Repeated", because: null }] },
    });
    expect(await events()).toEqual(seen);
    await run(() => excluding({ directoryIds: [rex], exclude: false }));
  });

  it.each([
    ["nobody", { directoryIds: [], groupIds: [], exclude: true }, "INVALID_INPUT"],
    ["an unknown person", { directoryIds: [PEOPLE.alex, NOBODY], exclude: true }, "NOT_FOUND"],
    ["a person of another tenant", { directoryIds: [PEOPLE.nestor], exclude: true }, "NOT_FOUND"],
    ["a group of another tenant", { groupIds: [GROUPS.fabrikamEveryone], exclude: true }, "GROUP_GONE"],
    ["a group with hidden members", { groupIds: [GROUPS.board], exclude: true }, "GROUP_HIDDEN"],
    ["too many people", { directoryIds: MANY, exclude: true }, "TOO_MANY"],
    ["too many groups", { groupIds: MANY, exclude: true }, "TOO_MANY"],
    ["what was never excluded, taken back", { directoryIds: [PEOPLE.alex], exclude: false }, "NOT_FOUND"],
  ])("cannot be made of %s", async (_, input, code) => {
    const before = await version();

    const answer = await excluding(input);

    expect([answer.data?.excludePeople, await version()]).toMatchObject([{ __typename: "Problem", code }, before]);
  });

  it("cannot be made of a chosen group, and an excluded one cannot be chosen: the words name it", async () => {
    const { directory } = world.microsoft;
    const chosenId = await choose([]);
    const out = directory.createGroup({ displayName: "Contractors" });
    await run(() => excluding({ groupIds: [out.id], exclude: true }));
    const before = await version();
    const [one, two] = [{ groupIds: [chosenId, out.id] }, { excludedGroupIds: [out.id, chosenId.toUpperCase()] }];
    const updating = (choice: object) =>
      world.adele(operations.UPDATE, { input: { version: before, ...choice, disableLeavers: false } });

    const answers = [
      (await excluding({ groupIds: [chosenId], exclude: true })).data?.excludePeople,
      (await updating(one)).data?.updateSyncSettings,
      (await updating(two)).data?.updateSyncSettings,
      (await world.adele(operations.ENABLE, { input: one })).data?.enableAutomaticImport,
      (await world.adele(operations.PREVIEW, { choice: two })).data?.syncPreview,
    ];

    expect(answers.map((answer) => [answer?.code, answer?.message])).toEqual(
      ["Team", "Contractors", "Team", "Contractors", "Team"].map((name) => [
        "INVALID_INPUT",
        `The group “${name}” cannot be chosen and excluded at once. Take it out of one of the two.`,
      ]),
    );
    expect(await version()).toBe(before);
    await run(() => excluding({ groupIds: [out.id], exclude: false }));
  });
});

describe("a flood of additions", () => {
  const guests = (name: string) =>
    Array.from({ length: 60 }, (_, n) =>
      hire(`${name} ${n}`, { userType: "Guest", mail: `${name.replace(" ", ".")}.${n}@partner.example` }),
    );

  it("that the admin saw in the preview of a change comes in; one after it waits for them", async () => {
    const chosenId = await choose([hire("Mia Member"), ...guests("Gus Guest")], { includeGuests: false });
    await run(() => steps.update(world.adele, { brake: { percent: 20, cap: 500 } }));

    const seen = await run(() => steps.update(world.adele, { includeGuests: true }));
    for (const memberId of Array.from({ length: 130 }, (_, n) => hire(`Flo Flood ${n}`)))
      world.microsoft.directory.addToGroup({ groupId: chosenId, memberId });
    const unseen = await runNow();

    expect([seen.status, seen.counts.added, seen.counts.held]).toEqual(["SUCCEEDED", 60, 0]);
    expect([unseen.status, unseen.counts.added, unseen.counts.held]).toEqual(["HELD", 0, 130]);
  });

  it("that nobody looked at before the change waits for the admin", async () => {
    await choose([hire("Max Member"), ...guests("Gil Guest")], { includeGuests: false });
    const input = { version: await version(), includeGuests: true, disableLeavers: false };

    const unseen = await run(() => world.adele(operations.UPDATE, { input }));

    expect([unseen.status, unseen.counts.added, unseen.counts.held]).toEqual(["HELD", 0, 60]);
  });
});

describe("F44: a mail that a local user has", () => {
  const conflicts = async (search: string) =>
    (
      (await world.adele(operations.CONFLICTS)).data?.conflicts?.nodes as { directoryId: string; displayName: string }[]
    ).filter(({ displayName }) => displayName.startsWith(search));
  const resolve = (directoryId: string, choice: string, userId?: string) =>
    world.adele(operations.RESOLVE_CONFLICT, { input: { directoryId, choice, userId } });
  const codeOf = (answer: Awaited<ReturnType<typeof resolve>>) => answer.data?.resolveConflict?.code;

  /** A local user, and a person of the same mail in a chosen group. */
  async function conflict(name: string, fields: object = {}) {
    const mail = `${name.toLowerCase()}@contoso.example`;
    const local = await localUser(`${name} Local`, mail.toUpperCase(), fields);
    const personId = hire(`${name} Person`, { mail });
    const groupId = await choose([personId]);
    return { local, personId, groupId };
  }

  it("waits for an admin, and is linked when they say so; role, status and hands stay", async () => {
    const { local, personId } = await conflict("Linda", { role: "ADMIN" });
    const stranger = await localUser("Linda Stranger", "stranger@contoso.example");
    const waiting = await conflicts("Linda");

    const wrong = [
      codeOf(await resolve(personId, "LINK")),
      codeOf(await resolve(personId, "LINK", stranger.id)),
      codeOf(await resolve(personId, "LINK", NO_USER)),
    ];
    const linked = await resolve(personId, "LINK", local.id);
    const linkedTrail = await trail();
    const again = await resolve(personId, "LINK", local.id);
    const next = await runNow();

    expect(waiting).toMatchObject([
      { directoryId: personId, email: "linda@contoso.example", users: [{ id: local.id }] },
    ]);
    expect(wrong).toEqual(["INVALID_INPUT", "NOT_FOUND", "NOT_FOUND"]);
    expect(linked.data?.resolveConflict?.user).toMatchObject({
      id: local.id,
      directoryId: personId,
      displayName: "Linda Person",
      role: "ADMIN",
      status: "ACTIVE",
      managedBy: "ADMIN",
      origin: "LOCAL",
    });
    expect(linkedTrail).toEqual(["CONFLICT_LINKED", `Linda Local: directoryId - > ${personId}`]);
    expect([codeOf(again), next.counts.added, await conflicts("Linda")]).toEqual(["CONFLICT_GONE", 0, []]);
    const viewer = await world.as(personId)(operations.VIEWER);
    expect(viewer.data?.viewer).toMatchObject({ user: { id: local.id } });
  });

  it("is shared by two when an admin has the person added beside, and no run calls it a conflict again", async () => {
    const { local, personId } = await conflict("Bea");

    const beside = await resolve(personId, "CREATE_BESIDE");
    const besideTrail = await trail();
    const next = await runNow();

    expect(beside.data?.resolveConflict?.user).toMatchObject({ directoryId: personId, managedBy: "GROUPS" });
    expect(besideTrail[0]).toBe("CONFLICT_CREATED_BESIDE");
    expect([next.status, next.counts.skipped, await conflicts("Bea")]).toEqual(["SUCCEEDED", 0, []]);
    expect(await user("Bea Local")).toEqual(local);
    expect(codeOf(await resolve(personId, "CREATE_BESIDE"))).toBe("CONFLICT_GONE");
  });

  it("keeps the person out when an admin skips it, with that reason, until they take it back", async () => {
    const { personId } = await conflict("Skip");

    const skipped = await run(() => resolve(personId, "SKIP"));
    const skippedTrail = await trail();
    const excluded = await world.adele("{ syncSettings { excludedPeople { id because } } }");
    const whileSkipped = await conflicts("Skip");
    await run(() => world.adele(operations.EXCLUDE, { input: { directoryIds: [personId], exclude: false } }));

    expect([skipped.counts.added, whileSkipped]).toEqual([0, []]);
    expect(skippedTrail).toEqual(["CONFLICT_SKIPPED", "Skip Person: excluded false > true"]);
    expect(excluded.data?.syncSettings?.excludedPeople).toEqual([{ id: personId, because: "MAIL_CONFLICT" }]);
    expect(await conflicts("Skip")).toMatchObject([{ directoryId: personId }]);
  });

  it("is no conflict any more when a complete run does not meet it; an incomplete one leaves it", async () => {
    const { personId, groupId } = await conflict("Gone");
    const { directory, faults } = world.microsoft;
    directory.removeFromGroup({ groupId, memberId: personId });

    faults.add({ name: "list", path: "/v1.0/groups/*/**", times: 40, action: { kind: "MALFORMED" } });
    const incomplete = await runNow();
    const afterIt = await conflicts("Gone");
    faults.remove("list");
    const complete = await runNow();

    expect([incomplete.status, afterIt.length, complete.status]).toEqual(["FAILED", 1, "SUCCEEDED"]);
    expect(await conflicts("Gone")).toEqual([]);
  });

  it("that an admin met by picking the person outlives runs, and ends when the pick succeeds", async () => {
    const local = await localUser("Hand Local", "hand@contoso.example");
    const personId = hire("Hand Person", { mail: "hand@contoso.example" });

    await importing(personId);
    await runNow();
    const waiting = await conflicts("Hand");
    world.microsoft.directory.rename({ personId, mail: "another@contoso.example" });
    await importing(personId);

    expect(waiting).toMatchObject([{ directoryId: personId, users: [{ id: local.id }] }]);
    expect(await conflicts("Hand")).toEqual([]);
    expect(await user("Hand Person")).toMatchObject({ origin: "MANUAL" });
  });

  it.each([
    ["an unknown person", NOBODY],
    ["a person of another tenant", PEOPLE.nestor],
    ["no id", ""],
  ])("cannot be decided about %s", async (_, directoryId) => {
    const codes = [];
    for (const choice of ["LINK", "CREATE_BESIDE", "SKIP"])
      codes.push(codeOf(await resolve(directoryId, choice, NO_USER)));

    expect(codes).toEqual(["CONFLICT_GONE", "CONFLICT_GONE", "CONFLICT_GONE"]);
  });

  it("whose person was blocked meanwhile makes nobody a user", async () => {
    const { local, personId } = await conflict("Block");
    world.microsoft.directory.block({ personId });

    const answers = [await resolve(personId, "LINK", local.id), await resolve(personId, "CREATE_BESIDE")];

    expect(answers.map(({ data }) => data?.resolveConflict)).toMatchObject([
      { code: "NOT_ALLOWED", message: "Sign-in is blocked in the directory." },
      { code: "NOT_ALLOWED", message: "Sign-in is blocked in the directory." },
    ]);
    expect((await user("Block Local")).directoryId).toBeNull();
  });

  it("is decided once by two admins at once", async () => {
    const { local, personId } = await conflict("Twice");

    const answers = await Promise.all([
      resolve(personId, "LINK", local.id),
      resolve(personId, "LINK", local.id),
      resolve(personId, "CREATE_BESIDE"),
    ]);

    const made = (await users("Twice")).filter((row) => row.directoryId === personId);
    expect(made).toHaveLength(1);
    expect(answers.every(({ errors }) => errors === undefined)).toBe(true);
  });
});

describe("F45: taking an old record over", () => {
  const link = async (userId: string, directoryId: string) =>
    (await world.adele(operations.LINK_USERS, { input: { userId, directoryId } })).data?.linkUsers;

  /** Somebody who came by a group, was deleted in the directory, and was made anew there. */
  async function recreated(name: string) {
    const { directory } = world.microsoft;
    const oldId = hire(name, { mail: `${name.replace(" ", ".")}@contoso.example` });
    const others = Array.from({ length: 6 }, (_, n) => hire(`${name} Colleague ${n}`));
    const groupId = await choose([oldId, ...others], { disableLeavers: true });
    directory.remove({ personId: oldId });
    await runNow();
    const newId = hire(name, { mail: `${name.replace(" ", ".")}@contoso.example` });
    return { oldId, newId, groupId, record: await user(name) };
  }

  it("gives it to the person made anew, whom the next run lets in with it", async () => {
    const { newId, groupId, record } = await recreated("Rita Reborn");

    const linked = await link(record.id, newId);
    const linkedTrail = await trail();
    world.microsoft.directory.addToGroup({ groupId, memberId: newId });
    const next = await runNow();

    expect(record).toMatchObject({ status: "DISABLED", directoryState: "DELETED" });
    expect(linked).toMatchObject({ user: { id: record.id, directoryId: newId, directoryState: "ENABLED" } });
    expect(linkedTrail).toEqual(["USER_LINKED", `Rita Reborn: directoryId ${record.directoryId ?? ""} > ${newId}`]);
    expect(next.counts).toMatchObject({ reenabled: 1 });
    expect((await users("Rita Reborn")).filter(({ displayName }) => displayName === "Rita Reborn")).toHaveLength(1);
  });

  it("waits until the user they have become meanwhile is set aside, and then the two change places", async () => {
    const { oldId, newId, record } = await recreated("Dora Double");
    await importing(newId);
    const double = (await users("Dora Double")).find((row) => row.directoryId === newId);

    const refused = await link(record.id, newId);
    await world.adele(operations.SET_STATUS, { input: { userIds: [double?.id], status: "DISABLED" } });
    const linked = await link(record.id, newId);

    expect(refused).toMatchObject({
      code: "NOT_ALLOWED",
      message: expect.stringContaining("Disable that user first") as string,
    });
    expect(linked).toMatchObject({ user: { id: record.id, directoryId: newId } });
    const after = (await users("Dora Double")).filter(({ displayName }) => displayName === "Dora Double");
    expect(after.map((row) => [row.id, row.directoryId]).sort()).toEqual(
      [
        [record.id, newId],
        [double?.id, oldId],
      ].sort(),
    );
    expect(await trail()).toHaveLength(3);
  });

  it("is refused while the old person is there, and for what is not there", async () => {
    await importing(hire("Vera Present"));
    const { id, directoryId } = await user("Vera Present");
    const other = hire("Vera Other");

    expect(await link(id, other)).toMatchObject({
      code: "NOT_ALLOWED",
      message: expect.stringContaining("still in") as string,
    });
    expect(await link(id, directoryId ?? "")).toMatchObject({ code: "NOT_ALLOWED" });
    expect(await link(NO_USER, other)).toMatchObject({ code: "NOT_FOUND" });
    const local = await localUser("Vera Local", "vera.local@contoso.example");
    for (const nobody of [NOBODY, PEOPLE.nestor, "", "x"])
      expect(await link(local.id, nobody)).toMatchObject({ code: "NOT_FOUND" });
    expect(await link(local.id, other)).toMatchObject({ user: { directoryId: other } });
  });

  it("is refused for somebody who was restored meanwhile", async () => {
    const { oldId, newId, record } = await recreated("Resi Restored");
    world.microsoft.directory.rename({ personId: newId, userPrincipalName: "resi.new@contoso.example" });
    world.microsoft.directory.restore({ personId: oldId });

    expect(await link(record.id, newId)).toMatchObject({ code: "NOT_ALLOWED" });
  });
});

describe("while the trail cannot be written", () => {
  beforeAll(async () => {
    // One event is there for the account, so an index that allows one refuses the next
    await world.store.db.collection("auditEvents").deleteMany({});
    await world.adele(operations.UPDATE_ACCOUNT, { input: { helpContact: "before" } });
    await world.store.db.collection("auditEvents").createIndex({ accountId: 1 }, { unique: true, name: "only_one" });
  });
  afterAll(() => world.store.db.collection("auditEvents").dropIndex("only_one"));

  it("F70: nothing is changed, and the request says that something is wrong", async () => {
    const alex = hire("Fay Failing");
    const { id } = await user("Tina Trail");
    const before = [await version(), await user("Tina Trail")];

    const answers = [
      await world.adele(operations.SET_STATUS, { input: { userIds: [id], status: "DISABLED" } }),
      await world.adele(operations.SET_ROLE, { input: { userId: id, role: "ADMIN" } }),
      await world.adele(operations.SET_MANAGED_BY, { input: { userIds: [id], managedBy: "GROUPS" } }),
      await world.adele(operations.UPDATE_ACCOUNT, { input: { helpContact: "after" } }),
      await importing(alex),
      await world.adele(operations.EXCLUDE, { input: { directoryIds: [alex], exclude: true } }),
      await world.adele(operations.DISABLE),
    ];

    expect(answers.map(({ errors }) => errors?.[0]?.extensions?.code)).toEqual(
      answers.map(() => "INTERNAL_SERVER_ERROR"),
    );
    expect([await version(), await user("Tina Trail")]).toEqual(before);
    expect(await users("Fay Failing")).toEqual([]);
    expect((await world.adele("{ account { helpContact } }")).data?.account).toEqual({ helpContact: "before" });
  });
});

it("never writes to the directory", () => {
  expect(world.microsoft.counters.writes).toBe(0);
});
