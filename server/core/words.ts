import type { CandidateObstacle, ImportFailure } from "./candidates.js";
import type { Change, ChangeReason } from "./changes.js";
import type { HoldReason, Verdict } from "./guard.js";
import type { HeldChange } from "./hold.js";
import type { DisableReason, DisabledBy, RunStatus } from "./model.js";
import type { SkipReason } from "./plan.js";
import type { Problem, ProblemCode } from "./problems.js";
import type { RefusalReason } from "./refusal.js";
import { troubleWords, type Advice } from "./trouble-words.js";
import type { LeftAlone } from "./undo.js";

/*
 * Every sentence the server says to people, in one place. They say what happened, what was kept, and what to do next,
 * and hold no ids, hosts or codes that only a log needs.
 */

const PROBLEM_WORDS: Record<ProblemCode, (detail: string | undefined) => string> = {
  CONSENT_MISSING: () =>
    "Microsoft does not let Rollcall read this directory. Somebody who may consent there has to approve the permissions: press Review permissions, here or under Settings.",
  CONSENT_LOST: () =>
    "The permission to read this directory was withdrawn. Nobody was disabled. Press Review permissions to approve it again.",
  CONFIGURATION_BROKEN: () =>
    "Microsoft refuses Rollcall's own credentials. Your settings are kept; the operator of Rollcall has to mend this.",
  TENANT_UNKNOWN: () => adviceWords(troubleWords("TENANT_UNKNOWN")),
  ACCESS_BLOCKED: () => adviceWords(troubleWords("BLOCKED_BY_POLICY")),
  DIRECTORY_UNREACHABLE: () => "Microsoft did not answer. Nothing was changed; please try again in a few minutes.",
  THROTTLED: () => "Microsoft asked us to slow down. Nothing was changed; please try again a little later.",
  GROUP_GONE: (name) => `The group ${quoted(name)} does not exist in your directory. Choose another one.`,
  GROUP_HIDDEN: (name) =>
    `The members of the group ${quoted(name)} are hidden, so Rollcall cannot see who is in it. Choose another one.`,
  NO_GROUPS: () => "Choose at least one group: nothing is imported before a group is chosen.",
  TOO_MANY: (bound) => `That is too many at once${bound ? `: at most ${bound}` : ""}.`,
  RUN_IN_PROGRESS: () => "A run is going on just now. Wait until it has ended; it shows on this page.",
  NOT_ENABLED: () => "Automatic import is off. Enable it first.",
  NOT_ALLOWED: (why) => why ?? "You are not allowed to do this.",
  NOT_FOUND: (what) => `There is no such ${what ?? "thing"} here.`,
  LAST_ADMIN: () => "This is the last admin who can sign in. Name another one first.",
  ACCOUNT_EXISTS: () => "Your organisation has an account already. Ask one of its admins to import you.",
  INVITE_NOT_GOOD: () =>
    "This invitation cannot be used: it was used before, is past its time, or is for another organisation. Ask for a new one.",
  CURSOR_INVALID: () => "This list has changed since it was shown. Start again from its first page.",
  INVALID_INPUT: (what) => what ?? "Something in the request cannot be right.",
  SETTINGS_CHANGED: () =>
    "Somebody else changed these settings meanwhile. Look at them as they are now, then change what you need.",
  PREVIEW_NEEDED: () =>
    "With leavers being disabled, a change may disable people. Look at its preview first, and send its token with the change.",
  PLAN_CHANGED: () =>
    "Settings, groups or the list have changed since you saw them. Nothing was done; look at them as they are now.",
  NO_HOLD: () => "Nothing waits for a decision any more: it was decided, or everybody has left the list.",
  NOT_UNDOABLE: (why) => why ?? "There is nothing in this run that can be undone.",
  CONFLICT_GONE: () => "This conflict is not there any more. Look at the list as it is now.",
};

export function problemWords(problem: Problem): string {
  // Consenting anew would not help here, which is what the words of the code would send people to
  if (problem.trouble === "APP_DISABLED") return adviceWords(troubleWords(problem.trouble));
  return PROBLEM_WORDS[problem.code](problem.detail);
}

