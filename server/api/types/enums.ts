import { registerEnumType } from "type-graphql";
import type { CandidateObstacle as CandidateObstacleName } from "../../core/candidates.js";
import type { GroupHealthCode as GroupHealthCodeName } from "../../core/group-words.js";
import type { HealthState as HealthStateName } from "../../core/health.js";
import type * as audit from "../../core/audit.js";
import type * as changes from "../../core/changes.js";
import type { HoldReason as HoldReasonName } from "../../core/guard.js";
import type * as holds from "../../core/hold.js";
import type * as model from "../../core/model.js";
import type { SkipReason as SkipReasonName } from "../../core/plan.js";
import type * as one from "../../core/one-person.js";
import type { WhyStanding as WhyStandingName } from "../../core/why.js";
import type { ProblemCode as ProblemCodeName } from "../../core/problems.js";
import type { ConflictChoice as ConflictChoiceName } from "../../use-cases/conflicts.js";
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
  APPROVAL: "APPROVAL",
  UNDO: "UNDO",
  CATCH_UP: "CATCH_UP",
});
registerEnumType(RunTrigger, {
  name: "RunTrigger",
  description: "What started a run.",
  valuesConfig: {
    SCHEDULE: { description: "Its hour." },
    ADMIN: { description: "An admin who pressed Run now." },
    SETTINGS: { description: "A change of the settings." },
    IMPORT: { description: "An import by hand." },
    REFRESH: { description: "The daily look at everybody, or at one person." },
    APPROVAL: { description: "An admin who approved a hold." },
    UNDO: { description: "An admin who undid another run." },
    CATCH_UP: { description: "A run that was missed, or cut short." },
  },
});

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
    STOPPED: {
      description:
        "Ended at a checkpoint, because the settings changed, an admin stopped it or the server was stopping.",
    },
    SKIPPED: { description: "Another run was still going on." },
  },
});

export const RunStage = names<model.RunProgress["stage"]>({
  READING: "READING",
  LOOKING_AGAIN: "LOOKING_AGAIN",
  APPLYING: "APPLYING",
});
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
  RETRYING: "RETRYING",
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
  THROTTLED: "THROTTLED",
  ACCESS_BLOCKED: "ACCESS_BLOCKED",
  CREDENTIALS_REFUSED: "CREDENTIALS_REFUSED",
  SECRET_EXPIRING: "SECRET_EXPIRING",
  TENANT_UNKNOWN: "TENANT_UNKNOWN",
  GROUP_HIDDEN: "GROUP_HIDDEN",
  READ_INCOMPLETE: "READ_INCOMPLETE",
  READ_DOUBTFUL: "READ_DOUBTFUL",
});
registerEnumType(HealthState, {
  name: "HealthState",
  valuesConfig: {
    CONSENT_LOST: { description: "Microsoft does not let the directory be read; the message says which way it ended." },
    ACCESS_BLOCKED: { description: "A policy of the customer keeps Rollcall out." },
    CREDENTIALS_REFUSED: { description: "Rollcall's own credentials do not work. The operator has to mend this." },
    SECRET_EXPIRING: { description: "All is well, but Rollcall's own credentials run out soon." },
    GROUP_HIDDEN: { description: "A group hides its members, so nobody is disabled." },
    READ_INCOMPLETE: { description: "The last run could not read everything, so it disabled nobody." },
    READ_DOUBTFUL: { description: "A second look showed that a list was wrong, so the last run disabled nobody." },
  },
});

export const GroupHealthCode = names<GroupHealthCodeName>({
  MISSING: "MISSING",
  HIDDEN: "HIDDEN",
  INCOMPLETE: "INCOMPLETE",
  EMPTY: "EMPTY",
  SHRUNK: "SHRUNK",
  RENAMED: "RENAMED",
  DYNAMIC: "DYNAMIC",
});
registerEnumType(GroupHealthCode, { name: "GroupHealthCode" });

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

export const ChangeAction = names<changes.ChangeAction>({
  CREATE: "CREATE",
  REENABLE: "REENABLE",
  UPDATE: "UPDATE",
  DISABLE: "DISABLE",
});
registerEnumType(ChangeAction, { name: "ChangeAction" });

export const ChangeReason = names<changes.ChangeReason>({
  LEFT_GROUPS: "LEFT_GROUPS",
  BLOCKED_IN_DIRECTORY: "BLOCKED_IN_DIRECTORY",
  DELETED_IN_DIRECTORY: "DELETED_IN_DIRECTORY",
  GUESTS_LEFT_OUT: "GUESTS_LEFT_OUT",
  EXCLUDED: "EXCLUDED",
  BY_ADMIN: "BY_ADMIN",
  IN_CHOSEN_GROUP: "IN_CHOSEN_GROUP",
  BACK_IN_CHOSEN_GROUP: "BACK_IN_CHOSEN_GROUP",
  FOLLOWS_DIRECTORY: "FOLLOWS_DIRECTORY",
  BY_HAND: "BY_HAND",
  UNDONE: "UNDONE",
});
registerEnumType(ChangeReason, { name: "ChangeReason" });

