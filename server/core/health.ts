import type { Account, Run, SyncSettings } from "./model.js";
import { hasWork } from "./plan.js";
import { HEALTH_WORDS, runStatusWords } from "./words.js";

export type HealthState =
  | "OFF"
  | "WAITING_FOR_FIRST_RUN"
  | "OK"
  | "RUNNING"
  | "NO_GROUPS"
  | "HELD"
  | "PARTIAL"
  | "FAILED"
  | "CONSENT_LOST"
  | "GROUP_MISSING"
  | "STOPPED";

export interface Health {
  readonly state: HealthState;
  readonly message: string;
  readonly nextStep: string | null;
}

/** The one thing about automatic import that matters most just now, with its next step. */
export function healthOf(
  account: Pick<Account, "consent">,
  settings: SyncSettings,
  current: Run | null,
  last: Run | null,
): Health {
  const health = (state: HealthState, message: string, nextStep: string | null = null): Health => ({
    state,
    message,
    nextStep,
  });
  const lost = account.consent.state === "LOST" || account.consent.state === "MISSING";

  if (lost) return health("CONSENT_LOST", HEALTH_WORDS.CONSENT_LOST, HEALTH_WORDS.CONSENT_LOST_NEXT);
  if (!settings.enabled) return health("OFF", HEALTH_WORDS.OFF);
  if (!hasWork(settings)) return health("NO_GROUPS", HEALTH_WORDS.NO_GROUPS, HEALTH_WORDS.NO_GROUPS_NEXT);
  if (current) return health("RUNNING", HEALTH_WORDS.RUNNING);

  const missing = settings.groups.filter((group) => group.notFoundSince !== null).map((group) => group.displayName);
  if (missing.length > 0)
    return health("GROUP_MISSING", HEALTH_WORDS.GROUP_MISSING(missing), HEALTH_WORDS.GROUP_MISSING_NEXT);
  if (!last) return health("WAITING_FOR_FIRST_RUN", HEALTH_WORDS.WAITING_FOR_FIRST_RUN);

  const said = `${runStatusWords(last.status)} ${last.reason ?? ""}`.trim();
  switch (last.status) {
    case "HELD":
      return health("HELD", said, HEALTH_WORDS.HELD_NEXT);
    case "PARTIAL":
    case "FAILED":
    case "STOPPED":
      return health(last.status, said, HEALTH_WORDS.FAILED_NEXT);
    case "RUNNING":
    case "SUCCEEDED":
    case "SKIPPED":
      return health("OK", HEALTH_WORDS.OK);
  }
}
