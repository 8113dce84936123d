import type { BatchPart, PartAnswer } from "./graph-batch.js";
import { isStatus } from "./graph-problems.js";
import { isAbout } from "./person-rows.js";

/** Asks whether an id that is no user now lies among the deleted ones, from where it can be restored for 30 days. */
export const deletedPart = (id: string): BatchPart => ({ id, url: `/directory/deletedItems/${id}?$select=id` });

export const isMissing = (answer: PartAnswer | undefined): boolean =>
  answer !== undefined && !answer.ok && isStatus(answer.problem, 404);

/** What became of somebody who was not found, as `deletedPart` was answered. Only a definite answer says more than UNKNOWN. */
export function whatBecameOf(id: string, deleted: PartAnswer | undefined): { found: "DELETED" | "GONE" | "UNKNOWN" } {
  if (deleted?.ok && isAbout(deleted.value, id)) return { found: "DELETED" };
  return { found: isMissing(deleted) ? "GONE" : "UNKNOWN" };
}
