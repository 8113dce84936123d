import { GRAPH_HOST } from "../registration.js";
import {
  directGroupsOf,
  directMembers,
  transitiveGroupsOf,
  transitiveMembers,
  type DirectoryObject,
} from "../state/members.js";
import type { Group } from "../state/model.js";
import type { Access } from "./access.js";
import { collectionPage, matching } from "./collection.js";
import { badRequest, notFound } from "./errors.js";
import { projectObject } from "./projection.js";
import { readCollectionOptions, readCountOptions, readSelectOption } from "./query-options.js";
import type { GraphRequest } from "./request.js";
import { asGroup, membershipPage, need, READ_GROUPS, READ_HIDDEN, READ_USERS, visibleGroups } from "./users.js";

export const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export type MemberType = "user" | "group" | "device" | "orgContact";

export function listGroups(request: GraphRequest): object {
  need(request.access, READ_GROUPS);
  const objects = [...request.access.tenant.groups.values()].map(asGroup);
  const options = readCollectionOptions(request, "group");
  return collectionPage(
    { objects, entitySet: "groups", withType: false, readable: () => true },
    options,
    request.path,
    request.search,
  );
}

export function countGroups(request: GraphRequest): string {
  need(request.access, READ_GROUPS);
  const objects = [...request.access.tenant.groups.values()].map(asGroup);
  return String(matching(objects, readCountOptions(request, "group")).length);
}

function findGroup(access: Access, id: string): Group {
  need(access, READ_GROUPS);
  if (!GUID.test(id)) throw badRequest(`Invalid object identifier '${id}'.`);
  const group = access.tenant.groups.get(id.toLowerCase());
  if (!group) throw notFound(id);
  return group;
}

export function getGroup(request: GraphRequest, id: string): object {
  const select = readSelectOption(request, "group");
  const group = findGroup(request.access, id);
  const fields = select ? `(${select.join(",")})` : "";
  return {
    "@odata.context": `https://${GRAPH_HOST}/v1.0/$metadata#groups${fields}/$entity`,
    ...projectObject(asGroup(group), { select, withType: false, readable: true }),
  };
}

/** Members of any kind, or of the one kind that the path casts to. */
export function listMembers(
  request: GraphRequest,
  id: string,
  transitive: boolean,
  cast: MemberType | undefined,
): object {
  const objects = membersOf(request.access, findGroup(request.access, id), transitive, cast);
  const options = readCollectionOptions(request, cast === "group" ? "group" : "user", cast ? "CAST" : "RELATION");
  const entitySet = cast === undefined ? "directoryObjects" : `${cast}s`;
  const readable = (object: DirectoryObject): boolean => object.type !== "user" || request.access.roles.has(READ_USERS);
  return collectionPage(
    { objects, entitySet, withType: cast === undefined, readable },
    options,
    request.path,
    request.search,
  );
}

export function countMembers(
  request: GraphRequest,
  id: string,
  transitive: boolean,
  cast: MemberType | undefined,
): string {
  const objects = membersOf(request.access, findGroup(request.access, id), transitive, cast);
  return String(matching(objects, readCountOptions(request, cast === "group" ? "group" : "user")).length);
}

/**
 * Hidden membership reads as an empty group. What Microsoft answers here is not documented (empty or 403); empty is the
 * dangerous one of the two, since it looks as if everybody had left.
 */
function membersOf(access: Access, group: Group, transitive: boolean, cast: MemberType | undefined): DirectoryObject[] {
  if (group.visibility === "HiddenMembership" && !access.roles.has(READ_HIDDEN)) return [];
  const members = transitive ? transitiveMembers(access.tenant, group) : directMembers(access.tenant, group);
  return cast === undefined ? members : members.filter((member) => member.type === cast);
}

export function listGroupMemberOf(request: GraphRequest, id: string, transitive: boolean, cast: boolean): object {
  const { access } = request;
  const group = findGroup(access, id);
  const groups = transitive ? transitiveGroupsOf(access.tenant, group.id) : directGroupsOf(access.tenant, group.id);
  return membershipPage(request, visibleGroups(access, groups), cast);
}