/** The same for a run that could read nothing. It had consent before, so the words may say what has ended. */
export function unreadWords(problem: Problem): string {
  const { trouble, detail } = problem;
  if (!trouble || trouble === "CREDENTIALS_REFUSED") return problemWords(problem);
  const { message, nextStep } = troubleWords(trouble, detail);
  return `${message} Nobody was disabled. ${nextStep}`;
}

function adviceWords({ message, nextStep }: Advice): string {
  return `${message} ${nextStep}`;
}

export const CHOICE_WORDS = {
  BRAKE: "The brake takes 1 to 50 per cent and 1 to 5,000 people.",
  BOTH: (name: string) =>
    `The group ${quoted(name)} cannot be chosen and excluded at once. Take it out of one of the two.`,
  TOO_MANY_EXCLUDED: (most: number) =>
    `No more than ${most.toLocaleString("en")} people can be excluded by name. Take the group they came by out of the chosen ones, or exclude a group that holds them.`,
} as const;

export const OPEN_ACCOUNT_WORDS = {
  RULE: "An account is opened by a home member of the directory who is a Global Administrator or a Privileged Role Administrator there.",
  SELF_SIGNUP_OFF: "Accounts are opened by the operator of this installation. Ask them for one.",
  WAS_HERE_BEFORE:
    "Your organisation had an account here before, and it was closed. The operator of this installation can open it again.",
} as const;

const REFUSAL_WORDS: Record<RefusalReason, string> = {
  NOT_IMPORTED: "You have not been added to this account.",
  DISABLED: "Your access to this account was disabled.",
  NO_ACCOUNT: "Your organisation has no account here.",
  NOT_ADMIN: "Only admins of the account may do this.",
};

export const refusalWords = (reason: RefusalReason): string => REFUSAL_WORDS[reason];

const OBSTACLE_WORDS: Record<CandidateObstacle, string> = {
  BLOCKED_IN_DIRECTORY: "Sign-in is blocked in the directory.",
  DETAILS_HIDDEN: "The directory does not show whether this person may sign in.",
  ALREADY_HERE: "Already here.",
};

export const IMPORT_WORDS: Readonly<Record<ImportFailure | "ALREADY_HERE", string>> = {
  ...OBSTACLE_WORDS,
  NOT_IN_DIRECTORY: "Not found in your directory.",
  DELETED: "Deleted in the directory.",
  NO_ANSWER: "Microsoft gave no clear answer about this person. Try again.",
  MAIL_CONFLICT:
    "Somebody here already has this mail address, and is not linked to the directory. An admin has to decide whether they are the same person.",
  NOT_WRITTEN: "Could not be saved. Try again.",
};

export function importedPartlyWords(failed: number, all: number): string {
  return `${failed} of ${all} could not be added; they are named in the list, with the reason.`;
}

export const STATUS_WORDS = {
  NOT_FOUND: "There is no such user here.",
  LAST_ADMIN: PROBLEM_WORDS.LAST_ADMIN(undefined),
  UNCHANGED: { ACTIVE: "Already active.", DISABLED: "Already disabled." },
  NOT_SELF: "You cannot disable yourself. Another admin can.",
} as const;

const SKIP_WORDS: Record<SkipReason, string> = {
  BLOCKED_IN_DIRECTORY: "Sign-in is blocked in the directory.",
  GUEST_LEFT_OUT: "Guests are left out.",
  EXCLUDED: "Excluded from the sync.",
  EXCLUSION_UNKNOWN: "Whether an excluded group holds them could not be read.",
  DETAILS_UNKNOWN: "The directory does not show whether this person may sign in.",
  DISABLED_BY_ADMIN: "Disabled, and an admin decides about them, so that stays.",
  MAIL_CONFLICT: "Somebody here already has this mail address and is not linked to the directory: an admin decides.",
  LAST_ADMIN: "The last admin who can sign in stays.",
};

export const skipWords = (reason: SkipReason): string => SKIP_WORDS[reason];

