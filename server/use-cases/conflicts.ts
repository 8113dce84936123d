import type { Conflict } from "../core/conflicts.js";
import type { User } from "../core/model.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { say } from "../core/sentences.js";
import { excludeConflicting, type ExcludeDeps } from "./exclude-people.js";
import { importUsers, type ImportDeps } from "./import-users.js";
import { linkTo, type LinkDeps } from "./link-users.js";
import { sealedFor } from "./sealed-cursors.js";
import type { Caller } from "./sign-in.js";
import type { ConflictStore, Sealer, UserStore } from "./ports.js";

export type ConflictChoice = "LINK" | "CREATE_BESIDE" | "SKIP";

export interface ConflictView extends Conflict {
  /** Those of its users who are still not linked. */
  readonly users: readonly User[];
}

/** One page of the conflicts that wait for an admin, by name. */
export async function listConflicts(
  deps: { readonly conflicts: ConflictStore; readonly users: UserStore; readonly sealer: Sealer },
  { account }: Caller,
  query: { readonly first: number; readonly after: string | null },
): Promise<
  Result<
    { readonly conflicts: readonly ConflictView[]; readonly endCursor: string | null; readonly total: number },
    Problem
  >
> {
  const cursors = sealedFor(deps.sealer, account.id, ["conflicts"]);
  const after = cursors.open(query.after);
  if (after === undefined) return problem({ code: "CURSOR_INVALID" });
  const page = await deps.conflicts.page(account.id, { ...query, after });
  const users = await deps.users.byIds(
    account.id,
    page.conflicts.flatMap((conflict) => conflict.localUserIds),
  );
  const unlinked = new Map(users.flatMap((user) => (user.directoryId === null ? [[user.id, user] as const] : [])));
  const conflicts = page.conflicts.map((conflict) => ({
    ...conflict,
    users: conflict.localUserIds.flatMap((id) => unlinked.get(id) ?? []),
  }));
  return ok({ conflicts, endCursor: cursors.seal(page.next), total: page.total });
}

/**
 * Decides a conflict. LINK: that user is this person, and keeps role, status and the admin who manages them.
 * CREATE_BESIDE: they are two, and share a mail; from then on no run calls it a conflict. SKIP: the person stays out
 * until the exclusion is taken back. Answers with the user it made or linked; null where the person stays out.
 */
export async function resolveConflict(
  deps: LinkDeps & ImportDeps & ExcludeDeps,
  caller: Caller,
  input: { readonly directoryId: string; readonly choice: ConflictChoice; readonly userId: string | null },
): Promise<Result<User | null, Problem>> {
  const { account } = caller;
  const directoryId = input.directoryId.toLowerCase();
  const conflict = await deps.conflicts.byPerson(account.id, directoryId);
  if (!conflict) return problem({ code: "CONFLICT_GONE" });
  const [already] = await deps.users.byDirectoryIds(account.id, [directoryId]);
  if (already) {
    await deps.conflicts.end(account.id, [directoryId]);
    return problem({ code: "CONFLICT_GONE" });
  }

  switch (input.choice) {
    case "LINK":
      return link(deps, caller, conflict, input.userId);
    case "CREATE_BESIDE":
      return createBeside(deps, caller, conflict);
    case "SKIP":
      await excludeConflicting(deps, caller, { id: directoryId, displayName: conflict.displayName });
      await deps.conflicts.end(account.id, [directoryId]);
      return ok(null);
  }
}

async function link(
  deps: LinkDeps,
  caller: Caller,
  { directoryId, localUserIds }: Conflict,
  userId: string | null,
): Promise<Result<User, Problem>> {
  if (userId === null) return problem({ code: "INVALID_INPUT", because: say("WHICH_USER") });
  const [user] = localUserIds.includes(userId) ? await deps.users.byIds(caller.account.id, [userId]) : [];
  if (!user) return problem({ code: "NOT_FOUND", because: say("USER_NOT_FOUND") });
  if (user.directoryId !== null) return problem({ code: "CONFLICT_GONE" });
  return linkTo(deps, caller, user, directoryId, "CONFLICT_LINKED");
}

/** An import of one person, so that it stands in the history and can be undone like any other. */
async function createBeside(
  deps: ImportDeps,
  caller: Caller,
  { directoryId }: Conflict,
): Promise<Result<User, Problem>> {
  const input = { directoryIds: [directoryId], keepWhenLeaving: false };
  const imported = await importUsers(deps, caller, input, "CONFLICT_CREATED_BESIDE");
  if (!imported.ok) return imported;
  const [result] = imported.value.results;
  if (result?.user) {
    await deps.conflicts.end(caller.account.id, [directoryId]);
    return ok(result.user);
  }
  return problem({ code: "NOT_ALLOWED", ...(result?.because && { because: say(result.because) }) });
}
