import { expect, it } from "vitest";
import { person } from "../../test/builders.js";
import { Killed, killedAt } from "../../test/fakes/killed.js";
import { storesInMemory } from "../../test/fakes/stores.js";
import { leaver, newUser, plannedChange } from "../../test/store.js";
import type { User } from "../core/model.js";
import { profileOf } from "../core/person.js";
import { isLinked } from "../core/plan.js";
import { say } from "../core/sentences.js";
import { applyPlan, type ToApply } from "./apply-plan.js";
import type { Stores } from "./ports.js";
import { settleCutShort } from "./settle-cut-short.js";

/*
 * A process may be killed at any write of a run (F53, F54). Whatever it had done by then, the history says afterwards
 * who was changed and who was not.
 */

const ACCOUNT = "contoso";
const START = new Date();
const settle = (stores: Stores, minutesLater = 0) =>
  settleCutShort({ ...stores, now: () => new Date(START.getTime() + minutesLater * 60_000) }, ACCOUNT);

/** An account and a plan that meets all that can happen to it: done, refused, and overtaken by somebody else. */
async function accountWithPlan() {
  const stores = storesInMemory(() => START);
  const { users } = stores;
  const employees = ["leaves", "leaves-too", "kept", "renamed", "back", "back-too", "off", "there"];
  await users.create(ACCOUNT, [
    newUser("admin", { role: "ADMIN" }),
    ...employees.map((id) => newUser(id, { groupIds: ["sales"] })),
  ]);
  const away = ["back", "back-too", "off"].map((id) => leaver(id));
  await users.disableBySync(ACCOUNT, away, { fence: 0, at: START, writtenBy: "earlier:0" });

  const planned = new Map((await users.all(ACCOUNT)).filter(isLinked).map((user) => [user.directoryId, user]));
  const linked = (...ids: string[]) => ids.flatMap((id) => planned.get(id) ?? []);
  const leaving = linked("leaves", "kept", "admin", "leaves-too");
  const plan: ToApply = {
    disable: leaving.map((user) => ({ user, reason: "LEFT_GROUPS", approved: false })),
    update: [
      ...linked("leaves", "leaves-too").map((user) => ({ user, groupIds: [] })),
      ...linked("renamed").map((user) => ({ user, profile: { ...profileOf(person("renamed")), displayName: "New" } })),
    ],
    reenable: linked("back", "off", "back-too"),
    create: ["new", "there", "new-too"].map((id) => ({
      person: person(id),
      profile: profileOf(person(id)),
      groupIds: ["sales"],
    })),
  };

  await users.setManagedBy(ACCOUNT, ["kept"], { name: "Eve", at: START });
  for (const user of linked("off")) await users.setStatusByAdmin(ACCOUNT, user.id, { status: "DISABLED" });
  return { stores, plan, before: await users.all(ACCOUNT) };
}

/** Begins a run of the plan; true when it came to its end before it was killed. */
async function runKilledAt(nth: number, half: boolean, plan: ToApply, stores: Stores): Promise<boolean> {
  const { id: runId } = await stores.runs.start(ACCOUNT, { trigger: "SCHEDULE", startedBy: null });
  const process = { ...killedAt(nth, half, stores), now: () => START, checkpoint: () => Promise.resolve(null) };
  try {
    await applyPlan({ ...process, accountId: ACCOUNT, runId, fence: 1 }, plan);
    return true;
  } catch (error) {
    if (error instanceof Killed) return false;
    throw error;
  }
}

/** What became of whom, from the users themselves. */
function whatHappened(before: readonly User[], after: readonly User[]): string[] {
  const was = new Map(before.map((user) => [user.id, user]));
  return after.flatMap((user) => {
    const old = was.get(user.id);
    if (!old) return `CREATE ${user.directoryId}`;
    if (old.status !== user.status) return `${user.status === "ACTIVE" ? "REENABLE" : "DISABLE"} ${user.directoryId}`;
    return old.displayName === user.displayName ? [] : `UPDATE ${user.directoryId}`;
  });
}

function countsOf(happened: readonly string[]) {
  const count = (action: string) => happened.filter((one) => one.startsWith(action)).length;
  return {
    added: count("CREATE"),
    reenabled: count("REENABLE"),
    updated: count("UPDATE"),
    disabled: count("DISABLE"),
  };
}

async function history({ runs, changes }: Stores) {
  const [run] = await runs.latest(ACCOUNT, { triggers: ["SCHEDULE"], first: 1 });
  const page = await changes.page(ACCOUNT, run?.id ?? "", { actions: null, first: 100, after: null });
  const [done, not] = [true, false].map((is) => page.changes.filter((change) => (change.outcome === "DONE") === is));
  return { run, changes: page.changes, done: done ?? [], not: not ?? [] };
}

/** An update of the groups alone is a write that the history does not tell of; a rename makes it one that it does. */
const PLANS: Readonly<Record<string, (plan: ToApply) => ToApply>> = {
  "that renames somebody": (plan) => plan,
  "that renames nobody": (plan) => ({ ...plan, update: plan.update.filter((row) => !row.profile) }),
  "that ends with leavers": (plan) => ({ ...plan, update: [], reenable: [], create: [] }),
};

it.each(Object.entries(PLANS))("a plan %s, killed anywhere, leaves a true history", async (_, of) => {
  const met = new Set<string>();

  for (let nth = 0, ended = false; !ended; nth++)
    for (const half of [false, true]) {
      const { stores, plan, before } = await accountWithPlan();
      ended = await runKilledAt(nth, half, of(plan), stores);
      const said = await history(stores);

      await settle(stores);

      const told = await history(stores);
      const happened = whatHappened(before, await stores.users.all(ACCOUNT));
      const where = `killed at write ${nth}${half ? ", half of it done" : ""}`;
      expect(told.done.map((change) => `${change.action} ${change.directoryId}`).sort(), where).toEqual(
        happened.sort(),
      );
      expect(told.not, where).toEqual(expect.arrayContaining(said.not));
      expect(told.run, where).toMatchObject({ status: "FAILED", reasons: [say("RUN_CUT_SHORT")] });
      expect(told.run?.counts, where).toMatchObject(countsOf(happened));
      for (const change of told.changes) met.add(`${change.directoryId} ${change.outcome}`);
    }

  // It was killed often enough to meet everything
  for (const one of ["leaves DONE", "leaves NOT_REACHED", "kept OVERTAKEN", "admin FAILED"]) expect(met).toContain(one);
});

it("an import by hand needs no lease, so it is given ten minutes before it is taken for dead", async () => {
  const stores = storesInMemory(() => START);
  const { id } = await stores.runs.start(ACCOUNT, { trigger: "IMPORT", startedBy: "Eve" });
  const elsewhere = await stores.runs.start("elsewhere", { trigger: "SCHEDULE", startedBy: null });
  await stores.changes.record(ACCOUNT, id, { number: 0, at: START }, [plannedChange("ada", { action: "CREATE" })]);

  await settle(stores, 9);
  const before = await stores.runs.byId(ACCOUNT, id);
  await settle(stores, 10);

  expect(before?.status).toBe("RUNNING");
  expect(await stores.runs.byId(ACCOUNT, id)).toMatchObject({ status: "FAILED", counts: { added: 0 } });
  expect(await stores.runs.byId("elsewhere", elsewhere.id)).toEqual(elsewhere);
});
