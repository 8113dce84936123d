import type { Account } from "../core/model.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { OPEN_ACCOUNT_RULE, SELF_SIGNUP_OFF } from "../core/words.js";
import type { AccountStore, Bearer, Clock, Directories, NewUser, Scheduler, UserStore } from "./ports.js";

/**
 * Template ids of the two directory roles whose holders may consent for a whole tenant (Microsoft Entra built-in
 * roles): Global Administrator and Privileged Role Administrator. They count for opening an account and never again.
 */
const OPENING_ROLES: readonly string[] = [
  "62e90394-69f5-4237-9190-012177145e10",
  "e8611ab8-c189-46e8-94e1-60213ab1f814",
];

/** A token that does not say "home member" refuses: a guest must never open an account for the tenant they visit. */
export const mayOpenAccount = (bearer: Bearer): boolean =>
  bearer.homeMember === true && bearer.directoryRoles.some((role) => OPENING_ROLES.includes(role));

export interface OpenAccountDeps {
  readonly accounts: AccountStore;
  readonly users: UserStore;
  readonly directories: Directories;
  readonly scheduler: Scheduler;
  readonly selfSignup: boolean;
  readonly now: Clock;
}

/** Opens the account of the bearer's own tenant, with the bearer as its first admin, once both reads succeed. */
export async function openAccount(deps: OpenAccountDeps, bearer: Bearer): Promise<Result<Account, Problem>> {
  if (!deps.selfSignup) return problem({ code: "NOT_ALLOWED", detail: SELF_SIGNUP_OFF });
  if (!mayOpenAccount(bearer)) return problem({ code: "NOT_ALLOWED", detail: OPEN_ACCOUNT_RULE });

  const proof = await deps.directories(bearer.tenantId).prove();
  if (!proof.ok) return proof;

  const now = deps.now();
  const account = await accountWithoutUsers(deps, {
    tenantId: bearer.tenantId,
    name: proof.value.tenantName ?? bearer.tenantId,
    consent: { state: "GRANTED", checkedAt: now, grantedAt: now },
  });
  if (!account) return problem({ code: "ACCOUNT_EXISTS" });

  // The admin last: an account without one is open to be finished, whatever failed before
  await deps.scheduler.scheduleDaily(account.id);
  await deps.users.create(account.id, [firstAdmin(bearer.objectId, { name: bearer.name, userName: bearer.userName })]);
  return ok(account);
}

/**
 * A new account, or one whose opening was cut short before its first admin was written: without this second case a
 * crash between the two writes would lock the tenant out for good.
 */
export async function accountWithoutUsers(
  deps: Pick<OpenAccountDeps, "accounts" | "users">,
  wanted: Parameters<AccountStore["create"]>[0],
): Promise<Account | null> {
  const created = await deps.accounts.create(wanted);
  if (created) return created;
  const existing = await deps.accounts.byTenant(wanted.tenantId);
  return existing && (await deps.users.admins(existing.id)).length === 0 ? existing : null;
}

export function firstAdmin(
  objectId: string,
  known: { readonly name: string; readonly userName: string | null },
): NewUser {
  return {
    directoryId: objectId,
    displayName: known.name,
    givenName: null,
    surname: null,
    email: known.userName,
    userPrincipalName: known.userName,
    jobTitle: null,
    department: null,
    role: "ADMIN",
    origin: "LOCAL",
    managedBy: "ADMIN",
    directoryState: "UNKNOWN",
    groupIds: [],
  };
}
