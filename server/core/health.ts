import type { HeldChange, Hold } from "./hold.js";
import type { Account, ChosenGroup, SyncSettings } from "./model.js";
import type { Run } from "./run.js";
import { hasWork } from "./plan.js";
import type { TroubleKind } from "./problems.js";
import { holdSentences } from "./hold-words.js";
import { troubleAdvice } from "./problem-words.js";
import { lastRunSentences, nextAfter } from "./run-words.js";
import { say, type Sentence } from "./sentences.js";

export type HealthState =
  | "OFF"
  | "WAITING_FOR_FIRST_RUN"
  | "OK"
  | "RUNNING"
  | "RETRYING"
  | "NO_GROUPS"
  | "HELD"
  | "PARTIAL"
  | "FAILED"
  | "STOPPED"
  | "THROTTLED"
  | "CONSENT_LOST"
  | "ACCESS_BLOCKED"
  | "CREDENTIALS_REFUSED"
  | "SECRET_EXPIRING"
  | "TENANT_UNKNOWN"
  | "GROUP_MISSING"
  | "GROUP_HIDDEN"
  | "READ_INCOMPLETE"
  | "READ_DOUBTFUL";

export interface Health {
  readonly state: HealthState;
  readonly message: readonly Sentence[];
  /** What to do about it; empty when there is nothing to do. */
  readonly nextStep: readonly Sentence[];
  /** When Rollcall goes on by itself, where something keeps it waiting. */
  readonly retryAt: Date | null;
}

/** What the health of automatic import is made of. */
export interface HealthFacts {
  readonly account: Pick<Account, "consent" | "trouble">;
  readonly settings: SyncSettings;
  /** The open hold, with how many are on it. */
  readonly hold:
    | (Pick<Hold, "because" | "limit" | "approval"> & {
        readonly counts: Readonly<Record<HeldChange["action"], number>>;
      })
    | null;
  readonly current: Run | null;
  readonly last: Run | null;
  readonly nextRunAt: Date | null;
  /** When the last of Rollcall's own credentials runs out; null where that is not known. */
  readonly credentialsExpireAt: Date | null;
  readonly now: Date;
}

type Rule = (facts: HealthFacts) => Health | null;

const DAY_MS = 24 * 60 * 60 * 1000;

/** So long before, somebody has to hear of it. */
const EXPIRES_SOON_MS = 30 * DAY_MS;

const TROUBLE_STATES: Record<TroubleKind, HealthState> = {
  PERMISSION_REMOVED: "CONSENT_LOST",
  APP_REMOVED: "CONSENT_LOST",
  APP_DISABLED: "CONSENT_LOST",
  BLOCKED_BY_POLICY: "ACCESS_BLOCKED",
  CREDENTIALS_REFUSED: "CREDENTIALS_REFUSED",
  TENANT_UNKNOWN: "TENANT_UNKNOWN",
};

/** By weight: the first that has something to say is the one thing that matters most. */
const RULES: readonly Rule[] = [
  ({ account: { trouble } }) => {
    if (!trouble) return null;
    const { message, nextStep } = troubleAdvice(trouble.kind, trouble.detail);
    const said = [message, say("NOBODY_WAS_DISABLED")];
    return health(TROUBLE_STATES[trouble.kind], said, nextStep, trouble.nextTryAt);
  },
  ({ account: { consent } }) =>
    consent.state === "LOST" || consent.state === "MISSING"
      ? health("CONSENT_LOST", [say("DIRECTORY_CLOSED")], say("NEXT_REVIEW"))
      : null,
  ({ settings }) => (settings.enabled ? null : health("OFF", [say("IMPORT_IS_OFF")])),
  ({ settings }) =>
    !hasWork(settings) ? health("NO_GROUPS", [say("NO_GROUP_CHOSEN")], say("NEXT_CHOOSE_A_GROUP")) : null,
  ({ current, now }) => {
    if (!current) return null;
    const until = current.progress?.waitingUntil;
    return until && until > now
      ? health("RETRYING", [say("RUN_WAITS")], say("NEXT_GOES_ON"), until)
      : health("RUNNING", [say("RUN_GOES_ON")]);
  },
  ({ hold }) => {
    if (!hold) return null;
    const next = hold.approval ? say("NEXT_APPROVED", { names: [hold.approval.by] }) : say("NEXT_DECIDE");
    return health("HELD", holdSentences(hold), next);
  },
  ({ settings }) => {
    const hidden = namesOf(settings, (group) => group.hiddenSince !== null);
    return hidden.length > 0
      ? health("GROUP_HIDDEN", [say("GROUPS_HIDDEN", { names: hidden })], say("NEXT_SHOW_MEMBERS"))
      : null;
  },
  ({ settings }) => {
    const missing = namesOf(settings, (group) => group.notFoundSince !== null);
    return missing.length > 0
      ? health("GROUP_MISSING", [say("GROUPS_MISSING", { names: missing })], say("NEXT_RESTORE_GROUP"))
      : null;
  },
  ({ last }) => (last ? null : health("WAITING_FOR_FIRST_RUN", [say("FIRST_RUN_STARTS")])),
  ({ last, nextRunAt }) => {
    if (!last?.setback) return null;
    const { kind, retryAt } = last.setback;
    if (kind !== "THROTTLED") return health(kind, lastRunSentences(last), nextAfter(last), nextRunAt);
    const at = retryAt && nextRunAt && retryAt > nextRunAt ? retryAt : (nextRunAt ?? retryAt);
    return health("THROTTLED", [say("SLOWED_DOWN")], say("NEXT_RUN_GOES_ON"), at);
  },
  ({ last, nextRunAt }) =>
    last?.status === "PARTIAL" || last?.status === "FAILED" || last?.status === "STOPPED"
      ? health(last.status, lastRunSentences(last), nextAfter(last), nextRunAt)
      : null,
  ({ credentialsExpireAt, now }) => {
    const leftMs = credentialsExpireAt ? credentialsExpireAt.getTime() - now.getTime() : Infinity;
    if (leftMs > EXPIRES_SOON_MS) return null;
    const days = Math.max(0, Math.floor(leftMs / DAY_MS));
    return health("SECRET_EXPIRING", [say("CREDENTIALS_EXPIRE", { count: days })], say("NEXT_OPERATOR_RENEWS"));
  },
];

/** The one thing about automatic import that matters most just now, with its next step. */
export function healthOf(facts: HealthFacts): Health {
  for (const rule of RULES) {
    const found = rule(facts);
    if (found) return found;
  }
  return health("OK", [say("IMPORT_IS_ON")]);
}

function health(
  state: HealthState,
  message: readonly Sentence[],
  nextStep: Sentence | null = null,
  retryAt: Date | null = null,
): Health {
  return { state, message, nextStep: nextStep ? [nextStep] : [], retryAt };
}

/** Excluded groups count as well: while one is not known, nobody is disabled. */
function namesOf({ groups, exclusions }: SyncSettings, is: (group: ChosenGroup) => boolean): readonly string[] {
  return [...groups, ...exclusions.groups].filter(is).map((group) => group.displayName);
}