export const ChangeOutcome = names<changes.ChangeOutcome>({
  PLANNED: "PLANNED",
  DONE: "DONE",
  OVERTAKEN: "OVERTAKEN",
  FAILED: "FAILED",
  DROPPED: "DROPPED",
  NOT_REACHED: "NOT_REACHED",
});
registerEnumType(ChangeOutcome, {
  name: "ChangeOutcome",
  description: "What became of a change.",
  valuesConfig: {
    PLANNED: { description: "Its run is still going on." },
    OVERTAKEN: { description: "Somebody else had changed the person meanwhile, so there was nothing to do." },
    DROPPED: {
      description: "Approved, and not done: a second look found that they may stay, or gave no clear answer.",
    },
    NOT_REACHED: { description: "The run was cut short before it came to this person." },
  },
});

export const HoldReason = names<HoldReasonName>({
  TOO_MANY_LEAVERS: "TOO_MANY_LEAVERS",
  NOBODY_LEFT: "NOBODY_LEFT",
  GROUP_COLLAPSED: "GROUP_COLLAPSED",
  TOO_MANY_ADDITIONS: "TOO_MANY_ADDITIONS",
  HOLD_OPEN: "HOLD_OPEN",
});
registerEnumType(HoldReason, { name: "HoldReason", description: "Why the brake kept changes back." });

export const HeldAction = names<holds.HeldChange["action"]>({
  DISABLE: "DISABLE",
  CREATE: "CREATE",
  REENABLE: "REENABLE",
});
registerEnumType(HeldAction, { name: "HeldAction" });

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

export const SkipReason = names<SkipReasonName>({
  BLOCKED_IN_DIRECTORY: "BLOCKED_IN_DIRECTORY",
  GUEST_LEFT_OUT: "GUEST_LEFT_OUT",
  EXCLUDED: "EXCLUDED",
  EXCLUSION_UNKNOWN: "EXCLUSION_UNKNOWN",
  DETAILS_UNKNOWN: "DETAILS_UNKNOWN",
  DISABLED_BY_ADMIN: "DISABLED_BY_ADMIN",
  MAIL_CONFLICT: "MAIL_CONFLICT",
  LAST_ADMIN: "LAST_ADMIN",
});
registerEnumType(SkipReason, {
  name: "SkipReason",
  description: "Why somebody in a chosen group is left as they are.",
});

export const WhyStanding = names<WhyStandingName>({
  HERE_BY_GROUPS: "HERE_BY_GROUPS",
  HERE_BY_ADMIN: "HERE_BY_ADMIN",
  DISABLED_BY_SYNC: "DISABLED_BY_SYNC",
  DISABLED_BY_ADMIN: "DISABLED_BY_ADMIN",
  NOT_HERE: "NOT_HERE",
});
registerEnumType(WhyStanding, { name: "WhyStanding", description: "Where somebody stands in the account." });

export const ShownEmail = names<model.ShownEmail>({ MAIL: "MAIL", SIGN_IN_NAME: "SIGN_IN_NAME" });
registerEnumType(ShownEmail, {
  name: "ShownEmail",
  description: "What the account's users have as `email`.",
  valuesConfig: {
    MAIL: { description: "Their mailbox; the name they sign in with where there is none." },
    SIGN_IN_NAME: { description: "The name they sign in with; of guests, whose name is no address, their mailbox." },
  },
});

export const WhyRule = names<one.Rule>({
  ...SkipReason,
  NOT_LINKED: "NOT_LINKED",
  NO_ANSWER: "NO_ANSWER",
  DELETED_IN_DIRECTORY: "DELETED_IN_DIRECTORY",
  NOT_FOUND: "NOT_FOUND",
  SYNC_OFF: "SYNC_OFF",
  NO_GROUPS: "NO_GROUPS",
  IN_CHOSEN_GROUP: "IN_CHOSEN_GROUP",
  NOT_IN_GROUPS: "NOT_IN_GROUPS",
});
registerEnumType(WhyRule, { name: "WhyRule", description: "What decided whether somebody is here." });

export const NextStep = names<one.NextStep>({
  ADD: "ADD",
  REENABLE: "REENABLE",
  DISABLE: "DISABLE",
  NOTHING: "NOTHING",
  WAITS_ON_HOLD: "WAITS_ON_HOLD",
  ASKS_AGAIN: "ASKS_AGAIN",
});
registerEnumType(NextStep, {
  name: "NextStep",
  description: "What the next run will do about somebody.",
  valuesConfig: {
    DISABLE: { description: "If a second look confirms it, and the brake lets it." },
    WAITS_ON_HOLD: { description: "Nothing, until an admin has decided about the list that waits." },
    ASKS_AGAIN: { description: "Nothing, until Microsoft gives a clear answer." },
  },
});
