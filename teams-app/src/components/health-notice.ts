import type { HealthState, SyncStatusQuery } from "../graphql/generated/graphql.js";

type Intent = "error" | "warning";

/** States that ask for a person, by weight; the others need no bar. */
const intents: Partial<Record<HealthState, Intent>> = {
  CONSENT_LOST: "error",
  FAILED: "error",
  HELD: "warning",
  PARTIAL: "warning",
  GROUP_MISSING: "warning",
  NO_GROUPS: "warning",
  STOPPED: "warning",
};

/** What stands in the bar under the tabs; null when all is well. The words are the server's. */
export function healthNotice({
  state,
  message,
  nextStep,
}: SyncStatusQuery["syncStatus"]["health"]): { intent: Intent; title: string; nextStep: string | null } | null {
  const intent = intents[state];
  return intent ? { intent, title: message, nextStep } : null;
}
