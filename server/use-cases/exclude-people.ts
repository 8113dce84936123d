import { changesOf, type AuditKind, type AuditSubject } from "../core/audit.js";
import type { ChosenGroup, ExcludedPerson, Exclusions, Person, SyncSettings } from "../core/model.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { say } from "../core/sentences.js";
import { audited, deedOf, type AuditDeps } from "./audit.js";
import { requestRun, type RequestRunDeps } from "./request-run.js";
import { proposedSettings } from "./sync-choice.js";
import type { Caller } from "./sign-in.js";
import type { Directories, GroupMemberStore, SettingsStore } from "./ports.js";

export interface ExcludeDeps extends RequestRunDeps, AuditDeps {
  readonly directories: Directories;
  readonly settings: SettingsStore;
}

const MOST_AT_ONCE = 200;

/** Exclusions by name stand in the settings, which every step of a run reads: two megabytes of them are enough. */
export const MOST_EXCLUDED = 20_000;

export interface ExcludeInput {
  readonly directoryIds: readonly string[];
  readonly groupIds: readonly string[];
  /** False takes the exclusions back. */
  readonly exclude: boolean;
}

/**
 * Excludes people and groups from the sync, or takes that back: all of them or none. Each id is asked for in the
 * account's own tenant, so one of another tenant is not found. The sync then leaves them alone, and disables those it
 * manages where leavers are disabled, within the brake; importing them by hand stays possible.
 */
export async function excludePeople(
  deps: ExcludeDeps,
  caller: Caller,
  input: ExcludeInput,
): Promise<Result<SyncSettings, Problem>> {
  const [personIds, groupIds] = [idsIn(input.directoryIds), idsIn(input.groupIds)];
  if (personIds.length + groupIds.length === 0)
    return problem({ code: "INVALID_INPUT", because: say("NOBODY_TO_EXCLUDE") });
  if (personIds.length > MOST_AT_ONCE)
    return problem({ code: "TOO_MANY", because: say("TOO_MANY_PEOPLE", { limit: MOST_AT_ONCE }) });
  if (groupIds.length > MOST_AT_ONCE)
    return problem({ code: "TOO_MANY", because: say("TOO_MANY_GROUPS", { limit: MOST_AT_ONCE }) });

  if (!input.exclude) {
    const { people, groups } = (await deps.settings.get(caller.account.id)).exclusions;
    const known = new Set([...people, ...groups].map(({ id }) => id));
    if ([...personIds, ...groupIds].some((id) => !known.has(id)))
      return problem({ code: "NOT_FOUND", because: say("EXCLUSION_NOT_FOUND") });
    const gone = new Set([...personIds, ...groupIds]);
    return ok(await changeAndRun(deps, caller, "EXCLUSION_ENDED", (before) => withoutThese(before, gone)));
  }

  const already = (await deps.settings.get(caller.account.id)).exclusions.people.length;
  if (already + personIds.length > MOST_EXCLUDED)
    return problem({ code: "NOT_ALLOWED", because: say("TOO_MANY_EXCLUDED", { limit: MOST_EXCLUDED }) });
  const people = await peopleToExclude(deps, caller, personIds);
  if (!people.ok) return people;
  const groups = await groupsToExclude(deps, caller, groupIds);
  if (!groups.ok) return groups;
  return ok(await changeAndRun(deps, caller, "EXCLUDED", (before) => withThese(before, people.value, groups.value)));
}

/** Keeps a person out because an admin does not want to decide about their mail; taken back like any exclusion. */
export async function excludeConflicting(deps: ExcludeDeps, caller: Caller, person: ExcludedPerson): Promise<void> {
  const skipped = { ...person, because: "MAIL_CONFLICT" } as const;
  await changeAndRun(deps, caller, "CONFLICT_SKIPPED", (before) => withThese(before, [skipped], []));
}

export function withThese(
  before: Exclusions,
  people: readonly ExcludedPerson[],
  groups: readonly ChosenGroup[],
): Exclusions {
  const add = <T extends { readonly id: string }>(some: readonly T[], more: readonly T[]): readonly T[] => {
    const known = new Set(some.map(({ id }) => id));
    return [...some, ...more.filter(({ id }) => !known.has(id))];
  };
  return { people: add(before.people, people), groups: add(before.groups, groups) };
}

function withoutThese(before: Exclusions, gone: ReadonlySet<string>): Exclusions {
  return {
    people: before.people.filter(({ id }) => !gone.has(id)),
    groups: before.groups.filter(({ id }) => !gone.has(id)),
  };
}

