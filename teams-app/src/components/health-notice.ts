import type { HealthState, SyncStatusQuery } from "../graphql/generated/graphql.js";

type Intent = "error" | "warning";

export interface HealthNotice {
  intent: Intent;
  title: string;
  nextStep: string | null;
  /** The screen on which the next step is done; null where there is nothing to press. */
  fixedAt: FixedAt | null;
}

type FixedAt = "/settings" | "/automatic-import";

const fixedAt: Partial<Record<HealthState, FixedAt>> = {
  CONSENT_LOST: "/settings",
  ACCESS_BLOCKED: "/settings",
  HELD: "/automatic-import",
  GROUP_HIDDEN: "/automatic-import",
  GROUP_MISSING: "/automatic-import",
  NO_GROUPS: "/automatic-import",
};

/** States that ask for a person, by weight; the others need no bar. */
const intents: Partial<Record<HealthState, Intent>> = {
  CONSENT_LOST: "error",
  ACCESS_BLOCKED: "error",
  CREDENTIALS_REFUSED: "error",
  TENANT_UNKNOWN: "error",
  FAILED: "error",
  HELD: "warning",
  PARTIAL: "warning",
  GROUP_MISSING: "warning",
  NO_GROUPS: "warning",
  STOPPED: "warning",
  THROTTLED: "warning",
  SECRET_EXPIRING: "warning",
  GROUP_HIDDEN: "warning",
  READ_INCOMPLETE: "warning",
  READ_DOUBTFUL: "warning",
};

/** What stands in the bar under the tabs; null when all is well. The words are the server's. */
export function healthNotice({
  state,
  message,
  nextStep,
}: SyncStatusQuery["syncStatus"]["health"]): HealthNotice | null {
  const intent = intents[state];
  return intent ? { intent, title: message, nextStep, fixedAt: fixedAt[state] ?? null } : null;
}
