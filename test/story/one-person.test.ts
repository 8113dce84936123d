import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID, PEOPLE } from "../../demo/microsoft/registration.js";
import { changeExclusions, withThese } from "../../server/use-cases/exclude-people.js";
import { IMPORT, OPEN_ACCOUNT, REFRESH_PERSON, SET_STATUS, STATUS, USERS, WHY } from "../operations.js";
import { enable, runAfter, runBy, runNow, update } from "../sync-steps.js";
import { startConnectedWorld, type Ask, type World } from "../world.js";

/* "Why is this person (not) here?", and "sync just this person now": each the same decision as a full run's. */

const MISSING = "00000000-0000-4000-8000-000000000000";

let world: World & { readonly adele: Ask };
let outer: string;
let inner: string;
let accountId: string;

/** Two groups, one in the other, and twenty people in the inner one, who are users; leavers are disabled. */
beforeAll(async () => {
  world = await startConnectedWorld();
  accountId = (await world.store.accounts.byTenant(CONTOSO_TENANT_ID))?.id ?? "";
  outer = newGroup("Outer");
  inner = newGroup("Inner");
  directory().addToGroup({ groupId: outer, memberId: inner });
  for (let i = 0; i < 40; i++) hire(`Crowd ${i}`, [inner]);
  await runAfter(world.adele, () => enable(world.adele, { groupIds: [outer], disableLeavers: true }));
});
afterAll(async () => {
  expect(world.microsoft.counters.writes).toBe(0);
  await world.close();
});

const directory = () => world.microsoft.directory;
const newGroup = (displayName: string) => directory().createGroup({ displayName, tenantId: CONTOSO_TENANT_ID }).id;

function hire(displayName: string, groupIds: readonly string[] = [], more: object = {}): string {
  const { id } = directory().hire({ displayName, ...more });
  for (const groupId of groupIds) directory().addToGroup({ groupId, memberId: id });
  return id;
}

/** Somebody who is a user by a group. */
async function member(displayName: string): Promise<string> {
  const id = hire(displayName, [inner]);
  await refresh(id);
  return id;
}

const why = async (about: object) => (await world.adele(WHY, about)).data?.whyPerson;
const whyOf = (directoryId: string) => why({ directoryId });
const refresh = (directoryId: string) => runBy(world.adele, REFRESH_PERSON, { directoryId });
const leave = (memberId: string) => directory().removeFromGroup({ groupId: inner, memberId });

async function userOf(directoryId: string) {
  return (await world.store.users.byDirectoryIds(accountId, [directoryId]))[0];
}

/** What the next full run does to this person must be what was foretold. */
async function statusAfterRun(directoryId: string) {
  await runNow(world.adele);
  return (await userOf(directoryId))?.status ?? "NOT_HERE";
}