/** Answers with the settings as they are then; those that stay the same are not written, and nothing runs for them. */
async function changeAndRun(
  deps: ExcludeDeps,
  caller: Caller,
  kind: AuditKind,
  change: (before: Exclusions) => Exclusions,
): Promise<SyncSettings> {
  const { account, user } = caller;
  const [before, after] = await audited(deps, deedOf(caller, kind), async () => {
    const changed = await changeExclusions(deps.settings, account.id, change);
    const [{ exclusions: was }, { exclusions: is }] = changed;
    return [changed, [...changedOnes("PERSON", was.people, is.people), ...changedOnes("GROUP", was.groups, is.groups)]];
  });
  if (after.version !== before.version && after.enabled && after.groups.length > 0)
    await requestRun(deps, account.id, { trigger: "SETTINGS", startedBy: user.displayName });
  return after;
}

/** However often the settings change meanwhile: what an admin shut out must not come in by the next run. */
export async function changeExclusions(
  settings: SettingsStore,
  accountId: string,
  change: (before: Exclusions) => Exclusions,
): Promise<readonly [before: SyncSettings, after: SyncSettings]> {
  for (;;) {
    const before = await settings.get(accountId);
    const exclusions = change(before.exclusions);
    if (size(exclusions) === size(before.exclusions)) return [before, before];
    const after = await settings.save(accountId, before.version, { ...before, exclusions });
    if (after) return [before, after];
  }
}

const size = ({ people, groups }: Exclusions): number => people.length + groups.length;

function changedOnes(
  type: "PERSON" | "GROUP",
  was: readonly ExcludedPerson[] | readonly ChosenGroup[],
  is: readonly ExcludedPerson[] | readonly ChosenGroup[],
): readonly AuditSubject[] {
  const [before, after] = [new Set(was.map(({ id }) => id)), new Set(is.map(({ id }) => id))];
  return [...new Map([...was, ...is].map((one) => [one.id, one])).values()].flatMap(({ id, displayName }) =>
    changesOf({ type, id, name: displayName }, { excluded: before.has(id) }, { excluded: after.has(id) }),
  );
}

/** Somebody who is deleted in the directory, but was a user here, may be excluded in case they come back. */
async function peopleToExclude(
  { directories, users }: ExcludeDeps,
  { account }: Caller,
  ids: readonly string[],
): Promise<Result<readonly ExcludedPerson[], Problem>> {
  if (ids.length === 0) return ok([]);
  const looked = await directories(account.tenantId).lookUpPeople(ids);
  if (!looked.ok) return looked;
  const here = new Map((await users.byDirectoryIds(account.id, ids)).map((user) => [user.directoryId, user]));

  const people: ExcludedPerson[] = [];
  for (const id of ids) {
    const where = looked.value.get(id);
    const known = where?.found === "PRESENT" ? where.person : here.get(id);
    if (known) people.push({ id, displayName: known.displayName });
    else if (where?.found === "UNKNOWN") return problem({ code: "DIRECTORY_UNREACHABLE" });
    else return problem({ code: "NOT_FOUND", because: say("PERSON_NOT_IN_DIRECTORY") });
  }
  return ok(people);
}

/** By the rules of a choice of groups: none that is hidden, or not of this tenant, and not more than there may be. */
async function groupsToExclude(
  deps: ExcludeDeps,
  { account }: Caller,
  ids: readonly string[],
): Promise<Result<readonly ChosenGroup[], Problem>> {
  if (ids.length === 0) return ok([]);
  const before = await deps.settings.get(account.id);
  const excludedGroupIds = [...before.exclusions.groups.map(({ id }) => id), ...ids];
  const proposed = await proposedSettings(deps, account.tenantId, before, { excludedGroupIds });
  return proposed.ok ? ok(proposed.value.exclusions.groups) : proposed;
}

/** Those of these people whom the sync leaves alone, by name or by an excluded group as it was last read. */
export async function excludedAmong(
  { groupMembers }: { readonly groupMembers: GroupMemberStore },
  accountId: string,
  { exclusions }: SyncSettings,
  people: readonly Person[],
): Promise<ReadonlySet<string>> {
  const byGroup = await groupMembers.membersAmong(
    accountId,
    exclusions.groups.map(({ id }) => id),
    people.map(({ id }) => id),
  );
  return new Set([...exclusions.people.map(({ id }) => id), ...byGroup.keys()]);
}

const idsIn = (ids: readonly string[]): readonly string[] => [...new Set(ids.map((id) => id.toLowerCase()))];
