import { quoted, type Limit, type Names } from "./phrases.js";

/** What a problem says whose code is all there is to know. */
const CODES = {
  CONSENT_MISSING:
    "Microsoft does not let Rollcall read this directory. Somebody who may consent there has to approve the permissions: press Review permissions, here or under Settings.",
  CONSENT_LOST:
    "The permission to read this directory was withdrawn. Nobody was disabled. Press Review permissions to approve it again.",
  CONFIGURATION_BROKEN:
    "Microsoft refuses Rollcall's own credentials. Your settings are kept; the operator of Rollcall has to mend this.",
  TENANT_UNKNOWN:
    "Microsoft knows no directory with the tenant id of this account. Tell the operator of Rollcall, and whether your directory was deleted or moved to another one.",
  ACCESS_BLOCKED:
    "A Conditional Access policy of your organisation keeps Rollcall from reading this directory. Ask whoever manages these policies to let Rollcall through, then press Check again.",
  DIRECTORY_UNREACHABLE: "Microsoft did not answer. Nothing was changed; please try again in a few minutes.",
  THROTTLED: "Microsoft asked us to slow down. Nothing was changed; please try again a little later.",
  GROUP_GONE: "A group you chose does not exist in your directory. Choose another one.",
  GROUP_HIDDEN: "The members of a group you chose are hidden, so Rollcall cannot see who is in it. Choose another one.",
  NO_GROUPS: "Choose at least one group: nothing is imported before a group is chosen.",
  TOO_MANY: "That is too many at once.",
  RUN_IN_PROGRESS: "A run is going on just now. Wait until it has ended; it shows on this page.",
  NOT_ENABLED: "Automatic import is off. Enable it first.",
  NOT_ALLOWED: "You are not allowed to do this.",
  NOT_FOUND: "There is no such thing here.",
  LAST_ADMIN: "This is the last admin who can sign in. Name another one first.",
  ACCOUNT_EXISTS: "Your organisation has an account already. Ask one of its admins to import you.",
  INVITE_NOT_GOOD:
    "This invitation cannot be used: it was used before, is past its time, or is for another organisation. Ask for a new one.",
  CURSOR_INVALID: "This list has changed since it was shown. Start again from its first page.",
  INVALID_INPUT: "Something in the request cannot be right.",
  SETTINGS_CHANGED:
    "Somebody else changed these settings meanwhile. Look at them as they are now, then change what you need.",
  PREVIEW_NEEDED:
    "With leavers being disabled, a change may disable people. Look at its preview first, and send its token with the change.",
  PLAN_CHANGED:
    "Settings, groups or the list have changed since you saw them. Nothing was done; look at them as they are now.",
  NO_HOLD: "Nothing waits for a decision any more: it was decided, or everybody has left the list.",
  NOT_UNDOABLE: "There is nothing in this run that can be undone.",
  CONFLICT_GONE: "This conflict is not there any more. Look at the list as it is now.",
} as const;

const TROUBLES = {
  TROUBLE_PERMISSION_REMOVED: ({ names }: Names) =>
    names.length === 0
      ? "Microsoft no longer lets Rollcall read this directory."
      : `Microsoft no longer lets Rollcall read this directory: ${names.join(" and ")} ${names.length === 1 ? "is" : "are"} not approved there.`,
  TROUBLE_APP_REMOVED: "Rollcall was removed from your directory, so it can read nothing there.",
  TROUBLE_APP_DISABLED: "Rollcall was switched off in your directory, so it can read nothing there.",
  TROUBLE_BLOCKED_BY_POLICY:
    "A Conditional Access policy of your organisation keeps Rollcall from reading this directory.",
  TROUBLE_CREDENTIALS_REFUSED: "Microsoft refuses Rollcall's own credentials. Your settings are kept.",
  TROUBLE_TENANT_UNKNOWN: "Microsoft knows no directory with the tenant id of this account.",
} as const;

/** What exactly is wrong, where the code of the problem alone does not tell. */
export const PROBLEM_SENTENCES = {
  ...CODES,
  ...TROUBLES,
  GROUP_HIDES_MEMBERS: ({ names }: Names) =>
    `The members of the group ${quoted(names)} are hidden, so Rollcall cannot see who is in it. Choose another one.`,

  TOO_MANY_PEOPLE: ({ limit }: Limit) => `That is too many at once: at most ${limit.toLocaleString("en")} people.`,
  TOO_MANY_USERS: ({ limit }: Limit) => `That is too many at once: at most ${limit.toLocaleString("en")} users.`,
  TOO_MANY_GROUPS: ({ limit }: Limit) => `That is too many at once: at most ${limit.toLocaleString("en")} groups.`,

  USER_NOT_FOUND: "There is no such user here.",
  ADMIN_NOT_FOUND: "There is no such admin here.",
  PERSON_NOT_FOUND: "There is no such person here.",
  PERSON_NOT_IN_DIRECTORY: "There is no such person in this directory.",
  RUN_NOT_FOUND: "There is no such run here.",
  EXCLUSION_NOT_FOUND: "There is no such exclusion here.",

  NO_USER_NAMED: "Choose at least one user.",
  NO_PERSON_TICKED: "Tick at least one person.",
  NOBODY_TO_EXCLUDE: "Choose at least one person or group.",
  NOBODY_MATCHES: "Nobody in your directory matches this search.",
  USERS_OR_GROUPS: "Name users, or hand over those who are in the chosen groups; not both.",
  PERSON_OR_USER: "Give the id of a person or of a user, one of the two.",
  WHICH_USER: "Say which user this person is.",

  OPEN_ACCOUNT_RULE:
    "An account is opened by a home member of the directory who is a Global Administrator or a Privileged Role Administrator there.",
  SELF_SIGNUP_OFF: "Accounts are opened by the operator of this installation. Ask them for one.",
  ACCOUNT_WAS_CLOSED:
    "Your organisation had an account here before, and it was closed. The operator of this installation can open it again.",
} as const;
