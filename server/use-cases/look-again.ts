import type { SyncSettings } from "../core/model.js";
import type { PlannedDisable } from "../core/plan.js";
import { judge, VERDICT_GOOD_FOR_MS, type LookVerdict } from "../core/second-look.js";
import { ok, type Result } from "../core/result.js";
import type { DirectoryProblem } from "../core/problems.js";
import type { Clock, Directory } from "./ports.js";

export interface Looked {
  readonly row: PlannedDisable;
  readonly verdict: LookVerdict;
  /** When the asking began, so that no answer is older than it seems. */
  readonly at: Date;
}

/** What the second look came to. DOUBTFUL: a list was wrong, so that nobody may be disabled by it. */
export type LookedAt =
  | { readonly kind: "CLEAR"; readonly rows: readonly Looked[] }
  | { readonly kind: "DOUBTFUL"; readonly who: string }
  | { readonly kind: "FAILED"; readonly problem: DirectoryProblem };

export interface LookDeps {
  readonly directory: Pick<Directory, "lookAgain">;
  readonly settings: SyncSettings;
  readonly now: Clock;
  readonly signal: AbortSignal;
  /** Told how many people were looked at so far. */
  readonly onPeople?: ((done: number) => void) | undefined;
}

/** So many at a time, so that progress shows, a stop is noticed, and what was said of the first is not old at the last. */
export const LOOKED_AT_ONCE = 200;

export interface SecondLook {
  /** What it comes to by now. */
  result(): LookedAt;
  /**
   * Asked right before these people (200 at most) are disabled: those of them who may be, by a look that is no older
   * than a quarter of an hour, however long the looks at the others and the writes before took. Who is asked about once
   * more and gives another answer waits; when that answer makes a list wrong, or none can be had, nobody is left.
   */
  confirmed(directoryIds: readonly string[]): Promise<readonly Looked[]>;
}

/** Asks for each of these people once more, alone, and judges what comes back (R5); the last ones only as a sample. */
export async function secondLook(
  deps: LookDeps,
  rows: readonly PlannedDisable[],
  sample: readonly PlannedDisable[] = [],
): Promise<SecondLook> {
  const first = await lookAgain(deps, [...rows, ...sample]);
  let result = first.ok ? judged(first.value, rows.length) : { kind: "FAILED" as const, problem: first.problem };

  const confirmed = async (directoryIds: readonly string[]): Promise<readonly Looked[]> => {
    if (result.kind !== "CLEAR") return [];
    const ids = new Set(directoryIds);
    const old = result.rows.filter(({ row, at }) => ids.has(row.user.directoryId) && isOld(at, deps.now()));
    result = await lookedAnew({ ...deps, onPeople: undefined }, result.rows, old);
    if (result.kind !== "CLEAR") return [];
    return result.rows.filter(({ row, verdict }) => ids.has(row.user.directoryId) && verdict.kind === "CONFIRMED");
  };
  return { result: () => result, confirmed };
}

async function lookedAnew(deps: LookDeps, before: readonly Looked[], old: readonly Looked[]): Promise<LookedAt> {
  if (old.length === 0) return { kind: "CLEAR", rows: before };
  const rows = old.map(({ row }) => row);
  const again = await lookAgain(deps, rows);
  if (!again.ok) return { kind: "FAILED", problem: again.problem };
  const anew = new Map(again.value.map((one) => [one.row, one]));
  return judged(before.map((one) => anew.get(one.row) ?? one));
}

/** One person in a chosen group whose list lacked them makes the list wrong. */
function judged(looked: readonly Looked[], wanted = looked.length): LookedAt {
  const wrong = looked.find(({ verdict }) => verdict.kind === "CONTRADICTED");
  return wrong
    ? { kind: "DOUBTFUL", who: wrong.row.user.displayName }
    : { kind: "CLEAR", rows: looked.slice(0, wanted) };
}

async function lookAgain(
  { directory, settings, now, signal, onPeople }: LookDeps,
  rows: readonly PlannedDisable[],
): Promise<Result<readonly Looked[], DirectoryProblem>> {
  const looked: Looked[] = [];
  for (let start = 0; start < rows.length; start += LOOKED_AT_ONCE) {
    const some = rows.slice(start, start + LOOKED_AT_ONCE);
    const at = now();
    const looks = await directory.lookAgain(
      some.map((row) => row.user.directoryId),
      { nested: settings.includeNested, signal },
    );
    if (!looks.ok) return looks;
    for (const row of some) {
      const look = looks.value.get(row.user.directoryId) ?? { found: "UNKNOWN" };
      looked.push({ row, verdict: judge(row, look, settings, at), at });
    }
    onPeople?.(looked.length);
  }
  return ok(looked);
}

const isOld = (at: Date, now: Date): boolean => now.getTime() - at.getTime() >= VERDICT_GOOD_FOR_MS;
