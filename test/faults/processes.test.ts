import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildTab } from "../../demo/build-tab.js";
import { say } from "../../server/core/sentences.js";
import { accountHour, accountMinute } from "../../server/jobs/account-minute.js";
import { IMPORT, START_RUN } from "../operations.js";
import { DISK_FULL, NOT_PRIMARY, type Rule } from "../processes/database-proxy.js";
import { anOrdinaryRun } from "../processes/kill-scenes.js";
import { differences, killedRuns, type EndState, type KilledRuns, type KillPoint } from "../processes/killed-run.js";
import { gate } from "../jobs.js";
import { sharedClock, type SharedClock } from "../processes/set-clock.js";
import { eventually, type Answer } from "../world.js";
import { startRun } from "../sync-steps.js";

/* Servers as real processes, which are killed, stopped, overtaken, late, or without their database. */

let company: KilledRuns;
/** How a run ends that nobody disturbed. */
let end: EndState;
let start: Awaited<ReturnType<typeof anOrdinaryRun>>;

beforeAll(async () => {
  await buildTab();
  company = await killedRuns();
  start = await anOrdinaryRun(company);
  ({ end } = await company.undisturbed(start));
});
afterAll(async () => {
  expect(company.microsoft.counters.writes).toBe(0);
  await company.close();
});
beforeEach(() => company.fromTheStart());
afterEach(async () => {
  company.proxy.watch(null);
  company.microsoft.faults.clear();
  await company.stopServers();
});

const differs = async () => differences(end, await company.endState());

/** Lists of members come this late; tells when a run waits for one. */
async function delayed(ms: number, begin: () => Promise<unknown>): Promise<void> {
  const action = { kind: "DELAY", ms } as const;
  const fault = company.microsoft.faults.add({ path: "/v1.0/groups/*/*members", action });
  await begin();
  await eventually(
    () => Promise.resolve(fault.hits),
    (hits) => hits > 0,
  );
}

/** Every command of this kind meets the rule; all others pass. */
const onlyFor =
  (name: string, collection: string, rule: Rule): Rule =>
  (command, pass) =>
    command.name === name && command.collection === collection ? rule(command, pass) : pass();

describe("a process that is killed", () => {
  const at = (name: string, collection: string, when: KillPoint["when"]): KillPoint => ({
    name,
    collection,
    nth: 1,
    when,
  });

  it("and what it would have done, which is much", () => {
    expect(end.done).toEqual([
      "CREATE Newcomer 1",
      "CREATE Newcomer 2",
      "CREATE Newcomer 3",
      "DISABLE Person 1",
      "DISABLE Person 2",
      "REENABLE Person 0",
      "UPDATE Person 3",
    ]);
    expect(end.untrue).toEqual([]);
  });

  it.each([
    ["F53: between its plan and its first write", at("insert", "changes", "BEFORE")],
    ["F54: when its plan stands in the history and nobody has been written", at("insert", "changes", "AFTER")],
    ["F54: when it has disabled those who left", at("update", "users", "AFTER")],
    ["F54: when it has made those who are new", at("insert", "users", "AFTER")],
    ["F54: when all is done and it would say so", at("findAndModify", "runs", "BEFORE")],
  ])("%s is made good by the next run, and the history is true", async (_, point) => {
    expect(differences(end, await company.killedAt(start, point))).toEqual([]);
  });
});

