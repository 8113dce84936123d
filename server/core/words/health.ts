import { quoted, type Count, type Names } from "./phrases.js";

const GROUPS = {
  GROUP_IS_MISSING: "Cannot be found in your directory. Its people stay as they are.",
  GROUP_IS_HIDDEN: "Hides its members, so nobody is disabled while it is chosen.",
  GROUP_IS_INCOMPLETE: "The last run could not read it to its end, so it disabled nobody.",
  GROUP_IS_EMPTY: "Has no people in it.",
  GROUP_IS_SHRUNK: ({ count }: Count) => `Lost more than half of its people: it had ${count.toLocaleString("en")}.`,
  GROUP_IS_RENAMED: ({ names }: Names) => `Was called ${quoted(names)} when it was chosen.`,
  GROUP_IS_DYNAMIC: "Is filled by a rule in your directory.",
} as const;

const REVIEW = "Press Review permissions, or ask somebody who may consent in your directory.";

/** What there is to do; each after something that happened. */
const NEXT = {
  NEXT_GOES_ON: "Nothing to do: it goes on by itself.",
  NEXT_RUN_GOES_ON: "Nothing to do: the next run goes on.",
  NEXT_CHOOSE_A_GROUP: "Press Edit and choose a group.",
  NEXT_REVIEW: REVIEW,
  NEXT_ENABLE_APP:
    "Ask somebody who manages enterprise applications in Microsoft Entra to enable Rollcall there again, then press Check again.",
  NEXT_POLICY: "Ask whoever manages these policies to let Rollcall through, then press Check again.",
  NEXT_OPERATOR_MENDS: "Tell the operator of Rollcall, who has to mend this. There is nothing to do in your directory.",
  NEXT_OPERATOR_RENEWS:
    "Tell the operator of Rollcall, who has to renew it by then. There is nothing to do in your directory.",
  NEXT_TENANT: "Tell the operator of Rollcall, and whether your directory was deleted or moved to another one.",
  NEXT_RESTORE_GROUP: "Restore the group in your directory, or press Edit and remove it.",
  NEXT_SHOW_MEMBERS: "Let its members be seen in your directory, or press Edit and choose another group.",
  NEXT_RUN_NOW: "The next run tries again by itself. Run now tries at once.",
  NEXT_AT_ONCE: "Run now tries at once.",
  NEXT_DECIDE:
    "The list is under Automatic import. If the directory is wrong, correct it there: the next run looks again.",
  NEXT_APPROVED: ({ names }: Names) =>
    `Nothing to do: ${names.join(", ")} has approved it, and the next run carries it out.`,
} as const;

/** How automatic import is, and how its groups are. */
export const HEALTH_SENTENCES = {
  ...GROUPS,
  ...NEXT,
  IMPORT_IS_OFF: "Automatic import is off.",
  IMPORT_IS_ON: "Automatic import is on.",
  FIRST_RUN_STARTS: "Automatic import is on. The first run starts in a moment.",
  RUN_GOES_ON: "A run is going on.",
  RUN_WAITS:
    "A run is going on. Microsoft asked it to slow down, or gave no good answer, so it waits a little and asks again.",
  NO_GROUP_CHOSEN: "Automatic import is on, but no group is chosen.",
  DIRECTORY_CLOSED: "Microsoft no longer lets Rollcall read this directory. Nobody was disabled.",
  SLOWED_DOWN: "Microsoft asked us to slow down. Nobody was disabled.",
  GROUPS_MISSING: ({ names }: Names) =>
    `${quoted(names)} cannot be found in your directory. Its people stay as they are.`,
  GROUPS_HIDDEN: ({ names }: Names) =>
    `The members of ${quoted(names)} are hidden. Nobody is disabled while Rollcall cannot see who is in it.`,
  CREDENTIALS_EXPIRE: ({ count }: Count) =>
    `Automatic import is on, but what Rollcall signs in with at Microsoft runs out ${count === 0 ? "today" : count === 1 ? "tomorrow" : `in ${count} days`}.`,
  LAST_RUN_PARTIAL: "The last run was partly done.",
  LAST_RUN_FAILED: "The last run failed.",
  LAST_RUN_STOPPED: "The last run was stopped.",
} as const;
