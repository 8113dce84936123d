import { describe, expect, it } from "vitest";
import { minutesBefore, NOW, user } from "../../test/builders.js";
import type { Change } from "./changes.js";
import type { User } from "./model.js";
import { planUndo } from "./undo.js";

const change = (directoryId: string, fields: Partial<Change> = {}): Change => ({
  id: `c-${directoryId}`,
  runId: "run",
  directoryId,
  displayName: directoryId,
  action: "CREATE",
  reason: "IN_CHOSEN_GROUP",
  before: null,
  after: {},
  outcome: "DONE",
  because: null,
  at: NOW,
  ...fields,
});

/** A user whose status is still the one the run gave them. */
const untouched = (id: string, fields: Partial<User> = {}): User => user(id, { statusSince: NOW, ...fields });

function planned(changes: readonly Change[], users: readonly User[], admins: readonly User[] = []) {
  const plan = planUndo(changes, new Map(users.map((one) => [one.directoryId, one])), admins);
  const names = (some: readonly Change[]) => some.map((one) => one.directoryId);
  const leave = plan.leave.map(({ change: { directoryId }, because }) => `${directoryId} ${because}`);
  return { disable: names(plan.disable), enable: names(plan.enable), leave };
}

describe("planUndo", () => {
  it("disables who came in or came back, and enables who was disabled", () => {
    const changes = [change("ada"), change("bob", { action: "REENABLE" }), change("cyd", { action: "DISABLE" })];

    expect(
      planned(
        changes,
        ["ada", "bob", "cyd"].map((id) => untouched(id)),
      ),
    ).toEqual({
      disable: ["ada", "bob"],
      enable: ["cyd"],
      leave: [],
    });
  });

  it("leaves alone whoever was changed since, or is not here any more", () => {
    const users = [user("ada", { statusSince: minutesBefore(1) })];

    expect(planned([change("ada"), change("bob")], users).leave).toEqual(["ada CHANGED_SINCE", "bob NOT_HERE"]);
  });

  it("speaks of nobody whom the run did not change, or whose fields alone it changed", () => {
    const changes = [change("ada", { outcome: "FAILED" }), change("bob", { action: "UPDATE" })];

    expect(planned(changes, [untouched("ada"), untouched("bob")])).toEqual({ disable: [], enable: [], leave: [] });
  });

  it("leaves the last admin who can sign in, and only the last", () => {
    const admins = ["ada", "bob"].map((id) => untouched(id, { role: "ADMIN" }));

    expect(planned([change("ada"), change("bob")], admins, admins)).toEqual({
      disable: ["ada"],
      enable: [],
      leave: ["bob LAST_ADMIN"],
    });
  });
});
