import type { Run as CoreRun } from "../../server/core/run.js";
import type { AuditKind } from "../../server/core/audit.js";
import { auditWords } from "../../server/core/words/audit.js";
import { healthOf, type HealthFacts } from "../../server/core/health.js";
import { problemSentences } from "../../server/core/problem-words.js";
import { plainWords, say, type PlainCode, type Sentence } from "../../server/core/sentences.js";
import type { ProblemCode } from "../../server/core/problems.js";
import type {
  AccountQuery,
  AdminsQuery,
  AuditTrailQuery,
  CandidatesQuery,
  DirectoryGroupsQuery,
  RecentRunsQuery,
  RulesQuery,
  SyncPreviewQuery,
  SyncSettingsQuery,
  SyncStatusQuery,
  TenantConnectionQuery,
  UsersQuery,
  ViewerQuery,
} from "../../teams-app/src/graphql/generated/graphql.js";
import { answered } from "../answered.js";
import { chosenGroup as coreGroup, settings } from "../builders.js";
import { daysAgo, inMinutes, minutesAgo, NOW } from "./moment.js";
import { EVERYBODY, TENANT_ID, type Known } from "./people.js";

/*
 * What the server answers, with defaults for whatever a state does not care about. Sentences of the server come from
 * the server's own words, so that no state shows one that nobody can meet.
 */

export const ORIGIN = "https://rollcall.contoso.example";
export const PAGE = { hasNextPage: false, endCursor: null };

const [adele] = EVERYBODY as [Known];

type Viewer = ViewerQuery["viewer"];
export const viewer = (user: Partial<Viewer["user"]> = {}, more: Partial<Omit<Viewer, "user">> = {}): ViewerQuery => ({
  viewer: {
    user: {
      id: "user-1",
      displayName: adele.name,
      email: adele.mail,
      userPrincipalName: adele.mail,
      role: "ADMIN",
      origin: "LOCAL",
      createdAt: daysAgo(190),
      lastSignInAt: minutesAgo(3),
      groups: [],
      ...user,
    },
    account: { name: "Contoso", tenantId: TENANT_ID, helpContact: "it-help@contoso.example" },
    admins: [{ displayName: adele.name, email: adele.mail }],
    ...more,
  },
});

export const SALES = { id: "group-sales", displayName: "Sales" };
export const LEGAL = { id: "group-legal", displayName: "Legal and Compliance" };

type UserRow = UsersQuery["users"]["nodes"][number];
export const userRow = ({ id, name, mail }: Known, more: Partial<UserRow> = {}): UserRow => ({
  id: `user-${id}`,
  displayName: name,
  email: mail,
  userPrincipalName: mail,
  directoryId: id,
  sharesEmail: false,
  managedBy: (more.origin ?? "SYNC") === "SYNC" ? "GROUPS" : "ADMIN",
  role: "EMPLOYEE",
  status: "ACTIVE",
  disabledBy: null,
  disabledAt: null,
  disabledBecause: null,
  disabledReason: null,
  origin: "SYNC",
  directoryState: "ENABLED",
  lastSignInAt: null,
  groups: [SALES],
  ...more,
});

export const users = (nodes: UserRow[], more: Partial<UsersQuery["users"]> = {}): UsersQuery => ({
  users: { nodes, pageInfo: PAGE, totalCount: nodes.length, ...more },
});

type Candidates = Extract<CandidatesQuery["candidates"], { __typename: "CandidateConnection" }>;
export type Candidate = Candidates["nodes"][number];
export const candidate = (
  { id, name, mail, department, jobTitle }: Known,
  more: Partial<Candidate> = {},
): Candidate => ({
  directoryId: id,
  displayName: name,
  email: mail,
  userPrincipalName: mail,
  jobTitle,
  department,
  kind: "MEMBER",
  importable: true,
  obstacle: null,
  user: null,
  ...more,
});

export const candidates = (nodes: Candidate[], more: Partial<Candidates> = {}): CandidatesQuery => ({
  candidates: { __typename: "CandidateConnection", nodes, pageInfo: PAGE, matching: nodes.length, ...more },
});

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

export const connection = (more: Partial<TenantConnectionQuery["tenantConnection"]> = {}): TenantConnectionQuery => ({
  tenantConnection: {
    state: "GRANTED",
    tenantId: TENANT_ID,
    tenantName: "Contoso",
    permissions: [
      {
        name: "User.Read.All",
        purpose: "List users: names, mail addresses, departments, and whether somebody is blocked.",
      },
      { name: "GroupMember.Read.All", purpose: "List groups, and who is in them." },
    ],
    checkedAt: minutesAgo(64),
    grantedAt: daysAgo(190),
    consentUrl: `${ORIGIN}/consent/start?tenant=${TENANT_ID}`,
    ...more,
  },
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

export const account = (more: Partial<AccountQuery["account"]> = {}): AccountQuery => ({
  account: {
    id: "account-1",
    name: "Contoso",
    tenantId: TENANT_ID,
    helpContact: "it-help@contoso.example",
    shownEmail: "MAIL",
    receivers: { emails: ["it@contoso.example"], webhook: null },
    mailAvailable: true,
    signInLink: `${ORIGIN}/?tenant=${TENANT_ID}`,
    createdAt: daysAgo(190),
    ...more,
  },
});

/** A problem in the server's own words. */
export const problem = (code: ProblemCode, retryAt: string | null = null, because?: Sentence) =>
  ({
    __typename: "Problem",
    code,
    sentences: answered(...problemSentences({ code, ...(because && { because }) })),
    retryAt,
  }) as const;

export const admins = (rows: UserRow[]): AdminsQuery => ({
  users: { nodes: rows.map(({ id, displayName, email, status }) => ({ id, displayName, email, status })) },
});

export const rules = (more: Partial<RulesQuery["syncSettings"]> = {}): RulesQuery => ({
  syncSettings: {
    version: 7,
    enabled: true,
    disableLeavers: true,
    disableGone: false,
    excludedPeople: [],
    excludedGroups: [],
    ...more,
  },
});

type AuditEvent = AuditTrailQuery["auditEvents"]["nodes"][number];
type AuditFields = AuditEvent["subjects"]["nodes"][number]["fields"];

const auditEvent = (id: string, at: string, kind: AuditKind, fields: AuditFields): AuditEvent => ({
  id,
  at,
  kind,
  message: auditWords(kind),
  complete: true,
  by: { name: "Adele Vance" },
  subjects: { nodes: [{ type: "ACCOUNT", name: "Contoso", fields }], totalCount: 1 },
});

export const auditTrail = (): AuditTrailQuery => ({
  auditEvents: {
    nodes: [
      auditEvent("event-2", minutesAgo(190), "SYNC_SETTINGS_CHANGED", [
        { name: "groups", before: null, after: "Legal and Compliance" },
        { name: "disableLeavers", before: "false", after: "true" },
      ]),
      auditEvent("event-1", daysAgo(3), "ACCOUNT_OPENED", [{ name: "state", before: null, after: "open" }]),
    ],
    pageInfo: PAGE,
  },
});
