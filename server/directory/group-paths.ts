import { ok, problem, type Result } from "../core/result.js";
import type { Directory, DirectoryResult, GroupPath } from "../use-cases/ports.js";
import { isGuid } from "./graph-address.js";
import type { GraphRequest } from "./graph-ask.js";
import { askBatch } from "./graph-batch.js";
import type { GraphContext } from "./graph-context.js";
import { brokenOff, isStatus, type GraphFailure } from "./graph-problems.js";
import { BRISK } from "./graph-retry.js";
import type { HoldingGroup } from "./group-rows.js";
import { memberOfPart, readGroupsHolding } from "./member-of.js";

/** Groups on one path at most. */
const MOST_LEVELS = 10;
/** Groups at most that are asked what holds them. */
const MOST_CLIMBED = 200;

/** Longest a climb may take, in milliseconds: somebody waits for it. */
const CLIMB_LIMIT_MS = 20_000;

/** A path that begins somewhere. */
type Path = readonly [HoldingGroup, ...HoldingGroup[]];
type Found = Result<readonly Path[], GraphFailure>;
type Request = Omit<GraphRequest, "url">;

/**
 * Walks upwards from the person, level by level: the first path found to a group is a shortest one, and what was met
 * before is not climbed again, because groups may hold each other.
 */
export async function pathsTo(
  context: GraphContext,
  personId: string,
  groupIds: readonly string[],
  { nested }: Parameters<Directory["pathsTo"]>[2],
): Promise<DirectoryResult<ReadonlyMap<string, GroupPath>>> {
  const wanted = groupIds.filter(isGuid).map((id) => id.toLowerCase());
  if (!isGuid(personId) || wanted.length === 0) return ok(new Map());

  const request: Request = { policy: BRISK, deadline: new Date(context.now().getTime() + CLIMB_LIMIT_MS) };
  const paths = new Map<string, Path>();

  let found = await pathsOfOne(context, personId, request);
  for (let level = 1, climbs = nested ? MOST_CLIMBED : 0; ; level += 1) {
    if (!found.ok) return problem(brokenOff(found.problem));
    const climbed = keepNew(paths, found.value).slice(0, climbs);
    if (climbed.length === 0 || level === MOST_LEVELS || wanted.every((id) => paths.has(id))) break;
    climbs -= climbed.length;
    found = await climb(context, climbed, request);
  }

  const leading = groupIds.flatMap((id) => {
    const path = paths.get(id.toLowerCase());
    return path ? [[id, path] as const] : [];
  });
  return ok(new Map(leading));
}

/** Adds the paths to groups that none led to yet, and tells which those are. */
function keepNew(paths: Map<string, Path>, found: readonly Path[]): readonly Path[] {
  const fresh: Path[] = [];
  for (const path of found) {
    const [{ id }] = path;
    if (paths.has(id)) continue;
    paths.set(id, path);
    fresh.push(path);
  }
  return fresh;
}

/** The groups that hold the person directly; none for somebody who is not there. */
async function pathsOfOne(context: GraphContext, id: string, request: Request): Promise<Found> {
  const groups = await readGroupsHolding(context, memberOfPart("users", id, DIRECTLY), request);
  if (!groups.ok) return isStatus(groups.problem, 404) ? ok([]) : groups;
  return ok(groups.value.map((group): Path => [group]));
}

/** These paths, each made longer by every group that holds its first one. */
async function climb(context: GraphContext, paths: readonly Path[], request: Request): Promise<Found> {
  const climbable = paths.filter(([group]) => isGuid(group.id));
  const listOf = ([group]: Path) => memberOfPart("groups", group.id, DIRECTLY);
  const pages = await askBatch(context, climbable.map(listOf), request.policy);
  if (!pages.ok) return pages;

  const longer: Path[] = [];
  for (const path of climbable) {
    const holders = await readGroupsHolding(context, listOf(path), request, pages.value.get(listOf(path).id));
    // Deleted in this moment: nothing leads through it any more.
    if (!holders.ok && isStatus(holders.problem, 404)) continue;
    if (!holders.ok) return holders;
    longer.push(...holders.value.map((group): Path => [group, ...path]));
  }
  return ok(longer);
}

const DIRECTLY = { nested: false, fields: "id,displayName" };
