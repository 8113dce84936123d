import { changesOf } from "../core/audit.js";
import type { Account, Consent } from "../core/model.js";
import type { DirectoryProblem } from "../core/problems.js";
import { ok, type Result } from "../core/result.js";
import { audited, deedOf, type AuditDeps } from "./audit.js";
import type { Caller } from "./sign-in.js";
import type { AccountStore, Clock, Directories } from "./ports.js";

export interface CheckConsentDeps {
  readonly accounts: AccountStore;
  readonly directories: Directories;
  readonly now: Clock;
}

/**
 * What a fresh token and two reads for the account's own tenant say of its consent. Nothing that came back with a
 * browser is believed: anybody can call the return address with anything.
 */
export async function checkConsent(
  deps: CheckConsentDeps,
  account: Account,
  options: { readonly patient?: boolean } = {},
): Promise<Result<Account, DirectoryProblem>> {
  const proof = await deps.directories(account.tenantId).prove(options);
  if (!proof.ok && proof.problem.code !== "CONSENT_MISSING") return proof;

  const now = deps.now();
  const consent = proof.ok ? grantedAt(account.consent, now) : withdrawn(account.consent, now);
  // An account that has a name keeps it: it may be the one an operator gave
  const name = proof.ok && account.name === account.tenantId ? proof.value.tenantName : null;
  return ok(await deps.accounts.update(account.id, { consent, ...(name !== null && { name }) }));
}

/** The same, asked for by an admin, with time for a consent given a moment ago; what changed stands in the trail. */
export async function checkConsentByAdmin(
  deps: CheckConsentDeps & AuditDeps,
  caller: Caller,
): Promise<Result<Account, DirectoryProblem>> {
  const { account } = caller;
  return audited(deps, deedOf(caller, "CONSENT_CHANGED"), async () => {
    const checked = await checkConsent(deps, account, { patient: true });
    const { state } = checked.ok ? checked.value.consent : account.consent;
    const { id, name } = account;
    return [checked, changesOf({ type: "ACCOUNT", id, name }, { consent: account.consent.state }, { consent: state })];
  });
}

/**
 * Asks again after a read that could not be had, whether it is the consent that ended; true when it is. A refusal may
 * concern one group alone, and a consent that lacks one of the two permissions still lets a part be read.
 */
export async function consentEnded(deps: CheckConsentDeps, account: Account): Promise<boolean> {
  const checked = await checkConsent(deps, account);
  return checked.ok && checked.value.consent.state !== "GRANTED";
}

/** After a read that worked: a consent that was thought lost is proven anew, not believed to be back. */
export async function noteReadable(deps: CheckConsentDeps, account: Account): Promise<void> {
  if (account.consent.state !== "GRANTED") await checkConsent(deps, account);
}

function grantedAt(before: Consent, now: Date): Consent {
  const since = before.state === "GRANTED" ? before.grantedAt : now;
  return { state: "GRANTED", checkedAt: now, grantedAt: since };
}

function withdrawn(before: Consent, now: Date): Consent {
  const hadIt = before.state === "GRANTED" || before.state === "LOST";
  return { state: hadIt ? "LOST" : "MISSING", checkedAt: now, grantedAt: before.grantedAt };
}
