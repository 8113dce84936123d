import type { RecentRunsQuery } from "../../graphql/generated/graphql.js";

export type RecentRun = RecentRunsQuery["syncStatus"]["recentRuns"][number];
export type Mark = "quiet" | "changed" | "attention" | "failed";

/** How a run looks in the strip. One that did something before it broke off did not plainly fail. */
export function markOf({ status, counts }: Pick<RecentRun, "status" | "counts">): Mark {
  const changed = counts.added + counts.reenabled + counts.updated + counts.disabled > 0;
  if (status === "FAILED") return changed ? "attention" : "failed";
  if (status === "PARTIAL" || status === "HELD" || status === "STOPPED") return "attention";
  return changed ? "changed" : "quiet";
}
