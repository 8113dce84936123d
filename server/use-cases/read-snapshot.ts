import type { Snapshot, SyncSettings } from "../core/model.js";
import { ok } from "../core/result.js";
import type { AgreedPreview, Directory, DirectoryResult, GroupMemberStore } from "./ports.js";

/** Reads the chosen and the excluded groups, each to its end or marked as not. */
export async function readSnapshot(
  directory: Directory,
  settings: SyncSettings,
  options: Omit<Parameters<Directory["readGroups"]>[1], "nested">,
): Promise<DirectoryResult<Snapshot>> {
  const { chosen, excluded, all } = groupIdsOf(settings);
  if (all.length === 0) return ok({ groups: [], excluded: [] });

  const read = await directory.readGroups(all, { ...options, nested: settings.includeNested });
  if (!read.ok) return read;
  const byId = new Map(read.value.map((group) => [group.groupId, group]));
  const inOrder = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  return ok({ groups: inOrder(chosen), excluded: inOrder(excluded) });
}

/** How many rows its lists have, each person once a list. */
export const peopleRead = ({ groups, excluded }: Snapshot): number =>
  [...new Map([...groups, ...excluded].map((group) => [group.groupId, group])).values()].reduce(
    (sum, group) => sum + (group.outcome === "COMPLETE" ? group.people.length : 0),
    0,
  );

/**
 * How many rows the lists will have, as far as one can know before they are read: as many as at the last time, or as the
 * preview found of groups that no run has read yet. Null where neither knows.
 */
export async function peopleExpected(
  groupMembers: GroupMemberStore,
  accountId: string,
  settings: SyncSettings,
  preview: AgreedPreview | null,
): Promise<number | null> {
  const { all } = groupIdsOf(settings);
  const sizes = await groupMembers.sizes(accountId, all);
  if (sizes.length === all.length) return sizes.reduce((sum, { people }) => sum + people, 0);
  return preview?.read ?? null;
}

function groupIdsOf({ groups, exclusions }: SyncSettings) {
  const chosen = groups.map((group) => group.id);
  const excluded = exclusions.groups.map((group) => group.id);
  return { chosen, excluded, all: [...new Set([...chosen, ...excluded])] };
}
