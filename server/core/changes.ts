import type { DisableReason, ManagedBy, Profile, UserStatus } from "./model.js";

/** What a run did, or set out to do, about one person. */
export type ChangeAction = "CREATE" | "REENABLE" | "UPDATE" | "DISABLE";

export type ChangeReason =
  | DisableReason
  /** Is in a chosen group. */
  | "IN_CHOSEN_GROUP"
  /** Was disabled by the sync, and is in a chosen group again. */
  | "BACK_IN_CHOSEN_GROUP"
  /** Name, mail, department and the like follow the directory. */
  | "FOLLOWS_DIRECTORY"
  /** Picked by an admin. */
  | "BY_HAND"
  /** An admin undid the run that had done the opposite. */
  | "UNDONE";

/**
 * What became of a change. A row is written before its person is, so that a run killed in between leaves a trace:
 * PLANNED says that nobody has found out yet.
 */
export type ChangeOutcome =
  | "PLANNED"
  | "DONE"
  /** Nothing to do any more: somebody else had changed the person meanwhile. */
  | "OVERTAKEN"
  | "FAILED"
  /** Approved, and not done: the second look found that they may stay, or gave no clear answer. */
  | "DROPPED"
  /** The run ended before it came to this person. */
  | "NOT_REACHED";

/** The fields of a user that a change shows, before and after: only those it touches. */
export type ChangedFields = Partial<Profile & { readonly status: UserStatus; readonly managedBy: ManagedBy }>;

export interface PlannedChange {
  readonly directoryId: string;
  readonly displayName: string;
  readonly action: ChangeAction;
  readonly reason: ChangeReason;
  readonly before: ChangedFields | null;
  readonly after: ChangedFields;
}

/** A change that came to nothing before it was tried; its row says so from the start. */
export interface RefusedChange extends PlannedChange {
  readonly outcome: "FAILED" | "DROPPED";
  /** A code that change-words.ts knows. */
  readonly because: string;
}

export interface Change extends PlannedChange {
  readonly id: string;
  readonly runId: string;
  readonly outcome: ChangeOutcome;
  /** Why it failed, as a code that change-words.ts knows or in words of the log; null where it did not. */
  readonly because: string | null;
  /** The moment that the person's row carries as its own, by which an undo knows it again. */
  readonly at: Date;
}
