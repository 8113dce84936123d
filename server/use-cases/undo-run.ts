import { changesOf } from "../core/audit.js";
import { statusChange } from "../core/changes-of.js";
import type { Change } from "../core/changes.js";
import type { Run } from "../core/run.js";
import type { User } from "../core/model.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { NO_CHANGES } from "../core/run-counts.js";
import { UNDOABLE } from "../core/undo.js";
import { say, type Sentence } from "../core/sentences.js";
import { writeStep } from "./apply-plan.js";
import { audited, deedOf, type AuditDeps } from "./audit.js";
import { requestRun, type RequestRunDeps } from "./request-run.js";
import { nothing, type BegunRun, type Ending, type LeaseKeeper } from "./run-lease.js";
import type { Caller } from "./sign-in.js";
import type { WriteOutcome } from "./ports.js";

const AT_ONCE = 200;

/**
 * Undoes what a run did, person by person: whoever was changed since is left alone and named. A person who came in is
 * disabled by the admin's hand, one who was disabled comes back and is the admin's, so that the next run leaves it so.
 */
export async function undoRun(
  deps: RequestRunDeps & AuditDeps,
  caller: Caller,
  runId: string,
): Promise<Result<Run, Problem>> {
  const { account, user } = caller;
  const run = await deps.runs.byId(account.id, runId);
  if (!run) return problem({ code: "NOT_FOUND", because: say("RUN_NOT_FOUND") });
  if (run.status === "RUNNING") return problem({ code: "RUN_IN_PROGRESS" });
  const why = await whyNotUndone(deps, account.id, run);
  if (why !== null) return problem({ code: "NOT_UNDOABLE", because: why });

  const by = { trigger: "UNDO", startedBy: user.displayName, task: { kind: "UNDO", runId } } as const;
  const begun = await audited(deps, deedOf(caller, "RUN_UNDONE"), async () => {
    const undo = await requestRun(deps, account.id, by);
    return [undo, undo ? changesOf({ type: "RUN", id: runId, name: null }, {}, { undoneBy: undo.id }) : []];
  });
  return begun ? ok(begun) : problem({ code: "RUN_IN_PROGRESS" });
}

type HistoryDeps = Pick<RequestRunDeps, "runs" | "changes">;

/** Why nobody can undo this run that has ended; null when somebody can. */
export async function whyNotUndone(deps: HistoryDeps, accountId: string, run: Run): Promise<Sentence | null> {
  if (run.trigger === "UNDO") return say("UNDO_OF_AN_UNDO");
  if (await isUndone(deps, accountId, run)) return say("UNDO_DONE_BEFORE");
  const done = await deps.changes.countDone(accountId, run.id);
  return UNDOABLE.some((action) => done[action] > 0) ? null : say("UNDO_NOTHING");
}

/** An undo that was cut short may be begun again: it skips those it had reached. */
async function isUndone({ runs }: Pick<HistoryDeps, "runs">, accountId: string, { undoneBy }: Run): Promise<boolean> {
  const undo = undoneBy === null ? null : await runs.byId(accountId, undoneBy);
  return undo !== null && undo.status !== "FAILED" && undo.status !== "STOPPED";
}

/** The work of an undo, under the account's lease. */
export async function undoPass(
  deps: RequestRunDeps & { readonly stopping: AbortSignal },
  runId: string,
  begun: BegunRun,
  keeper: LeaseKeeper,
): Promise<Ending> {
  const { accountId } = begun.lease;
  const run = await deps.runs.byId(accountId, runId);
  const isMine =
    run &&
    !(await isUndone(deps, accountId, run)) &&
    (await deps.runs.noteUndone(accountId, runId, begun.run.id, run.undoneBy));
  if (!isMine) return nothing("FAILED", say("ALREADY_UNDONE"));

  const counts = { ...NO_CHANGES };
  let step = 0;
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    if (deps.stopping.aborted) return { status: "STOPPED", counts, reasons: [say("RUN_SHUTDOWN")] };
    if (!(await keeper.held())) return { status: "STOPPED", counts, reasons: [say("RUN_LEASE_LOST")] };
    const page = await deps.changes.page(accountId, runId, { actions: UNDOABLE, first: AT_ONCE, after });
    const outcome = await undoSome(
      deps,
      begun,
      step++,
      page.changes.filter((change) => change.outcome === "DONE"),
    );
    counts.reenabled += outcome.enabled;
    counts.disabled += outcome.disabled;
    counts.skipped += outcome.skipped;
    counts.failed += outcome.failed;
    keeper.show({ stage: "APPLYING", done: counts.reenabled + counts.disabled + counts.skipped, total: null });
    after = page.next;
  }
  const left = counts.skipped + counts.failed;
  return left > 0
    ? { status: "PARTIAL", counts, reasons: [say("UNDONE_PARTLY", { count: left })] }
    : { status: "SUCCEEDED", counts, reasons: [] };
}

async function undoSome(deps: RequestRunDeps, begun: BegunRun, number: number, changes: readonly Change[]) {
  const { run, lease } = begun;
  const users = await deps.users.byDirectoryIds(
    lease.accountId,
    changes.map((change) => change.directoryId),
  );
  const userOf = new Map(users.map((user) => [user.directoryId, user]));
  const statusAfter = (change: Change) => (change.action === "DISABLE" ? "ACTIVE" : "DISABLED");

  const rows = changes.map((change) => {
    const user = userOf.get(change.directoryId);
    const { directoryId, displayName } = change;
    const action = change.action === "DISABLE" ? ("REENABLE" as const) : ("DISABLE" as const);
    const fields = user ? statusChange(user, statusAfter(change)) : { before: null, after: {} };
    return { directoryId, displayName, action, reason: "UNDONE" as const, ...fields };
  });

  const outcome = await writeStep({ ...deps, ...lease, runId: run.id, fence: lease.token }, number, {
    changes: rows,
    write: async (mark) => {
      const written: WriteOutcome[] = [];
      for (const change of changes) {
        const keptBy = { name: run.startedBy ?? "", at: mark.at };
        written.push(
          await undoOne(deps, lease.accountId, userOf.get(change.directoryId), change, {
            status: statusAfter(change),
            onlySince: change.at,
            mark,
            ...(change.action === "DISABLE" && { keptBy }),
          }),
        );
      }
      return {
        done: written.flatMap((one) => one.done),
        untouched: written.flatMap((one) => one.untouched),
        failed: written.flatMap((one) => one.failed),
      };
    },
  });

  const done = new Set(outcome.done);
  const enabled = changes.filter((change) => done.has(change.directoryId) && change.action === "DISABLE").length;
  return {
    enabled,
    disabled: done.size - enabled,
    skipped: outcome.untouched.length,
    failed: outcome.failed.length,
  };
}

async function undoOne(
  { users }: RequestRunDeps,
  accountId: string,
  user: User | undefined,
  { directoryId }: Change,
  change: Parameters<RequestRunDeps["users"]["setStatusByAdmin"]>[2],
): Promise<WriteOutcome> {
  const none: WriteOutcome = { done: [], untouched: [], failed: [] };
  const after = user ? await users.setStatusByAdmin(accountId, user.id, change) : null;
  if (after === "LAST_ADMIN") return { ...none, failed: [{ directoryId, because: "LAST_ADMIN" }] };
  if (after === null || after === "OVERTAKEN") return { ...none, untouched: [directoryId] };
  return { ...none, done: [directoryId] };
}
