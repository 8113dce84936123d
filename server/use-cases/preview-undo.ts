import type { Change } from "../core/changes.js";
import type { Run } from "../core/run.js";
import { planUndo, UNDOABLE, type UndoPlan } from "../core/undo.js";
import { say, type Sentence } from "../core/sentences.js";
import { whyNotUndone } from "./undo-run.js";
import type { ChangeStore, RunStore, UserStore } from "./ports.js";

const AT_ONCE = 200;

export interface UndoPreview extends UndoPlan {
  /** Why this run cannot be undone at all; then nobody is named. */
  readonly obstacle: Sentence | null;
}

/** What an undo of this run would do, person by person, as they are now. */
export async function previewUndo(
  deps: { readonly runs: RunStore; readonly changes: ChangeStore; readonly users: UserStore },
  accountId: string,
  run: Run,
): Promise<UndoPreview> {
  const nobody = { disable: [], enable: [], leave: [] };
  if (run.status === "RUNNING") return { obstacle: say("UNDO_STILL_RUNNING"), ...nobody };
  const obstacle = await whyNotUndone(deps, accountId, run);
  if (obstacle !== null) return { obstacle, ...nobody };

  const changes: Change[] = [];
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const page = await deps.changes.page(accountId, run.id, { actions: UNDOABLE, first: AT_ONCE, after });
    changes.push(...page.changes);
    after = page.next;
  }
  const users = await deps.users.byDirectoryIds(
    accountId,
    changes.map((change) => change.directoryId),
  );
  const admins = (await deps.users.admins(accountId)).filter((user) => user.status === "ACTIVE");
  return { obstacle, ...planUndo(changes, new Map(users.map((user) => [user.directoryId, user])), admins) };
}
