import { groupSums, type GroupSum } from "../core/group-sums.js";
import { guard, type Verdict } from "../core/guard.js";
import { knowGroups } from "../core/known-groups.js";
import type { SyncInput, SyncSettings, User } from "../core/model.js";
import { standingUnder } from "../core/person.js";
import { isManagedAndActive, type SyncPlan } from "../core/plan.js";
import type { Problem } from "../core/problems.js";
import { ok, type Result } from "../core/result.js";
import { planSurely } from "./plan-surely.js";
import { peopleRead, readSnapshot } from "./read-snapshot.js";
import { choiceKey, proposedSettings, type SyncChoice } from "./sync-choice.js";
import type { Caller } from "./sign-in.js";
import type {
  Clock,
  Directories,
  GroupMemberStore,
  HoldStore,
  PreviewStore,
  SettingsStore,
  UserStore,
} from "./ports.js";

export interface PreviewDeps {
  readonly directories: Directories;
  readonly settings: SettingsStore;
  readonly users: UserStore;
  readonly groupMembers: GroupMemberStore;
  readonly holds: HoldStore;
  readonly previews: PreviewStore;
  readonly now: Clock;
}

export interface SyncPreview {
  /** Goes with the change of settings that was previewed: what it shows as disabled then counts as agreed to. */
  readonly token: string;
  readonly settings: SyncSettings;
  readonly plan: SyncPlan;
  readonly verdict: Verdict;
  readonly sums: readonly GroupSum[];
  /** Active users whom a chosen group keeps. */
  readonly alreadyHere: readonly User[];
  /** Active users in the chosen groups who are managed by admins: they stay when they leave, until handed over. */
  readonly byHand: number;
}

/** What a run would do, now or under a proposed choice. The same plan that a run makes; nothing is written but its token. */
export async function previewSync(
  deps: PreviewDeps,
  { account }: Caller,
  choice: SyncChoice | null,
): Promise<Result<SyncPreview, Problem>> {
  const before = await deps.settings.get(account.id);
  const proposed = choice ? await proposedSettings(deps, account.tenantId, before, choice) : ok(before);
  if (!proposed.ok) return proposed;
  const settings = proposed.value;

  const directory = deps.directories(account.tenantId);
  const snapshot = await readSnapshot(directory, settings, {});
  if (!snapshot.ok) return snapshot;
  const users = await deps.users.all(account.id);
  const groupIds = [...settings.groups, ...settings.exclusions.groups].map((group) => group.id);
  const asRead: SyncInput = {
    snapshot: snapshot.value,
    users,
    settings,
    lastReads: await deps.groupMembers.lastReads(account.id, groupIds),
    // Without a group, only those leave whom an admin saw: here they are shown
    approved: new Set(
      settings.groups.length > 0 ? [] : users.filter(isManagedAndActive).flatMap((user) => user.directoryId ?? []),
    ),
    now: deps.now(),
  };
  const { input, plan } = await planSurely(directory, asRead);
  const known = knowGroups(input);
  const active = users.flatMap((user) => {
    const member = user.status === "ACTIVE" ? known.members.get(user.directoryId ?? "") : undefined;
    return member ? [{ user, person: member.person }] : [];
  });
  const { id: token } = await deps.previews.save(account.id, {
    choice: choiceKey(settings),
    settingsVersion: before.version,
    leaverIds: plan.disable.map((row) => row.user.directoryId),
    read: peopleRead(snapshot.value),
  });
  return ok({
    token,
    settings,
    plan,
    verdict: guard(plan, input, await deps.holds.open(account.id)),
    sums: groupSums(input.snapshot.groups, settings, known.excluded),
    alreadyHere: active
      .filter(({ person }) => standingUnder(known.excluded, person, settings) === "DUE")
      .map(({ user }) => user),
    byHand: active.filter(({ user }) => user.managedBy === "ADMIN").length,
  });
}
