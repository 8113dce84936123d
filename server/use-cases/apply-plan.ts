import type { PlannedChange } from "../core/changes.js";
import { createdChange, disabledChange, reenabledChange, updatedChange } from "../core/changes-of.js";
import type { DisableReason } from "../core/model.js";
import type { RunCounts } from "../core/run.js";
import type { LinkedUser, PlannedCreate, PlannedDisable, PlannedUpdate } from "../core/plan.js";
import { NO_CHANGES } from "../core/run-counts.js";
import type { Sentence } from "../core/sentences.js";
import { stateBehind } from "../core/second-look.js";
import { LOOKED_AT_ONCE } from "./look-again.js";
import type { ChangeStore, Clock, NewUser, RunMark, SyncDisable, UserPatch, UserStore, WriteOutcome } from "./ports.js";

/** Rows per write, but for disables: large enough to be quick, small enough that a stop is noticed within a second or two. */
const CHUNK = 1000;

type Counted = "added" | "reenabled" | "updated" | "disabled";

interface Step {
  readonly counts: Counted;
  readonly size: number;
  /** How it reads in the history; rows that nobody wants to read about are not there. */
  readonly changes: readonly PlannedChange[];
  write(mark: RunMark): Promise<WriteOutcome>;
  /** The same step for those alone whom it may still concern by now; the step as it is where that cannot change. */
  confirmed?(): Promise<Step>;
}

export interface Applied {
  readonly counts: RunCounts;
  /** Why it ended before its end; null when everything was written. */
  readonly stopped: Sentence | null;
}

/** What a step needs to stand in the history, and to carry its marks. */
export interface Writing {
  readonly changes: ChangeStore;
  readonly now: Clock;
  readonly accountId: string;
  readonly runId: string;
  readonly fence: number;
}

export interface Applying extends Writing {
  readonly users: UserStore;
  /** Asked before each write; a reason to stop ends it there. Every step is whole in itself. */
  checkpoint(done: number, total: number): Promise<Sentence | null>;
  /** Asked right before these people are disabled: those of them who may be. Without it, all. */
  confirmed?(rows: ToApply["disable"]): Promise<ToApply["disable"]>;
}

/** What of a plan is to be written. */
export interface ToApply {
  readonly disable: readonly (PlannedDisable & Pick<SyncDisable, "approved" | "directoryState">)[];
  readonly update: readonly PlannedUpdate[];
  readonly reenable: readonly LinkedUser[];
  readonly create: readonly PlannedCreate[];
}

/** A disable that a second look has confirmed, with what the look says of the person's state. */
export function confirmedDisable(
  user: LinkedUser,
  reason: DisableReason,
  approved: boolean,
): ToApply["disable"][number] {
  const directoryState = stateBehind(reason);
  return { user, reason, approved, ...(directoryState && { directoryState }) };
}

/**
 * Writes in chunks. Disables come before re-enables and those before creates, so that a run cut short has never let in
 * more people than it should. Each chunk stands in the history before it is written: of a run that was killed, the last
 * chunk alone is in doubt, and the marks on the users tell (settle-cut-short.ts).
 */
export async function applyPlan(applying: Applying, plan: ToApply): Promise<Applied> {
  const steps = stepsOf(applying, plan);
  const total = steps.reduce((sum, step) => sum + step.size, 0);
  const counts = { ...NO_CHANGES };

  let done = 0;
  for (const [number, planned] of steps.entries()) {
    const step = (await planned.confirmed?.()) ?? planned;
    const stopped = await applying.checkpoint(done, total);
    if (stopped) return { counts, stopped };
    const outcome = await writeStep(applying, number, step);
    const told = new Set(step.changes.map((change) => change.directoryId));
    counts[step.counts] += outcome.done.filter((id) => told.has(id)).length;
    counts.failed += outcome.failed.length;
    done += planned.size;
  }
  return { counts, stopped: null };
}

export async function writeStep(
  { changes, now, accountId, runId, fence }: Writing,
  number: number,
  step: Pick<Step, "changes" | "write">,
): Promise<WriteOutcome> {
  const at = now();
  if (step.changes.length > 0) await changes.record(accountId, runId, { number, at }, step.changes);
  const outcome = await step.write({ fence, at, writtenBy: markOf(runId, number) });

  const exceptions = [
    ...outcome.untouched.map((directoryId) => ({ directoryId, outcome: "OVERTAKEN" as const, because: null })),
    ...outcome.failed.map(({ directoryId, because }) => ({ directoryId, outcome: "FAILED" as const, because })),
  ];
  if (step.changes.length > 0 && exceptions.length > 0) await changes.except(accountId, runId, number, exceptions);
  return outcome;
}

const markOf = (runId: string, step: number): string => `${runId}:${step}`;

/** The step of this run that made the mark; null for a mark of another run, and for none. */
export function stepOf(runId: string, mark: string | undefined): number | null {
  const [run, step] = mark?.split(":") ?? [];
  return run === runId ? Number(step) : null;
}

function stepsOf(applying: Applying, plan: ToApply): Step[] {
  const { users, accountId } = applying;
  const leaving = new Set(plan.disable.map((row) => row.user.id));
  return [
    // In the chunks of the second look, so that one who has to be looked at anew does not make the others old
    ...inChunks(plan.disable, (rows) => disableStep(applying, rows), LOOKED_AT_ONCE),
    ...inChunks(plan.update, (rows): Step => ({
      counts: "updated",
      size: rows.length,
      // That somebody who leaves in the same run was renamed as well tells nobody anything
      changes: rows.flatMap((row) => (leaving.has(row.user.id) ? [] : (updatedChange(row) ?? []))),
      write: (mark) => users.update(accountId, rows.map(patchOf), mark),
    })),
    ...inChunks(plan.reenable, (rows): Step => ({
      counts: "reenabled",
      size: rows.length,
      changes: rows.map(reenabledChange),
      write: (mark) =>
        users.reenableBySync(
          accountId,
          rows.map((user) => user.directoryId),
          mark,
        ),
    })),
    ...inChunks(plan.create, (rows): Step => ({
      counts: "added",
      size: rows.length,
      changes: rows.map(createdChange),
      write: (mark) => users.create(accountId, rows.map(newUser), mark),
    })),
  ];
}

function disableStep(applying: Applying, rows: ToApply["disable"]): Step {
  return {
    counts: "disabled",
    size: rows.length,
    changes: rows.map(disabledChange),
    write: (mark) =>
      applying.users.disableBySync(
        applying.accountId,
        rows.map(({ user, reason, ...row }) => ({
          directoryId: user.directoryId,
          managedBy: user.managedBy,
          reason,
          ...row,
        })),
        mark,
      ),
    confirmed: async () => disableStep(applying, (await applying.confirmed?.(rows)) ?? rows),
  };
}

export function inChunks<T, R>(rows: readonly T[], make: (chunk: readonly T[]) => R, size = CHUNK): R[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, n) => make(rows.slice(n * size, (n + 1) * size)));
}

function patchOf({ user, ...changes }: PlannedUpdate): UserPatch {
  return { directoryId: user.directoryId, ...changes };
}

function newUser({ person, profile, groupIds }: PlannedCreate): NewUser {
  return {
    ...profile,
    directoryId: person.id,
    role: "EMPLOYEE",
    origin: "SYNC",
    managedBy: "GROUPS",
    directoryState: "ENABLED",
    groupIds,
  };
}
