import type { Sentence } from "./sentences.js";

/** What an admin, or the operator an admin can call, can mend. The words for each stand in words/problems.ts. */
export type ProblemCode =
  | "CONSENT_MISSING"
  | "CONSENT_LOST"
  | "CONFIGURATION_BROKEN"
  | "TENANT_UNKNOWN"
  | "ACCESS_BLOCKED"
  | "DIRECTORY_UNREACHABLE"
  | "THROTTLED"
  | "GROUP_GONE"
  | "GROUP_HIDDEN"
  | "NO_GROUPS"
  | "TOO_MANY"
  | "RUN_IN_PROGRESS"
  | "NOT_ENABLED"
  | "NOT_ALLOWED"
  | "NOT_FOUND"
  | "LAST_ADMIN"
  | "ACCOUNT_EXISTS"
  | "INVITE_NOT_GOOD"
  | "CURSOR_INVALID"
  | "INVALID_INPUT"
  | "SETTINGS_CHANGED"
  | "PREVIEW_NEEDED"
  | "PLAN_CHANGED"
  | "NO_HOLD"
  | "NOT_UNDOABLE"
  | "CONFLICT_GONE";

/** Why nothing of a tenant can be read, where that lasts until somebody acts. */
export type TroubleKind =
  /** One of the permissions, or both, are not consented to (any more). */
  | "PERMISSION_REMOVED"
  /** The tenant does not know the application: never consented to, or removed. */
  | "APP_REMOVED"
  | "APP_DISABLED"
  /** A Conditional Access policy of the customer. */
  | "BLOCKED_BY_POLICY"
  /** Our own secret or certificate, which is the operator's to mend. */
  | "CREDENTIALS_REFUSED"
  | "TENANT_UNKNOWN";

export interface Problem {
  readonly code: ProblemCode;
  /** What exactly, where the code alone does not tell. */
  readonly because?: Sentence;
  /** What Microsoft said, for a log or for telling troubles apart; never a secret, never a whole answer. */
  readonly detail?: string;
  /** When it is worth trying again. */
  readonly retryAt?: Date;
  /** Where nothing can be read until somebody acts: who would have to, and what happened. */
  readonly trouble?: TroubleKind;
}

/** The ways a directory can fail to answer; a part of ProblemCode, so that it can be handed on as it is. */
export type DirectoryProblemCode = Extract<
  ProblemCode,
  | "CONSENT_MISSING"
  | "CONFIGURATION_BROKEN"
  | "TENANT_UNKNOWN"
  | "ACCESS_BLOCKED"
  | "DIRECTORY_UNREACHABLE"
  | "THROTTLED"
  | "NOT_FOUND"
  | "CURSOR_INVALID"
>;

export interface DirectoryProblem extends Problem {
  readonly code: DirectoryProblemCode;
}
