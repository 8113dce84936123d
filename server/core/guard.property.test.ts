import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anHour } from "../../test/after-run.js";
import { aCleanWorld, always, anyWorld, aTornWorld, turned, type World } from "../../test/arbitrary-world.js";
import { minutesBefore } from "../../test/builders.js";
import type { Verdict } from "./guard.js";
import type { HeldChange } from "./hold.js";
import type { SyncPlan } from "./plan.js";

/* Whatever the directory, the users, the settings, the approvals and the hold: what the brake must do. */

const leaversOf = (rows: SyncPlan["disable"]) => rows.map((row) => row.user.directoryId);

/** Everything a plan or a verdict would do, as words. */
const actionsOf = ({ disable, create, reenable }: Pick<SyncPlan, "disable" | "create" | "reenable">) => [
  ...leaversOf(disable).map((id) => `DISABLE ${id}`),
  ...create.map((row) => `CREATE ${row.person.id}`),
  ...reenable.map((user) => `REENABLE ${user.directoryId}`),
];

const wordOf = ({ action, directoryId }: HeldChange) => `${action} ${directoryId}`;

/** People whose disable an admin agreed to: by a preview, or on the hold by the version they saw. */
function agreedLeavers({ input, hold }: World): ReadonlySet<string> {
  const seen = hold?.approval?.version ?? 0;
  const onHold = hold?.people.filter((one) => one.action === "DISABLE" && one.since <= seen) ?? [];
  return new Set([...input.approved, ...onHold.map((one) => one.directoryId)]);
}

/** The rule as it is written, once more and in other words. */
function isOverTheBrake(plan: SyncPlan, world: World): boolean {
  const { users, settings, snapshot, lastReads } = world.input;
  const agreed = agreedLeavers(world);
  const leaving = plan.disable.filter((row) => !agreed.has(row.user.directoryId)).length;
  if (leaving === 0) return false;

  const active = users.filter((one) => one.status === "ACTIVE" && one.managedBy === "GROUPS").length;
  const today = users.filter(
    (one) =>
      one.disabledBy === "SYNC" &&
      one.managedBy === "GROUPS" &&
      one.disabledAt !== null &&
      one.disabledAt > minutesBefore(24 * 60),
  );
  const n = active + today.length;
  const d = today.filter((one) => !one.disableApproved).length + leaving;
  const share = Math.min(Math.floor((n * settings.brake.percent) / 100), settings.brake.cap);
  const collapsed = snapshot.groups.some((read) => {
    const before = lastReads.find((last) => last.groupId === read.groupId)?.personIds ?? [];
    const stayed = before.filter((id) => read.people.some((who) => who.id === id)).length;
    return read.outcome === "COMPLETE" && before.length >= 4 && stayed < before.length / 2;
  });
  return d > Math.max(1, Math.min(5, Math.floor(n / 3)), share) || plan.disable.length === active || collapsed;
}

const heldLeavers = ({ held }: Verdict) => held.filter((change) => change.action === "DISABLE");

