import type { Change, ChangeAction } from "../core/changes.js";
import type { Run } from "../core/run.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { sealedFor } from "./sealed-cursors.js";
import type { Caller } from "./sign-in.js";
import type { ChangeStore, RunFilter, RunStore, Sealer } from "./ports.js";

interface Page {
  readonly first: number;
  /** The `endCursor` of the page before. */
  readonly after: string | null;
}

/** One page of the account's runs, newest first. */
export async function listRuns(
  deps: { readonly runs: RunStore; readonly sealer: Sealer },
  { account }: Caller,
  query: Page & { readonly filter: RunFilter },
): Promise<Result<{ readonly runs: readonly Run[]; readonly endCursor: string | null }, Problem>> {
  const cursors = sealedFor(deps.sealer, account.id, ["runs", query.filter]);
  const after = cursors.open(query.after);
  if (after === undefined) return problem({ code: "CURSOR_INVALID" });
  const page = await deps.runs.page(account.id, { ...query, after });
  return ok({ runs: page.runs, endCursor: cursors.seal(page.next) });
}

/** One page of what a run did, in the order in which it did it. */
export async function listChanges(
  deps: { readonly changes: ChangeStore; readonly sealer: Sealer },
  { account }: Caller,
  runId: string,
  query: Page & { readonly actions: readonly ChangeAction[] | null },
): Promise<Result<{ readonly changes: readonly Change[]; readonly endCursor: string | null }, Problem>> {
  const cursors = sealedFor(deps.sealer, account.id, ["changes", runId, query.actions]);
  const after = cursors.open(query.after);
  if (after === undefined) return problem({ code: "CURSOR_INVALID" });
  const page = await deps.changes.page(account.id, runId, { ...query, after });
  return ok({ changes: page.changes, endCursor: cursors.seal(page.next) });
}
