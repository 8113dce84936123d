import { guard, type Verdict } from "../server/core/guard.js";
import { stepHold, type Hold } from "../server/core/hold.js";
import type { SyncInput, User } from "../server/core/model.js";
import { directoryStateOf } from "../server/core/person.js";
import { planSync, type SyncPlan } from "../server/core/plan.js";
import { hold as openHold, NOW, user } from "./builders.js";

/*
 * What a run leaves behind that writes everything it may, where every second look agrees: to ask of pure functions
 * what becomes of an account over several hours.
 */

export interface Decided {
  readonly plan: SyncPlan;
  readonly verdict: Verdict;
}

export interface Hour extends Decided {
  readonly users: readonly User[];
  readonly hold: Hold | null;
}

export function anHour(input: SyncInput, hold: Hold | null = null): Hour {
  const plan = planSync(input);
  const verdict = guard(plan, input, hold);
  return { plan, verdict, users: usersAfter(input.users, { plan, verdict }), hold: holdAfter(hold, { plan, verdict }) };
}

function usersAfter(before: readonly User[], { plan, verdict }: Decided): readonly User[] {
  const users = new Map(before.map((one) => [one.id, one]));
  const change = (id: string, fields: Partial<User>) => {
    const one = users.get(id);
    if (one) users.set(id, { ...one, ...fields });
  };

  for (const { user: one, reason } of verdict.disable)
    change(one.id, { status: "DISABLED", disabledBy: "SYNC", disabledReason: reason, disabledAt: NOW });
  for (const { user: one, profile, ...fields } of plan.update) change(one.id, { ...profile, ...fields });
  for (const one of verdict.reenable)
    change(one.id, { status: "ACTIVE", disabledBy: null, disabledReason: null, disabledAt: null });
  for (const { person, profile, groupIds } of verdict.create) {
    const fields = { ...profile, id: `new-${person.id}`, groupIds, directoryState: directoryStateOf(person) };
    users.set(fields.id, user(person.id, fields));
  }
  return [...users.values()];
}

function holdAfter(before: Hold | null, { plan, verdict }: Decided): Hold | null {
  const carriedOut = before?.approval != null && plan.unknownGroups.length === 0;
  const step = stepHold(before, verdict.held, carriedOut);
  switch (step.kind) {
    case "NONE":
      return before;
    case "OPEN":
      return openHold(step.people);
    case "REFRESH":
      return before && { ...before, version: step.version, people: step.people };
    case "DISSOLVE":
    case "CARRIED_OUT":
      return null;
    case "GOES_ON":
      return before && { ...before, version: step.version, people: step.people, approval: null };
  }
}
