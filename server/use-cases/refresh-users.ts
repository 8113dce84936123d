import type { Account, ChosenGroup, Person } from "../core/model.js";
import { isLinked } from "../core/plan.js";
import { planRefresh, type Absence } from "../core/refresh.js";
import { NO_CHANGES } from "../core/run-counts.js";
import { partialWords, problemWords, RUN_WORDS } from "../core/words.js";
import { noteConsentGranted, noteConsentLost } from "./check-consent.js";
import { runAgainUnderNewSettings, type RunSyncDeps } from "./run-sync.js";
import { beginRun, type BegunRun } from "./run-lease.js";
import type { Directory, DirectoryResult } from "./ports.js";
import { ok } from "../core/result.js";

const LOOK_UP_AT_ONCE = 200;

/**
 * The daily look at every user with an object id, with or without automatic import: names and mail follow the
 * directory, blocked and deleted people get their badge. Nobody's status changes.
 */
export async function refreshUsers(deps: RunSyncDeps, accountId: string): Promise<void> {
  const by = { trigger: "REFRESH", startedBy: null } as const;
  const [account, begun] = [await deps.accounts.byId(accountId), await beginRun(deps, accountId, by)];
  if (!account || !begun) return;
  const settings = await deps.settings.get(accountId);

  try {
    await refresh(deps, account, begun);
  } catch (error) {
    await finish(deps, begun, "FAILED", RUN_WORDS.UNEXPECTED);
    throw error;
  } finally {
    await deps.leases.release(begun.lease);
  }
  await runAgainUnderNewSettings(deps, accountId, settings);
}

async function refresh(deps: RunSyncDeps, account: Account, begun: BegunRun): Promise<void> {
  const directory = deps.directories(account.tenantId);
  const users = (await deps.users.all(account.id)).filter(isLinked);
  const found = await findAll(
    directory,
    users.map((user) => user.directoryId),
  );
  if (!found.ok) {
    if (found.problem.code === "CONSENT_MISSING") await noteConsentLost(deps, account);
    return finish(deps, begun, "FAILED", problemWords(found.problem));
  }
  await noteConsentGranted(deps, account);
  await followGroupNames(deps, account, directory);

  const rows = planRefresh(users, found.value.present, found.value.absent, deps.now());
  const written = await deps.users.update(
    account.id,
    rows.map(({ user, ...changes }) => ({ directoryId: user.directoryId, ...changes })),
    begun.lease.token,
  );
  const failed = written.failed.length;
  await deps.runs.finish(account.id, begun.run.id, {
    status: failed > 0 ? "PARTIAL" : "SUCCEEDED",
    counts: { ...NO_CHANGES, updated: written.done.length, failed },
    reason: failed > 0 ? partialWords([], failed) : null,
  });
}

/** Everybody in one listing; those it does not hold are asked for alone, because a list may lack somebody. */
async function findAll(
  directory: Directory,
  ids: readonly string[],
): Promise<DirectoryResult<{ present: ReadonlyMap<string, Person>; absent: ReadonlyMap<string, Absence> }>> {
  const everybody = await directory.readEverybody();
  if (!everybody.ok) return everybody;
  const present = new Map(everybody.value.map((person) => [person.id, person]));
  const absent = new Map<string, Absence>();

  const missing = ids.filter((id) => !present.has(id));
  for (let start = 0; start < missing.length; start += LOOK_UP_AT_ONCE) {
    const looked = await directory.lookUpPeople(missing.slice(start, start + LOOK_UP_AT_ONCE));
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
    await deps.settings.noteRun(account.id, settings.version, { groups, settledAt: settings.settledAt });
}

async function finish(deps: RunSyncDeps, { run, lease }: BegunRun, status: "FAILED", reason: string): Promise<void> {
  await deps.runs.finish(lease.accountId, run.id, { status, counts: NO_CHANGES, reason });
}