const CHANGE_WORDS: Record<Exclude<ChangeReason, DisableReason>, string> = {
  IN_CHOSEN_GROUP: "Is in a chosen group.",
  BACK_IN_CHOSEN_GROUP: "Is in a chosen group again.",
  FOLLOWS_DIRECTORY: "Follows the directory.",
  BY_HAND: "Picked by an admin.",
  UNDONE: "An admin undid a run.",
};

export function changeWords(reason: ChangeReason): string {
  return reason in CHANGE_WORDS
    ? CHANGE_WORDS[reason as keyof typeof CHANGE_WORDS]
    : sentence(DISABLE_WORDS[reason as DisableReason]);
}

/** Why a change did not come about; what only a log needs is not among them. */
const NOT_DONE_WORDS: Readonly<Record<string, string>> = {
  STAYS: "A second look found that they may stay.",
  UNKNOWN: "Microsoft gave no clear answer about them, so they were left alone.",
  GONE_AT_FIRST: "The directory does not find them. If a later run does not either, they count as deleted.",
  NOT_LEAVING: "They were not leaving any more.",
  LAST_ADMIN: "The last admin who can sign in stays.",
  NOT_WRITTEN: "Could not be saved. The next run tries again.",
};

export function outcomeWords({
  outcome,
  because,
  reason,
}: Pick<Change, "outcome" | "because" | "reason">): string | null {
  switch (outcome) {
    case "DONE":
    case "PLANNED":
      return null;
    case "OVERTAKEN":
      return "Had been changed by somebody else meanwhile.";
    case "NOT_REACHED":
      return "The run was cut short before it came to them.";
    case "DROPPED":
    case "FAILED": {
      const words: Readonly<Record<string, string>> = reason === "BY_HAND" ? IMPORT_WORDS : NOT_DONE_WORDS;
      return words[because ?? ""] ?? words.NOT_WRITTEN ?? null;
    }
  }
}

const DISABLE_WORDS: Record<DisableReason, string> = {
  LEFT_GROUPS: "no longer in any of the chosen groups",
  BLOCKED_IN_DIRECTORY: "sign-in was blocked in the directory",
  DELETED_IN_DIRECTORY: "deleted in the directory",
  GUESTS_LEFT_OUT: "guests are left out",
  EXCLUDED: "excluded from the sync",
  BY_ADMIN: "by an admin",
};

export function disabledWords(by: DisabledBy | null, reason: DisableReason | null): string | null {
  if (by === "ADMIN") return "Disabled by an admin";
  return by === "SYNC" ? `Disabled by the sync: ${DISABLE_WORDS[reason ?? "LEFT_GROUPS"]}` : null;
}

const HOLD_WORDS: Record<HoldReason, (count: number, limit: number) => string> = {
  TOO_MANY_LEAVERS: (count, limit) => `${people(count)} would be disabled, and the brake lets a day disable ${limit}`,
  NOBODY_LEFT: () => "nobody managed by the groups would remain active",
  GROUP_COLLAPSED: () => "a chosen group lost more than half of its people at once",
  TOO_MANY_ADDITIONS: (count) => `${people(count)} would be added, far more than this account has`,
  HOLD_OPEN: (count) => `${people(count)} would be disabled, and an earlier list still waits for a decision`,
};

/** Why changes were kept back, in one sentence, and what to do. */
export function holdWords({ because, held, limit }: Pick<Verdict, "because" | "held" | "limit">): string {
  const leavers = held.filter((change) => change.action === "DISABLE").length;
  return holdHeadWords({ because, limit, counts: { DISABLE: leavers, CREATE: held.length - leavers, REENABLE: 0 } });
}

export function holdHeadWords({
  because,
  limit,
  counts,
}: {
  readonly because: readonly HoldReason[];
  readonly limit: number;
  readonly counts: Readonly<Record<HeldChange["action"], number>>;
}): string {
  const additions = counts.CREATE + counts.REENABLE;
  const reasons = because.map((reason) =>
    HOLD_WORDS[reason](reason === "TOO_MANY_ADDITIONS" ? additions : counts.DISABLE, limit),
  );
  const said = reasons.length > 0 ? reasons.join("; ") : `${waiting(counts.DISABLE + additions)} for a decision`;
  return `${sentence(said)} None of them was changed: look at the list, then approve or reject it.`;
}

