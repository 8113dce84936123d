import { changesOf } from "../core/audit.js";
import type { Run } from "../core/run.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { say } from "../core/sentences.js";
import { beginAudit, deedOf, type AuditDeps } from "./audit.js";
import { importEnding, importPeople, type ImportOutcome } from "./import-people.js";
import { settleRun, type SettleDeps } from "./settle-cut-short.js";
import type { Caller } from "./sign-in.js";
import type { ConflictStore, Directories, GroupMemberStore, SettingsStore } from "./ports.js";

export const MOST_IMPORTED_AT_ONCE = 200;

export interface ImportDeps extends SettleDeps, AuditDeps {
  readonly conflicts: ConflictStore;
  readonly directories: Directories;
  readonly settings: SettingsStore;
  readonly groupMembers: GroupMemberStore;
}

/**
 * Makes users of the people an admin picked. Each id is asked for in the account's own tenant first, so an id of
 * another tenant is simply not found. A run like any other in the history, but one that needs no lease, because it only
 * creates: a person who is here already is never overwritten.
 */
export async function importUsers(
  deps: ImportDeps,
  caller: Caller,
  input: { readonly directoryIds: readonly string[]; readonly keepWhenLeaving: boolean },
  kind: "USERS_IMPORTED" | "CONFLICT_CREATED_BESIDE" = "USERS_IMPORTED",
): Promise<Result<{ readonly run: Run; readonly results: readonly ImportOutcome[] }, Problem>> {
  const { account, user: admin } = caller;
  const ids = [...new Set(input.directoryIds.map((id) => id.toLowerCase()))];
  if (ids.length === 0) return problem({ code: "INVALID_INPUT", because: say("NO_PERSON_TICKED") });
  if (ids.length > MOST_IMPORTED_AT_ONCE)
    return problem({ code: "TOO_MANY", because: say("TOO_MANY_PEOPLE", { limit: MOST_IMPORTED_AT_ONCE }) });

  const directory = deps.directories(account.tenantId);
  const { value: whereabouts, usage } = await directory.measured(() => directory.lookUpPeople(ids));
  if (!whereabouts.ok) return whereabouts;

  const endAudit = await beginAudit(deps, deedOf(caller, kind));
  const { id: runId } = await deps.runs.start(account.id, { trigger: "IMPORT", startedBy: admin.displayName });
  const how = { keepWhenLeaving: input.keepWhenLeaving, beside: kind === "CONFLICT_CREATED_BESIDE" };
  const importing = { ...deps, accountId: account.id, runId, fence: 0, ...how };
  try {
    const results = await importPeople(importing, 0, { ids, whereabouts: whereabouts.value });
    await endAudit(results.flatMap(importedSubjects));
    const run = await deps.runs.finish(account.id, runId, { ...importEnding(results), usage });
    return ok({ run, results });
  } catch (error) {
    await settleRun(deps, account.id, runId, say("IMPORT_UNEXPECTED"));
    throw error;
  }
}

function importedSubjects({ outcome, user }: ImportOutcome) {
  if (outcome !== "ADDED" || !user) return [];
  const { id, displayName: name, status, managedBy } = user;
  return changesOf({ type: "USER", id, name }, {}, { status, managedBy });
}
