import type { Snapshot, SyncSettings } from "../core/model.js";
import { ok } from "../core/result.js";
import type { Directory, DirectoryResult } from "./ports.js";

/** Reads the chosen and the excluded groups, each to its end or marked as not. */
export async function readSnapshot(
  directory: Directory,
  settings: SyncSettings,
  options: Omit<Parameters<Directory["readGroups"]>[1], "nested">,
): Promise<DirectoryResult<Snapshot>> {
  const chosen = settings.groups.map((group) => group.id);
  const excluded = settings.exclusions.groups.map((group) => group.id);
  const all = [...new Set([...chosen, ...excluded])];
  if (all.length === 0) return ok({ groups: [], excluded: [] });

  const read = await directory.readGroups(all, { ...options, nested: settings.includeNested });
  if (!read.ok) return read;
  const byId = new Map(read.value.map((group) => [group.groupId, group]));
  const inOrder = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  return ok({ groups: inOrder(chosen), excluded: inOrder(excluded) });
}