export const RUN_WORDS = {
  ALREADY_RUNNING: "Another run of this account was still going on.",
  SETTINGS_CHANGED: "The settings were changed while it ran. What it had written by then stays.",
  DISABLED: "Automatic import was disabled while it ran. What it had written by then stays.",
  LEASE_LOST: "The run took too long and another one took over.",
  CUT_SHORT: "The run was cut short, by a restart for example. The next one finishes the work.",
  SHUTDOWN: "The server was shutting down. The next run finishes the work.",
  UNEXPECTED: "Something went wrong on our side. The next run tries again.",
  IMPORT_CUT_SHORT:
    "The import was cut short, by a restart for example. Who was added stays; import again for the rest.",
  IMPORT_SHUTDOWN: "The server was shutting down. Who was added stays; import again for the rest.",
  IMPORT_BROKE_OFF:
    "Microsoft did not answer any more, or asked us to slow down. Who was added stays; import again a little later for the rest.",
  IMPORT_UNEXPECTED: "Something went wrong on our side. Who was added stays; import again for the rest.",
  DOUBTFUL: (name: string, before: number) =>
    `${quoted(name)} is in a chosen group whose list lacked them, so the list was wrong and ${nobody(before)} was disabled by it. The next run tries again.`,
  NOT_LOOKED_AT: (why: string, before: number) =>
    `${sentence(`${nobody(before)} was disabled, because those who seem to have left could not be looked at once more`)} ${why}`,
  UNSURE: (count: number) =>
    `There was no clear answer about ${people(count)} who ${count === 1 ? "seems" : "seem"} to have left, so they were left alone. The next run asks again.`,
  GONE_HELD: (count: number) =>
    `${people(count)} managed by admins are blocked or deleted in the directory, more than the brake lets a day disable. Nobody was; look at them on the Users page, by the filter for the directory's state.`,
  ALREADY_UNDONE: "Another undo of this run was first.",
  UNDONE_PARTLY: (skipped: number) =>
    `${people(skipped)} had been changed since, or could not be changed, and stay as they are; they are named in the list.`,
} as const;

export const ONE_PERSON_WORDS = {
  ON_HOLD: "They are left as they are until an admin has decided about the list that waits.",
  OVER_LIMIT:
    "They were not disabled: the brake lets this day disable nobody else. The next full run puts them on a list for an admin.",
  NOBODY_LEFT:
    "They were not disabled: nobody managed by the groups would remain active. The next full run asks an admin.",
  NO_CLEAR_ANSWER: "Microsoft gave no clear answer about them, so they were left as they are.",
} as const;

export const UNDO_WORDS = {
  STILL_RUNNING: "This run is still going on.",
  IS_AN_UNDO: "This run was an undo itself. Enable or disable people by hand instead, on the Users page.",
  UNDONE: "This run was undone before.",
  NOTHING: "Nobody came in, came back or was disabled by this run, so there is nothing to undo.",
} as const;

/** What an undo has to do with somebody. */
export const UNDO_PERSON_WORDS: Readonly<Record<"CREATE" | "REENABLE" | "DISABLE" | LeftAlone, string>> = {
  CREATE: "Came in by this run.",
  REENABLE: "Came back by this run.",
  DISABLE: "Was disabled by this run.",
  CHANGED_SINCE: "Was enabled or disabled by somebody since, so that stays.",
  LAST_ADMIN: SKIP_WORDS.LAST_ADMIN,
  NOT_HERE: "Is not linked to a user here any more.",
};

export function partialWords(unreadGroups: readonly string[], failedPeople: number): string {
  const parts: string[] = [];
  if (unreadGroups.length > 0)
    parts.push(
      `${unreadGroups.map(quoted).join(", ")} could not be read to the end, so nobody was disabled; people who were seen were added`,
    );
  if (failedPeople > 0) parts.push(`${people(failedPeople)} could not be saved`);
  return `${parts.join("; ")}. The next run tries again.`;
}

