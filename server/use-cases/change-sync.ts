import { changesOf, settingsFacts, type AuditKind } from "../core/audit.js";
import type { SyncSettings } from "../core/model.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { audited, deedOf, type AuditDeps } from "./audit.js";
import { requestRun, type RequestRunDeps } from "./request-run.js";
import { choiceKey, idsOf, proposedSettings, type SyncChoice } from "./sync-choice.js";
import type { Caller } from "./sign-in.js";
import type { AgreedPreview, Directories, HoldStore, PreviewStore, SettingsStore } from "./ports.js";

export interface ChangeSyncDeps extends RequestRunDeps, AuditDeps {
  readonly directories: Directories;
  readonly settings: SettingsStore;
  readonly previews: PreviewStore;
  readonly holds: HoldStore;
}

/** Turns automatic import on for the chosen groups, runs at once, and every hour from then on. */
export async function enableAutomaticImport(
  deps: ChangeSyncDeps,
  caller: Caller,
  choice: SyncChoice & { readonly groupIds: readonly string[] },
  previewToken: string | null,
): Promise<Result<SyncSettings, Problem>> {
  if (choice.groupIds.length === 0) return problem({ code: "NO_GROUPS" });
  const before = await deps.settings.get(caller.account.id);
  return change(deps, caller, before, choice, true, previewToken);
}

/**
 * Changes groups or rules. Carries the version the admin was looking at, so that two admins do not undo each other. No
 * group at all is allowed: the leavers that the preview showed are disabled, and then nothing runs until one is chosen.
 */
export async function updateSyncSettings(
  deps: ChangeSyncDeps,
  caller: Caller,
  version: number,
  choice: SyncChoice,
  previewToken: string | null,
): Promise<Result<SyncSettings, Problem>> {
  const before = await deps.settings.get(caller.account.id);
  if (before.version !== version) return problem({ code: "SETTINGS_CHANGED" });
  return change(deps, caller, before, choice, before.enabled, previewToken);
}

/** Stops the automatic sync: no run starts any more, and a run going on ends at its next checkpoint. Users stay. */
export async function disableAutomaticImport(
  deps: Pick<ChangeSyncDeps, "settings" | "scheduler" | "holds" | "audit">,
  caller: Caller,
): Promise<Result<SyncSettings, Problem>> {
  const { account } = caller;
  const before = await deps.settings.get(account.id);
  const off = { ...before, enabled: false, previewId: null };
  const after = before.enabled ? await save(deps, caller, before, off, "SYNC_DISABLED") : before;
  if (!after) return problem({ code: "SETTINGS_CHANGED" });
  await deps.scheduler.cancelHourly(account.id);
  const hold = await deps.holds.head(account.id);
  if (hold) await deps.holds.close(account.id, hold.id, { status: "DISSOLVED", by: null });
  return ok(after);
}

async function change(
  deps: ChangeSyncDeps,
  caller: Caller,
  before: SyncSettings,
  choice: SyncChoice,
  enabled: boolean,
  previewToken: string | null,
): Promise<Result<SyncSettings, Problem>> {
  const { account, user } = caller;
  const proposed = await proposedSettings(deps, account.tenantId, before, choice);
  if (!proposed.ok) return proposed;
  const mayDisable = enabled && proposed.value.disableLeavers;
  if (mayDisable && previewToken === null) return problem({ code: "PREVIEW_NEEDED" });
  const preview = await agreedPreview(deps, account.id, before, proposed.value, previewToken);
  if (!preview.ok) return preview;

  const wanted = {
    ...proposed.value,
    enabled,
    settledAt: asksForMore(before, proposed.value, preview.value) ? null : before.settledAt,
    previewId: mayDisable ? (preview.value?.id ?? null) : null,
  };
  const kind = enabled && !before.enabled ? "SYNC_ENABLED" : "SYNC_SETTINGS_CHANGED";
  const after = await save(deps, caller, before, wanted, kind);
  if (!after) return problem({ code: "SETTINGS_CHANGED" });

  if (after.enabled) {
    await deps.scheduler.scheduleHourly(account.id);
    // Now; or, where a run is going on, when that one has noticed at its next checkpoint that its settings are old
    await requestRun(deps, account.id, { trigger: "SETTINGS", startedBy: user.displayName });
  }
  return ok(after);
}

/**
 * Whether the next run may add however many people: after an enable or a change of groups, and after any other change
 * that an admin saw the preview of.
 */
function asksForMore(before: SyncSettings, proposed: SyncSettings, preview: AgreedPreview | null): boolean {
  const sameGroups = JSON.stringify(idsOf(proposed.groups)) === JSON.stringify(idsOf(before.groups));
  const wasShown = preview !== null && preview.choice !== choiceKey(before);
  return !before.enabled || !sameGroups || wasShown;
}

/** Null when the settings were changed by somebody else since. */
function save(
  deps: Pick<ChangeSyncDeps, "settings" | "audit">,
  caller: Caller,
  before: SyncSettings,
  wanted: SyncSettings,
  kind: AuditKind,
): Promise<SyncSettings | null> {
  const { id, name } = caller.account;
  return audited(deps, deedOf(caller, kind), async () => {
    const after = await deps.settings.save(id, before.version, wanted);
    const changed = changesOf({ type: "ACCOUNT", id, name }, settingsFacts(before), settingsFacts(after ?? before));
    return [after, changed];
  });
}

/** The preview of this very change; one of another choice, or of settings that were changed since, is not it. */
async function agreedPreview(
  { previews }: ChangeSyncDeps,
  accountId: string,
  before: SyncSettings,
  proposed: SyncSettings,
  token: string | null,
): Promise<Result<AgreedPreview | null, Problem>> {
  if (token === null) return ok(null);
  const preview = await previews.byId(accountId, token);
  const isOfThis = preview?.settingsVersion === before.version && preview.choice === choiceKey(proposed);
  return isOfThis ? ok(preview) : problem({ code: "PLAN_CHANGED" });
}
