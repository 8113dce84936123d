import type { Hold } from "./hold.js";
import type { Account, Channel, Notice, NoticeKind, SyncSettings, Told, Trouble } from "./model.js";
import type { TroubleKind } from "./problems.js";
import { holdSentences, type HoldHead } from "./hold-words.js";
import { troubleAdvice } from "./problem-words.js";
import { inEnglish, say, type Sentence } from "./sentences.js";

/** What the notices are decided from. */
export interface AccountState {
  readonly account: Pick<Account, "consent" | "trouble">;
  readonly settings: SyncSettings;
  /** The open hold. */
  readonly hold: (HoldHead & Pick<Hold, "id" | "approval">) | null;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

interface Said {
  readonly key: string;
  readonly message: readonly Sentence[];
  readonly nextStep: Sentence;
}

type Rule = (state: AccountState) => Said | null;

/**
 * Each kind looks at what settles it and at nothing else: never at the last run, which may say nothing of a state
 * (stopped, cut short, Microsoft away) and must not end it. It would be new an hour later, and told of every hour.
 */
const RULES: Readonly<Record<NoticeKind, Rule>> = {
  CONSENT_LOST: ({ account: { consent, trouble } }) => {
    if (consent.state !== "LOST") return null;
    return trouble ? told(trouble) : { key: "", message: [say("DIRECTORY_CLOSED")], nextStep: say("NEXT_REVIEW") };
  },

  CREDENTIALS_REFUSED: whileTroubledBy("CREDENTIALS_REFUSED"),
  ACCESS_BLOCKED: whileTroubledBy("BLOCKED_BY_POLICY"),
  TENANT_UNKNOWN: whileTroubledBy("TENANT_UNKNOWN"),

  GROUP_MISSING: ({ settings }) => {
    const missing = settings.enabled ? settings.groups.filter((group) => group.notFoundSince !== null) : [];
    if (missing.length === 0) return null;
    return {
      key: missing
        .map((group) => group.id)
        .sort()
        .join(),
      message: [say("GROUPS_MISSING", { names: missing.map((group) => group.displayName) })],
      nextStep: say("NEXT_RESTORE_GROUP"),
    };
  },

  HELD: ({ hold }) =>
    hold && !hold.approval ? { key: hold.id, message: holdSentences(hold), nextStep: say("NEXT_DECIDE") } : null,
};

/** Who turned automatic import off is waiting for nothing. */
function whileTroubledBy(kind: TroubleKind): Rule {
  return ({ account: { trouble }, settings }) => (settings.enabled && trouble?.kind === kind ? told(trouble) : null);
}

function told({ kind, detail }: Trouble): Said {
  const { message, nextStep } = troubleAdvice(kind, detail);
  return { key: "", message: [message, say("NOBODY_WAS_DISABLED")], nextStep };
}

/** The states of the account that need a person now. */
export function noticesFor(state: AccountState): readonly Notice[] {
  return (Object.keys(RULES) as NoticeKind[]).flatMap((kind) => {
    const said = RULES[kind](state);
    if (!said) return [];
    return [{ kind, key: said.key, message: inEnglish(said.message), nextStep: inEnglish([said.nextStep]) }];
  });
}

/** One state is the same as another, however its words have changed since. */
export const isSame = (a: Pick<Notice, "kind" | "key">, b: Pick<Notice, "kind" | "key">): boolean =>
  a.kind === b.kind && a.key === b.key;

/**
 * What is to be told now of a state that lasts: a round at once, one after 24 hours, then one every 7 days, and in
 * between what a channel did not take. Null when there is nothing to do.
 */
export function due(notice: Notice, told: Told | null, channels: readonly Channel[], now: Date): Told | null {
  if (channels.length === 0) return null;
  if (!told || now.getTime() - told.toldAt.getTime() >= (told.times === 1 ? DAY_MS : 7 * DAY_MS)) {
    const { kind, key } = notice;
    const times = (told?.times ?? 0) + 1;
    return { kind, key, times, toldAt: now, undelivered: channels, tries: 1, triedAt: now };
  }
  const undelivered = told.undelivered.filter((channel) => channels.includes(channel));
  const rested = now.getTime() - told.triedAt.getTime() >= restAfter(told.tries);
  return undelivered.length > 0 && rested ? { ...told, undelivered, tries: told.tries + 1, triedAt: now } : null;
}

/** A minute, then twice as long each time, up to an hour: whoever is away for a day is not asked 1,440 times. */
const restAfter = (tries: number): number => Math.min(MINUTE_MS * 2 ** (tries - 1), HOUR_MS);
