import { isOverLimit } from "../core/guard.js";
import type { Run } from "../core/run.js";
import { chosenIn, decideOne, updateOfOne, type OneDecision, type OnePerson } from "../core/one-person.js";
import { profileOf } from "../core/person.js";
import { isManagedAndActive } from "../core/plan.js";
import type { DirectoryProblem, Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { unreadSentences } from "../core/problem-words.js";
import { partialSentences } from "../core/run-words.js";
import { say, type Sentence } from "../core/sentences.js";
import { applyPlan, confirmedDisable, type ToApply } from "./apply-plan.js";
import { whyUnreadable } from "./check-consent.js";
import { secondLook } from "./look-again.js";
import { requestRun, type RequestRunDeps } from "./request-run.js";
import { nothing, type BegunRun, type Ending, type LeaseKeeper } from "./run-lease.js";
import { seeOne, type SeeOneDeps, type Who } from "./see-one.js";
import type { Caller } from "./sign-in.js";
import type { AccountStore, Directories, SettingsStore } from "./ports.js";

/** "Sync just this person now". Answers with the run at once; a worker carries it out. */
export async function refreshPerson(
  deps: RequestRunDeps & { readonly directories: Directories },
  { account, user: admin }: Caller,
  id: string,
): Promise<Result<Run, Problem>> {
  const directoryId = id.toLowerCase();
  const [user] = await deps.users.byDirectoryIds(account.id, [directoryId]);
  if (!user) {
    const where = await deps.directories(account.tenantId).lookUpPeople([directoryId]);
    if (!where.ok) return where;
    if (where.value.get(directoryId)?.found === "GONE")
      return problem({ code: "NOT_FOUND", because: say("PERSON_NOT_FOUND") });
  }
  const task = { kind: "REFRESH_PERSON", directoryId } as const;
  const run = await requestRun(deps, account.id, { trigger: "REFRESH", startedBy: admin.displayName, task });
  return run ? ok(run) : problem({ code: "RUN_IN_PROGRESS" });
}

export interface RefreshPersonDeps extends SeeOneDeps, Pick<RequestRunDeps, "changes"> {
  readonly accounts: AccountStore;
  readonly settings: SettingsStore;
  /** Seconds between two runs by the schedule. */
  readonly intervalSeconds: number;
  readonly stopping: AbortSignal;
}

/**
 * Does for one person what a full run would, from what the directory says of them alone, and never by a list. Before a
 * disable they are looked at once more, and the brake counts them like anybody else; where it would hold them, the
 * next full run does, and asks an admin.
 */
export async function refreshPersonPass(
  deps: RefreshPersonDeps,
  who: Who,
  { run, lease }: BegunRun,
  keeper: LeaseKeeper,
): Promise<Ending> {
  const one = await seeOne(deps, who, { signal: deps.stopping, patient: true });
  const stopped = await whyStop(deps, who, keeper);
  if (stopped) return nothing("STOPPED", stopped);
  if (!one.ok) return failed(deps, who, one.problem);

  const decision = decideOne(one.value);
  const disable = await disableOf(deps, who, one.value, decision);
  if (!disable.ok) return failed(deps, who, disable.problem);

  const update = updateOfOne(one.value);
  const plan = { ...comingIn(one.value, decision), disable: disable.value.rows, update: update ? [update] : [] };
  const checkpoint = () => whyStop(deps, who, keeper);
  const writing = { ...deps, accountId: who.account.id, runId: run.id, fence: lease.token, checkpoint };
  const applied = await applyPlan(writing, plan);
  const { counts } = applied;

  if (applied.stopped) return { status: "STOPPED", counts, reasons: [applied.stopped] };
  if (counts.failed > 0) return { status: "PARTIAL", counts, reasons: partialSentences([], counts.failed) };
  if (disable.value.held || decision.next === "WAITS_ON_HOLD")
    return { status: "HELD", counts: { ...counts, held: 1 }, reasons: [disable.value.held ?? say("PERSON_ON_HOLD")] };
  if (decision.next === "ASKS_AGAIN" || disable.value.unconfirmed)
    return { status: "PARTIAL", counts: { ...counts, skipped: 1 }, reasons: [say("PERSON_NO_CLEAR_ANSWER")] };
  return { status: "SUCCEEDED", counts, reasons: [] };
}

function comingIn({ seen, user, ...one }: OnePerson, { next }: OneDecision): Pick<ToApply, "create" | "reenable"> {
  if (next === "REENABLE" && user) return { create: [], reenable: [user] };
  if (next !== "ADD" || seen.found !== "PRESENT") return { create: [], reenable: [] };
  const { person } = seen;
  return { create: [{ person, profile: profileOf(person), groupIds: chosenIn({ ...one, seen }) }], reenable: [] };
}

interface Disabling {
  readonly rows: ToApply["disable"];
  /** Why the brake keeps them. */
  readonly held: Sentence | null;
  /** The second look did not say the same. */
  readonly unconfirmed: boolean;
}

const NOT_DISABLED: Disabling = { rows: [], held: null, unconfirmed: false };

async function disableOf(
  deps: RefreshPersonDeps,
  { account, settings }: Who,
  { user, now }: OnePerson,
  { next, disable: reason }: OneDecision,
): Promise<Result<Disabling, DirectoryProblem>> {
  if (next !== "DISABLE" || !user || !reason) return ok(NOT_DISABLED);
  const users = await deps.users.all(account.id);
  if (isOverLimit(1, { users, managedBy: "GROUPS", brake: settings.brake, now }))
    return ok({ ...NOT_DISABLED, held: say("PERSON_OVER_LIMIT") });
  if (users.filter(isManagedAndActive).length <= 1) return ok({ ...NOT_DISABLED, held: say("PERSON_NOBODY_LEFT") });

  const directory = deps.directories(account.tenantId);
  const look = { directory, settings, now: deps.now, signal: deps.stopping };
  const looked = (await secondLook(look, [{ user, reason }])).result();
  if (looked.kind === "FAILED") return problem(looked.problem);
  const verdict = looked.kind === "CLEAR" ? looked.rows[0]?.verdict : undefined;
  if (verdict?.kind !== "CONFIRMED") return ok({ ...NOT_DISABLED, unconfirmed: true });
  return ok({ ...NOT_DISABLED, rows: [confirmedDisable(user, verdict.reason, false)] });
}

async function whyStop(
  deps: RefreshPersonDeps,
  { account, settings }: Who,
  keeper: LeaseKeeper,
): Promise<Sentence | null> {
  if (deps.stopping.aborted) return say("RUN_SHUTDOWN");
  if (!(await keeper.held())) return say("RUN_LEASE_LOST");
  return (await deps.settings.get(account.id)).version === settings.version ? null : say("RUN_SETTINGS_CHANGED");
}

async function failed(deps: RefreshPersonDeps, { account }: Who, why: DirectoryProblem): Promise<Ending> {
  const lasting = await whyUnreadable(deps, account, why);
  return nothing("FAILED", ...unreadSentences(lasting ?? why));
}
