import { GRAPH_HOST } from "../registration.js";
import { directGroupsOf, transitiveGroupsOf, type DirectoryObject } from "../state/members.js";
import type { Group, Person } from "../state/model.js";
import type { Access } from "./access.js";
import { collectionPage, matching } from "./collection.js";
import { deniedForLackOfRole, notFound } from "./errors.js";
import { projectObject } from "./projection.js";
import { readCollectionOptions, readCountOptions, readSelectOption } from "./query-options.js";
import type { GraphRequest } from "./request.js";

export const READ_USERS = "User.Read.All";
export const READ_GROUPS = "GroupMember.Read.All";
export const READ_HIDDEN = "Member.Read.Hidden";

const ROLE_NAMES: Record<string, string> = {
  "62e90394-69f5-4237-9190-012177145e10": "Global Administrator",
  "e8611ab8-c189-46e8-94e1-60213ab1f814": "Privileged Role Administrator",
};

export function need(access: Access, role: string): void {
  if (!access.roles.has(role)) throw deniedForLackOfRole();
}

const asUser = (value: Person): DirectoryObject => ({ type: "user", value });
export const asGroup = (value: Group): DirectoryObject => ({ type: "group", value });

export function listUsers(request: GraphRequest): object {
  need(request.access, READ_USERS);
  const objects = [...request.access.tenant.people.values()].map(asUser);
  const options = readCollectionOptions(request, "user");
  return collectionPage(
    { objects, entitySet: "users", withType: false, readable: () => true },
    options,
    request.path,
    request.search,
  );
}

export function countUsers(request: GraphRequest): string {
  need(request.access, READ_USERS);
  const objects = [...request.access.tenant.people.values()].map(asUser);
  return String(matching(objects, readCountOptions(request, "user")).length);
}

/** By object id or by user name, which holds in its own way for guests: '#' comes as %23. */
export function findPerson(access: Access, idOrName: string): Person {
  const { people } = access.tenant;
  const name = idOrName.toLowerCase();
  const person = people.get(name) ?? [...people.values()].find((each) => each.userPrincipalName.toLowerCase() === name);
  if (!person) throw notFound(idOrName);
  return person;
}

export function getUser(request: GraphRequest, idOrName: string): object {
  need(request.access, READ_USERS);
  const select = readSelectOption(request, "user");
  const person = findPerson(request.access, idOrName);
  const fields = select ? `(${select.join(",")})` : "";
  return {
    "@odata.context": `https://${GRAPH_HOST}/v1.0/$metadata#users${fields}/$entity`,
    ...projectObject(asUser(person), { select, withType: false, readable: true }),
  };
}

/** Groups and directory roles a person is in. Groups that hide their members are left out for who may not see them. */
export function listMemberOf(request: GraphRequest, idOrName: string, transitive: boolean, cast: boolean): object {
  const { access } = request;
  need(access, READ_USERS);
  const person = findPerson(access, idOrName);
  const groups = transitive ? transitiveGroupsOf(access.tenant, person.id) : directGroupsOf(access.tenant, person.id);
  const roles = cast ? [] : person.roles.map((role) => roleObject(access, role));
  return membershipPage(request, [...visibleGroups(access, groups), ...roles], cast);
}

export function visibleGroups(access: Access, groups: readonly Group[]): DirectoryObject[] {
  return groups
    .filter((group) => group.visibility !== "HiddenMembership" || access.roles.has(READ_HIDDEN))
    .map(asGroup);
}

export function membershipPage(request: GraphRequest, objects: readonly DirectoryObject[], cast: boolean): object {
  const { access } = request;
  return collectionPage(
    {
      objects,
      entitySet: cast ? "groups" : "directoryObjects",
      withType: !cast,
      readable: (object) => object.type === "group" && access.roles.has(READ_GROUPS),
    },
    readCollectionOptions(request, "group", cast ? "CAST" : "RELATION"),
    request.path,
    request.search,
  );
}

function roleObject(access: Access, roleTemplateId: string): DirectoryObject {
  // An activated role is an object of the tenant with an id of its own; this one only needs to differ from every group's.
  const id = `${access.tenant.id.slice(0, 8)}${roleTemplateId.slice(8)}`;
  return {
    type: "directoryRole",
    value: { id, displayName: ROLE_NAMES[roleTemplateId] ?? "Directory role", roleTemplateId },
  };
}
