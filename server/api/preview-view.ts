import { changeWords, partialWords, skipWords, UNDO_PERSON_WORDS } from "../core/words.js";
import type { SyncPreview as Preview } from "../use-cases/preview-sync.js";
import type { UndoPreview as UndoAhead } from "../use-cases/preview-undo.js";
import { GroupSum, PreviewPeople, PreviewPerson, SyncPreview } from "./types/preview.js";
import { make } from "./types/problem.js";
import { UndoPreview } from "./types/run.js";

/** Enough to recognise a mistake by; the rest is a number. */
const SHOWN = 200;

/** A preview as the API shows it. */
export function previewView({ token, settings, plan, verdict, sums, alreadyHere, byHand }: Preview): SyncPreview {
  const names = new Map(
    [...settings.groups, ...settings.exclusions.groups].map(({ id, displayName }) => [id, displayName]),
  );
  return make(SyncPreview, {
    token,
    add: peopleList(plan.create, ({ person, profile }) => [
      person.id,
      profile.displayName,
      changeWords("IN_CHOSEN_GROUP"),
    ]),
    reenable: peopleList(plan.reenable, (user) => [
      user.directoryId,
      user.displayName,
      changeWords("BACK_IN_CHOSEN_GROUP"),
    ]),
    update: peopleList(
      plan.update.filter((row) => row.profile),
      ({ user }) => [user.directoryId, user.displayName, changeWords("FOLLOWS_DIRECTORY")],
    ),
    disable: peopleList(plan.disable, ({ user, reason }) => [user.directoryId, user.displayName, changeWords(reason)]),
    skip: peopleList(plan.skip, ({ directoryId, displayName, reason }) => [
      directoryId,
      displayName,
      skipWords(reason),
    ]),
    alreadyHere,
    byHand,
    groups: sums.map((sum) => make(GroupSum, { ...sum, displayName: names.get(sum.groupId) ?? "" })),
    wouldHold: [...verdict.because],
    incomplete:
      plan.unknownGroups.length === 0
        ? null
        : partialWords(
            plan.unknownGroups.map(({ groupId }) => names.get(groupId) ?? ""),
            0,
          ),
  });
}

/** What an undo would do, as the API shows it. */
export function undoView({ obstacle, disable, enable, leave }: UndoAhead): UndoPreview {
  return make(UndoPreview, {
    obstacle,
    disable: peopleList(disable, (change) => [
      change.directoryId,
      change.displayName,
      UNDO_PERSON_WORDS[change.action === "REENABLE" ? "REENABLE" : "CREATE"],
    ]),
    enable: peopleList(enable, (change) => [change.directoryId, change.displayName, UNDO_PERSON_WORDS.DISABLE]),
    leave: peopleList(leave, ({ change: { directoryId, displayName }, because }) => [
      directoryId,
      displayName,
      UNDO_PERSON_WORDS[because],
    ]),
  });
}

/** How many there are, and the first of them by name. */
function peopleList<T>(
  rows: readonly T[],
  view: (row: T) => readonly [id: string, name: string, reason: string],
): PreviewPeople {
  const people = rows
    .map((row) => {
      const [directoryId, displayName, reason] = view(row);
      return make(PreviewPerson, { directoryId, displayName, reason });
    })
    .sort((a, b) => a.displayName.localeCompare(b.displayName));
  return make(PreviewPeople, { count: rows.length, people: people.slice(0, SHOWN) });
}
