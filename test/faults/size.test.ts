import { afterEach, expect, it, vi } from "vitest";
import { CONTOSO_TENANT_ID } from "../../demo/microsoft/registration.js";
import { runScheduled } from "../../server/use-cases/run-sync.js";
import { accountId, eachTestFindsAFreshAccount, enable, newGroup, runNow, status, users, world } from "../contoso.js";
import { gate } from "../jobs.js";
import { workerOf } from "../worker.js";
import { eventually } from "../world.js";
import { startRun } from "../sync-steps.js";

/* Groups that take long. A company of 100,000, with a group of 60,000, is in test/long/large-company.test.ts. */

eachTestFindsAFreshAccount();
afterEach(() => void vi.useRealTimers());

const MANY = 2000;

it("F52: a group of many pages is read page by page, shows how far it is, and nobody comes twice or is lost", async () => {
  const { directory, faults } = world.microsoft;
  const memberIds = Array.from({ length: MANY }, (_, n) => directory.hire({ displayName: `Large Person ${n}` }).id);
  const large = directory.createGroup({ displayName: "Large", tenantId: CONTOSO_TENANT_ID, memberIds });
  expect(await enable(large)).toMatchObject({ status: "SUCCEEDED", counts: { added: MANY, failed: 0 } });
  const path = `/v1.0/groups/${large.id}/*members`;
  faults.add({ path, action: { kind: "SHORT_PAGES", rows: 100 } });
  const pages = faults.add({ path, action: { kind: "DELAY", ms: 150 } });

  const seen = new Set<number>();
  const totals = new Set<number | null>();
  await startRun(world.adele);
  const quiet = await eventually(
    async () => {
      const [run] = await world.store.runs.latest(accountId, { triggers: ["ADMIN"], first: 1 });
      const { stage, done = 0, total = null } = run?.progress ?? {};
      if (stage === "READING") seen.add(done);
      if (stage === "READING" && done > 0) totals.add(total);
      return run;
    },
    (run) => run?.finishedAt != null,
  );

  expect(pages.hits).toBeGreaterThanOrEqual(MANY / 100);
  expect([...seen].filter((done) => done > 0 && done < MANY).length).toBeGreaterThanOrEqual(2);
  expect([...totals]).toEqual([MANY]);
  expect(quiet).toMatchObject({ status: "SUCCEEDED", counts: { added: 0, updated: 0, disabled: 0, failed: 0 } });
  expect((await world.store.users.all(accountId)).length).toBe(MANY + 1);
});

it("F59: a run whose database never answers it loses its lease in the end, and the next run is not held up by it", async () => {
  const team = newGroup("Stuck", 12);
  await enable(team);
  team.leave(0);
  const worker = workerOf(world);
  const { opened: asked, open: askedNow } = gate();
  const { opened: hangs, open: atLast } = gate();
  const all = async (): Promise<never> => {
    askedNow();
    await hangs;
    throw new Error("The database answers at last, and says no.");
  };

  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  void runScheduled({ ...worker, users: { ...worker.users, all } }, accountId).catch(() => undefined);
  await asked;
  for (let times = 0; times < 14; times++) {
    world.passMinutes(4);
    vi.advanceTimersByTime(30_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await world.store.leases.isHeld(accountId)).toBe(true);
  world.passMinutes(10);
  vi.advanceTimersByTime(30_000);
  vi.useRealTimers();

  expect(await world.store.leases.isHeld(accountId)).toBe(false);
  expect(await runNow()).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 1 } });
  atLast();
});

it("F52: a read that takes far longer than a lease keeps it all the while", async () => {
  const team = newGroup("Team", 12);
  await enable(team);
  team.leave(0);
  const action = { kind: "DELAY", ms: 1500 } as const;
  const slow = world.microsoft.faults.add({ path: `/v1.0/groups/${team.id}/*members`, times: 1, action });
  const anybodyElse = () => world.store.leases.acquire(accountId, 60_000);

  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const running = runScheduled(workerOf(world), accountId);
  await eventually(
    () => Promise.resolve(slow.hits),
    (hits) => hits > 0,
  );
  const others: unknown[] = [];
  for (let times = 0; times < 3; times++) {
    world.passMinutes(4);
    vi.advanceTimersByTime(30_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    others.push(await anybodyElse());
  }
  vi.useRealTimers();
  await running;

  expect(others).toEqual([null, null, null]);
  expect(await status()).toMatchObject({
    lastRun: { trigger: "SCHEDULE", status: "SUCCEEDED", counts: { disabled: 1 } },
  });
  expect((await users("Team Person")).filter((one) => one.status === "ACTIVE").length).toBe(11);
  expect(await runNow()).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 0 } });
});
