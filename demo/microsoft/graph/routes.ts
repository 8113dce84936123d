import { badRequest, GraphProblem } from "./errors.js";
import {
  countGroups,
  countMembers,
  getGroup,
  listGroupMemberOf,
  listGroups,
  listMembers,
  type MemberType,
} from "./groups.js";
import { getDeletedItem, listOrganization } from "./organization.js";
import type { GraphRequest } from "./request.js";
import { countUsers, getUser, listMemberOf, listUsers } from "./users.js";

const MEMBER_TYPES: Record<string, MemberType> = {
  "microsoft.graph.user": "user",
  "microsoft.graph.group": "group",
  "microsoft.graph.device": "device",
  "microsoft.graph.orgContact": "orgContact",
};

/** What Graph has at this path: an object for JSON, a string for text/plain. */
export function graphGet(request: GraphRequest): object | string {
  const [root, id, relation, ...rest] = request.segments;
  if (root === "users") return atUsers(request, id, relation, rest);
  if (root === "groups") return atGroups(request, id, relation, rest);
  if (root === "organization" && id === undefined) return listOrganization(request);
  if (root === "directory" && id === "deletedItems" && relation !== undefined && rest.length === 0)
    return getDeletedItem(request, relation);
  throw noSuchSegment(root);
}

function atUsers(
  request: GraphRequest,
  id: string | undefined,
  relation: string | undefined,
  rest: readonly string[],
): object | string {
  if (id === undefined) return listUsers(request);
  if (id === "$count" && relation === undefined) return countUsers(request);
  if (relation === undefined) return getUser(request, id);
  if (relation === "memberOf" || relation === "transitiveMemberOf") {
    return listMemberOf(request, id, relation === "transitiveMemberOf", isGroupCast(rest));
  }
  throw noSuchSegment(relation);
}

function atGroups(
  request: GraphRequest,
  id: string | undefined,
  relation: string | undefined,
  rest: readonly string[],
): object | string {
  if (id === undefined) return listGroups(request);
  if (id === "$count" && relation === undefined) return countGroups(request);
  if (relation === undefined) return getGroup(request, id);
  if (relation === "memberOf" || relation === "transitiveMemberOf") {
    return listGroupMemberOf(request, id, relation === "transitiveMemberOf", isGroupCast(rest));
  }
  if (relation !== "members" && relation !== "transitiveMembers") throw noSuchSegment(relation);
  const counted = rest.at(-1) === "$count";
  const [castName, ...more] = counted ? rest.slice(0, -1) : rest;
  const cast = castName === undefined ? undefined : MEMBER_TYPES[castName];
  if (more.length > 0 || (castName !== undefined && !cast)) throw noSuchSegment(castName);
  const transitive = relation === "transitiveMembers";
  return counted ? countMembers(request, id, transitive, cast) : listMembers(request, id, transitive, cast);
}

function isGroupCast(rest: readonly string[]): boolean {
  if (rest.length === 0) return false;
  if (rest.length === 1 && rest[0] === "microsoft.graph.group") return true;
  throw noSuchSegment(rest[0]);
}

function noSuchSegment(segment: string | undefined): GraphProblem {
  if (segment === undefined) return badRequest("Nothing is here; try /v1.0/users.");
  return new GraphProblem(400, "BadRequest", `Resource not found for the segment '${segment}'.`);
}
