import { CandidatesDocument } from "../../teams-app/src/features/add-people/operations.js";
import { ConflictsDocument } from "../../teams-app/src/components/conflict-operations.js";
import { HeldPeopleDocument, HoldDocument } from "../../teams-app/src/features/automatic-import/hold-operations.js";
import {
  ByHandDocument,
  DirectoryGroupsDocument,
  RecentRunsDocument,
  SyncPreviewDocument,
  SyncSettingsDocument,
} from "../../teams-app/src/features/automatic-import/operations.js";
import { RunChangesDocument, RunDocument, RunsDocument } from "../../teams-app/src/features/history/operations.js";
import {
  AccountDocument,
  AdminsDocument,
  AuditTrailDocument,
  ConsentEventDocument,
  RulesDocument,
} from "../../teams-app/src/features/settings/operations.js";
import { UsersDocument } from "../../teams-app/src/features/users/operations.js";
import {
  SyncStatusDocument,
  TenantConnectionDocument,
  ViewerDocument,
} from "../../teams-app/src/graphql/operations.js";
import {
  account,
  admins,
  auditTrail,
  candidate,
  candidates,
  connection,
  LEGAL,
  PAGE,
  rules,
  SALES,
  userRow,
  users,
  viewer,
} from "./builders.js";
import { directoryGroup, directoryGroups, preview, recentRuns, status, syncSettings } from "./sync-builders.js";
import { changes, run, runs, RUNS } from "./history-builders.js";
import { daysAgo, minutesAgo } from "./moment.js";
import { EVERYBODY } from "./people.js";
import { answer, type Answer } from "./state.js";

/** Of the gallery's users: an admin, somebody blocked, two who are disabled, and those who came by hand or a group. */
export const ROWS = EVERYBODY.slice(0, 12).map((known, at) => {
  if (at === 0) return userRow(known, { role: "ADMIN", origin: "LOCAL", groups: [], lastSignInAt: minutesAgo(3) });
  if (at === 3)
    return userRow(known, {
      status: "DISABLED",
      disabledBy: "SYNC",
      disabledAt: minutesAgo(64),
      disabledReason: "Disabled by the sync: no longer in any of the chosen groups",
      groups: [],
      lastSignInAt: daysAgo(1),
    });
  if (at === 5)
    return userRow(known, {
      status: "DISABLED",
      disabledBy: "ADMIN",
      disabledAt: daysAgo(40),
      disabledReason: "Disabled by an admin",
    });
  if (at === 8) return userRow(known, { directoryState: "BLOCKED", origin: "MANUAL", groups: [] });
  if (at % 3 === 0) return userRow(known, { origin: "MANUAL", groups: [], lastSignInAt: daysAgo(at) });
  return userRow(known, { lastSignInAt: minutesAgo(47 * at), groups: at % 2 === 0 ? [SALES, LEGAL] : [SALES] });
});

/** Of the gallery's directory: people to add, a guest, somebody blocked, and two who are here. */
export const CANDIDATES = EVERYBODY.slice(4, 16).map((known, at) => {
  if (at === 2)
    return candidate(known, {
      kind: "GUEST",
      userPrincipalName: `${known.mail.replace("@", "_")}#EXT#@contoso.example`,
    });
  if (at === 4) return candidate(known, { importable: false, obstacle: "BLOCKED_IN_DIRECTORY" });
  return candidate(known);
});

export const GROUPS = [
  directoryGroup({ id: "group-all", displayName: "All employees" }, { dynamic: true, memberCount: 1240 }),
  directoryGroup(
    { id: "group-board", displayName: "Board" },
    {
      kind: "MICROSOFT_365",
      memberCount: 7,
      choosable: false,
    },
  ),
  directoryGroup({ id: "group-engineering", displayName: "Engineering" }, { memberCount: 310 }),
  directoryGroup(LEGAL, { kind: "MICROSOFT_365", memberCount: 12 }),
  directoryGroup(SALES),
  directoryGroup({ id: "group-welcome", displayName: "Welcome team" }, { kind: "DISTRIBUTION", memberCount: null }),
];

/** An account in which all is well. A state names only what differs. */
export const DEFAULTS: readonly Answer[] = [
  answer(ViewerDocument, { data: viewer() }),
  answer(SyncStatusDocument, { data: status() }),
  answer(TenantConnectionDocument, { data: connection() }),
  answer(UsersDocument, { data: users(ROWS) }),
  answer(ConflictsDocument, { data: { conflicts: { nodes: [], pageInfo: PAGE, totalCount: 0 } } }),
  answer(CandidatesDocument, { data: candidates(CANDIDATES, { matching: 1240 }) }),
  answer(SyncSettingsDocument, { data: syncSettings() }),
  answer(DirectoryGroupsDocument, { data: directoryGroups(GROUPS) }),
  answer(HoldDocument, { data: { hold: null } }),
  answer(HeldPeopleDocument, { data: { hold: null } }),
  answer(ByHandDocument, { data: { syncSettings: { byHand: 0 } } }),
  answer(RecentRunsDocument, { data: recentRuns() }),
  answer(SyncPreviewDocument, { data: preview() }),
  answer(RunsDocument, { data: runs(RUNS) }),
  answer(RunDocument, { data: { run: run() } }),
  answer(RunChangesDocument, { data: changes(EVERYBODY.slice(4, 8)) }),
  answer(AccountDocument, { data: account() }),
  answer(ConsentEventDocument, { data: { auditEvents: { nodes: [{ by: { name: "Adele Vance" } }] } } }),
  answer(AdminsDocument, { data: admins(ROWS.slice(0, 2)) }),
  answer(RulesDocument, { data: rules() }),
  answer(AuditTrailDocument, { data: auditTrail() }),
];
