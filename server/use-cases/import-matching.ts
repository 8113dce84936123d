import { changesOf } from "../core/audit.js";
import type { Account } from "../core/model.js";
import type { Run, RunTask } from "../core/run.js";
import type { DirectoryProblem, Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { problemSentences } from "../core/problem-words.js";
import { say } from "../core/sentences.js";
import { audited, deedOf, type AuditDeps } from "./audit.js";
import { importEnding, importPeople, type ImportOutcome, type Importing } from "./import-people.js";
import { requestRun, type RequestRunDeps } from "./request-run.js";
import { nothing, type BegunRun, type Ending, type LeaseKeeper } from "./run-lease.js";
import type { Caller } from "./sign-in.js";
import type { Directories, Directory, RunStore } from "./ports.js";

/** Most people whom one selection may hold; who wants more than this chooses a group. */
const MOST_MATCHING = 20_000;
const TOO_MANY = { code: "TOO_MANY", because: say("TOO_MANY_PEOPLE", { limit: MOST_MATCHING }) } as const;

const PAGE_SIZE = 999;

/** A page may be empty and still lead on, but not for ever. */
const MOST_PAGES = 200;

/** People looked up and written at a time, so that a stop is noticed and progress shows. */
const AT_ONCE = 200;

type MatchingTask = Extract<RunTask, { readonly kind: "IMPORT_MATCHING" }>;

/** Imports everybody whom a search finds, however many pages that is. Answers with the run at once. */
export async function importMatchingUsers(
  deps: RequestRunDeps & AuditDeps & { readonly directories: Directories },
  caller: Caller,
  query: Omit<MatchingTask, "kind">,
): Promise<Result<Run, Problem>> {
  const { account, user } = caller;
  const first = await deps.directories(account.tenantId).findPeople(pageOf(query, null, 1));
  if (!first.ok) return first;
  const { people, next, matching } = first.value;
  if (matching === 0 || (people.length === 0 && next === null))
    return problem({ code: "INVALID_INPUT", because: say("NOBODY_MATCHES") });
  if ((matching ?? 0) > MOST_MATCHING) return problem(TOO_MANY);

  const task = { kind: "IMPORT_MATCHING", ...query } as const;
  const by = { trigger: "IMPORT", startedBy: user.displayName, task } as const;
  const run = await audited(deps, deedOf(caller, "USERS_IMPORTED"), async () => {
    const begun = await requestRun(deps, account.id, by);
    return [begun, begun ? changesOf({ type: "RUN", id: begun.id, name: null }, {}, { matching }) : []];
  });
  return run ? ok(run) : problem({ code: "RUN_IN_PROGRESS" });
}

export interface ImportPassDeps extends Pick<
  Importing,
  "users" | "conflicts" | "settings" | "groupMembers" | "changes" | "now"
> {
  readonly directories: Directories;
  readonly runs: RunStore;
  readonly stopping: AbortSignal;
}

/**
 * The work of such an import, under the account's lease. Everybody is found before anybody is added, so that a search
 * of too many adds nobody. The index that searches lags behind the directory: each person is looked up by their id
 * before they are let in. Run again it finds who is here, and goes on with the others.
 */
export async function importMatchingPass(
  deps: ImportPassDeps,
  account: Account,
  task: MatchingTask,
  { run, lease }: BegunRun,
  keeper: LeaseKeeper,
): Promise<Ending> {
  const directory = deps.directories(account.tenantId);
  const whyStop = async (added: number) => {
    if (deps.stopping.aborted) return say("IMPORT_SHUTDOWN");
    if (!(await keeper.held())) return say("RUN_LEASE_LOST");
    const by = (await deps.runs.byId(account.id, run.id))?.stopAskedBy;
    return by ? say(added > 0 ? "IMPORT_STOPPED" : "IMPORT_STOPPED_AT_ONCE", { names: [by] }) : null;
  };
  const mayGoOn = async () => (await whyStop(0)) === null;
  const found = await findAll(directory, task, deps.stopping, keeper, mayGoOn);
  const unbegun = await whyStop(0);
  if (unbegun) return nothing("STOPPED", unbegun);
  if (!found.ok) return nothing("FAILED", ...problemSentences(found.problem));

  const { keepWhenLeaving } = task;
  const how = { keepWhenLeaving, beside: false };
  const importing = { ...deps, accountId: account.id, runId: run.id, fence: lease.token, ...how };
  const names = found.value;
  const ids = [...names.keys()];
  const outcomes: ImportOutcome["outcome"][] = [];
  const soFar = () => importEnding(outcomes.map((outcome) => ({ outcome })));

  for (let step = 0; step * AT_ONCE < ids.length; step++) {
    keeper.show({ stage: "APPLYING", done: outcomes.length, total: ids.length });
    const some = ids.slice(step * AT_ONCE, (step + 1) * AT_ONCE);
    const whereabouts = await directory.lookUpPeople(some, { signal: deps.stopping, patient: true });
    const stopped = await whyStop(soFar().counts.added);
    if (stopped) return { ...soFar(), status: "STOPPED", reasons: [stopped] };
    if (!whereabouts.ok) return { ...soFar(), status: "PARTIAL", reasons: [say("IMPORT_BROKE_OFF")] };
    const picked = { ids: some, whereabouts: whereabouts.value, names };
    outcomes.push(...(await importPeople(importing, step, picked)).map((row) => row.outcome));
  }
  return soFar();
}

/** The names of all whom the search finds, by their ids; of fewer, where it may not go on. */
async function findAll(
  directory: Directory,
  task: MatchingTask,
  signal: AbortSignal,
  keeper: LeaseKeeper,
  mayGoOn: () => Promise<boolean>,
): Promise<Result<ReadonlyMap<string, string>, DirectoryProblem | typeof TOO_MANY>> {
  const found = new Map<string, string>();
  let total: number | null = null;
  let continuation: string | null = null;
  for (let pages = 1; pages <= MOST_PAGES; pages++) {
    const page = await directory.findPeople(pageOf(task, continuation), { signal, patient: true });
    if (!page.ok) return page;
    for (const person of page.value.people) found.set(person.id, person.displayName);
    if (found.size > MOST_MATCHING) return problem(TOO_MANY);

    total ??= page.value.matching;
    keeper.show({ stage: "READING", done: found.size, total, pages });
    continuation = page.value.next;
    if (continuation === null || !(await mayGoOn())) return ok(found);
  }
  return problem({ code: "DIRECTORY_UNREACHABLE" });
}

function pageOf(
  { search, department, personKind }: Omit<MatchingTask, "kind">,
  continuation: string | null,
  pageSize = PAGE_SIZE,
) {
  return { search, department, kind: personKind, pageSize, continuation };
}
