import { changesOf } from "../core/audit.js";
import type { Role, ShownEmail, User, UserStatus } from "../core/model.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { say, type PlainCode } from "../core/sentences.js";
import { audited, deedOf, type AuditDeps } from "./audit.js";
import type { Caller } from "./sign-in.js";
import type { Clock, Sealer, UserFilter, UserListOrder, UserOrder, UserStore } from "./ports.js";

export const MOST_USERS_AT_ONCE = 200;

export interface UsersPage {
  readonly users: readonly User[];
  readonly endCursor: string | null;
  readonly total: number;
}

/** One page of the account's users. */
export async function listUsers(
  deps: { readonly users: UserStore; readonly sealer: Sealer },
  { account }: Caller,
  query: {
    readonly search: string;
    readonly filter: UserFilter;
    readonly order: UserOrder;
    readonly first: number;
    readonly after: string | null;
  },
): Promise<Result<UsersPage, Problem>> {
  const order = shownOrder(query.order, account.shownEmail);
  const purpose = JSON.stringify(["users", order, query.search, query.filter]);
  const binding = { purpose, accountId: account.id };
  const after = query.after === null ? null : deps.sealer.open(query.after, binding);
  if (query.after !== null && after === null) return problem({ code: "CURSOR_INVALID" });

  const page = await deps.users.page(account.id, { ...query, order, after });
  return ok({
    users: page.users,
    endCursor: page.next === null ? null : deps.sealer.seal(page.next, binding),
    total: page.total,
  });
}

/** By mail is by what is shown as mail. */
function shownOrder(order: UserOrder, shown: ShownEmail): UserListOrder {
  if (shown === "MAIL") return order;
  if (order === "EMAIL_ASC") return "SIGN_IN_NAME_ASC";
  return order === "EMAIL_DESC" ? "SIGN_IN_NAME_DESC" : order;
}

export interface StatusOutcome {
  readonly userId: string;
  readonly changed: boolean;
  readonly user: User | null;
  /** Why not; null where it was changed. */
  readonly because: PlainCode | null;
}

/**
 * An admin's own disable or enable, one by one, each with its answer. Both stick: an admin's disable is never reversed
 * by the sync, and an admin's enable of somebody whom the groups would not have takes them out of the groups' hands,
 * because otherwise the next run would disable them again.
 */
export async function setUserStatus(
  deps: AuditDeps & { readonly users: UserStore; readonly now: Clock },
  caller: Caller,
  input: { readonly userIds: readonly string[]; readonly status: UserStatus },
): Promise<Result<readonly StatusOutcome[], Problem>> {
  const { account, user: admin } = caller;
  const ids = [...new Set(input.userIds)];
  if (ids.length === 0) return problem({ code: "INVALID_INPUT", because: say("NO_USER_NAMED") });
  if (ids.length > MOST_USERS_AT_ONCE)
    return problem({ code: "TOO_MANY", because: say("TOO_MANY_USERS", { limit: MOST_USERS_AT_ONCE }) });

  const here = new Map((await deps.users.byIds(account.id, ids)).map((user) => [user.id, user]));
  const kind = input.status === "ACTIVE" ? "USERS_ENABLED" : "USERS_DISABLED";
  const outcomes = await audited(deps, deedOf(caller, kind), async () => {
    const done: StatusOutcome[] = [];
    for (const userId of ids) done.push(await setOne(deps, account.id, admin, here.get(userId), userId, input.status));
    return [done, done.flatMap(({ changed, user }) => (changed && user ? userChanges(here.get(user.id), user) : []))];
  });
  return ok(outcomes);
}

/** What of a user's standing here changed. */
function userChanges(before: User | undefined, after: User) {
  const facts = (user: User) => {
    const { status, disabledBy, managedBy, role } = user;
    return { status, disabledBy, managedBy, role };
  };
  return changesOf({ type: "USER", id: after.id, name: after.displayName }, before ? facts(before) : {}, facts(after));
}

async function setOne(
  { users, now }: { readonly users: UserStore; readonly now: Clock },
  accountId: string,
  admin: User,
  before: User | undefined,
  userId: string,
  status: UserStatus,
): Promise<StatusOutcome> {
  const refused = (because: PlainCode): StatusOutcome => ({ userId, changed: false, user: before ?? null, because });

  if (!before) return refused("USER_NOT_FOUND");
  if (before.id === admin.id && status === "DISABLED") return refused("NOT_YOURSELF");
  const alreadySo = before.status === status && (status === "ACTIVE" || before.disabledBy === "ADMIN");
  if (alreadySo) return refused(`ALREADY_${status}`);

  const againstTheGroups =
    before.disabledBy === "SYNC" || before.groupIds.length === 0 || before.directoryState !== "ENABLED";
  const after = await users.setStatusByAdmin(accountId, userId, {
    status,
    ...(status === "ACTIVE" && againstTheGroups && { keptBy: { name: admin.displayName, at: now() } }),
  });
  if (after === null || after === "OVERTAKEN") return refused("USER_NOT_FOUND");
  if (after === "LAST_ADMIN") return refused("LAST_ADMIN");
  return { userId, changed: true, user: after, because: null };
}

export async function setUserRole(
  deps: AuditDeps & { readonly users: UserStore },
  caller: Caller,
  input: { readonly userId: string; readonly role: Role },
): Promise<Result<User, Problem>> {
  const { account } = caller;
  const [before] = await deps.users.byIds(account.id, [input.userId]);
  if (!before) return problem({ code: "NOT_FOUND", because: say("USER_NOT_FOUND") });
  const kind = input.role === "ADMIN" ? "ADMIN_NAMED" : "ADMIN_REMOVED";
  const user = await audited(deps, deedOf(caller, kind), async () => {
    const after = await deps.users.setRole(account.id, before.id, input.role);
    return [after, after === null || after === "LAST_ADMIN" ? [] : userChanges(before, after)];
  });
  if (user === null) return problem({ code: "NOT_FOUND", because: say("USER_NOT_FOUND") });
  return user === "LAST_ADMIN" ? problem({ code: "LAST_ADMIN" }) : ok(user);
}
