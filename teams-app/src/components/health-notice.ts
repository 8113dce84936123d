import { formatMoment, type FormatOptions } from "../format.js";
import type { HealthState, SyncStatusQuery } from "../graphql/generated/graphql.js";
import { texts } from "../texts/texts.js";

type Intent = "error" | "warning" | "info";

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
  THROTTLED: "info",
  SECRET_EXPIRING: "warning",
  GROUP_HIDDEN: "warning",
  READ_INCOMPLETE: "warning",
  READ_DOUBTFUL: "warning",
};

/** What stands in the bar under the tabs; null when all is well, or where the screen in sight says it itself. */
export function healthNotice(
  { state, sentences, nextSentences, retryAt }: SyncStatusQuery["syncStatus"]["health"],
  path: string | null,
  format: FormatOptions = {},
): HealthNotice | null {
  const intent = intents[state];
  if (!intent || (state === "HELD" && path === fixedAt.HELD)) return null;
  const title = texts.server.sentences(sentences);
  const next =
    [texts.server.sentences(nextSentences), state === "THROTTLED" && retryWords(retryAt, format)]
      .filter(Boolean)
      .join(" ") || null;
  return { intent, title, nextStep: next, fixedAt: fixedAt[state] ?? null };
}

function retryWords(retryAt: string | null, format: FormatOptions): string | null {
  if (!retryAt || new Date(retryAt) <= (format.now ?? new Date())) return null;
  return texts.sync.goesOnAt(formatMoment(retryAt, format));
}
