import type { HeldChange, Hold } from "./hold.js";
import type { Account, ChosenGroup, Run, SyncSettings } from "./model.js";
import { hasWork } from "./plan.js";
import type { TroubleKind } from "./problems.js";
import { troubleWords } from "./trouble-words.js";
import { HEALTH_WORDS, holdHeadWords, runStatusWords } from "./words.js";

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
  readonly message: string;
  readonly nextStep: string | null;
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
    const { message, nextStep } = troubleWords(trouble.kind, trouble.detail);
    const said = `${message} ${HEALTH_WORDS.NOBODY_DISABLED}`;
    return health(TROUBLE_STATES[trouble.kind], said, nextStep, trouble.nextTryAt);
  },
  ({ account: { consent } }) =>
    consent.state === "LOST" || consent.state === "MISSING"
      ? health("CONSENT_LOST", HEALTH_WORDS.CONSENT_LOST, HEALTH_WORDS.CONSENT_LOST_NEXT)
      : null,
  ({ settings }) => (settings.enabled ? null : health("OFF", HEALTH_WORDS.OFF)),
  ({ settings }) =>
    !hasWork(settings) ? health("NO_GROUPS", HEALTH_WORDS.NO_GROUPS, HEALTH_WORDS.NO_GROUPS_NEXT) : null,
  ({ current, now }) => {
    if (!current) return null;
    const until = current.progress?.waitingUntil;
    return until && until > now
      ? health("RETRYING", HEALTH_WORDS.RETRYING, HEALTH_WORDS.RETRYING_NEXT, until)
      : health("RUNNING", HEALTH_WORDS.RUNNING);
  },
  ({ hold }) => {
    if (!hold) return null;
    const next = hold.approval ? HEALTH_WORDS.APPROVED_NEXT(hold.approval.by) : HEALTH_WORDS.HELD_NEXT;
    return health("HELD", holdHeadWords(hold), next);
  },
  ({ settings }) => {
    const hidden = namesOf(settings, (group) => group.hiddenSince !== null);
    return hidden.length > 0
      ? health("GROUP_HIDDEN", HEALTH_WORDS.GROUP_HIDDEN(hidden), HEALTH_WORDS.GROUP_HIDDEN_NEXT)
      : null;
  },
  ({ settings }) => {
    const missing = namesOf(settings, (group) => group.notFoundSince !== null);
    return missing.length > 0
      ? health("GROUP_MISSING", HEALTH_WORDS.GROUP_MISSING(missing), HEALTH_WORDS.GROUP_MISSING_NEXT)
      : null;
  },
  ({ last }) => (last ? null : health("WAITING_FOR_FIRST_RUN", HEALTH_WORDS.WAITING_FOR_FIRST_RUN)),
  ({ last, nextRunAt }) => {
    if (!last?.setback) return null;
    const { kind, retryAt } = last.setback;
    if (kind !== "THROTTLED") return health(kind, saidOf(last), HEALTH_WORDS.FAILED_NEXT, nextRunAt);
    const at = retryAt && nextRunAt && retryAt > nextRunAt ? retryAt : (nextRunAt ?? retryAt);
    return health("THROTTLED", HEALTH_WORDS.THROTTLED, HEALTH_WORDS.THROTTLED_NEXT, at);
  },
  ({ last, nextRunAt }) =>
    last?.status === "PARTIAL" || last?.status === "FAILED" || last?.status === "STOPPED"
      ? health(last.status, saidOf(last), HEALTH_WORDS.FAILED_NEXT, nextRunAt)
      : null,
  ({ credentialsExpireAt, now }) => {
    const leftMs = credentialsExpireAt ? credentialsExpireAt.getTime() - now.getTime() : Infinity;
    if (leftMs > EXPIRES_SOON_MS) return null;
    const days = Math.max(0, Math.floor(leftMs / DAY_MS));
    return health("SECRET_EXPIRING", HEALTH_WORDS.SECRET_EXPIRING(days), HEALTH_WORDS.SECRET_EXPIRING_NEXT);
  },
];

/** The one thing about automatic import that matters most just now, with its next step. */
export function healthOf(facts: HealthFacts): Health {
  for (const rule of RULES) {
    const found = rule(facts);
    if (found) return found;
  }
  return health("OK", HEALTH_WORDS.OK);
}

function health(state: HealthState, message: string, nextStep: string | null = null, retryAt: Date | null = null) {
  return { state, message, nextStep, retryAt };
}

const saidOf = ({ status, reason }: Run): string => `${runStatusWords(status)} ${reason ?? ""}`.trim();

/** Excluded groups count as well: while one is not known, nobody is disabled. */
function namesOf({ groups, exclusions }: SyncSettings, is: (group: ChosenGroup) => boolean): readonly string[] {
  return [...groups, ...exclusions.groups].filter(is).map((group) => group.displayName);
}
