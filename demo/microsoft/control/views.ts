import type { Faults, ScriptedFault } from "../faults/script.js";
import { SWITCHES } from "../faults/switches.js";
import type { Counters } from "../http/counters.js";
import type { Directory } from "../state/directory.js";
import type { Group, Tenant } from "../state/model.js";

/** A group as the control calls show it: with the number of its direct members instead of their ids. */
export function groupView(
  directory: Directory,
  { members: _, visibilityWhenShown: __, dynamicDepartment, ...group }: Group,
): object {
  return {
    ...group,
    dynamicDepartment,
    memberCount: group.deletedDateTime === null ? directory.memberIds(group.id).length : 0,
  };
}

export function tenantView({ id, name, domains, people, groups, deletedPeople, app }: Tenant): object {
  return {
    id,
    name,
    domains,
    people: people.size,
    groups: groups.size,
    deletedPeople: deletedPeople.size,
    consent: app,
  };
}

export function countersView({ total, graphRequests, batchParts, writes }: Counters): object {
  return { total, graphRequests, batchParts: batchParts.length, writes };
}

/** As it was asked for, with what became of it. */
export function faultView({ name, fault, since, skipped, hits, over }: ScriptedFault): object {
  return { ...fault, name, since, skipped, hits, over };
}

export function switchesView(faults: Faults): object[] {
  const set = new Map(faults.list().map((each) => [each.name, each]));
  return Object.entries(SWITCHES).flatMap(([part, switches]) =>
    Object.entries(switches).map(([name, { title, expect }]) => {
      const fault = set.get(name);
      return { part, name, title, expect, on: fault !== undefined && !fault.over, hits: fault?.hits ?? 0 };
    }),
  );
}
