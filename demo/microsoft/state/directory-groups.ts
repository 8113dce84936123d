import { randomUUID } from "node:crypto";
import { CONTOSO_TENANT_ID } from "../registration.js";
import { makeGroup, type GroupKind } from "../seed/groups.js";
import { ControlProblem, tenantOf, tenantOfGroup, type Hands } from "./hands.js";
import { findObject } from "./members.js";
import type { Group } from "./model.js";

export interface NewGroup {
  /** Contoso when absent. */
  tenantId?: string | undefined;
  displayName: string;
  description?: string | null | undefined;
  /** A security group when absent. */
  kind?: GroupKind | undefined;
  visibility?: Group["visibility"] | undefined;
  memberIds?: string[] | undefined;
  /** For kind DYNAMIC: the department whose people are its members. */
  department?: string | undefined;
}

export interface Membership {
  createGroup(group: NewGroup): Group;
  renameGroup(change: { groupId: string; displayName: string; description?: string | null | undefined }): Group;
  deleteGroup(about: { groupId: string }): void;
  restoreGroup(about: { groupId: string }): Group;
  /** From now on the group reads as empty for who may not see hidden members, until `showMembers`. */
  hideMembers(about: { groupId: string }): Group;
  showMembers(about: { groupId: string }): Group;
  /** `memberId` may be a person, a group (cycles are allowed, as in Entra), a device or a contact. */
  addToGroup(about: { groupId: string; memberId: string }): void;
  removeFromGroup(about: { groupId: string; memberId: string }): void;
  /** Every second of its people leaves the group: more at once than a brake lets pass. */
  halfLeave(about: { groupId: string }): void;
  /** Out of one group (out of every group when `from` is absent) and into another. */
  move(about: { personId: string; from?: string | undefined; to: string }): void;
}

export function membership({ state, now, changed }: Hands): Membership {
  const add = (groupId: string, memberId: string): void => {
    const { tenant, group } = tenantOfGroup(state, groupId);
    assertNotDynamic(group);
    const member = findObject(tenant, memberId);
    if (!member) throw new ControlProblem(`There is nobody with the id ${memberId} in ${tenant.name}.`);
    if (member.type === "group" && group.groupTypes.includes("Unified")) {
      throw new ControlProblem("A Microsoft 365 group cannot hold groups.");
    }
    group.members.add(memberId);
    changed();
  };
  const take = (groupId: string, memberId: string): void => {
    const { group } = tenantOfGroup(state, groupId);
    assertNotDynamic(group);
    if (!group.members.delete(memberId))
      throw new ControlProblem(`${memberId} is not a member of ${group.displayName}.`);
    changed();
  };

  return {
    createGroup: ({
      tenantId = CONTOSO_TENANT_ID,
      displayName,
      description = null,
      kind = "SECURITY",
      visibility,
      memberIds = [],
      department,
    }) => {
      const tenant = tenantOf(state, tenantId);
      if (kind === "DYNAMIC" && department === undefined)
        throw new ControlProblem("A dynamic group needs a department.");
      const group = makeGroup(kind, {
        id: randomUUID(),
        displayName,
        description,
        domain: tenant.domains[0],
        createdDateTime: now().toISOString(),
        ...(visibility === undefined ? {} : { visibility }),
        ...(kind === "DYNAMIC" && department !== undefined ? { dynamicDepartment: department } : {}),
      });
      const unknown = memberIds.find((id) => !findObject(tenant, id));
      if (unknown !== undefined) throw new ControlProblem(`There is nobody with the id ${unknown} in ${tenant.name}.`);
      tenant.groups.set(group.id, group);
      for (const id of memberIds) add(group.id, id);
      changed();
      return group;
    },
    renameGroup: ({ groupId, displayName, description }) => {
      const { group } = tenantOfGroup(state, groupId);
      group.displayName = displayName;
      if (description !== undefined) group.description = description;
      changed();
      return group;
    },
    deleteGroup: ({ groupId }) => {
      const { tenant, group } = tenantOfGroup(state, groupId);
      tenant.groups.delete(groupId);
      tenant.deletedGroups.set(groupId, { ...group, deletedDateTime: now().toISOString() });
      changed();
    },
    restoreGroup: ({ groupId }) => {
      const tenant = [...state.tenants.values()].find((each) => each.deletedGroups.has(groupId));
      const deleted = tenant?.deletedGroups.get(groupId);
      if (!tenant || !deleted) throw new ControlProblem(`No deleted group ${groupId} can be restored.`);
      const group = { ...deleted, deletedDateTime: null };
      tenant.deletedGroups.delete(groupId);
      tenant.groups.set(groupId, group);
      changed();
      return group;
    },
    hideMembers: ({ groupId }) => {
      const { group } = tenantOfGroup(state, groupId);
      if (group.visibility !== "HiddenMembership") group.visibilityWhenShown = group.visibility;
      group.visibility = "HiddenMembership";
      changed();
      return group;
    },
    showMembers: ({ groupId }) => {
      const { group } = tenantOfGroup(state, groupId);
      const usual = group.groupTypes.includes("Unified") ? "Private" : null;
      if (group.visibility === "HiddenMembership") group.visibility = group.visibilityWhenShown ?? usual;
      delete group.visibilityWhenShown;
      changed();
      return group;
    },
    addToGroup: ({ groupId, memberId }) => add(groupId, memberId),
    removeFromGroup: ({ groupId, memberId }) => take(groupId, memberId),
    halfLeave: ({ groupId }) => {
      const { tenant, group } = tenantOfGroup(state, groupId);
      assertNotDynamic(group);
      const people = [...group.members].filter((id) => tenant.people.has(id));
      for (const id of people.filter((_, at) => at % 2 === 0)) take(groupId, id);
    },
    move: ({ personId, from, to }) => {
      const { tenant, group } = tenantOfGroup(state, to);
      assertNotDynamic(group);
      if (!tenant.people.has(personId))
        throw new ControlProblem(`There is nobody with the id ${personId} in ${tenant.name}.`);
      if (from === undefined) for (const each of tenant.groups.values()) each.members.delete(personId);
      else if (from !== to) take(from, personId);
      add(to, personId);
    },
  };
}

function assertNotDynamic(group: Group): void {
  if (group.dynamicDepartment === null) return;
  throw new ControlProblem(
    `${group.displayName} is a dynamic group: change the person's department to ${group.dynamicDepartment} instead.`,
  );
}