export const HEALTH_WORDS = {
  OFF: "Automatic import is off.",
  WAITING_FOR_FIRST_RUN: "Automatic import is on. The first run starts in a moment.",
  OK: "Automatic import is on.",
  RUNNING: "A run is going on.",
  RETRYING:
    "A run is going on. Microsoft asked it to slow down, or gave no good answer, so it waits a little and asks again.",
  RETRYING_NEXT: "Nothing to do: it goes on by itself.",
  NO_GROUPS: "Automatic import is on, but no group is chosen.",
  NO_GROUPS_NEXT: "Press Edit and choose a group.",
  CONSENT_LOST: "Microsoft no longer lets Rollcall read this directory. Nobody was disabled.",
  CONSENT_LOST_NEXT: "Press Review permissions, or ask somebody who may consent in your directory.",
  NOBODY_DISABLED: "Nobody was disabled.",
  THROTTLED: "Microsoft asked us to slow down. Nobody was disabled.",
  THROTTLED_NEXT: "Nothing to do: the next run goes on.",
  GROUP_MISSING: (names: readonly string[]) =>
    `${names.map(quoted).join(", ")} cannot be found in your directory. Its people stay as they are.`,
  GROUP_MISSING_NEXT: "Restore the group in your directory, or press Edit and remove it.",
  GROUP_HIDDEN: (names: readonly string[]) =>
    `The members of ${names.map(quoted).join(", ")} are hidden. Nobody is disabled while Rollcall cannot see who is in it.`,
  GROUP_HIDDEN_NEXT: "Let its members be seen in your directory, or press Edit and choose another group.",
  SECRET_EXPIRING: (days: number) =>
    `Automatic import is on, but what Rollcall signs in with at Microsoft runs out ${days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`}.`,
  SECRET_EXPIRING_NEXT:
    "Tell the operator of Rollcall, who has to renew it by then. There is nothing to do in your directory.",
  FAILED_NEXT: "The next run tries again by itself. Run now tries at once.",
  HELD_NEXT:
    "Look at the list under Automatic import, then approve or reject it. If the directory is wrong, correct it there: the next run looks again.",
  APPROVED_NEXT: (by: string) => `Nothing to do: ${by} has approved it, and the next run carries it out.`,
} as const;

const STATUS_NAMES: Record<RunStatus, string> = {
  RUNNING: "is running",
  SUCCEEDED: "succeeded",
  PARTIAL: "was partly done",
  HELD: "was held back",
  FAILED: "failed",
  STOPPED: "was stopped",
  SKIPPED: "was skipped",
};

export const runStatusWords = (status: RunStatus): string => `The last run ${STATUS_NAMES[status]}.`;

export const RECEIVER_WORDS = {
  TOO_MANY: (most: number) => `At most ${most} mail addresses, please.`,
  NOT_AN_EMAIL: (text: string) => `${quoted(shortened(text))} is no mail address.`,
  NOT_AN_ADDRESS: "The webhook is no web address.",
  HOLDS_CREDENTIALS: "The webhook's address holds a name or a password. Put what it needs into its path or query.",
  NOT_HTTPS: "The webhook must be an https address.",
  NOT_PUBLIC: "The webhook must be an address on the internet, by its name.",
} as const;

export const PERMISSION_WORDS = {
  "User.Read.All": "List users: names, mail addresses, departments, and whether somebody is blocked.",
  "GroupMember.Read.All": "List groups, and who is in them.",
} as const;

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function waiting(count: number): string {
  return `${people(count)} ${count === 1 ? "waits" : "wait"}`;
}

function people(count: number): string {
  return count === 1 ? "1 person" : `${count} people`;
}

/** After so many who were disabled already. */
function nobody(before: number): string {
  return before > 0 ? "nobody else" : "nobody";
}

function quoted(name: string | undefined): string {
  return name ? `“${name}”` : "you chose";
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
