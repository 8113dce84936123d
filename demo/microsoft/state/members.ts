import type { Group, OtherObject, Person, Tenant } from "./model.js";

export type DirectoryObject =
  | { type: "user"; value: Person }
  | { type: "group"; value: Group }
  | { type: "device" | "orgContact"; value: OtherObject }
  | { type: "directoryRole"; value: { id: string; displayName: string; roleTemplateId: string } };

/** A live object of the tenant by its id; deleted ones are not found, as in Graph. */
export function findObject(tenant: Tenant, id: string): DirectoryObject | undefined {
  const person = tenant.people.get(id);
  if (person) return { type: "user", value: person };
  const group = tenant.groups.get(id);
  if (group) return { type: "group", value: group };
  const other = tenant.others.get(id);
  return other && { type: other.type, value: other };
}

export function memberIdsOf(tenant: Tenant, group: Group): Iterable<string> {
  if (group.dynamicDepartment === null) return group.members;
  return [...tenant.people.values()]
    .filter((person) => person.department === group.dynamicDepartment && person.accountEnabled)
    .map((person) => person.id);
}

export function directMembers(tenant: Tenant, group: Group): DirectoryObject[] {
  return [...memberIdsOf(tenant, group)].flatMap((id) => findObject(tenant, id) ?? []);
}

/** Everything in the group and in groups within it, nested groups included, each once; a group is never listed in itself. */
export function transitiveMembers(tenant: Tenant, group: Group): DirectoryObject[] {
  const found = new Map<string, DirectoryObject>();
  const waiting = [group];
  for (let current = waiting.pop(); current; current = waiting.pop()) {
    for (const member of directMembers(tenant, current)) {
      if (found.has(member.value.id) || member.value.id === group.id) continue;
      found.set(member.value.id, member);
      if (member.type === "group") waiting.push(member.value);
    }
  }
  return [...found.values()];
}

export function directGroupsOf(tenant: Tenant, id: string): Group[] {
  const person = tenant.people.get(id);
  return [...tenant.groups.values()].filter((group) =>
    group.dynamicDepartment === null
      ? group.members.has(id)
      : person?.accountEnabled === true && person.department === group.dynamicDepartment,
  );
}

export function transitiveGroupsOf(tenant: Tenant, id: string): Group[] {
  const found = new Map<string, Group>();
  const waiting = [id];
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
    for (const group of directGroupsOf(tenant, current)) {
      if (found.has(group.id) || group.id === id) continue;
      found.set(group.id, group);
      waiting.push(group.id);
    }
  }
  return [...found.values()];
}
