import { setTimeout as wait } from "node:timers/promises";
import type { Account, ChosenGroup, Person } from "../core/model.js";
import { isLinked } from "../core/plan.js";
import { planRefresh, type Absence } from "../core/refresh.js";
import { ok } from "../core/result.js";
import { applyPlan } from "./apply-plan.js";
import { partialWords, problemWords, RUN_WORDS } from "../core/words.js";
import { consentEnded, noteReadable } from "./check-consent.js";
import type { Directory, DirectoryResult } from "./ports.js";
import { beginRun, nothing, type BegunRun, type Ending, type LeaseKeeper } from "./run-lease.js";
import { performRun, type RunSyncDeps } from "./run-sync.js";

const LOOK_UP_AT_ONCE = 200;

/** A run of the sync may be going on when the day's refresh is due; it would be a pity to wait another day for it. */
const TRIES = 30;
const TRY_EVERY_MS = 10_000;

/**
 * The daily look at every user with an object id, with or without automatic import: names and mail follow the
 * directory, blocked and deleted people get their badge. Nobody's status changes.
 */
export async function refreshUsers(deps: RunSyncDeps, accountId: string): Promise<void> {
  const account = await deps.accounts.byId(accountId);
  if (!account || account.closedAt) return;

  const begun = await beginPatiently(deps, accountId);
  if (!begun) {
    const skipped = await deps.runs.start(accountId, REFRESH);
    await deps.runs.finish(accountId, skipped.id, nothing("SKIPPED", RUN_WORDS.ALREADY_RUNNING));
    return;
  }
  await performRun(deps, begun, ({ keeper }) => refresh(deps, account, begun, keeper));
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

async function refresh(deps: RunSyncDeps, account: Account, begun: BegunRun, keeper: LeaseKeeper): Promise<Ending> {
  const directory = deps.directories(account.tenantId);
  const users = (await deps.users.all(account.id)).filter(isLinked);
  const ids = users.map((user) => user.directoryId);
  const found = await findAll(directory, ids, deps.stopping);

  if (deps.stopping.aborted) return nothing("STOPPED", RUN_WORDS.SHUTDOWN);
  if (!(await keeper.held())) return nothing("STOPPED", RUN_WORDS.LEASE_LOST);
  if (!found.ok) {
    if (found.problem.code === "CONSENT_MISSING") await consentEnded(deps, account);
    return nothing("FAILED", problemWords(found.problem));
  }
  await noteReadable(deps, account);
  await followGroupNames(deps, account, directory);

  const rows = planRefresh(users, found.value.present, found.value.absent, deps.now());
  const applying = { ...deps, accountId: account.id, runId: begun.run.id, fence: begun.lease.token };
  const checkpoint = async () => ((await keeper.held()) ? null : RUN_WORDS.LEASE_LOST);
  const { counts, stopped } = await applyPlan(
    { ...applying, checkpoint },
    { update: rows, disable: [], reenable: [], create: [] },
  );
  if (stopped) return { status: "STOPPED", counts, reason: stopped };
  return {
    status: counts.failed > 0 ? "PARTIAL" : "SUCCEEDED",
    counts,
    reason: counts.failed > 0 ? partialWords([], counts.failed) : null,
  };
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

/** A renamed group keeps its people; only the name an admin reads has to follow. */
async function followGroupNames(deps: RunSyncDeps, account: Account, directory: Directory): Promise<void> {
  const settings = await deps.settings.get(account.id);
  if (settings.groups.length === 0) return;
  const found = await directory.lookUpGroups(settings.groups.map((group) => group.id));
  if (!found.ok) return;

  const names = new Map(found.value.map((group) => [group.id, group.displayName]));
  const groups = settings.groups.map((group): ChosenGroup => ({
    ...group,
    displayName: names.get(group.id) ?? group.displayName,
  }));
  if (JSON.stringify(groups) !== JSON.stringify(settings.groups))
    await deps.settings.noteRun(account.id, settings.version, {
      ...settings,
      groups,
      excludedGroups: settings.exclusions.groups,
    });
}
