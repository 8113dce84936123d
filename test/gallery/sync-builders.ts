import type { Run as CoreRun } from "../../server/core/run.js";
import { healthOf, type HealthFacts } from "../../server/core/health.js";
import { plainWords, say, type PlainCode } from "../../server/core/sentences.js";
import type {
  DirectoryGroupsQuery,
  RecentRunsQuery,
  SyncPreviewQuery,
  SyncSettingsQuery,
  SyncStatusQuery,
} from "../../teams-app/src/graphql/generated/graphql.js";
import { answered } from "../answered.js";
import { chosenGroup as coreGroup, settings } from "../builders.js";
import { daysAgo, inMinutes, minutesAgo, NOW } from "./moment.js";
import { EVERYBODY } from "./people.js";
import { LEGAL, PAGE, SALES } from "./builders.js";

/* What the server answers about automatic import. */

type Status = SyncStatusQuery["syncStatus"];
export type LastRun = NonNullable<Status["lastRun"]>;
const NO_COUNTS = { added: 0, reenabled: 0, updated: 0, disabled: 0, skipped: 0, failed: 0, held: 0 };

export const lastRun = (
  counts: Partial<LastRun["counts"]> = {},
  more: Partial<Omit<LastRun, "counts">> = {},
): LastRun => ({
  id: "run-1",
  trigger: "SCHEDULE",
  status: "SUCCEEDED",
  startedAt: minutesAgo(65),
  finishedAt: minutesAgo(64),
  reasons: [],
  counts: { ...NO_COUNTS, ...counts },
  ...more,
});

export const currentRun = (
  progress: Partial<NonNullable<NonNullable<Status["currentRun"]>["progress"]>> = {},
): NonNullable<Status["currentRun"]> => ({
  id: "run-2",
  trigger: "ADMIN",
  status: "RUNNING",
  startedAt: minutesAgo(2),
  progress: { stage: "READING", done: 0, total: null, waitingUntil: null, ...progress },
});

/** On, with two groups, an hour ago and in an hour: all is well. */
export const status = (more: Partial<Status> = {}): SyncStatusQuery => ({
  syncStatus: {
    enabled: true,
    health: health(),
    currentRun: null,
    lastRun: lastRun({ added: 3, disabled: 1 }),
    nextRunAt: inMinutes(55),
    intervalSeconds: 3600,
    ...more,
  },
});

/** What the server makes of these facts: state, message and next step in its own words. */
export function health(facts: Partial<HealthFacts> = {}): Status["health"] {
  const { state, message, nextStep, retryAt } = healthOf({
    account: { consent: { state: "GRANTED", checkedAt: null, grantedAt: null }, trouble: null },
    settings: settings({ groups: [coreGroup("sales", { displayName: "Sales" })] }),
    hold: null,
    current: null,
    last: coreRun(),
    nextRunAt: new Date(inMinutes(55)),
    credentialsExpireAt: null,
    now: NOW,
    ...facts,
  });
  return {
    state,
    sentences: answered(...message),
    nextSentences: answered(...nextStep),
    retryAt: retryAt?.toISOString() ?? null,
  };
}

export const coreRun = (more: Partial<CoreRun> = {}): CoreRun => ({
  id: "run-1",
  trigger: "SCHEDULE",
  status: "SUCCEEDED",
  startedAt: new Date(minutesAgo(65)),
  finishedAt: new Date(minutesAgo(64)),
  startedBy: null,
  counts: NO_COUNTS,
  usage: { requests: 2, waits: 0, waitedMs: 0, requestIds: [] },
  task: null,
  undoneBy: null,
  stopAskedBy: null,
  progress: null,
  reasons: [],
  setback: null,
  ...more,
});

type Settings = SyncSettingsQuery["syncSettings"];
export type Group = Settings["groups"][number];
export const group = ({ id, displayName }: typeof SALES, more: Partial<Group> = {}): Group => ({
  id,
  displayName,
  people: 48,
  readAt: minutesAgo(64),
  health: [],
  ...more,
});

export const syncSettings = (more: Partial<Settings> = {}): SyncSettingsQuery => ({
  syncSettings: {
    enabled: true,
    groups: [group(SALES), group(LEGAL, { people: 12, readAt: daysAgo(9) })],
    disableLeavers: true,
    includeNested: true,
    includeGuests: false,
    excludedGroups: [],
    excludedPeople: [],
    brake: { percent: 20, cap: 500 },
    version: 4,
    ...more,
  },
});

const nobody = () => ({ count: 0, people: [] });
export const named = (names: readonly { readonly id: string; readonly name: string }[], because: PlainCode) => ({
  count: names.length,
  people: names.map(({ id, name }) => ({ directoryId: id, displayName: name, because, reason: plainWords(because) })),
});

type Preview = Extract<SyncPreviewQuery["syncPreview"], { __typename: "SyncPreview" }>;
export const sum = (
  { id, displayName }: typeof SALES,
  members: number,
  more: Partial<Preview["groups"][number]> = {},
): Preview["groups"][number] => ({
  groupId: id,
  displayName,
  complete: true,
  members,
  people: members,
  others: 0,
  blocked: 0,
  guestsLeftOut: 0,
  excluded: 0,
  unknown: 0,
  countedBefore: 0,
  ...more,
});

/** Of a run that would change nobody. */
export const preview = (more: Partial<Preview> = {}): SyncPreviewQuery => ({
  syncPreview: {
    __typename: "SyncPreview",
    token: "preview-1",
    alreadyHere: { ...named(EVERYBODY.slice(0, 4), "HERE_MANAGED_BY_GROUPS"), count: 59 },
    byHand: 0,
    incompleteSentences: [],
    wouldHold: [],
    add: nobody(),
    reenable: nobody(),
    update: nobody(),
    disable: nobody(),
    skip: nobody(),
    groups: [
      sum(SALES, 52, { people: 48, others: 1, guestsLeftOut: 3 }),
      sum(LEGAL, 12, { people: 11, countedBefore: 1 }),
    ],
    ...more,
  },
});

type Recent = RecentRunsQuery["syncStatus"]["recentRuns"][number];
/** A day of hours in most of which nothing happened. */
export const recentRuns = (): RecentRunsQuery => ({
  syncStatus: {
    recentRuns: Array.from({ length: 24 }, (_, hours): Recent => {
      const { status, reasons, counts } =
        hours === 7
          ? { ...lastRun(), status: "FAILED" as const, reasons: answered(say("DIRECTORY_UNREACHABLE")) }
          : lastRun(hours % 5 === 0 ? { added: 3, disabled: 1 } : {});
      const startedAt = minutesAgo(65 + hours * 60);
      return { id: `recent-${hours}`, status, startedAt, finishedAt: startedAt, reasons, counts };
    }),
  },
});

type Groups = Extract<DirectoryGroupsQuery["directoryGroups"], { __typename: "DirectoryGroupConnection" }>;
export const directoryGroup = (
  { id, displayName }: typeof SALES,
  more: Partial<Groups["nodes"][number]> = {},
): Groups["nodes"][number] => ({
  id,
  displayName,
  description: null,
  kind: "SECURITY",
  dynamic: false,
  memberCount: 48,
  choosable: true,
  ...more,
});

export const directoryGroups = (nodes: Groups["nodes"], more: Partial<Groups> = {}): DirectoryGroupsQuery => ({
  directoryGroups: { __typename: "DirectoryGroupConnection", nodes, pageInfo: PAGE, ...more },
});
