import type { Hold } from "../core/hold.js";
import { approvedOf } from "../core/hold.js";
import type { User } from "../core/model.js";
import type { Looked } from "./look-again.js";
import type { BegunRun } from "./run-lease.js";
import type { ChangeStore, Clock } from "./ports.js";

/** Before every step of a plan, so that it is never the last one, whose end somebody might have to find out. */
const DROPPED_STEP = -1;

/**
 * Tells in the history of an approval's run whom it did not disable although they were on the approved list, and why:
 * they may stay, gave no clear answer, or had left the list by themselves.
 */
export async function recordDropped(
  { changes, now }: { readonly changes: ChangeStore; readonly now: Clock },
  { lease: { accountId }, run }: BegunRun,
  hold: Hold,
  looked: readonly Looked[],
  users: readonly User[],
): Promise<void> {
  const verdicts = new Map(looked.map(({ row, verdict }) => [row.user.directoryId, verdict.kind]));
  // By an earlier run of this very approval, which was cut short
  const disabled = new Set(users.filter((user) => user.disabledBy === "SYNC").map((user) => user.directoryId));
  const dropped = approvedOf(hold).filter(
    ({ action, directoryId }) =>
      action === "DISABLE" && verdicts.get(directoryId) !== "CONFIRMED" && !disabled.has(directoryId),
  );
  if (dropped.length === 0) return;

  const rows = dropped.map(({ directoryId, displayName, reason }) => ({
    directoryId,
    displayName,
    action: "DISABLE" as const,
    reason,
    before: null,
    after: {},
    outcome: "DROPPED" as const,
    because: verdicts.get(directoryId) ?? "NOT_LEAVING",
  }));
  await changes.record(accountId, run.id, { number: DROPPED_STEP, at: now() }, rows);
}