describe("the guard", () => {
  it("lets through or keeps back each planned change, and never both", () => {
    always(anyWorld, ({ input, hold }) => {
      const { plan, verdict } = anHour(input, hold);

      const planned = actionsOf(plan);
      const waiting = verdict.held.map(wordOf);
      const decided = [...actionsOf(verdict), ...waiting.filter((word) => planned.includes(word))];
      expect(decided.sort()).toEqual(planned.sort());
      expect(new Set(waiting).size).toBe(waiting.length);
    });
  });

  it("keeps back nothing else, but who is on the hold already while nobody can know", () => {
    always(anyWorld, ({ input, hold }) => {
      const { plan, verdict } = anHour(input, hold);

      const planned = new Set(actionsOf(plan));
      const others = verdict.held.map(wordOf).filter((word) => !planned.has(word));
      const before = new Set(hold?.people.map(wordOf));
      expect(others.filter((word) => !before.has(word))).toEqual([]);
      if (plan.unknownGroups.length === 0) expect(others).toEqual([]);
    });
  });

  it("holds leavers exactly when they are over the brake, while no hold is open", () => {
    always(
      aCleanWorld,
      (world) => {
        const { plan, verdict } = anHour(world.input, null);

        const isOver = isOverTheBrake(plan, { ...world, hold: null });
        expect(heldLeavers(verdict).length > 0).toBe(isOver);
      },
      1500,
    );
  });

  it("lets go, of those who leave while a hold waits, exactly those whom an admin agreed to", () => {
    always(aCleanWorld, (world) => {
      fc.pre(world.hold !== null && world.hold.approval === null);
      const { plan, verdict } = anHour(world.input, world.hold);

      const agreed = agreedLeavers(world);
      expect(leaversOf(verdict.disable)).toEqual(leaversOf(plan.disable).filter((id) => agreed.has(id)));
    });
  });

  it("lets go in any case whom an admin agreed to, and who leaves", () => {
    always(anyWorld, (world) => {
      const { plan, verdict } = anHour(world.input, world.hold);

      const agreed = agreedLeavers(world);
      const waiting = heldLeavers(verdict).map((change) => change.directoryId);
      const planned = new Set(leaversOf(plan.disable));
      expect(waiting.filter((id) => planned.has(id) && agreed.has(id))).toEqual([]);
    });
  });

  it("keeps back, in the run of an approval, who came onto the list too late for it", () => {
    always(aCleanWorld, (world) => {
      const { hold } = world;
      fc.pre(hold?.approval != null);
      const { plan, verdict } = anHour(world.input, hold);

      const agreed = agreedLeavers(world);
      const late = hold?.people.filter((one) => one.action === "DISABLE" && !agreed.has(one.directoryId)) ?? [];
      const leaving = new Set(leaversOf(plan.disable));
      const stillLate = late.map((one) => one.directoryId).filter((id) => leaving.has(id));
      expect(stillLate.filter((id) => leaversOf(verdict.disable).includes(id))).toEqual([]);
    });
  });

  it("holds a flood exactly when groups were settled, and never for who was asked about", () => {
    always(aCleanWorld, ({ input }) => {
      const { plan, verdict } = anHour(input, null);

      const active = input.users.filter((one) => one.status === "ACTIVE").length;
      const additions = plan.create.length + plan.reenable.length;
      const isFlood = input.settings.settledAt !== null && additions > Math.max(50, active / 2);
      expect(verdict.create.length + verdict.reenable.length).toBe(isFlood ? 0 : additions);
    });
  });

  it("does not depend on the order of its input", () => {
    always(anyWorld, (world) => {
      const inOrder = ({ verdict }: ReturnType<typeof anHour>) => ({
        ...verdict,
        held: [...verdict.held].sort((a, b) => (wordOf(a) < wordOf(b) ? -1 : 1)),
      });
      const other = turned(world);

      expect(inOrder(anHour(other.input, other.hold))).toEqual(inOrder(anHour(world.input, world.hold)));
    });
  });
});

describe("the hold after a run", () => {
  it("is those who wait, each with the version they came with", () => {
    always(anyWorld, ({ input, hold }) => {
      const { verdict, hold: after } = anHour(input, hold);

      expect((after?.people ?? []).map(wordOf).sort()).toEqual(verdict.held.map(wordOf).sort());
      for (const one of after?.people ?? []) expect(one.since).toBeLessThanOrEqual(after?.version ?? 0);
    });
  });

  it("never makes an approval cover somebody whom the admin had not seen", () => {
    always(aTornWorld, ({ input, hold }) => {
      const { plan, hold: after } = anHour(input, hold);
      fc.pre(plan.unknownGroups.length > 0 && hold?.approval != null && after !== null);

      const seen = new Set(hold?.people.filter((one) => one.since <= (hold.approval?.version ?? 0)).map(wordOf));
      const covered = after?.people.filter((one) => one.since <= (after.approval?.version ?? 0)) ?? [];
      expect(covered.map(wordOf).filter((word) => !seen.has(word))).toEqual([]);
    });
  });
});
