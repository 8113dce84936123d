import { quoted, type Names } from "./phrases.js";

const CHANGES = {
  CHANGE_IN_CHOSEN_GROUP: "Is in a chosen group.",
  CHANGE_BACK_IN_CHOSEN_GROUP: "Is in a chosen group again.",
  CHANGE_FOLLOWS_DIRECTORY: "Follows the directory.",
  CHANGE_BY_HAND: "Picked by an admin.",
  CHANGE_UNDONE: "An admin undid a run.",
  CHANGE_LEFT_GROUPS: "No longer in any of the chosen groups.",
  CHANGE_BLOCKED_IN_DIRECTORY: "Sign-in was blocked in the directory.",
  CHANGE_DELETED_IN_DIRECTORY: "Deleted in the directory.",
  CHANGE_GUESTS_LEFT_OUT: "Guests are left out.",
  CHANGE_EXCLUDED: "Excluded from the sync.",
  CHANGE_BY_ADMIN: "By an admin.",
} as const;

const SKIPPED = {
  SKIP_BLOCKED_IN_DIRECTORY: "Sign-in is blocked in the directory.",
  SKIP_GUEST_LEFT_OUT: "Guests are left out.",
  SKIP_EXCLUDED: "Excluded from the sync.",
  SKIP_EXCLUSION_UNKNOWN: "Whether an excluded group holds them could not be read.",
  SKIP_DETAILS_UNKNOWN: "The directory does not show whether this person may sign in.",
  SKIP_DISABLED_BY_ADMIN: "Disabled, and an admin decides about them, so that stays.",
  SKIP_MAIL_CONFLICT:
    "Somebody here already has this mail address and is not linked to the directory: an admin decides.",
  SKIP_LAST_ADMIN: "The last admin who can sign in stays.",
} as const;

/** What became of somebody who was picked by hand, where they were not added. */
export const IMPORTS = {
  IMPORT_ALREADY_HERE: "Already here.",
  IMPORT_BLOCKED_IN_DIRECTORY: "Sign-in is blocked in the directory.",
  IMPORT_DETAILS_HIDDEN: "The directory does not show whether this person may sign in.",
  IMPORT_NOT_IN_DIRECTORY: "Not found in your directory.",
  IMPORT_DELETED: "Deleted in the directory.",
  IMPORT_NO_ANSWER: "Microsoft gave no clear answer about this person. Try again.",
  IMPORT_MAIL_CONFLICT:
    "Somebody here already has this mail address, and is not linked to the directory. An admin has to decide whether they are the same person.",
  IMPORT_NOT_WRITTEN: "Could not be saved. Try again.",
} as const;

const HERE = {
  HERE_MANAGED_BY_GROUPS: "Managed by the groups.",
  HERE_MANAGED_BY_ADMIN: "Managed by admins: stays also when they leave the groups.",
} as const;

const UNDO = {
  UNDO_CREATE: "Came in by this run.",
  UNDO_REENABLE: "Came back by this run.",
  UNDO_DISABLE: "Was disabled by this run.",
  UNDO_CHANGED_SINCE: "Was enabled or disabled by somebody since, so that stays.",
  UNDO_LAST_ADMIN: "The last admin who can sign in stays.",
  UNDO_NOT_HERE: "Is not linked to a user here any more.",
} as const;

/** Why a change did not come about. */
export const NOT_DONE = {
  NOT_DONE_STAYS: "A second look found that they may stay.",
  NOT_DONE_UNKNOWN: "Microsoft gave no clear answer about them, so they were left alone.",
  NOT_DONE_GONE_AT_FIRST: "The directory does not find them. If a later run does not either, they count as deleted.",
  NOT_DONE_NOT_LEAVING: "They were not leaving any more.",
  NOT_DONE_LAST_ADMIN: "The last admin who can sign in stays.",
  NOT_DONE_NOT_WRITTEN: "Could not be saved. The next run tries again.",
  NOT_DONE_OVERTAKEN: "Had been changed by somebody else meanwhile.",
  NOT_DONE_NOT_REACHED: "The run was cut short before it came to them.",
} as const;

const ALREADY = {
  ALREADY_ACTIVE: "Already active.",
  ALREADY_DISABLED: "Already disabled.",
  ALREADY_BY_GROUPS: "The groups decide about them already.",
  ALREADY_BY_ADMIN: "An admin decides about them already.",
} as const;

/** What admins decide about people, and what the next run will. */
export const PEOPLE_SENTENCES = {
  ...CHANGES,
  ...SKIPPED,
  ...IMPORTS,
  ...HERE,
  ...UNDO,
  ...NOT_DONE,
  ...ALREADY,
  MAIL_OF_SOMEBODY_UNLINKED: ({ names }: Names) =>
    `Somebody here has the mail address ${names.join(", ")} and is not linked to the directory. Only you can say whether they are the same person.`,
  NOT_YOURSELF: "You cannot disable yourself. Another admin can.",
  NOT_LINKED: "This user is not linked to the directory, so no group can decide about them.",

  LINK_ALREADY_THEIRS: "This record is that person's already.",
  LINK_STILL_THERE:
    "The person of this record is still in the directory, or not surely deleted, so nobody else can have it.",
  LINK_USER_TOO:
    "That person is a user here already. Disable that user first; the two records then change places, and nothing is lost.",
  LINK_OVERTAKEN: "One of the two was changed by somebody else meanwhile. Look at them as they are now.",

  WILL_ADD: "The next run adds them.",
  WILL_REENABLE: "The next run enables them again.",
  WILL_DISABLE: "The next run disables them, if a second look confirms it and the brake lets it.",
  WAITS_ON_HOLD: "Nothing happens to them until an admin has decided about the list that waits.",
  ASKS_AGAIN: "The next run asks again, and leaves them as they are until there is a clear answer.",
  LOOKS_AGAIN: ({ names }: Names) => `The next run looks again: who is in ${quoted(names)} cannot be seen just now.`,
  LEFT_AS_THEY_ARE: "The next run leaves them as they are.",
  STAYS_SYNC_OFF: "They stay as they are: automatic import is off.",
  STAYS_NO_GROUPS: "They stay as they are: no group is chosen.",
  STAYS_KEPT_BY_ADMIN: "They stay as they are: admins manage them, not the groups.",
  STAYS_LEAVERS_STAY: "They stay as they are: leavers are not disabled.",
  STAYS_GROUP_UNREADABLE: "They stay as they are: a chosen or excluded group cannot be read just now.",
  STAYS_GROUP_MISSING: "They stay as they are: a chosen group they were in is missing, and keeps its people.",
  STAYS_LAST_ADMIN: "They stay as they are: they are the last admin who can sign in.",
} as const;
