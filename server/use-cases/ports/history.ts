import type { AuditActor, AuditEvent, AuditKind, AuditSubject } from "../../core/audit.js";
import type { Change, ChangeAction, ChangeOutcome, PlannedChange, RefusedChange } from "../../core/changes.js";
import type { Run, RunCounts, RunProgress, RunStatus, RunTask, RunTrigger, RunUsage, Setback } from "../../core/run.js";
import type { Sentence, SentenceCode } from "../../core/sentences.js";

export interface RunStore {
  start(
    accountId: string,
    run: { readonly trigger: RunTrigger; readonly startedBy: string | null; readonly task?: RunTask | null },
  ): Promise<Run>;
  progress(accountId: string, runId: string, progress: RunProgress): Promise<void>;
  /** Ends a run that is still RUNNING; one that ended before is left as it is. */
  finish(
    accountId: string,
    runId: string,
    end: {
      readonly status: RunStatus;
      readonly counts: RunCounts;
      readonly reasons: readonly Sentence[];
      readonly setback?: Setback | null;
      readonly usage?: RunUsage;
    },
  ): Promise<Run>;
  byId(accountId: string, runId: string): Promise<Run | null>;
  /** Newest first, without those that were SKIPPED. */
  latest(
    accountId: string,
    query: { readonly triggers: readonly RunTrigger[]; readonly first: number },
  ): Promise<readonly Run[]>;
  /** One page, newest first. */
  page(
    accountId: string,
    query: {
      readonly filter: RunFilter;
      readonly first: number;
      /** The `endCursor` of the page before. */
      readonly after: string | null;
    },
  ): Promise<{ readonly runs: readonly Run[]; readonly next: string | null }>;
  /** Runs that are RUNNING by their row; those whose process died among them. */
  running(accountId: string): Promise<readonly Run[]>;
  /**
   * Accounts with a run that may have been cut short: RUNNING by its row since before `startedBefore`, or STOPPED for
   * this reason since `stoppedSince`.
   */
  accountsCutShort(about: {
    readonly startedBefore: Date;
    readonly stoppedFor: SentenceCode;
    readonly stoppedSince: Date;
  }): Promise<readonly string[]>;
  /** Notes that this run is undone by that one, where `before` stood until now; false when another undo was first. */
  noteUndone(accountId: string, runId: string, undoneBy: string, before: string | null): Promise<boolean>;
  /** Notes who asked a run to stop; false when it has ended, or somebody asked before. */
  askToStop(accountId: string, runId: string, by: string): Promise<boolean>;
}

export interface RunFilter {
  readonly statuses?: readonly RunStatus[];
  readonly triggers?: readonly RunTrigger[];
  /** True: only runs that changed somebody, by their counts. A run that is going on has none yet. */
  readonly changed?: boolean;
}

/** What runs did about single people, written before it is done, so that a run that was killed leaves its trace. */
export interface ChangeStore {
  /** They count as done, unless they come with another outcome or get one by `except`. */
  record(
    accountId: string,
    runId: string,
    step: { readonly number: number; readonly at: Date },
    changes: readonly (PlannedChange | RefusedChange)[],
  ): Promise<void>;
  /** Changes of a step that did not come about; all others count as done. */
  except(
    accountId: string,
    runId: string,
    step: number,
    outcomes: readonly {
      readonly directoryId: string;
      readonly outcome: Exclude<ChangeOutcome, "DONE" | "PLANNED">;
      readonly because: string | null;
    }[],
  ): Promise<void>;
  /** The last step of a run and the people in it whose changes count as done; null for a run without changes. */
  lastStep(
    accountId: string,
    runId: string,
  ): Promise<{ readonly number: number; readonly directoryIds: readonly string[] } | null>;
  /** Changes that came about, by action. */
  countDone(accountId: string, runId: string): Promise<Readonly<Record<ChangeAction, number>>>;
  page(
    accountId: string,
    runId: string,
    query: { readonly actions: readonly ChangeAction[] | null; readonly first: number; readonly after: string | null },
  ): Promise<{ readonly changes: readonly Change[]; readonly next: string | null }>;
  /** The latest changes about one person, newest first. */
  ofPerson(accountId: string, directoryId: string, first: number): Promise<readonly Change[]>;
}

/** What people decided in the account, kept as long as the history of runs. */
export interface AuditStore {
  /** Writes what is about to be done, before it is; answers with the event's id. */
  begin(accountId: string, deed: { readonly kind: AuditKind; readonly by: AuditActor }): Promise<string>;
  /** It was done, to these. */
  finish(accountId: string, eventId: string, subjects: readonly AuditSubject[]): Promise<void>;
  /** Nothing was changed after all. */
  forget(accountId: string, eventId: string): Promise<void>;
  /** One page, newest first. */
  page(
    accountId: string,
    query: { readonly kinds: readonly AuditKind[] | null; readonly first: number; readonly after: string | null },
  ): Promise<{ readonly events: readonly AuditEvent[]; readonly next: string | null }>;
}
