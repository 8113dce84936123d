import type { Account, User } from "../core/model.js";
import type { Refusal } from "../core/refusal.js";
import { problem, ok, type Result } from "../core/result.js";
import { mayOpenAccount } from "./open-account.js";
import type { AccountStore, Bearer, Clock, UserStore } from "./ports.js";

/** Somebody with an active user. Their account is the only one they can touch. */
export interface Caller {
  readonly bearer: Bearer;
  readonly account: Account;
  readonly user: User;
}

export interface SignInDeps {
  readonly accounts: AccountStore;
  readonly users: UserStore;
  readonly selfSignup: boolean;
}

/**
 * Who the bearer of a verified token is here. Looked up at each request, by tenant id and object id only, so that
 * whoever was disabled or lost a role is refused at once with the token they still hold. Nobody is created by it.
 */
export async function identify(deps: SignInDeps, bearer: Bearer): Promise<Result<Caller, Refusal>> {
  const account = await deps.accounts.byTenant(bearer.tenantId);
  const [user] = account ? await deps.users.byDirectoryIds(account.id, [bearer.objectId]) : [];

  if (!account) return problem(refuse(bearer, null, "NO_ACCOUNT", deps.selfSignup && mayOpenAccount(bearer)));
  if (account.closedAt) return problem(refuse(bearer, null, "NO_ACCOUNT"));
  if (!user) return problem(await refuseStranger(deps, bearer, account));
  if (user.status !== "ACTIVE") return problem(refuse(bearer, account, "DISABLED"));
  return ok({ bearer, account, user });
}

/** An account without any admin is one whose opening was cut short: whoever may open one goes on with it. */
async function refuseStranger(deps: SignInDeps, bearer: Bearer, account: Account): Promise<Refusal> {
  if (!deps.selfSignup || !mayOpenAccount(bearer)) return refuse(bearer, account, "NOT_IMPORTED");
  const begun = (await deps.users.admins(account.id)).length === 0;
  return begun ? refuse(bearer, null, "NO_ACCOUNT", true) : refuse(bearer, account, "NOT_IMPORTED");
}

export function refuse(
  bearer: Bearer,
  account: Account | null,
  reason: Refusal["reason"],
  mayOpenAccount = false,
): Refusal {
  return {
    reason,
    signedInAs: bearer.name,
    userName: bearer.userName,
    tenantId: bearer.tenantId,
    organisation: account?.name ?? null,
    helpContact: account?.helpContact ?? null,
    mayOpenAccount,
  };
}

/** Often enough to be useful in the list of users, seldom enough not to write at every click. */
const SIGN_IN_NOTED_EVERY_MS = 60_000;

/** The caller's own page: who they are here, and who administers. */
export async function viewSelf(
  deps: { readonly users: UserStore; readonly now: Clock },
  { account, user }: Caller,
): Promise<{ readonly user: User; readonly account: Account; readonly admins: readonly User[] }> {
  const now = deps.now();
  if (!user.lastSignInAt || now.getTime() - user.lastSignInAt.getTime() > SIGN_IN_NOTED_EVERY_MS)
    await deps.users.recordSignIn(account.id, user.id, now);
  const admins = (await deps.users.admins(account.id)).filter((admin) => admin.status === "ACTIVE");
  return { user, account, admins };
}
