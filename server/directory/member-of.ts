import { ok, problem, type Result } from "../core/result.js";
import { graphUrl } from "./graph-address.js";
import type { GraphRequest } from "./graph-ask.js";
import type { BatchPart, PartAnswer } from "./graph-batch.js";
import type { GraphContext } from "./graph-context.js";
import { readPages } from "./graph-pages.js";
import { brokenAnswer, type GraphFailure } from "./graph-problems.js";
import { decodeHolder, type HoldingGroup } from "./group-rows.js";

/**
 * Asks for what holds a user or a group. Plainly: a cast to groups would go through the index that lags, so what is not
 * a group is left out here.
 */
export function memberOfPart(
  of: "users" | "groups",
  id: string,
  { nested, fields }: { readonly nested: boolean; readonly fields: string },
): BatchPart {
  const relation = nested ? "transitiveMemberOf" : "memberOf";
  return { id: `${relation} ${id}`, url: `/${of}/${id}/${relation}?$select=${fields}&$top=999` };
}

/**
 * The groups of such a list, read to its end, going on from `first` where its first page was asked for in a batch. A list that broke
 * off, or has a row nobody can read, is none: the group that matters may be the one that is not there.
 */
export async function readGroupsHolding(
  context: GraphContext,
  list: BatchPart,
  request: Omit<GraphRequest, "url">,
  first?: PartAnswer,
): Promise<Result<readonly HoldingGroup[], GraphFailure>> {
  if (first?.ok === false) return first;
  const groups = new Map<string, HoldingGroup>();
  let unreadable = 0;

  const end = await readPages(
    context.ask,
    { ...request, url: graphUrl(list.url) },
    {
      ...(first ? { firstPage: first.value } : {}),
      now: context.now,
      onRows: (rows) => {
        for (const holder of rows.map(decodeHolder)) {
          if (holder.kind === "GROUP") groups.set(holder.group.id, holder.group);
          else if (holder.kind === "UNREADABLE") unreadable += 1;
        }
      },
    },
  );

  if (end.outcome === "INCOMPLETE") return problem(end.failure);
  if (unreadable > 0) return problem(brokenAnswer("Some of the groups could not be read."));
  return ok([...groups.values()]);
}
