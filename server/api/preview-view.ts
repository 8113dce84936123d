import { partialSentences } from "../core/run-words.js";
import { inEnglish, inEnglishOrNull, plainWords, type PlainCode } from "../core/sentences.js";
import type { SyncPreview as Preview } from "../use-cases/preview-sync.js";
import type { UndoPreview as UndoAhead } from "../use-cases/preview-undo.js";
import { GroupSum, PreviewPeople, PreviewPerson, SyncPreview } from "./types/preview.js";
import { make } from "./types/problem.js";
import { UndoPreview } from "./types/history.js";

/** Enough to recognise a mistake by; the rest is a number. */
const SHOWN = 200;

/** A preview as the API shows it. */
export function previewView({ token, settings, plan, verdict, sums, alreadyHere, byHand }: Preview): SyncPreview {
  const names = new Map(
    [...settings.groups, ...settings.exclusions.groups].map(({ id, displayName }) => [id, displayName]),
  );
  const unread = plan.unknownGroups.map(({ groupId }) => names.get(groupId) ?? "");
  const incompleteSentences = unread.length === 0 ? [] : partialSentences(unread, 0);
  return make(SyncPreview, {
    token,
    add: peopleList(plan.create, ({ person, profile }) => [person.id, profile.displayName, "CHANGE_IN_CHOSEN_GROUP"]),
    reenable: peopleList(plan.reenable, (user) => [user.directoryId, user.displayName, "CHANGE_BACK_IN_CHOSEN_GROUP"]),
    update: peopleList(
      plan.update.filter((row) => row.profile),
      ({ user }) => [user.directoryId, user.displayName, "CHANGE_FOLLOWS_DIRECTORY"],
    ),
    disable: peopleList(plan.disable, ({ user, reason }) => [user.directoryId, user.displayName, `CHANGE_${reason}`]),
    skip: peopleList(plan.skip, ({ directoryId, displayName, reason }) => [directoryId, displayName, `SKIP_${reason}`]),
    alreadyHere: peopleList(alreadyHere, (user) => [
      user.directoryId ?? user.id,
      user.displayName,
      `HERE_MANAGED_BY_${user.managedBy}`,
    ]),
    byHand,
    groups: sums.map((sum) => make(GroupSum, { ...sum, displayName: names.get(sum.groupId) ?? "" })),
    wouldHold: [...verdict.because],
    incomplete: inEnglishOrNull(incompleteSentences),
    incompleteSentences,
  });
}

/** What an undo would do, as the API shows it. */
export function undoView({ obstacle, disable, enable, leave }: UndoAhead): UndoPreview {
  return make(UndoPreview, {
    obstacle: obstacle && inEnglish([obstacle]),
    obstacleSentence: obstacle,
    disable: peopleList(disable, (change) => [
      change.directoryId,
      change.displayName,
      change.action === "REENABLE" ? "UNDO_REENABLE" : "UNDO_CREATE",
    ]),
    enable: peopleList(enable, (change) => [change.directoryId, change.displayName, "UNDO_DISABLE"]),
    leave: peopleList(leave, ({ change: { directoryId, displayName }, because }) => [
      directoryId,
      displayName,
      `UNDO_${because}`,
    ]),
  });
}

/** How many there are, and the first of them by name. */
function peopleList<T>(
  rows: readonly T[],
  view: (row: T) => readonly [id: string, name: string, because: PlainCode],
): PreviewPeople {
  const people = rows
    .map((row) => {
      const [directoryId, displayName, because] = view(row);
      return make(PreviewPerson, { directoryId, displayName, because, reason: plainWords(because) });
    })
    .sort((a, b) => a.displayName.localeCompare(b.displayName));
  return make(PreviewPeople, { count: rows.length, people: people.slice(0, SHOWN) });
}
