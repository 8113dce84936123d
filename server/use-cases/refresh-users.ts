import { setTimeout as wait } from "node:timers/promises";
import { afterLooks } from "../core/group-health.js";
import type { Account, Person } from "../core/model.js";
import { isLinked, type PlannedDisable } from "../core/plan.js";
import { planGone, planRefresh, type Absence } from "../core/refresh.js";
import { judgeGone } from "../core/second-look.js";
import { ok } from "../core/result.js";
import { isPaused } from "../core/trouble.js";
import { applyPlan, type ToApply } from "./apply-plan.js";
import { unreadSentences } from "../core/problem-words.js";
import { partialSentences } from "../core/run-words.js";
import { say } from "../core/sentences.js";
import { noteReadable, provenReadable, scheduleAt, whyUnreadable } from "./check-consent.js";
import type { Directory, DirectoryResult } from "./ports.js";
import { beginRun, nothing, type BegunRun, type Ending, type LeaseKeeper } from "./run-lease.js";
import type { RunSyncDeps } from "./run-deps.js";
import { performRun } from "./run-sync.js";

const LOOK_UP_AT_ONCE = 200;

/** A run of the sync may be going on when the day's refresh is due; it would be a pity to wait another day for it. */
const TRIES = 30;
const TRY_EVERY_MS = 10_000;

/**
 * The daily look at every user with an object id, with or without automatic import: names and mail follow the
 * directory, blocked and deleted people get their badge. Nobody's status changes, unless an admin chose to have those
 * disabled whom no leaver rule disables (disableGone).
 */
export async function refreshUsers(deps: RunSyncDeps, accountId: string): Promise<void> {
  const account = await deps.accounts.byId(accountId);
  if (!account || account.closedAt || isPaused(account.trouble, scheduleAt(deps))) return;

  const begun = await beginPatiently(deps, accountId);
  if (!begun) {
    const skipped = await deps.runs.start(accountId, REFRESH);
    await deps.runs.finish(accountId, skipped.id, nothing("SKIPPED", say("ANOTHER_RUN_WENT_ON")));
    return;
  }
  await performRun(deps, begun, ({ account: known, keeper }) => refresh(deps, known, begun, keeper));
}

const REFRESH = { trigger: "REFRESH", startedBy: null } as const;

async function beginPatiently(deps: RunSyncDeps, accountId: string): Promise<BegunRun | null> {
  for (let tries = 1; !deps.stopping.aborted; tries++) {
    const begun = await beginRun(deps, accountId, REFRESH);
    if (begun || tries === TRIES) return begun;
    await wait(TRY_EVERY_MS, undefined, { signal: deps.stopping }).catch(() => undefined);
  }
  return null;
}

async function refresh(deps: RunSyncDeps, before: Account, begun: BegunRun, keeper: LeaseKeeper): Promise<Ending> {
  const proven = await provenReadable(deps, before);
  if (!proven.ok) return nothing("FAILED", ...unreadSentences(proven.problem));
  const account = proven.value;
  const directory = deps.directories(account.tenantId);
  const users = (await deps.users.all(account.id)).filter(isLinked);
  const ids = users.map((user) => user.directoryId);
  const found = await findAll(directory, ids, deps.stopping);

  if (deps.stopping.aborted) return nothing("STOPPED", say("RUN_SHUTDOWN"));
  if (!(await keeper.held())) return nothing("STOPPED", say("RUN_LEASE_LOST"));
  if (!found.ok) {
    const why = await whyUnreadable(deps, account, found.problem);
    return nothing("FAILED", ...unreadSentences(why ?? found.problem));
  }
  await noteReadable(deps, account);
  await followGroups(deps, account, directory);

  const { present, absent } = found.value;
  const rows = planRefresh(users, present, absent, deps.now());
  const settings = await deps.settings.get(account.id);
  const gone = planGone(await deps.users.all(account.id), rows, settings, deps.now());
  const disable = await stillGone(deps, directory, gone.disable);
  if (!disable.ok) return nothing("FAILED", ...unreadSentences(disable.problem));

  const { counts, stopped } = await applyPlan(
    {
      ...deps,
      accountId: account.id,
      runId: begun.run.id,
      fence: begun.lease.token,
      checkpoint: async () => ((await keeper.held()) ? null : say("RUN_LEASE_LOST")),
    },
    { update: rows, disable: disable.value, reenable: [], create: [] },
  );
  if (stopped) return { status: "STOPPED", counts, reasons: [stopped] };
  if (counts.failed > 0) return { status: "PARTIAL", counts, reasons: partialSentences([], counts.failed) };
  if (gone.held > 0)
    return {
      status: "HELD",
      counts: { ...counts, held: gone.held },
      reasons: [say("GONE_HELD", { count: gone.held })],
    };
  return { status: "SUCCEEDED", counts, reasons: [] };
}

/** The second look at those whom the option would disable: only a definite answer about each of them disables. */
async function stillGone(
  deps: RunSyncDeps,
  directory: Directory,
  rows: readonly PlannedDisable[],
): Promise<DirectoryResult<ToApply["disable"]>> {
  if (rows.length === 0) return ok([]);
  const looks = await directory.lookAgain(
    rows.map((row) => row.user.directoryId),
    { nested: false, signal: deps.stopping },
  );
  if (!looks.ok) return looks;
  return ok(
    rows.flatMap(({ user }) => {
      const verdict = judgeGone(user, looks.value.get(user.directoryId) ?? { found: "UNKNOWN" }, deps.now());
      return verdict.kind === "CONFIRMED" ? [{ user, reason: verdict.reason, approved: false }] : [];
    }),
  );
}

/** Everybody in one listing; those it does not hold are asked for alone, because a list may lack somebody. */
async function findAll(
  directory: Directory,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<DirectoryResult<{ present: ReadonlyMap<string, Person>; absent: ReadonlyMap<string, Absence> }>> {
  const everybody = await directory.readEverybody({ signal });
  if (!everybody.ok) return everybody;
  const present = new Map(everybody.value.map((person) => [person.id, person]));
  const absent = new Map<string, Absence>();

  const missing = ids.filter((id) => !present.has(id));
  for (let start = 0; start < missing.length; start += LOOK_UP_AT_ONCE) {
    const looked = await directory.lookUpPeople(missing.slice(start, start + LOOK_UP_AT_ONCE), { signal });
    if (!looked.ok) return looked;
    for (const [id, where] of looked.value) {
      if (where.found === "PRESENT") present.set(id, where.person);
      else absent.set(id, where.found);
    }
  }
  return ok({ present, absent });
}

/** What the groups are called and what they are, which an hour in which nobody leaves does not ask. */
async function followGroups(deps: RunSyncDeps, account: Account, directory: Directory): Promise<void> {
  const settings = await deps.settings.get(account.id);
  const before = { groups: settings.groups, excludedGroups: settings.exclusions.groups };
  const ids = [...before.groups, ...before.excludedGroups].map((group) => group.id);
  if (ids.length === 0) return;
  const found = await directory.lookUpGroups(ids);
  if (!found.ok) return;

  const after = {
    groups: afterLooks(before.groups, found.value, deps.now()),
    excludedGroups: afterLooks(before.excludedGroups, found.value, deps.now()),
  };
  if (JSON.stringify(after) !== JSON.stringify(before))
    await deps.settings.noteRun(account.id, settings.version, { ...settings, ...after });
}
