import { changesOf, type AuditActor } from "../core/audit.js";
import type { Account } from "../core/model.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { say, type Sentence } from "../core/sentences.js";
import { audited, type AuditDeps } from "./audit.js";
import { adminOf, nameAdmin } from "./name-admin.js";
import type { AccountStore, Bearer, Clock, Directories, InviteStore, NewUser, Scheduler, UserStore } from "./ports.js";

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

export interface OpenAccountDeps extends AuditDeps {
  readonly accounts: AccountStore;
  readonly users: UserStore;
  readonly invites: InviteStore;
  readonly directories: Directories;
  readonly scheduler: Scheduler;
  readonly selfSignup: boolean;
  readonly now: Clock;
}

/**
 * Opens the account of the bearer's own tenant, with the bearer as its first admin, once both reads succeed. An
 * operator's invitation stands in for self sign-up, also for a tenant that was here before; it never stands in for the
 * directory role, so a link that went astray within the company opens nothing.
 */
export async function openAccount(
  deps: OpenAccountDeps,
  bearer: Bearer,
  invite: string | null,
): Promise<Result<Account, Problem>> {
  const refused = await whyNot(deps, bearer, invite);
  if (refused !== null) return problem(refused);

  const proof = await deps.directories(bearer.tenantId).prove({ patient: true });
  if (!proof.ok) return proof;

  const now = deps.now();
  const wanted = {
    tenantId: bearer.tenantId,
    name: proof.value.tenantName ?? bearer.tenantId,
    consent: { state: "GRANTED", checkedAt: now, grantedAt: now },
  } as const;
  if (invite !== null && !(await deps.invites.claim(invite, bearer))) return problem({ code: "INVITE_NOT_GOOD" });

  const account = await accountToOpen(deps, wanted);
  if (!account) return problem({ code: "ACCOUNT_EXISTS" });
  await deps.scheduler.scheduleDaily(account.id);
  const opened = await letIn(deps, account, wanted, adminOf(bearer.objectId, bearer), {
    userId: null,
    name: bearer.name,
  });
  if (invite !== null) await deps.invites.remove(invite);
  return ok(opened);
}

async function whyNot(deps: OpenAccountDeps, bearer: Bearer, invite: string | null): Promise<Problem | null> {
  const notAllowed = (because: Sentence): Problem => ({ code: "NOT_ALLOWED", because });
  if (!mayOpenAccount(bearer)) return notAllowed(say("OPEN_ACCOUNT_RULE"));
  if (invite !== null) return (await deps.invites.isGoodFor(invite, bearer)) ? null : { code: "INVITE_NOT_GOOD" };
  if (!deps.selfSignup) return notAllowed(say("SELF_SIGNUP_OFF"));
  const past = await deps.accounts.byTenant(bearer.tenantId);
  return past?.closedAt ? notAllowed(say("ACCOUNT_WAS_CLOSED")) : null;
}

type Wanted = Parameters<AccountStore["create"]>[0];

/**
 * A new account; or one that was closed; or one whose opening was cut short before its first admin was written, because
 * a crash between the two writes would otherwise lock the tenant out for good. Null for an account in use.
 */
export async function accountToOpen(
  deps: Pick<OpenAccountDeps, "accounts" | "users">,
  wanted: Wanted,
): Promise<Account | null> {
  const created = await deps.accounts.create(wanted);
  if (created) return created;
  const existing = await deps.accounts.byTenant(wanted.tenantId);
  if (!existing || existing.closedAt) return existing;
  return (await deps.users.admins(existing.id)).length === 0 ? existing : null;
}

/** The admin before the door: whatever is cut short here can be done again by whoever began it. */
export async function letIn(
  deps: Pick<OpenAccountDeps, "accounts" | "users" | "audit">,
  account: Account,
  { name, consent }: Wanted,
  admin: NewUser & { readonly directoryId: string },
  by: AuditActor,
): Promise<Account> {
  return audited(deps, { accountId: account.id, kind: "ACCOUNT_OPENED", by }, async () => {
    const first = await nameAdmin(deps.users, account.id, admin);
    const opened = account.closedAt
      ? await deps.accounts.update(account.id, { name, consent, trouble: null, closedAt: null })
      : account;
    const about = { type: "ACCOUNT", id: account.id, name: opened.name } as const;
    return [opened, [...changesOf(about, { state: account.closedAt ? "closed" : null }, { state: "open" }), ...first]];
  });
}
