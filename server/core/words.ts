import type { CandidateObstacle } from "./candidates.js";
import type { HoldReason, Verdict } from "./guard.js";
import type { DisableReason, DisabledBy, RunStatus } from "./model.js";
import type { Problem, ProblemCode } from "./problems.js";
import type { RefusalReason } from "./refusal.js";

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
};

export function problemWords(problem: Problem): string {
  return PROBLEM_WORDS[problem.code](problem.detail);
}

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

export const obstacleWords = (obstacle: CandidateObstacle): string => OBSTACLE_WORDS[obstacle];

export const IMPORT_WORDS = {
  ALREADY_HERE: "Already here.",
  NOT_IN_DIRECTORY: "Not found in your directory.",
  DELETED: "Deleted in the directory.",
  NO_ANSWER: "Microsoft gave no clear answer about this person. Try again.",
  MAIL_CONFLICT:
    "Somebody here already has this mail address, and is not linked to the directory. An admin has to decide whether they are the same person.",
  NOT_WRITTEN: "Could not be saved. Try again.",
} as const;

export const STATUS_WORDS = {
  NOT_FOUND: "There is no such user here.",
  LAST_ADMIN: PROBLEM_WORDS.LAST_ADMIN(undefined),
  UNCHANGED: { ACTIVE: "Already active.", DISABLED: "Already disabled." },
  NOT_SELF: "You cannot disable yourself. Another admin can.",
} as const;

const DISABLE_WORDS: Record<DisableReason, string> = {
  LEFT_GROUPS: "no longer in any of the chosen groups",
  BLOCKED_IN_DIRECTORY: "sign-in was blocked in the directory",
  DELETED_IN_DIRECTORY: "deleted in the directory",
  GUESTS_LEFT_OUT: "guests are left out",
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
};

const HOLD_ADVICE = {
  LEAVERS: "If they really left, disable them on the Users page: what you do by hand is never held.",
  ADDITIONS: "If they should come in, disable automatic import and enable it again: its first run adds everybody.",
} as const;

export function holdWords({ because, limit }: Verdict, leavers: number, additions: number): string {
  const growth = because.includes("TOO_MANY_ADDITIONS");
  const reasons = because.map((reason) =>
    HOLD_WORDS[reason](reason === "TOO_MANY_ADDITIONS" ? additions : leavers, limit),
  );
  const said = reasons.join("; ");
  const advice = [
    ...(because.length > (growth ? 1 : 0) ? [HOLD_ADVICE.LEAVERS] : []),
    ...(growth ? [HOLD_ADVICE.ADDITIONS] : []),
  ];
  return [`${said.charAt(0).toUpperCase()}${said.slice(1)}.`, "None of them was changed.", ...advice].join(" ");
}

export const RUN_WORDS = {
  ALREADY_RUNNING: "Another run of this account was still going on.",
  SETTINGS_CHANGED: "The settings were changed while it ran. What it had written by then stays.",
  DISABLED: "Automatic import was disabled while it ran. What it had written by then stays.",
  LEASE_LOST: "The run took too long and another one took over.",
  CUT_SHORT: "The run was cut short, by a restart for example. The next one finishes the work.",
  SHUTDOWN: "The server was shutting down. The next run finishes the work.",
  UNEXPECTED: "Something went wrong on our side. The next run tries again.",
} as const;

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
  NO_GROUPS: "Automatic import is on, but no group is chosen.",
  NO_GROUPS_NEXT: "Press Edit and choose a group.",
  CONSENT_LOST: "Microsoft no longer lets Rollcall read this directory. Nobody was disabled.",
  CONSENT_LOST_NEXT: "Press Review permissions, or ask somebody who may consent in your directory.",
  THROTTLED: "Microsoft asked us to slow down. Nobody was disabled.",
  THROTTLED_NEXT: "Nothing to do: the next run goes on.",
  GROUP_MISSING: (names: readonly string[]) =>
    `${names.map(quoted).join(", ")} cannot be found in your directory. Its people stay as they are.`,
  GROUP_MISSING_NEXT: "Restore the group in your directory, or press Edit and remove it.",
  FAILED_NEXT: "The next run tries again by itself. Run now tries at once.",
  HELD_NEXT: "If the directory is wrong, correct it there: the next run looks again.",
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

function people(count: number): string {
  return count === 1 ? "1 person" : `${count} people`;
}

function quoted(name: string | undefined): string {
  return name ? `“${name}”` : "you chose";
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
