import type { User } from "./model.js";
import type { SkipReason } from "./plan.js";
import { decideOne, type NextStep, type OneDecision, type OnePerson, type Rule } from "./one-person.js";
import { plainWords, say, type Sentence } from "./sentences.js";

/** Where somebody stands in the account. */
export type WhyStanding = "HERE_BY_GROUPS" | "HERE_BY_ADMIN" | "DISABLED_BY_SYNC" | "DISABLED_BY_ADMIN" | "NOT_HERE";

/** Why somebody is here, or not, and what the next run will do about it; each with its sentence. */
export interface Why {
  readonly standing: WhyStanding;
  readonly message: string;
  readonly rule: Rule;
  readonly ruleText: string;
  readonly next: NextStep;
  readonly nextSentences: readonly Sentence[];
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
    nextSentences: nextSentences(decision, unseen),
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

const RULE_WORDS: Record<Exclude<Rule, SkipReason>, string> = {
  NOT_LINKED: "Made in the application and not linked to the directory.",
  NO_ANSWER: "Microsoft gave no clear answer about them just now.",
  DELETED_IN_DIRECTORY: "Deleted in the directory.",
  NOT_FOUND: "The directory does not find them. If a later run does not either, they count as deleted.",
  SYNC_OFF: "Automatic import is off, so nobody comes or goes by a group.",
  NO_GROUPS: "No group is chosen, so nobody comes or goes by one.",
  IN_CHOSEN_GROUP: "Is in a chosen group.",
  NOT_IN_GROUPS: "In none of the chosen groups.",
};

const ruleWords = (rule: Rule): string =>
  rule in RULE_WORDS ? RULE_WORDS[rule as keyof typeof RULE_WORDS] : plainWords(`SKIP_${rule as SkipReason}`);

function nextSentences({ rule, next, stays, disable }: OneDecision, unseen: readonly string[]): readonly Sentence[] {
  switch (next) {
    case "ADD":
    case "REENABLE":
      return [say(`WILL_${next}`)];
    case "DISABLE":
      return [say("WILL_DISABLE"), say(`CHANGE_${disable ?? "LEFT_GROUPS"}`)];
    case "WAITS_ON_HOLD":
      return [say("WAITS_ON_HOLD")];
    case "ASKS_AGAIN":
      return [unseen.length > 0 ? say("LOOKS_AGAIN", { names: unseen }) : say("ASKS_AGAIN")];
    case "NOTHING": {
      const because = stays ?? (rule === "SYNC_OFF" || rule === "NO_GROUPS" ? rule : null);
      return [because ? say(`STAYS_${because}`) : say("LEFT_AS_THEY_ARE")];
    }
  }
}
