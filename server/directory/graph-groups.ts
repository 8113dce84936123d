import { ok, problem } from "../core/result.js";
import type { Directory, DirectoryGroup, DirectoryResult, GroupsPage } from "../use-cases/ports.js";
import { graphUrl, isContinuationOf, isGuid } from "./graph-address.js";
import { askBatch, type BatchPart } from "./graph-batch.js";
import type { GraphContext, Stoppable } from "./graph-context.js";
import { leadsOn, readPage } from "./graph-pages.js";
import { listProblem } from "./graph-people.js";
import { directoryProblem, isStatus, problemOfAll, type GraphFailure } from "./graph-problems.js";
import { BRISK } from "./graph-retry.js";
import { decodeCount, decodeGroup, GROUP_FIELDS } from "./group-rows.js";
import { pageSize, parameters, searchesForNothing, searchOf } from "./people-query.js";

/** One page of groups for choosing, with the number of their direct members. */
export async function findGroups(
  context: GraphContext,
  query: Parameters<Directory["findGroups"]>[0],
): Promise<DirectoryResult<GroupsPage>> {
  const { continuation } = query;
  if (searchesForNothing(query.search)) return ok({ groups: [], next: null });
  if (continuation !== null && !isContinuationOf("/groups", continuation)) return problem({ code: "CURSOR_INVALID" });

  const page = await readPage(context.ask, { url: continuation ?? groupsUrl(query), policy: BRISK, advanced: true });
  if (!page.ok) return problem(listProblem(page.problem, continuation));
  if (!leadsOn(page.value)) {
    context.log({ event: "security.led_away_from_graph", tenantId: context.tenantId, because: "next page of groups" });
    return problem({ code: "DIRECTORY_UNREACHABLE", detail: "Microsoft Graph led to another address." });
  }

  const groups = page.value.rows.map(decodeGroup).filter((group) => group !== null);
  return ok({ groups: await counted(context, groups), next: page.value.next });
}

/** These groups; ids that do not exist here are left out. */
export async function lookUpGroups(
  context: GraphContext,
  ids: readonly string[],
  { signal }: Stoppable = {},
): Promise<DirectoryResult<readonly DirectoryGroup[]>> {
  const asked = [...new Set(ids)].filter(isGuid);
  const answers = await askBatch(context, asked.map(groupPart), BRISK, signal);
  if (!answers.ok) return problem(directoryProblem(answers.problem));

  const groups: DirectoryGroup[] = [];
  const failures: GraphFailure[] = [];
  for (const id of asked) {
    const answer = answers.value.get(id);
    const group = answer?.ok ? decodeGroup(answer.value) : null;
    if (group !== null) groups.push(group);
    else if (answer?.ok === false && !isStatus(answer.problem, 404)) failures.push(answer.problem);
  }

  // To leave out a group that only failed to answer would say that it is gone.
  const [first] = failures;
  if (first !== undefined) return problem(problemOfAll(failures) ?? directoryProblem(first));
  return ok(await counted(context, groups, signal));
}

const groupPart = (id: string): BatchPart => ({ id, url: `/groups/${id}?$select=${GROUP_FIELDS}` });

/** Counts come in requests of their own, and a list without them is better than none. */
async function counted(
  context: GraphContext,
  groups: readonly DirectoryGroup[],
  signal?: AbortSignal,
): Promise<readonly DirectoryGroup[]> {
  const parts = groups
    .filter((group) => isGuid(group.id) && !group.hiddenMembership)
    .map(({ id }) => ({ id, url: `/groups/${id}/members/$count`, advanced: true }));
  const counts = await askBatch(context, parts, BRISK, signal);
  if (!counts.ok) return groups;

  return groups.map((group) => {
    const count = counts.value.get(group.id);
    return count?.ok ? { ...group, memberCount: decodeCount(count.value) } : group;
  });
}

function groupsUrl(query: { readonly search: string; readonly pageSize: number }): string {
  const search = searchOf(query.search, ["displayName"]);
  return graphUrl(
    `/groups?${parameters({
      $select: GROUP_FIELDS,
      $count: "true",
      $top: pageSize(query.pageSize),
      $search: search,
      $orderby: search === null ? "displayName" : null,
    })}`,
  );
}
