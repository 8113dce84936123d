import { registerEnumType } from "type-graphql";
import type * as audit from "../../../core/audit.js";
import type { ProblemCode as ProblemCodeName } from "../../../core/problems.js";
import type { ConflictChoice as ConflictChoiceName } from "../../../use-cases/conflicts.js";
import { names } from "./names.js";

export const ProblemCode = names<ProblemCodeName>({
  CONSENT_MISSING: "CONSENT_MISSING",
  CONSENT_LOST: "CONSENT_LOST",
  CONFIGURATION_BROKEN: "CONFIGURATION_BROKEN",
  TENANT_UNKNOWN: "TENANT_UNKNOWN",
  ACCESS_BLOCKED: "ACCESS_BLOCKED",
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
  PREVIEW_NEEDED: "PREVIEW_NEEDED",
  PLAN_CHANGED: "PLAN_CHANGED",
  NO_HOLD: "NO_HOLD",
  NOT_UNDOABLE: "NOT_UNDOABLE",
  CONFLICT_GONE: "CONFLICT_GONE",
});
registerEnumType(ProblemCode, { name: "ProblemCode" });

export const AuditKind = names<audit.AuditKind>({
  ACCOUNT_OPENED: "ACCOUNT_OPENED",
  ACCOUNT_CLOSED: "ACCOUNT_CLOSED",
  ACCOUNT_SETTINGS_CHANGED: "ACCOUNT_SETTINGS_CHANGED",
  CONSENT_CHANGED: "CONSENT_CHANGED",
  SYNC_ENABLED: "SYNC_ENABLED",
  SYNC_SETTINGS_CHANGED: "SYNC_SETTINGS_CHANGED",
  SYNC_DISABLED: "SYNC_DISABLED",
  HOLD_APPROVED: "HOLD_APPROVED",
  HOLD_REJECTED: "HOLD_REJECTED",
  RUN_UNDONE: "RUN_UNDONE",
  USERS_IMPORTED: "USERS_IMPORTED",
  IMPORT_STOPPED: "IMPORT_STOPPED",
  USERS_ENABLED: "USERS_ENABLED",
  USERS_DISABLED: "USERS_DISABLED",
  ADMIN_NAMED: "ADMIN_NAMED",
  ADMIN_REMOVED: "ADMIN_REMOVED",
  HANDED_TO_GROUPS: "HANDED_TO_GROUPS",
  KEPT_BY_ADMIN: "KEPT_BY_ADMIN",
  EXCLUDED: "EXCLUDED",
  EXCLUSION_ENDED: "EXCLUSION_ENDED",
  CONFLICT_LINKED: "CONFLICT_LINKED",
  CONFLICT_CREATED_BESIDE: "CONFLICT_CREATED_BESIDE",
  CONFLICT_SKIPPED: "CONFLICT_SKIPPED",
  USER_LINKED: "USER_LINKED",
});
registerEnumType(AuditKind, { name: "AuditKind", description: "What was decided." });

export const AuditSubjectType = names<audit.AuditSubjectType>({
  ACCOUNT: "ACCOUNT",
  USER: "USER",
  PERSON: "PERSON",
  GROUP: "GROUP",
  RUN: "RUN",
  HOLD: "HOLD",
});
registerEnumType(AuditSubjectType, {
  name: "AuditSubjectType",
  description: "PERSON: by object id, of somebody who need not be a user.",
});

export const ConflictChoice = names<ConflictChoiceName>({
  LINK: "LINK",
  CREATE_BESIDE: "CREATE_BESIDE",
  SKIP: "SKIP",
});
registerEnumType(ConflictChoice, {
  name: "ConflictChoice",
  valuesConfig: {
    LINK: { description: "That user is this person; role, status and who manages them stay." },
    CREATE_BESIDE: { description: "They are two who share a mail address." },
    SKIP: { description: "The person stays out, until the exclusion is taken back." },
  },
});
