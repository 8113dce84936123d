/** What an admin, or the operator an admin can call, can mend. The words for each stand in words.ts. */
export type ProblemCode =
  | "CONSENT_MISSING"
  | "CONSENT_LOST"
  | "CONFIGURATION_BROKEN"
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

export interface Problem {
  readonly code: ProblemCode;
  /** What exactly: a permission, a group's name, a bound. Goes into the words; never a secret, never a whole answer. */
  readonly detail?: string;
  /** When it is worth trying again. */
  readonly retryAt?: Date;
}

/** The ways a directory can fail to answer; a part of ProblemCode, so that it can be handed on as it is. */
export type DirectoryProblemCode = Extract<
  ProblemCode,
  "CONSENT_MISSING" | "CONFIGURATION_BROKEN" | "DIRECTORY_UNREACHABLE" | "THROTTLED" | "NOT_FOUND" | "CURSOR_INVALID"
>;

export interface DirectoryProblem extends Problem {
  readonly code: DirectoryProblemCode;
}
