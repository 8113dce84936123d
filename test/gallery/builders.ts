import type { AuditKind } from "../../server/core/audit.js";
import { auditWords } from "../../server/core/words/audit.js";
import { problemSentences } from "../../server/core/problem-words.js";
import { type Sentence } from "../../server/core/sentences.js";
import type { ProblemCode } from "../../server/core/problems.js";
import type {
  AccountQuery,
  AdminsQuery,
  AuditTrailQuery,
  CandidatesQuery,
  RulesQuery,
  TenantConnectionQuery,
  UsersQuery,
  ViewerQuery,
} from "../../teams-app/src/graphql/generated/graphql.js";
import { answered } from "../answered.js";
import { daysAgo, minutesAgo } from "./moment.js";
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

export const account = (more: Partial<AccountQuery["account"]> = {}): AccountQuery => ({
  account: {
    id: "account-1",
    name: "Contoso",
    tenantId: TENANT_ID,
    helpContact: "it-help@contoso.example",
    shownEmail: "MAIL",
    settingsVersion: 3,
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
