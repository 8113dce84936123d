import { nobody, people, quoted, type Count, type Limit, type Names } from "./phrases.js";

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Why a run did not SUCCEED; one that undid or imported, too. */
export const RUN_SENTENCES = {
  ANOTHER_RUN_WENT_ON: "Another run of this account was still going on.",
  RUN_SETTINGS_CHANGED: "The settings were changed while it ran. What it had written by then stays.",
  RUN_DISABLED: "Automatic import was disabled while it ran. What it had written by then stays.",
  RUN_LEASE_LOST: "The run took too long and another one took over.",
  RUN_CUT_SHORT: "The run was cut short, by a restart for example. The next one finishes the work.",
  RUN_SHUTDOWN: "The server was shutting down. The next run finishes the work.",
  RUN_UNEXPECTED: "Something went wrong on our side. The next run tries again.",
  RUN_TRIES_AGAIN: "The next run tries again.",
  NOBODY_WAS_DISABLED: "Nobody was disabled.",

  GROUPS_NOT_READ: ({ names }: Names) =>
    `${quoted(names)} could not be read to the end, so nobody was disabled; people who were seen were added.`,
  PEOPLE_NOT_SAVED: ({ count }: Count) => `${people(count)} could not be saved.`,
  LIST_DOUBTFUL: ({ names, count }: Names & Count) =>
    `${quoted(names)} is in a chosen group whose list lacked them, so the list was wrong and ${nobody(count)} was disabled by it. The next run tries again.`,
  NOT_LOOKED_AGAIN: ({ count }: Count) =>
    `${capital(nobody(count))} was disabled, because those who seem to have left could not be looked at once more.`,
  NO_CLEAR_ANSWER: ({ count }: Count) =>
    `There was no clear answer about ${people(count)} who ${count === 1 ? "seems" : "seem"} to have left, so they were left alone. The next run asks again.`,
  GONE_HELD: ({ count }: Count) =>
    `${people(count)} managed by admins are blocked or deleted in the directory, more than the brake lets a day disable. Nobody was; look at them on the Users page, by the filter for the directory's state.`,

  PERSON_ON_HOLD: "They are left as they are until an admin has decided about the list that waits.",
  PERSON_OVER_LIMIT:
    "They were not disabled: the brake lets this day disable nobody else. The next full run puts them on a list for an admin.",
  PERSON_NOBODY_LEFT:
    "They were not disabled: nobody managed by the groups would remain active. The next full run asks an admin.",
  PERSON_NO_CLEAR_ANSWER: "Microsoft gave no clear answer about them, so they were left as they are.",

  IMPORT_CUT_SHORT:
    "The import was cut short, by a restart for example. Who was added stays; import again for the rest.",
  IMPORT_STOPPED: ({ names }: Names) =>
    `${names.join(", ")} stopped the import. Who was added stays; undo it, or import again for the rest.`,
  IMPORT_STOPPED_AT_ONCE: ({ names }: Names) => `${names.join(", ")} stopped the import before anybody was added.`,
  IMPORT_NOT_STOPPABLE: "Only an import of everybody who matches can be stopped.",
  IMPORT_SHUTDOWN: "The server was shutting down. Who was added stays; import again for the rest.",
  IMPORT_BROKE_OFF:
    "Microsoft did not answer any more, or asked us to slow down. Who was added stays; import again a little later for the rest.",
  IMPORT_UNEXPECTED: "Something went wrong on our side. Who was added stays; import again for the rest.",
  IMPORTED_PARTLY: ({ count, limit }: Count & Limit) =>
    `${count.toLocaleString("en")} of ${limit.toLocaleString("en")} could not be added; they are named in the list, with the reason.`,

  ALREADY_UNDONE: "Another undo of this run was first.",
  UNDONE_PARTLY: ({ count }: Count) =>
    `${people(count)} had been changed since, or could not be changed, and stay as they are; they are named in the list.`,
  UNDO_STILL_RUNNING: "This run is still going on.",
  UNDO_OF_AN_UNDO: "This run was an undo itself. Enable or disable people by hand instead, on the Users page.",
  UNDO_DONE_BEFORE: "This run was undone before.",
  UNDO_NOTHING: "Nobody came in, came back or was disabled by this run, so there is nothing to undo.",
} as const;
