import type { Brake, ChosenGroup, Run, SyncSettings } from "../core/model.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { requestRun, type RequestRunDeps } from "./request-run.js";
import type { Caller } from "./sign-in.js";
import type { Directories, SettingsStore } from "./ports.js";

export const MOST_GROUPS = 200;

export interface ChangeSyncDeps extends RequestRunDeps {
  readonly directories: Directories;
  readonly settings: SettingsStore;
}

/** What an admin may choose; a field left out stays as it is. */
export interface SyncChoice {
  readonly groupIds?: readonly string[] | undefined;
  readonly disableLeavers?: boolean | undefined;
  readonly includeNested?: boolean | undefined;
  readonly includeGuests?: boolean | undefined;
  readonly brake?: Brake | undefined;
}

/** Turns automatic import on for the chosen groups, runs at once, and every hour from then on. */
export async function enableAutomaticImport(
  deps: ChangeSyncDeps,
  caller: Caller,
  choice: SyncChoice & { readonly groupIds: readonly string[] },
): Promise<Result<SyncSettings, Problem>> {
  const before = await deps.settings.get(caller.account.id);
  return change(deps, caller, before, choice, true);
}

/** Changes groups or rules. Carries the version the admin was looking at, so that two admins do not undo each other. */
export async function updateSyncSettings(
  deps: ChangeSyncDeps,
  caller: Caller,
  version: number,
  choice: SyncChoice,
): Promise<Result<SyncSettings, Problem>> {
  const before = await deps.settings.get(caller.account.id);
  if (before.version !== version) return problem({ code: "SETTINGS_CHANGED" });
  return change(deps, caller, before, choice, before.enabled);
}

/** Stops the automatic sync: no run starts any more, and a run going on ends at its next checkpoint. Users stay. */
export async function disableAutomaticImport(
  deps: Pick<ChangeSyncDeps, "settings" | "scheduler">,
  { account }: Caller,
): Promise<Result<SyncSettings, Problem>> {
  const before = await deps.settings.get(account.id);
  const after = before.enabled
    ? await deps.settings.save(account.id, before.version, { ...before, enabled: false })
    : before;
  if (!after) return problem({ code: "SETTINGS_CHANGED" });
  await deps.scheduler.cancelHourly(account.id);
  return ok(after);
}

async function change(
  deps: ChangeSyncDeps,
  { account, user }: Caller,
  before: SyncSettings,
  choice: SyncChoice,
  enabled: boolean,
): Promise<Result<SyncSettings, Problem>> {
  const { brake = before.brake, disableLeavers, includeNested, includeGuests } = choice;
  if (!isAllowed(brake))
    return problem({ code: "INVALID_INPUT", detail: "The brake takes 1 to 50 per cent and 1 to 5,000 people." });

  const groups = choice.groupIds
    ? await chooseGroups(deps, account.tenantId, before, choice.groupIds)
    : ok(before.groups);
  if (!groups.ok) return groups;

  const sameGroups = JSON.stringify(idsOf(groups.value)) === JSON.stringify(idsOf(before.groups));
  const after = await deps.settings.save(account.id, before.version, {
    enabled,
    groups: groups.value,
    disableLeavers: disableLeavers ?? before.disableLeavers,
    includeNested: includeNested ?? before.includeNested,
    includeGuests: includeGuests ?? before.includeGuests,
    brake,
    settledAt: sameGroups && before.enabled ? before.settledAt : null,
  });
  if (!after) return problem({ code: "SETTINGS_CHANGED" });

  if (after.enabled) {
    await deps.scheduler.scheduleHourly(account.id);
    await runSoon(deps, account.id, user.displayName);
  }
  return ok(after);
}

/** Now; or, where a run is going on, when that one has noticed at its next checkpoint that its settings are old. */
function runSoon(deps: RequestRunDeps, accountId: string, startedBy: string): Promise<Run | null> {
  return requestRun(deps, accountId, { trigger: "SETTINGS", startedBy });
}

/** Each chosen id asked for in the account's own tenant: one of another tenant does not exist here. */
async function chooseGroups(
  deps: Pick<ChangeSyncDeps, "directories">,
  tenantId: string,
  before: SyncSettings,
  wanted: readonly string[],
): Promise<Result<readonly ChosenGroup[], Problem>> {
  const ids = [...new Set(wanted.map((id) => id.toLowerCase()))];
  if (ids.length === 0) return problem({ code: "NO_GROUPS" });
  if (ids.length > MOST_GROUPS) return problem({ code: "TOO_MANY", detail: `${MOST_GROUPS} groups` });

  const found = await deps.directories(tenantId).lookUpGroups(ids);
  if (!found.ok) return found;
  const byId = new Map(found.value.map((group) => [group.id, group]));

  const chosen: ChosenGroup[] = [];
  for (const id of ids) {
    const known = before.groups.find((group) => group.id === id);
    const group = byId.get(id);
    if (group?.hiddenMembership) return problem({ code: "GROUP_HIDDEN", detail: group.displayName });
    if (group) chosen.push({ id, displayName: group.displayName, notFoundSince: null });
    else if (known) chosen.push(before.enabled ? known : { ...known, notFoundSince: null });
    else return problem({ code: "GROUP_GONE" });
  }
  return ok(chosen);
}

function isAllowed({ percent, cap }: Brake): boolean {
  return percent >= 1 && percent <= 50 && cap >= 1 && cap <= 5000;
}

const idsOf = (groups: readonly ChosenGroup[]): readonly string[] => groups.map((group) => group.id).sort();
