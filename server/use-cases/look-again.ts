import type { SyncSettings } from "../core/model.js";
import type { PlannedDisable } from "../core/plan.js";
import { judge, VERDICT_GOOD_FOR_MS, type LookVerdict } from "../core/second-look.js";
import { ok, type Result } from "../core/result.js";
import type { DirectoryProblem } from "../core/problems.js";
import type { Clock, Directory } from "./ports.js";

export interface Looked {
  readonly row: PlannedDisable;
  readonly verdict: LookVerdict;
  readonly at: Date;
}

export interface LookDeps {
  readonly directory: Directory;
  readonly settings: SyncSettings;
  readonly now: Clock;
  readonly signal: AbortSignal;
  /** Told how many people were looked at so far. */
  readonly onPeople?: (done: number) => void;
}

/** So many at a time, so that progress shows and a stop is noticed. */
const AT_ONCE = 200;

/** Asks for each of these people once more, alone, and judges what comes back (R5). */
export async function lookAgain(
  { directory, settings, now, signal, onPeople }: LookDeps,
  rows: readonly PlannedDisable[],
): Promise<Result<readonly Looked[], DirectoryProblem>> {
  const looked: Looked[] = [];
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const some = rows.slice(start, start + AT_ONCE);
    const looks = await directory.lookAgain(
      some.map((row) => row.user.directoryId),
      { nested: settings.includeNested, signal },
    );
    if (!looks.ok) return looks;
    const at = now();
    for (const row of some) {
      const look = looks.value.get(row.user.directoryId) ?? { found: "UNKNOWN" };
      looked.push({ row, verdict: judge(row, look, settings, at), at });
    }
    onPeople?.(looked.length);
  }
  return ok(looked);
}

/**
 * The verdicts with those asked anew that have grown too old meanwhile: between a look and the disable that follows
 * from it no more than a quarter of an hour may lie, however long the others took.
 */
export async function stillFresh(
  deps: LookDeps,
  looked: readonly Looked[],
): Promise<Result<readonly Looked[], DirectoryProblem>> {
  const old = looked.filter(({ at }) => deps.now().getTime() - at.getTime() >= VERDICT_GOOD_FOR_MS);
  if (old.length === 0) return ok(looked);
  const again = await lookAgain(
    deps,
    old.map(({ row }) => row),
  );
  if (!again.ok) return again;
  const anew = new Map(again.value.map((one) => [one.row.user.directoryId, one]));
  return ok(looked.map((one) => anew.get(one.row.user.directoryId) ?? one));
}

export const isContradicted = (looked: readonly Looked[]): boolean =>
  looked.some(({ verdict }) => verdict.kind === "CONTRADICTED");
