import { registerEnumType } from "type-graphql";
import type { CandidateObstacle as CandidateObstacleName } from "../../core/candidates.js";
import type { HealthState as HealthStateName } from "../../core/health.js";
import type * as model from "../../core/model.js";
import type { ProblemCode as ProblemCodeName } from "../../core/problems.js";
import type { GroupKind as GroupKindName, UserOrder as UserOrderName } from "../../use-cases/ports.js";

/** A GraphQL enum of exactly these names; the type makes sure that the core has no name that is missing here. */
const names = <T extends string>(all: { readonly [K in T]: K }): { readonly [K in T]: K } => all;

export const Role = names<model.Role>({ ADMIN: "ADMIN", EMPLOYEE: "EMPLOYEE" });
registerEnumType(Role, { name: "Role" });

export const UserStatus = names<model.UserStatus>({ ACTIVE: "ACTIVE", DISABLED: "DISABLED" });
registerEnumType(UserStatus, { name: "UserStatus" });

export const DisabledBy = names<model.DisabledBy>({ SYNC: "SYNC", ADMIN: "ADMIN" });
registerEnumType(DisabledBy, { name: "DisabledBy" });

export const Origin = names<model.Origin>({ LOCAL: "LOCAL", MANUAL: "MANUAL", SYNC: "SYNC" });
registerEnumType(Origin, {
  name: "Origin",
  description: "How a user came into the account. It never changes.",
  valuesConfig: {
    LOCAL: { description: "Made in the application: opened the account, or was named by its operator." },
    MANUAL: { description: "Picked by an admin." },
    SYNC: { description: "Came by a chosen group." },
  },
});

export const ManagedBy = names<model.ManagedBy>({ GROUPS: "GROUPS", ADMIN: "ADMIN" });
registerEnumType(ManagedBy, {
  name: "ManagedBy",
  description: "Who may change a user's status: the chosen groups, or only an admin.",
});

export const DirectoryState = names<model.DirectoryState>({
  ENABLED: "ENABLED",
  BLOCKED: "BLOCKED",
  DELETED: "DELETED",
  UNKNOWN: "UNKNOWN",
});
registerEnumType(DirectoryState, {
  name: "DirectoryState",
  description: "What the directory last said of the person.",
});

export const PersonKind = names<model.PersonKind>({ MEMBER: "MEMBER", GUEST: "GUEST" });
registerEnumType(PersonKind, { name: "PersonKind" });

export const ConsentState = names<model.ConsentState>({
  UNKNOWN: "UNKNOWN",
  GRANTED: "GRANTED",
  MISSING: "MISSING",
  LOST: "LOST",
});
registerEnumType(ConsentState, { name: "ConsentState" });

export const RunTrigger = names<model.RunTrigger>({
  SCHEDULE: "SCHEDULE",
  ADMIN: "ADMIN",
  SETTINGS: "SETTINGS",
  IMPORT: "IMPORT",
  REFRESH: "REFRESH",
});
registerEnumType(RunTrigger, { name: "RunTrigger" });

export const RunStatus = names<model.RunStatus>({
  RUNNING: "RUNNING",
  SUCCEEDED: "SUCCEEDED",
  PARTIAL: "PARTIAL",
  HELD: "HELD",
  FAILED: "FAILED",
  STOPPED: "STOPPED",
  SKIPPED: "SKIPPED",
});
registerEnumType(RunStatus, {
  name: "RunStatus",
  valuesConfig: {
    PARTIAL: {
      description:
        "A part could not be read or written; what could be was, and nobody was disabled for want of a read.",
    },
    HELD: { description: "The brake held changes back; the rest was made." },
    STOPPED: { description: "Ended at a checkpoint, because the settings changed or the server was stopping." },
    SKIPPED: { description: "Another run was still going on." },
  },
});

export const RunStage = names<model.RunProgress["stage"]>({ READING: "READING", APPLYING: "APPLYING" });
registerEnumType(RunStage, { name: "RunStage" });

export const UserOrder = names<UserOrderName>({
  NAME_ASC: "NAME_ASC",
  NAME_DESC: "NAME_DESC",
  EMAIL_ASC: "EMAIL_ASC",
  EMAIL_DESC: "EMAIL_DESC",
  LAST_SIGN_IN_DESC: "LAST_SIGN_IN_DESC",
  CREATED_DESC: "CREATED_DESC",
});
registerEnumType(UserOrder, { name: "UserOrder" });

export const GroupKind = names<GroupKindName>({
  MICROSOFT_365: "MICROSOFT_365",
  SECURITY: "SECURITY",
  MAIL_ENABLED_SECURITY: "MAIL_ENABLED_SECURITY",
  DISTRIBUTION: "DISTRIBUTION",
  OTHER: "OTHER",
});
registerEnumType(GroupKind, { name: "GroupKind" });

export const CandidateObstacle = names<CandidateObstacleName>({
  BLOCKED_IN_DIRECTORY: "BLOCKED_IN_DIRECTORY",
  DETAILS_HIDDEN: "DETAILS_HIDDEN",
  ALREADY_HERE: "ALREADY_HERE",
});
registerEnumType(CandidateObstacle, { name: "CandidateObstacle" });

export const ImportOutcomeKind = names<"ADDED" | "ALREADY_HERE" | "FAILED">({
  ADDED: "ADDED",
  ALREADY_HERE: "ALREADY_HERE",
  FAILED: "FAILED",
});
registerEnumType(ImportOutcomeKind, { name: "ImportOutcomeKind" });

export const HealthState = names<HealthStateName>({
  OFF: "OFF",
  WAITING_FOR_FIRST_RUN: "WAITING_FOR_FIRST_RUN",
  OK: "OK",
  RUNNING: "RUNNING",
  NO_GROUPS: "NO_GROUPS",
  HELD: "HELD",
  PARTIAL: "PARTIAL",
  FAILED: "FAILED",
  CONSENT_LOST: "CONSENT_LOST",
  GROUP_MISSING: "GROUP_MISSING",
  STOPPED: "STOPPED",
});
registerEnumType(HealthState, { name: "HealthState" });

export const ProblemCode = names<ProblemCodeName>({
  CONSENT_MISSING: "CONSENT_MISSING",
  CONSENT_LOST: "CONSENT_LOST",
  CONFIGURATION_BROKEN: "CONFIGURATION_BROKEN",
  DIRECTORY_UNREACHABLE: "DIRECTORY_UNREACHABLE",
  THROTTLED: "THROTTLED",
  GROUP_GONE: "GROUP_GONE",
  GROUP_HIDDEN: "GROUP_HIDDEN",
  NO_GROUPS: "NO_GROUPS",
  TOO_MANY: "TOO_MANY",
  RUN_IN_PROGRESS: "RUN_IN_PROGRESS",
  NOT_ENABLED: "NOT_ENABLED",
  NOT_ALLOWED: "NOT_ALLOWED",
  NOT_FOUND: "NOT_FOUND",
  LAST_ADMIN: "LAST_ADMIN",
  ACCOUNT_EXISTS: "ACCOUNT_EXISTS",
  INVITE_NOT_GOOD: "INVITE_NOT_GOOD",
  CURSOR_INVALID: "CURSOR_INVALID",
  INVALID_INPUT: "INVALID_INPUT",
  SETTINGS_CHANGED: "SETTINGS_CHANGED",
});
registerEnumType(ProblemCode, { name: "ProblemCode" });
