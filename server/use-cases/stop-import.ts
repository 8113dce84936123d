import type { Run } from "../core/run.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { say } from "../core/sentences.js";
import { audited, deedOf, type AuditDeps } from "./audit.js";
import type { Caller } from "./sign-in.js";
import type { RunStore } from "./ports.js";

/**
 * Asks an import of everybody whom a search finds to stop; it looks for that before each 200 people. Whoever is too
 * late, or second, is answered like the first: the run says what became of it.
 */
export async function stopImport(
  deps: AuditDeps & { readonly runs: RunStore },
  caller: Caller,
  runId: string,
): Promise<Result<Run, Problem>> {
  const { account, user } = caller;
  const run = await deps.runs.byId(account.id, runId);
  if (!run) return problem({ code: "NOT_FOUND", because: say("RUN_NOT_FOUND") });
  if (run.task?.kind !== "IMPORT_MATCHING")
    return problem({ code: "NOT_ALLOWED", because: say("IMPORT_NOT_STOPPABLE") });

  await audited(deps, deedOf(caller, "IMPORT_STOPPED"), async () => {
    const asked = await deps.runs.askToStop(account.id, runId, user.displayName);
    return [asked, asked ? [{ type: "RUN", id: runId, name: null, fields: [] } as const] : []];
  });
  return ok((await deps.runs.byId(account.id, runId)) ?? run);
}