describe("why", () => {
  it("somebody will come in: the way through nested groups, and what the next run does", async () => {
    const ada = hire("Ada Nested", [inner]);

    expect(await whyOf(ada)).toMatchObject({
      standing: "NOT_HERE",
      message: "Ada Nested is not here.",
      rule: "IN_CHOSEN_GROUP",
      next: "ADD",
      person: { directoryId: ada, importable: true },
      user: null,
      paths: [{ excludes: false, groups: [{ displayName: "Outer" }, { displayName: "Inner" }] }],
      changes: [],
    });
    expect(await statusAfterRun(ada)).toBe("ACTIVE");
    expect(await whyOf(ada)).toMatchObject({
      standing: "HERE_BY_GROUPS",
      next: "NOTHING",
      user: { displayName: "Ada Nested", origin: "SYNC" },
      changes: [{ action: "CREATE", reason: "IN_CHOSEN_GROUP", outcome: "DONE" }],
    });
  });

  it.each<[string, () => Promise<string> | string, object]>([
    ["in no chosen group", () => hire("Bea Elsewhere"), { rule: "NOT_IN_GROUPS", paths: [] }],
    [
      "blocked",
      () => {
        const id = hire("Cal Blocked", [inner]);
        directory().block({ personId: id });
        return id;
      },
      { rule: "BLOCKED_IN_DIRECTORY", person: { importable: false } },
    ],
    [
      "a guest whom the rules leave out",
      () => hire("Dan Guest", [inner], { userType: "Guest" }),
      { rule: "GUEST_LEFT_OUT", ruleText: "Guests are left out.", paths: [{ excludes: false }] },
    ],
    [
      "deleted",
      () => {
        const id = hire("Eli Deleted", [inner]);
        directory().remove({ personId: id });
        return id;
      },
      { rule: "DELETED_IN_DIRECTORY", person: null, paths: [] },
    ],
    [
      "in a hidden group alone",
      () => {
        const secret = newGroup("Secret");
        directory().hideMembers({ groupId: secret });
        return hire("Fay Hidden", [secret]);
      },
      { rule: "NOT_IN_GROUPS" },
    ],
  ])("somebody is not here: %s", async (_, somebody, expected) => {
    const id = await somebody();

    expect(await whyOf(id)).toMatchObject({ standing: "NOT_HERE", next: "NOTHING", ...expected });
    expect(await statusAfterRun(id)).toBe("NOT_HERE");
  });

  it("somebody is here by hand, and nothing of the groups touches them", async () => {
    const gil = hire("Gil Byhand");
    await world.adele(IMPORT, { input: { directoryIds: [gil] } });

    expect(await whyOf(gil)).toMatchObject({
      standing: "HERE_BY_ADMIN",
      rule: "NOT_IN_GROUPS",
      next: "NOTHING",
      nextText: "They stay as they are: admins manage them, not the groups.",
      changes: [{ action: "CREATE", reason: "BY_HAND" }],
    });
  });

  it("somebody was disabled by the sync, and comes back", async () => {
    const hal = await member("Hal Leaver");
    leave(hal);

    expect(await whyOf(hal)).toMatchObject({ standing: "HERE_BY_GROUPS", rule: "NOT_IN_GROUPS", next: "DISABLE" });
    expect(await statusAfterRun(hal)).toBe("DISABLED");
    expect(await whyOf(hal)).toMatchObject({ standing: "DISABLED_BY_SYNC", next: "NOTHING" });

    directory().addToGroup({ groupId: inner, memberId: hal });
    expect(await whyOf(hal)).toMatchObject({ rule: "IN_CHOSEN_GROUP", next: "REENABLE" });
    expect(await statusAfterRun(hal)).toBe("ACTIVE");
    const { changes } = (await whyOf(hal)) as unknown as { changes: { action: string }[] };
    expect(changes.map((change) => change.action)).toEqual(["REENABLE", "DISABLE", "CREATE"]);
  });

  it("somebody was disabled by an admin, and that stays", async () => {
    const ida = await member("Ida Stopped");
    await world.adele(SET_STATUS, { input: { userIds: [(await userOf(ida))?.id], status: "DISABLED" } });

    expect(await whyOf(ida)).toMatchObject({
      standing: "DISABLED_BY_ADMIN",
      rule: "DISABLED_BY_ADMIN",
      next: "NOTHING",
    });
  });

  it("somebody is excluded: by name, and by the way to an excluded group", async () => {
    const [jim, kai, banned] = [hire("Jim Named", [inner]), hire("Kai Banned", [inner]), newGroup("Banned")];
    directory().addToGroup({ groupId: banned, memberId: kai });
    await changeExclusions(world.store.settings, accountId, (before) =>
      withThese(before, [{ id: jim, displayName: "Jim Named" }], []),
    );
    await runAfter(world.adele, () => update(world.adele, { excludedGroupIds: [banned] }));

    expect([await whyOf(jim), await whyOf(kai)]).toMatchObject([
      { rule: "EXCLUDED", next: "NOTHING" },
      {
        rule: "EXCLUDED",
        next: "NOTHING",
        paths: [{ excludes: false }, { excludes: true, groups: [{ displayName: "Banned" }] }],
      },
    ]);
    expect(await statusAfterRun(kai)).toBe("NOT_HERE");
  });

  it("somebody's mail is a local user's: an admin decides", async () => {
    const fields = { givenName: null, surname: null, userPrincipalName: null, jobTitle: null, department: null };
    const local = { role: "EMPLOYEE", origin: "LOCAL", managedBy: "ADMIN", directoryState: "UNKNOWN" } as const;
    await world.store.users.create(accountId, [
      {
        ...fields,
        ...local,
        displayName: "Local Lena",
        email: "lena@contoso.example",
        directoryId: null,
        groupIds: [],
      },
    ]);
    const lena = hire("Lena Same", [inner], { mail: "Lena@contoso.example" });

    const [localLena] = (await world.adele(USERS, { search: "Local Lena" })).data?.users?.nodes as { id: string }[];

    expect(await whyOf(lena)).toMatchObject({ rule: "MAIL_CONFLICT", next: "NOTHING" });
    expect(await why({ userId: localLena?.id })).toMatchObject({ rule: "NOT_LINKED", person: null, paths: [] });
  });

  it("a chosen group hides its people: nobody can say, and nobody is disabled", async () => {
    const mia = await member("Mia Unseen");
    const lost = newGroup("Lost");
    await runAfter(world.adele, () => update(world.adele, { groupIds: [outer, lost] }));
    leave(mia);
    directory().hideMembers({ groupId: lost });

    const answers = [await whyOf(mia), await whyOf(hire("Ned Unseen"))];

    expect(answers).toMatchObject([
      { rule: "NOT_IN_GROUPS", next: "NOTHING", nextText: expect.stringContaining("cannot be read") as string },
      { rule: "NOT_IN_GROUPS", next: "ASKS_AGAIN", nextText: expect.stringContaining("“Lost”") as string },
    ]);
    expect(await statusAfterRun(mia)).toBe("ACTIVE");
    expect(await refresh(mia)).toMatchObject({ counts: { disabled: 0 } });
    expect((await userOf(mia))?.status).toBe("ACTIVE");
    await runAfter(world.adele, () => update(world.adele, { groupIds: [outer] }));
    expect((await userOf(mia))?.status).toBe("DISABLED");
  });

  it("answers by a user's id as well", async () => {
    const ora = await member("Ora Here");

    expect(await why({ userId: (await userOf(ora))?.id })).toEqual(await whyOf(ora));
  });

  it("says that Microsoft gave no clear answer, rather than guess", async () => {
    const pam = await member("Pam Unclear");
    world.microsoft.faults.add({ path: "/v1.0/users/*/*emberOf", action: { kind: "STATUS", status: 500 } });

    const answer = await whyOf(pam);
    world.microsoft.faults.clear();

    expect(answer).toMatchObject({ standing: "HERE_BY_GROUPS", rule: "NO_ANSWER", next: "ASKS_AGAIN", person: null });
  });

  it.each([
    ["nobody has", { directoryId: MISSING }, "NOT_FOUND"],
    ["another tenant has", { directoryId: PEOPLE.nestor }, "NOT_FOUND"],
    ["is no id", { directoryId: "../groups" }, "NOT_FOUND"],
    ["no user has", { userId: "66f000000000000000000000" }, "NOT_FOUND"],
    ["is missing", {}, "INVALID_INPUT"],
    ["comes twice", { directoryId: MISSING, userId: "66f000000000000000000000" }, "INVALID_INPUT"],
  ])("finds nobody by an id that %s", async (_, about, code) => {
    expect(await why(about)).toMatchObject({ __typename: "Problem", code });
  });
});