describe("two processes", () => {
  it("F55: that are asked for a run at the same moment start one; the other one is told, and the schedule skips", async () => {
    const [one, other] = await Promise.all([company.serve(), company.serve()]);

    const answers = await Promise.all([one.ask(START_RUN), other.ask(START_RUN)]);
    const all = await company.ended();

    const kinds = answers.map((answer) => answer.data?.startRun?.code ?? answer.data?.startRun?.__typename).sort();
    expect(kinds).toEqual(["RUN_IN_PROGRESS", "RunStarted"]);
    expect(all.map((run) => [run.trigger, run.status])).toEqual([["ADMIN", "SUCCEEDED"]]);
    expect(await differs()).toEqual([]);
  });

  it("F55: of which one runs while the other one's hour has come leave one run and a SKIPPED row", async () => {
    const { ask } = await company.serve();
    await delayed(1000, () => startRun(ask));

    await company.runHere();

    expect((await company.runs()).map((run) => [run.trigger, run.status])).toEqual([
      ["SCHEDULE", "SKIPPED"],
      ["ADMIN", "RUNNING"],
    ]);
    await company.ended();
    expect(await differs()).toEqual([]);
  });

  it("F56: of which one was overtaken in the middle of a write, by one with a faster clock, write for one", async () => {
    const { ask } = await company.serve();
    const { opened, open } = gate();
    let held = 0;
    let refused = 0;
    const before = await company.store.db.collection("users").countDocuments({ status: "DISABLED" });
    company.proxy.watch(
      onlyFor("update", "users", async (_, pass) => {
        held += 1;
        await opened;
        await pass();
        refused += 1;
      }),
    );
    await startRun(ask);
    await eventually(
      () => Promise.resolve(held),
      (count) => count === 1,
    );

    // An admin decides meanwhile, which the write that is on its way must not undo
    await company.runHereLater();
    const [overtaker, overtaken] = await company.runs();
    const kept = await company.store.users.byDirectoryIds(company.accountId, [await personId("Person 1")]);
    await company.store.users.setStatusByAdmin(company.accountId, kept[0]?.id ?? "", { status: "ACTIVE" });
    open();
    await eventually(
      () => Promise.resolve(refused),
      (count) => count >= 1,
    );
    await company.ended();

    expect(before).toBe(1);
    expect([overtaker?.status, overtaken?.status]).toEqual(["SUCCEEDED", "FAILED"]);
    expect(
      (await company.store.users.byDirectoryIds(company.accountId, [await personId("Person 1")]))[0],
    ).toMatchObject({
      status: "ACTIVE",
    });
    expect((await company.runs()).length).toBe(2);
    expect((await company.endState()).untrue).toEqual([]);
  });
});

describe("F58: two processes whose clocks are ten minutes apart", () => {
  const HOUR_MS = 3_600_000;
  const TEN_MINUTES_MS = 600_000;
  let clock: SharedClock;
  beforeEach(async () => void (clock = await sharedClock()));
  afterEach(() => clock.close());

  const job = () =>
    company.store.db.collection<{ nextRunAt: Date; lockedAt: Date | null }>("jobs").findOne({ name: "sync" });
  const due = async (): Promise<Date> => (await job())?.nextRunAt ?? new Date(NaN);
  /** No hour of the account's has come for either clock, its last run was an hour ago, and no refresh is near. */
  async function beforeAnHour({ accountId, store }: KilledRuns): Promise<void> {
    const moment = new Date(Date.now() + 24 * HOUR_MS);
    moment.setUTCHours(accountHour(accountId) + 2, accountMinute(accountId) - 15, 0, 0);
    const anHourAgo = new Date(moment.getTime() - HOUR_MS);
    await store.db.collection("runs").updateMany({ accountId }, { $set: { startedAt: anHourAgo } });
    await clock.set(moment);
  }
  /** The queue is looked at once a second. */
  const twoScans = () => new Promise((resolve) => setTimeout(resolve, 2200));
  /** When this hour's run is over, and the queue has let go of it: a clock that leaps meanwhile ends every lock. */
  const dueAfter = async (before: Date): Promise<Date> => {
    const after = await eventually(job, (row) => row?.nextRunAt.getTime() !== before.getTime() && !row?.lockedAt);
    await company.ended();
    return after?.nextRunAt ?? new Date(NaN);
  };

  it("run once an hour between them, and the one that stays when the other is gone misses none", async () => {
    await beforeAnHour(company);
    await company.serve(await clock.ahead(0));
    const fast = await company.serve(await clock.ahead(TEN_MINUTES_MS));
    const dues = [await due()];

    for (let hour = 0; hour < 2; hour++) {
      const now = dues.at(-1) ?? new Date(NaN);
      await clock.set(new Date(now.getTime() - TEN_MINUTES_MS + 1000));
      dues.push(await dueAfter(now));
      await clock.set(new Date(now.getTime() + 1000));
      await twoScans();
    }
    const together = (await company.ended()).length;
    await fast.server.stop();
    const alone = dues.at(-1) ?? new Date(NaN);
    await clock.set(new Date(alone.getTime() - TEN_MINUTES_MS + 1000));
    await twoScans();
    const tenMinutesBefore = (await company.ended()).length;
    await clock.set(new Date(alone.getTime() + 1000));
    dues.push(await dueAfter(alone));

    expect([together, tenMinutesBefore]).toEqual([2, 2]);
    const all = await company.ended();
    expect(all.map(({ trigger, status }) => `${trigger} ${status}`)).toEqual(Array(3).fill("SCHEDULE SUCCEEDED"));
    expect(dues.slice(1).map((next, n) => next.getTime() - (dues[n]?.getTime() ?? 0))).toEqual(Array(3).fill(HOUR_MS));
    expect((await company.endState()).untrue).toEqual([]);
  });
});

