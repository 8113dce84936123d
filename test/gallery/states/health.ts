import type { HealthFacts } from "../../../server/core/health.js";
import { heldSentences } from "../../../server/core/hold-words.js";
import { unreadSentences } from "../../../server/core/problem-words.js";
import { partialSentences } from "../../../server/core/run-words.js";
import { say, type Sentence } from "../../../server/core/sentences.js";
import { SyncStatusDocument } from "../../../teams-app/src/graphql/operations.js";
import { answered } from "../../answered.js";
import { chosenGroup, held, settings } from "../../builders.js";
import { coreRun, currentRun, health, lastRun, status } from "../sync-builders.js";
import { daysAgo, inMinutes, minutesAgo, NOW } from "../moment.js";
import { EVERYBODY } from "../people.js";
import { answer, type Answer } from "../state.js";

/* How automatic import fares, as the bar under the tabs and the status sentence of every screen show it. */

const said = (facts: Partial<HealthFacts>, more: Parameters<typeof status>[0] = {}): Answer =>
  answer(SyncStatusDocument, { data: status({ health: health(facts), ...more }) });

const trouble = (kind: NonNullable<HealthFacts["account"]["trouble"]>["kind"]) => ({
  consent: { state: "LOST", checkedAt: new Date(minutesAgo(64)), grantedAt: null } as const,
  trouble: {
    kind,
    detail: kind === "PERMISSION_REMOVED" ? "GroupMember.Read.All" : null,
    since: new Date(minutesAgo(64)),
    failures: 1,
    nextTryAt: new Date(inMinutes(55)),
  },
});

const failedRun = (reasons: readonly Sentence[]) => ({
  lastRun: lastRun({}, { status: "FAILED", reasons: answered(...reasons) }),
});

export const WITHDRAWN = said(
  { account: trouble("PERMISSION_REMOVED") },
  failedRun(unreadSentences({ code: "CONSENT_LOST", trouble: "PERMISSION_REMOVED", detail: "GroupMember.Read.All" })),
);
export const UNKNOWN_TENANT = said(
  { account: trouble("TENANT_UNKNOWN") },
  failedRun(unreadSentences({ code: "TENANT_UNKNOWN", trouble: "TENANT_UNKNOWN" })),
);
export const BLOCKED_BY_POLICY = said(
  { account: trouble("BLOCKED_BY_POLICY") },
  failedRun(unreadSentences({ code: "ACCESS_BLOCKED", trouble: "BLOCKED_BY_POLICY" })),
);
export const SECRET_REFUSED = said(
  {
    account: {
      ...trouble("CREDENTIALS_REFUSED"),
      consent: { state: "GRANTED", checkedAt: new Date(minutesAgo(64)), grantedAt: null },
    },
  },
  failedRun(unreadSentences({ code: "CONFIGURATION_BROKEN", trouble: "CREDENTIALS_REFUSED" })),
);
export const SECRET_RUNS_OUT = said({ credentialsExpireAt: new Date(inMinutes(9 * 24 * 60)) });
export const NEVER_CONSENTED = said(
  { account: { consent: { state: "MISSING", checkedAt: NOW, grantedAt: null }, trouble: null } },
  { enabled: false, lastRun: null, nextRunAt: null },
);
export const OFF = said({ settings: settings({ enabled: false }) }, { enabled: false, lastRun: null, nextRunAt: null });
export const NO_GROUPS = said({ settings: settings({ groups: [] }) });
export const FIRST_RUN = said({ last: null }, { lastRun: null, nextRunAt: inMinutes(1) });

const reading = { stage: "READING", done: 1200, total: 4000 } as const;
export const SYNCING = said(
  { current: coreRun({ status: "RUNNING", progress: reading }) },
  { currentRun: currentRun(reading) },
);
export const RETRYING = said(
  { current: coreRun({ progress: { ...reading, waitingUntil: new Date(inMinutes(2)) } }) },
  { currentRun: currentRun({ ...reading, waitingUntil: inMinutes(2) }) },
);
export const THROTTLED = said(
  { last: coreRun({ status: "FAILED", setback: { kind: "THROTTLED", retryAt: new Date(inMinutes(2)) } }) },
  failedRun([say("THROTTLED")]),
);
const lost = [say("DIRECTORY_UNREACHABLE")];
export const FAILED_RUN = said({ last: coreRun({ status: "FAILED", reasons: lost }) }, failedRun(lost));
const partly = partialSentences(["Legal and Compliance"], 2);
export const PARTIAL_RUN = said(
  { last: coreRun({ status: "PARTIAL", reasons: partly }) },
  { lastRun: lastRun({ added: 12, failed: 2 }, { status: "PARTIAL", reasons: answered(...partly) }) },
);
export const GROUP_MISSING = said({
  settings: settings({
    groups: [chosenGroup("legal", { displayName: "Legal and Compliance", notFoundSince: new Date(daysAgo(2)) })],
  }),
});

/** Six leavers on one day, of whom the brake lets five go. */
export const HELD_PEOPLE = EVERYBODY.slice(4, 10).map(({ id, name }) => held(id, { displayName: name }));
const holding = { because: ["TOO_MANY_LEAVERS"], held: HELD_PEOPLE, limit: 5 } as const;
const HELD_SENTENCES = heldSentences(holding);
export const HELD_WORDS = answered(...HELD_SENTENCES);
export const HELD = said(
  {
    hold: {
      because: holding.because,
      limit: 5,
      approval: null,
      counts: { DISABLE: HELD_PEOPLE.length, CREATE: 0, REENABLE: 0 },
    },
    last: coreRun({ status: "HELD", reasons: HELD_SENTENCES }),
  },
  { lastRun: lastRun({ added: 2, held: HELD_PEOPLE.length }, { status: "HELD", reasons: HELD_WORDS }) },
);
