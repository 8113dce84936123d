import type { Change, ChangeAction } from "./changes.js";
import type { User } from "./model.js";

/** Changes of fields follow the directory, which would only bring them again: they are not undone. */
export const UNDOABLE: readonly ChangeAction[] = ["CREATE", "REENABLE", "DISABLE"];

export type LeftAlone = "CHANGED_SINCE" | "LAST_ADMIN" | "NOT_HERE";

/** What an undo would do about the people of a run, as they are now. */
export interface UndoPlan {
  readonly disable: readonly Change[];
  readonly enable: readonly Change[];
  readonly leave: readonly { readonly change: Change; readonly because: LeftAlone }[];
}

/** Pure. `admins` are those who can sign in; an undo that would disable them all leaves the last one. */
export function planUndo(
  changes: readonly Change[],
  users: ReadonlyMap<string | null, User>,
  admins: readonly User[],
): UndoPlan {
  const [disable, enable, leave]: [Change[], Change[], { change: Change; because: LeftAlone }[]] = [[], [], []];
  const adminsLeft = new Set(admins.map((user) => user.id));
  for (const change of changes) {
    if (change.outcome !== "DONE" || !UNDOABLE.includes(change.action)) continue;
    const user = users.get(change.directoryId);
    if (!user) leave.push({ change, because: "NOT_HERE" });
    else if (user.statusSince.getTime() !== change.at.getTime()) leave.push({ change, because: "CHANGED_SINCE" });
    else if (change.action === "DISABLE") enable.push(change);
    else if (adminsLeft.has(user.id) && adminsLeft.size === 1) leave.push({ change, because: "LAST_ADMIN" });
    else {
      adminsLeft.delete(user.id);
      disable.push(change);
    }
  }
  return { disable, enable, leave };
}