describe("an import by hand", () => {
  it("F57: of somebody whom a run is about to make in another process makes them once, and both end well", async () => {
    const [one, other] = [await company.serve(), await company.serve()];
    const { id = "" } = company.microsoft.directory.people().find((each) => each.displayName === "Newcomer 1") ?? {};
    const imports: Promise<Answer>[] = [];
    company.proxy.watch(
      onlyFor("insert", "users", async (_, pass) => {
        const isOfTheRun = imports.length === 0;
        if (isOfTheRun) imports.push(other.ask(IMPORT, { input: { directoryIds: [id] } }));
        if (isOfTheRun) await imports[0];
        await pass();
      }),
    );

    await startRun(one.ask);
    const all = await company.ended();

    expect((await imports[0])?.data?.importUsers).toMatchObject({ results: [{ outcome: "ADDED" }] });
    expect(all.find((run) => run.trigger === "ADMIN")).toMatchObject({
      status: "SUCCEEDED",
      counts: { added: 2, failed: 0 },
    });
    const newcomers = (await company.store.users.all(company.accountId)).filter((user) => user.directoryId === id);
    expect(newcomers).toMatchObject([{ origin: "MANUAL", status: "ACTIVE" }]);
    const { done, untrue } = await company.endState();
    expect(done.filter((line) => line === "CREATE Newcomer 1").length).toBeLessThanOrEqual(1);
    expect(untrue.filter((line) => line.startsWith("ADMIN"))).toEqual([]);
  });
});

describe("a process whose database", () => {
  it("F59: steps down in the middle of a run fails it in words, and the next run makes it good", async () => {
    const { ask } = await company.serve();
    let refused = 0;
    company.proxy.watch(onlyFor("update", "users", async (_, pass) => (++refused === 1 ? NOT_PRIMARY : await pass())));

    await startRun(ask);
    const [failed] = await company.ended();
    company.proxy.watch(null);
    await company.runHere();

    expect(refused).toBeGreaterThan(0);
    expect(failed).toMatchObject({
      status: "FAILED",
      reasons: [say("RUN_UNEXPECTED")],
    });
    expect(await differs()).toEqual([]);
  });

  it("F70: cannot take the history writes nobody without it: the run fails and says so", async () => {
    const { ask, server } = await company.serve();
    const usersBefore = await company.store.users.all(company.accountId);
    let refused = 0;
    company.proxy.watch(
      onlyFor("insert", "changes", () => {
        refused += 1;
        return Promise.resolve(DISK_FULL);
      }),
    );

    await startRun(ask);
    const [failed] = await company.ended();

    expect(refused).toBeGreaterThan(0);
    expect(failed).toMatchObject({ status: "FAILED", counts: { added: 0, disabled: 0, reenabled: 0, updated: 0 } });
    expect(await company.store.users.all(company.accountId)).toEqual(usersBefore);
    // It is logged after it is written
    await eventually(
      () => Promise.resolve(server.printed()),
      (printed) => printed.includes('"level":50'),
    );

    company.proxy.watch(null);
    await company.runHere();
    expect(await differs()).toEqual([]);
  });
});

describe("a process", () => {
  it("F69: that is told to stop in the middle of a run ends it STOPPED, gives the lease back, and is gone in time", async () => {
    const { ask, server } = await company.serve();
    await delayed(1500, () => startRun(ask));

    const asked = performance.now();
    const code = await server.stop();

    expect(code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(await company.runs()).toMatchObject([
      {
        status: "STOPPED",
        counts: { disabled: 0, added: 0 },
        reasons: [say("RUN_SHUTDOWN")],
      },
    ]);
    expect(await company.store.leases.isHeld(company.accountId)).toBe(false);
    company.microsoft.faults.clear();
    await company.runHere();
    expect(await differs()).toEqual([]);
  });

  it("F62: that was off for five hours catches up once, and says so", async () => {
    const { store, accountId } = company;
    const fiveHoursAgo = new Date(Date.now() - 5 * 3_600_000);
    const { server } = await company.serve();
    await server.stop();
    await store.db.collection("jobs").updateMany({ name: "sync" }, { $set: { nextRunAt: fiveHoursAgo } });
    await store.db.collection("runs").updateMany({ accountId }, { $set: { startedAt: fiveHoursAgo } });

    await company.serve();
    await company.ended();
    await new Promise((resolve) => setTimeout(resolve, 3000));

    expect((await company.runs()).map((run) => [run.trigger, run.status])).toEqual([["CATCH_UP", "SUCCEEDED"]]);
    expect(await differs()).toEqual([]);
  });
});

async function personId(name: string): Promise<string> {
  const all = await company.store.users.all(company.accountId);
  return all.find((user) => user.displayName === name)?.directoryId ?? "";
}
