import { changeWords, skipWords } from "./words.js";
import type { User } from "./model.js";
import {
  decideOne,
  type NextStep,
  type OneDecision,
  type OnePerson,
  type Rule,
  type StayReason,
} from "./one-person.js";

/** Where somebody stands in the account. */
export type WhyStanding = "HERE_BY_GROUPS" | "HERE_BY_ADMIN" | "DISABLED_BY_SYNC" | "DISABLED_BY_ADMIN" | "NOT_HERE";

/** Why somebody is here, or not, and what the next run will do about it; each with its sentence. */
export interface Why {
  readonly standing: WhyStanding;
  readonly message: string;
  readonly rule: Rule;
  readonly ruleText: string;
  readonly next: NextStep;
  readonly nextText: string;
}

/** The answer about one person of the directory. Pure. */
export function whyOne(one: OnePerson, name: string): Why {
  const decision = decideOne(one);
  const unseen = one.settings.groups.filter((group) => one.unsure.has(group.id)).map((group) => group.displayName);
  return told(one.user, name, decision, unseen);
}

/** The answer about a user whom nobody linked to the directory: no run looks at them. */
export function whyLocal(user: User): Why {
  return told(user, user.displayName, { rule: "NOT_LINKED", next: "NOTHING", stays: null, disable: null }, []);
}

function told(user: User | null, name: string, decision: OneDecision, unseen: readonly string[]): Why {
  const standing = standingOfUser(user);
  return {
    standing,
    message: STANDING_WORDS[standing](name),
    rule: decision.rule,
    ruleText: ruleWords(decision.rule),
    next: decision.next,
    nextText: nextWords(decision, unseen),
  };
}

function standingOfUser(user: User | null): WhyStanding {
  if (!user) return "NOT_HERE";
  if (user.status === "DISABLED") return user.disabledBy === "SYNC" ? "DISABLED_BY_SYNC" : "DISABLED_BY_ADMIN";
  return user.managedBy === "GROUPS" ? "HERE_BY_GROUPS" : "HERE_BY_ADMIN";
}

const STANDING_WORDS: Record<WhyStanding, (name: string) => string> = {
  HERE_BY_GROUPS: (name) => `${name} is here, and managed by the groups.`,
  HERE_BY_ADMIN: (name) => `${name} is here, and managed by admins: the groups do not touch them.`,
  DISABLED_BY_SYNC: (name) => `${name} is here, disabled by the sync.`,
  DISABLED_BY_ADMIN: (name) => `${name} is here, disabled by an admin.`,
  NOT_HERE: (name) => `${name} is not here.`,
};

const RULE_WORDS: Partial<Record<Rule, string>> = {
  NOT_LINKED: "Made in the application and not linked to the directory.",
  NO_ANSWER: "Microsoft gave no clear answer about them just now.",
  DELETED_IN_DIRECTORY: "Deleted in the directory.",
  NOT_FOUND: "The directory does not find them. If a later run does not either, they count as deleted.",
  SYNC_OFF: "Automatic import is off, so nobody comes or goes by a group.",
  NO_GROUPS: "No group is chosen, so nobody comes or goes by one.",
  IN_CHOSEN_GROUP: changeWords("IN_CHOSEN_GROUP"),
  NOT_IN_GROUPS: "In none of the chosen groups.",
};

const ruleWords = (rule: Rule): string => RULE_WORDS[rule] ?? skipWords(rule as Parameters<typeof skipWords>[0]);

const STAY_WORDS: Record<StayReason, string> = {
  SYNC_OFF: "automatic import is off",
  NO_GROUPS: "no group is chosen",
  KEPT_BY_ADMIN: "admins manage them, not the groups",
  LEAVERS_STAY: "leavers are not disabled",
  GROUP_UNREADABLE: "a chosen or excluded group cannot be read just now",
  GROUP_MISSING: "a chosen group they were in is missing, and keeps its people",
  LAST_ADMIN: "they are the last admin who can sign in",
};

function nextWords({ rule, next, stays, disable }: OneDecision, unseen: readonly string[]): string {
  switch (next) {
    case "ADD":
      return "The next run adds them.";
    case "REENABLE":
      return "The next run enables them again.";
    case "DISABLE":
      return `The next run disables them, if a second look confirms it and the brake lets it. ${changeWords(disable ?? "LEFT_GROUPS")}`;
    case "WAITS_ON_HOLD":
      return "Nothing happens to them until an admin has decided about the list that waits.";
    case "ASKS_AGAIN":
      return unseen.length > 0
        ? `The next run looks again: who is in ${unseen.map((name) => `“${name}”`).join(", ")} cannot be seen just now.`
        : "The next run asks again, and leaves them as they are until there is a clear answer.";
    case "NOTHING": {
      const because = stays ?? (rule === "SYNC_OFF" || rule === "NO_GROUPS" ? rule : null);
      return because ? `They stay as they are: ${STAY_WORDS[because]}.` : "The next run leaves them as they are.";
    }
  }
}
