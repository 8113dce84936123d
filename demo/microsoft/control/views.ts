import type { Counters } from "../http/counters.js";
import type { Directory } from "../state/directory.js";
import type { Group, Tenant } from "../state/model.js";

/** A group as the control calls show it: with the number of its direct members instead of their ids. */
export function groupView(directory: Directory, { members: _, dynamicDepartment, ...group }: Group): object {
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
