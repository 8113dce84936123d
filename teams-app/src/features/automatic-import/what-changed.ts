import { texts } from "../../texts/texts.js";
import type { Settings } from "./set-up-draft.js";

/** What somebody else changed between two versions of the settings, a sentence each. */
export function whatChanged(before: Settings, after: Settings): string[] {
  const words = texts.automaticImport.setUp.changed;
  const { on } = texts.automaticImport;
  const [had, has] = [namesOf(before.groups), namesOf(after.groups)];
  const sentences = [
    before.enabled !== after.enabled && words.enabled(after.enabled),
    ...[...has].flatMap(([id, name]) => (had.has(id) ? [] : [words.groupAdded(name)])),
    ...[...had].flatMap(([id, name]) => (has.has(id) ? [] : [words.groupRemoved(name)])),
    before.disableLeavers !== after.disableLeavers && on.disableLeavers(after.disableLeavers),
    before.includeGuests !== after.includeGuests && on.includeGuests(after.includeGuests),
    before.includeNested !== after.includeNested && on.includeNested(after.includeNested),
    (before.brake.percent !== after.brake.percent || before.brake.cap !== after.brake.cap) &&
      on.brake(after.brake.percent, after.brake.cap),
    idsOf(before.excludedGroups) + idsOf(before.excludedPeople) !==
      idsOf(after.excludedGroups) + idsOf(after.excludedPeople) && words.exclusions,
  ].filter((sentence) => sentence !== false);
  return sentences.length > 0 ? sentences : [words.other];
}

const namesOf = (groups: Settings["groups"]): Map<string, string> =>
  new Map(groups.map(({ id, displayName }) => [id, displayName]));

const idsOf = (rows: readonly { id: string }[]): string =>
  rows
    .map(({ id }) => id)
    .sort()
    .join();
