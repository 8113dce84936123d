import { isMissing } from "../core/known-groups.js";
import type { Account, SyncSettings, User } from "../core/model.js";
import { seenOf, type OnePerson } from "../core/one-person.js";
import { emailKey, profileOf } from "../core/person.js";
import { canAdminister, isLinked } from "../core/plan.js";
import type { DirectoryProblem } from "../core/problems.js";
import { ok, type Result } from "../core/result.js";
import type { Clock, Directories, Directory, GroupMemberStore, HoldStore, ReadOptions, UserStore } from "./ports.js";

export interface SeeOneDeps {
  readonly directories: Directories;
  readonly users: UserStore;
  readonly groupMembers: GroupMemberStore;
  readonly holds: HoldStore;
  readonly now: Clock;
}

export interface Who {
  readonly account: Account;
  readonly settings: SyncSettings;
  /** In lower case. */
  readonly directoryId: string;
}

/** Asks the directory and the account for everything that decides about one person. A handful of requests, no list. */
export async function seeOne(
  deps: SeeOneDeps,
  { account, settings, directoryId }: Who,
  options: ReadOptions,
): Promise<Result<OnePerson, DirectoryProblem>> {
  const directory = deps.directories(account.tenantId);
  const [where, look, groups] = await Promise.all([
    directory.lookUpPeople([directoryId], options),
    directory.lookAgain([directoryId], { ...options, nested: settings.includeNested }),
    groupsNow(directory, settings, deps.now(), options),
  ]);
  if (!where.ok) return where;
  if (!look.ok) return look;
  if (!groups.ok) return groups;

  const unknown = { found: "UNKNOWN" } as const;
  const seen = seenOf(where.value.get(directoryId) ?? unknown, look.value.get(directoryId) ?? unknown);
  const { unsure, missing } = groups.value;
  const [[user], admins, local, hold, pinned, excludedBefore] = await Promise.all([
    deps.users.byDirectoryIds(account.id, [directoryId]),
    deps.users.admins(account.id),
    seen.found === "PRESENT" ? localWith(deps.users, account.id, profileOf(seen.person).email) : [],
    deps.holds.open(account.id),
    wasIn(settings.groups, (id) => missing.has(id)),
    wasIn(settings.exclusions.groups, (id) => missing.has(id) || unsure.has(id)),
  ]);
  return ok({
    directoryId,
    seen,
    user: user && isLinked(user) ? user : null,
    settings,
    unsure,
    missing,
    pinned,
    excludedBefore,
    localMails: new Set(local.map(({ email }) => emailKey(email ?? ""))),
    hold,
    lastAdmin: user?.role === "ADMIN" && !admins.some((admin) => admin.id !== user.id && canAdminister(admin)),
    now: deps.now(),
  });

  async function wasIn(groups: SyncSettings["groups"], wanted: (id: string) => boolean): Promise<boolean> {
    const ids = groups.map(({ id }) => id).filter(wanted);
    return ids.length > 0 && (await deps.groupMembers.membersAmong(account.id, ids, [directoryId])).size > 0;
  }
}

/** Which of the chosen and excluded groups cannot be asked about, now or ever again. */
async function groupsNow(directory: Directory, settings: SyncSettings, now: Date, { signal }: ReadOptions) {
  const all = [...settings.groups, ...settings.exclusions.groups];
  const unsure = new Set<string>();
  const missing = new Set<string>();
  if (all.length === 0) return ok({ unsure, missing });

  const found = await directory.lookUpGroups([...new Set(all.map(({ id }) => id))], signal && { signal });
  if (!found.ok) return found;
  const seen = new Map(found.value.map((group) => [group.id, group]));
  for (const group of all) {
    const there = seen.get(group.id);
    if (there && !there.hiddenMembership) continue;
    if (!there && isMissing(group, now)) missing.add(group.id);
    else unsure.add(group.id);
  }
  return ok({ unsure, missing });
}

async function localWith(users: UserStore, accountId: string, email: string | null): Promise<readonly User[]> {
  return email === null ? [] : users.unlinkedByEmail(accountId, [email]);
}
