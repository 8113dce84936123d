import type { PersonKind } from "./model.js";
import type { Sentence } from "./sentences.js";

export type RunTrigger = "SCHEDULE" | "ADMIN" | "SETTINGS" | "IMPORT" | "REFRESH" | "APPROVAL" | "UNDO" | "CATCH_UP";
/** The runs that look at the groups. */
export const SYNC_TRIGGERS: readonly RunTrigger[] = ["SCHEDULE", "ADMIN", "SETTINGS", "CATCH_UP", "APPROVAL"];

export type RunStatus = "RUNNING" | "SUCCEEDED" | "PARTIAL" | "HELD" | "FAILED" | "STOPPED" | "SKIPPED";

export interface RunCounts {
  readonly added: number;
  readonly reenabled: number;
  readonly updated: number;
  readonly disabled: number;
  readonly skipped: number;
  readonly failed: number;
  /** Changes decided but not made, because the brake held them. */
  readonly held: number;
}

export interface RunProgress {
  readonly stage: "READING" | "LOOKING_AGAIN" | "APPLYING";
  /** People so far. */
  readonly done: number;
  /** While it reads, as many as the last time; null while nobody can know. */
  readonly total: number | null;
  /** Answers of Microsoft so far, while it reads. */
  readonly pages?: number;
  /** Set by a wait for Microsoft, which asked to slow down or gave no good answer: then it is asked again. */
  readonly waitingUntil?: Date;
}

/** What a run cost at Microsoft. */
export interface RunUsage {
  readonly requests: number;
  /** How often it had to wait before asking again, and for how many milliseconds in all. */
  readonly waits: number;
  readonly waitedMs: number;
  /** What Microsoft calls the requests that had no good answer: its support asks for them. The first few. */
  readonly requestIds: readonly string[];
}

/** What kept a run from reading everything, or from disabling anybody by it, where its status alone does not tell. */
export interface Setback {
  readonly kind: "THROTTLED" | "READ_INCOMPLETE" | "READ_DOUBTFUL";
  /** When Microsoft lets us ask again; null where it did not say. */
  readonly retryAt: Date | null;
}

/** Kept with the run, so that whichever process takes it over knows what to do. */
export type RunTask =
  | { readonly kind: "UNDO"; readonly runId: string }
  | { readonly kind: "REFRESH_PERSON"; readonly directoryId: string }
  | {
      readonly kind: "IMPORT_MATCHING";
      readonly search: string;
      readonly department: string;
      readonly personKind: PersonKind | null;
      readonly keepWhenLeaving: boolean;
    };

export interface Run {
  readonly id: string;
  readonly trigger: RunTrigger;
  readonly status: RunStatus;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  /** The admin who asked for it; null for the schedule. */
  readonly startedBy: string | null;
  readonly counts: RunCounts;
  readonly usage: RunUsage;
  /** What it was asked to do beyond its trigger; null for an ordinary pass. */
  readonly task: RunTask | null;
  /** The run that undid this one. */
  readonly undoneBy: string | null;
  /** The admin who asked it to stop; it does at its next checkpoint, unless it was past its last. */
  readonly stopAskedBy: string | null;
  readonly progress: RunProgress | null;
  /** Why it did not SUCCEED; empty if it did or is still running. */
  readonly reasons: readonly Sentence[];
  readonly setback: Setback | null;
}