describe("just this person now", () => {
  it("brings one person in, and reads no list of a group", async () => {
    const [quin, rae] = [hire("Quin Now", [inner]), hire("Rae Later", [inner])];
    world.microsoft.counters.clear();

    const run = await refresh(quin);

    expect(run).toMatchObject({
      trigger: "REFRESH",
      status: "SUCCEEDED",
      startedBy: "Adele Vance",
      counts: { added: 1 },
    });
    expect(run.changes).toMatchObject([{ displayName: "Quin Now", reason: "IN_CHOSEN_GROUP", outcome: "DONE" }]);
    expect((await userOf(quin))?.groupIds).toEqual([outer]);
    expect(await userOf(rae)).toBeUndefined();
    const paths = world.microsoft.counters.requests.map((request) => request.path);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => /\/(transitiveM|m)embers/.test(path))).toEqual([]);
  });

  it("follows a rename, a block and a return", async () => {
    const sam = await member("Sam Before");
    directory().rename({ personId: sam, displayName: "Sam After" });
    directory().block({ personId: sam });

    const blocked = await refresh(sam);
    directory().unblock({ personId: sam });
    const back = await refresh(sam);

    expect(blocked.changes).toMatchObject([{ action: "DISABLE", reason: "BLOCKED_IN_DIRECTORY" }]);
    expect(back.changes).toMatchObject([{ action: "REENABLE" }]);
    expect(await userOf(sam)).toMatchObject({ displayName: "Sam After", status: "ACTIVE", directoryState: "ENABLED" });
  });

  it("disables a leaver whom the second look confirms, and leaves all as a full run would", async () => {
    const tom = await member("Tom Leaver");
    leave(tom);

    const run = await refresh(tom);

    expect(run).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 1 } });
    expect(await userOf(tom)).toMatchObject({ status: "DISABLED", disabledBy: "SYNC", groupIds: [] });
    expect(await runNow(world.adele)).toMatchObject({ counts: { disabled: 0, reenabled: 0, updated: 0 } });
  });

  it("does nothing to somebody who is not due, and ends well", async () => {
    expect(await refresh(hire("Uma Elsewhere"))).toMatchObject({ status: "SUCCEEDED", reason: null, changes: [] });
  });

  it("disables nobody when the second look says otherwise", async () => {
    const val = await member("Val Unclear");
    leave(val);
    // The first look is answered, the second is not
    const fault = world.microsoft.faults.add({
      path: "/v1.0/users/*/*emberOf",
      skip: 1,
      action: { kind: "STATUS", status: 500 },
    });

    const run = await refresh(val);
    const { hits } = fault;
    world.microsoft.faults.clear();

    expect(hits).toBeGreaterThan(0);
    expect(run).toMatchObject({ status: "PARTIAL", counts: { disabled: 0, skipped: 1 } });
    expect((await userOf(val))?.status).toBe("ACTIVE");
    expect(await refresh(val)).toMatchObject({ counts: { disabled: 1 } });
  });

  it("is braked like a full run, which then asks an admin", async () => {
    await runAfter(world.adele, () => update(world.adele, { brake: { percent: 1, cap: 1 } }));
    const leavers: string[] = [];
    for (let i = 0; i < 6; i++) leavers.push(await member(`Wes ${i}`)); // a day may disable 5, however few that is
    leavers.forEach(leave);

    const runs: Awaited<ReturnType<typeof refresh>>[] = [];
    for (const id of leavers) runs.push(await refresh(id));

    const [first, last, braked = ""] = [runs[0], runs.at(-1), leavers.at(-1)];
    expect(first).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 1 } });
    expect(last).toMatchObject({ status: "HELD", counts: { disabled: 0, held: 1 } });
    expect(last?.reason).toContain("The next full run");
    expect((await userOf(braked))?.status).toBe("ACTIVE");

    expect(await runNow(world.adele)).toMatchObject({ status: "HELD" });
    expect(await refresh(braked)).toMatchObject({ status: "HELD", counts: { held: 1 } });
    expect(await whyOf(braked)).toMatchObject({ next: "WAITS_ON_HOLD" });
  });

  it("of a person there is not is a problem in words, and starts nothing", async () => {
    const before = (await world.adele(STATUS)).data?.syncStatus?.lastRun;

    const answer = await world.adele(REFRESH_PERSON, { directoryId: MISSING });

    expect(answer.data?.refreshPerson).toMatchObject({ code: "NOT_FOUND" });
    expect((await world.adele(STATUS)).data?.syncStatus?.lastRun).toEqual(before);
  });

  it("without consent fails in words, and disables nobody", async () => {
    directory().grantConsent({ tenantId: FABRIKAM_TENANT_ID });
    const nestor = world.as(PEOPLE.nestor, FABRIKAM_TENANT_ID);
    await nestor(OPEN_ACCOUNT);
    directory().withdrawConsent({ tenantId: FABRIKAM_TENANT_ID, how: "PERMISSION_REMOVED" });

    const run = await runBy(nestor, REFRESH_PERSON, { directoryId: PEOPLE.nestor });

    expect(run).toMatchObject({ status: "FAILED", counts: { disabled: 0 } });
    expect(run.reason).toContain("Review permissions");
  });
});

describe("the status of the sync", () => {
  it("has the last 24 runs that looked at the groups, newest first", async () => {
    const strip = async () =>
      (
        await world.adele(
          "{ syncStatus { nextRunAt lastRun { id } recentRuns { id status startedAt counts { added } trigger } } }",
        )
      ).data?.syncStatus as unknown as {
        nextRunAt: string;
        lastRun: { id: string };
        recentRuns: { id: string; startedAt: string; trigger: string }[];
      };
    for (let i = 0; i < 3; i++) await runNow(world.adele);

    const { recentRuns, lastRun, nextRunAt } = await strip();

    const times = recentRuns.map((run) => run.startedAt);
    expect(times).toEqual([...times].sort().reverse());
    expect(recentRuns[0]?.id).toBe(lastRun.id);
    expect(recentRuns.length).toBeGreaterThan(3);
    expect(recentRuns.length).toBeLessThanOrEqual(24);
    expect(recentRuns.map((run) => run.trigger)).not.toContain("REFRESH");
    expect(nextRunAt).not.toBeNull();
  });
});
