import { newlyChosen } from "../core/group-health.js";
import type { Brake, ChosenGroup, SyncSettings } from "../core/model.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { say } from "../core/sentences.js";
import type { Directories, DirectoryGroup } from "./ports.js";

export const MOST_GROUPS = 200;

/** What an admin may choose; a field left out stays as it is. */
export interface SyncChoice {
  readonly groupIds?: readonly string[] | undefined;
  readonly excludedGroupIds?: readonly string[] | undefined;
  readonly disableLeavers?: boolean | undefined;
  readonly includeNested?: boolean | undefined;
  readonly includeGuests?: boolean | undefined;
  readonly disableGone?: boolean | undefined;
  readonly brake?: Brake | undefined;
}

/** The settings as they would be under this choice, with every id asked for in the account's own tenant. */
export async function proposedSettings(
  deps: { readonly directories: Directories },
  tenantId: string,
  before: SyncSettings,
  choice: SyncChoice,
): Promise<Result<SyncSettings, Problem>> {
  const { brake = before.brake } = choice;
  if (!isAllowed(brake)) return problem({ code: "INVALID_INPUT", because: say("BRAKE_OUT_OF_BOUNDS") });

  const known = [...before.groups, ...before.exclusions.groups];
  const wanted = [...idsIn(choice.groupIds), ...idsIn(choice.excludedGroupIds)];
  const found = await lookUp(deps.directories, tenantId, wanted);
  if (!found.ok) return found;

  const choose = (ids: readonly string[] | undefined, unchanged: readonly ChosenGroup[]) =>
    ids ? chosen(idsIn(ids), found.value, known, before.enabled) : ok(unchanged);
  const groups = choose(choice.groupIds, before.groups);
  if (!groups.ok) return groups;
  const excludedGroups = choose(choice.excludedGroupIds, before.exclusions.groups);
  if (!excludedGroups.ok) return excludedGroups;
  const excluded = new Set(idsOf(excludedGroups.value));
  const both = groups.value.find(({ id }) => excluded.has(id));
  if (both)
    return problem({ code: "INVALID_INPUT", because: say("CHOSEN_AND_EXCLUDED", { names: [both.displayName] }) });

  return ok({
    ...before,
    groups: groups.value,
    exclusions: { ...before.exclusions, groups: excludedGroups.value },
    disableLeavers: choice.disableLeavers ?? before.disableLeavers,
    includeNested: choice.includeNested ?? before.includeNested,
    includeGuests: choice.includeGuests ?? before.includeGuests,
    disableGone: choice.disableGone ?? before.disableGone,
    brake,
  });
}

/** The part of the settings that decides who is due, as text: the preview of another choice is not the one agreed to. */
export function choiceKey({ groups, exclusions, ...settings }: SyncSettings): string {
  const { disableLeavers, includeNested, includeGuests } = settings;
  const people = exclusions.people.map((person) => person.id).sort();
  return JSON.stringify([
    idsOf(groups),
    idsOf(exclusions.groups),
    people,
    disableLeavers,
    includeNested,
    includeGuests,
  ]);
}

export const idsOf = (groups: readonly ChosenGroup[]): readonly string[] => groups.map((group) => group.id).sort();

async function lookUp(
  directories: Directories,
  tenantId: string,
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, DirectoryGroup>, Problem>> {
  if (ids.length > MOST_GROUPS)
    return problem({ code: "TOO_MANY", because: say("TOO_MANY_GROUPS", { limit: MOST_GROUPS }) });
  if (ids.length === 0) return ok(new Map());
  const found = await directories(tenantId).lookUpGroups(ids);
  return found.ok ? ok(new Map(found.value.map((group) => [group.id, group]))) : found;
}

/** An id of another tenant does not exist here. One that was chosen before may stay, though it is missing now. */
function chosen(
  ids: readonly string[],
  found: ReadonlyMap<string, DirectoryGroup>,
  known: readonly ChosenGroup[],
  wasEnabled: boolean,
): Result<readonly ChosenGroup[], Problem> {
  const groups: ChosenGroup[] = [];
  for (const id of ids) {
    const before = known.find((group) => group.id === id);
    const group = found.get(id);
    if (group?.hiddenMembership)
      return problem({ code: "GROUP_HIDDEN", because: say("GROUP_HIDES_MEMBERS", { names: [group.displayName] }) });
    if (group) groups.push(newlyChosen({ ...group, id }));
    else if (before) groups.push(wasEnabled ? before : { ...before, notFoundSince: null });
    else return problem({ code: "GROUP_GONE" });
  }
  return ok(groups);
}

const idsIn = (ids: readonly string[] = []): readonly string[] => [...new Set(ids.map((id) => id.toLowerCase()))];

function isAllowed({ percent, cap }: Brake): boolean {
  return percent >= 1 && percent <= 50 && cap >= 1 && cap <= 5000;
}
