import { changesOf, type AuditSubject } from "../core/audit.js";
import type { ManagedBy, User } from "../core/model.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { say, type PlainCode } from "../core/sentences.js";
import { audited, deedOf, type AuditDeps } from "./audit.js";
import { MOST_USERS_AT_ONCE, type StatusOutcome } from "./manage-users.js";
import type { Caller } from "./sign-in.js";
import type { Clock, SettingsStore, UserStore } from "./ports.js";

export interface HandOverDeps extends AuditDeps {
  readonly users: UserStore;
  readonly settings: SettingsStore;
  readonly now: Clock;
}

export interface HandedOver {
  /** How many changed hands. */
  readonly changed: number;
  /** An answer for each user who was named; none where the groups themselves were asked. */
  readonly results: readonly StatusOutcome[];
}

/**
 * Says who decides about the status of these users: the chosen groups, or an admin alone. Nobody's status changes by
 * it: whom an admin disabled stays disabled in the groups' hands too.
 */
export async function setManagedBy(
  deps: HandOverDeps,
  caller: Caller,
  input: {
    readonly userIds: readonly string[];
    /** Instead of users who are named: everybody whom the groups would keep. */
    readonly inChosenGroups: boolean;
    readonly managedBy: ManagedBy;
  },
): Promise<Result<HandedOver, Problem>> {
  const ids = [...new Set(input.userIds)];
  if (input.inChosenGroups)
    return ids.length === 0 && input.managedBy === "GROUPS"
      ? handOverMembers(deps, caller)
      : problem({ code: "INVALID_INPUT", because: say("USERS_OR_GROUPS") });
  if (ids.length === 0) return problem({ code: "INVALID_INPUT", because: say("NO_USER_NAMED") });
  if (ids.length > MOST_USERS_AT_ONCE)
    return problem({ code: "TOO_MANY", because: say("TOO_MANY_USERS", { limit: MOST_USERS_AT_ONCE }) });

  const { users } = deps;
  const before = new Map((await users.byIds(caller.account.id, ids)).map((user) => [user.id, user]));
  const changed = await handOver(deps, caller, [...before.values()], input.managedBy);
  const after = new Map((await users.byIds(caller.account.id, ids)).map((user) => [user.id, user]));
  const results = ids.map((userId): StatusOutcome => {
    const user = after.get(userId) ?? null;
    const because = changed.has(userId) ? null : whyNot(before.get(userId), input.managedBy);
    return { userId, changed: changed.has(userId), user, because };
  });
  return ok({ changed: changed.size, results });
}

/**
 * Hands over everybody who came by hand and whom the chosen groups would keep by the last run: active users managed by
 * admins. Whom the rules leave out (a guest, somebody excluded) is not among them: the next run would disable them.
 */
async function handOverMembers(deps: HandOverDeps, caller: Caller): Promise<Result<HandedOver, Problem>> {
  const members = await membersByHand(deps, caller.account.id);
  if (members === "NO_GROUPS") return problem({ code: "NO_GROUPS" });

  let changed = 0;
  for (let start = 0; start < members.length; start += MOST_USERS_AT_ONCE)
    changed += (await handOver(deps, caller, members.slice(start, start + MOST_USERS_AT_ONCE), "GROUPS")).size;
  return ok({ changed, results: [] });
}

/** Active users managed by admins whom the chosen groups would keep by the last run. */
export async function membersByHand(
  deps: Pick<HandOverDeps, "settings" | "users">,
  accountId: string,
): Promise<readonly User[] | "NO_GROUPS"> {
  const { groups } = await deps.settings.get(accountId);
  if (groups.length === 0) return "NO_GROUPS";
  const chosen = new Set(groups.map((group) => group.id));
  return (await deps.users.all(accountId)).filter(
    (user) => user.status === "ACTIVE" && user.managedBy === "ADMIN" && user.groupIds.some((id) => chosen.has(id)),
  );
}

/** At most 200, because one event of the trail names them all; answers with the ids of those who changed hands. */
async function handOver(
  deps: HandOverDeps,
  caller: Caller,
  users: readonly User[],
  managedBy: ManagedBy,
): Promise<ReadonlySet<string>> {
  const { account, user: admin } = caller;
  const keptBy = managedBy === "ADMIN" ? { name: admin.displayName, at: deps.now() } : null;
  const wanted = users.filter((user) => user.directoryId !== null && user.managedBy !== managedBy);
  if (wanted.length === 0) return new Set();

  const deed = deedOf(caller, managedBy === "GROUPS" ? "HANDED_TO_GROUPS" : "KEPT_BY_ADMIN");
  return audited(deps, deed, async () => {
    const directoryIds = wanted.flatMap((user) => user.directoryId ?? []);
    const done = new Set(await deps.users.setManagedBy(account.id, directoryIds, keptBy));
    const changed = wanted.filter((user) => done.has(user.directoryId ?? ""));
    const subjects = changed.flatMap((user): readonly AuditSubject[] =>
      changesOf(
        { type: "USER", id: user.id, name: user.displayName },
        { managedBy: user.managedBy, keptBy: user.keptBy?.name ?? null },
        { managedBy, keptBy: keptBy?.name ?? null },
      ),
    );
    return [new Set(changed.map((user) => user.id)), subjects];
  });
}

function whyNot(user: User | undefined, managedBy: ManagedBy): PlainCode {
  if (!user) return "USER_NOT_FOUND";
  if (user.directoryId === null && managedBy === "GROUPS") return "NOT_LINKED";
  return `ALREADY_BY_${managedBy}`;
}
