import { changesOf } from "../core/audit.js";
import type { Account, Consent } from "../core/model.js";
import type { DirectoryProblem } from "../core/problems.js";
import { ok, problem, type Result } from "../core/result.js";
import { troubleAfter, type TroubleAt } from "../core/trouble.js";
import { audited, deedOf, type AuditDeps } from "./audit.js";
import type { Caller } from "./sign-in.js";
import type { AccountStore, Clock, Directories } from "./ports.js";

export interface CheckConsentDeps {
  readonly accounts: AccountStore;
  readonly directories: Directories;
  readonly now: Clock;
  /** Seconds between two runs by the schedule. */
  readonly intervalSeconds: number;
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
  const asked = await ask(deps, account, { ...options, counts: false });
  return asked.problem && asked.problem.code !== "CONSENT_MISSING" ? problem(asked.problem) : ok(asked.account);
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
 * Asks again after a read that could not be had, whether it is the consent that ended, and how. A refusal may concern
 * one group alone, and a consent that lacks one of the two permissions still lets a part be read.
 */
export async function consentEnded(deps: CheckConsentDeps, account: Account): Promise<DirectoryProblem | null> {
  const asked = await ask(deps, account, { counts: true });
  return asked.problem?.trouble ? asked.problem : null;
}

/** The account, to be read; where something stood in the way of that before, only once it is proven to be gone. */
export async function provenReadable(
  deps: CheckConsentDeps,
  account: Account,
): Promise<Result<Account, DirectoryProblem>> {
  if (!account.trouble) return ok(account);
  const asked = await ask(deps, account, { counts: true });
  return asked.problem ? problem(asked.problem) : ok(asked.account);
}

/**
 * Why a read failed as a whole, with what lasts kept in the account. Null: it was refused, but the consent stands, so
 * that it is of the groups that were asked for.
 */
export async function whyUnreadable(
  deps: CheckConsentDeps,
  account: Account,
  met: DirectoryProblem,
): Promise<DirectoryProblem | null> {
  if (met.code === "CONSENT_MISSING") return consentEnded(deps, account);
  const trouble = troubleAfter(account.trouble, met, scheduleAt(deps));
  if (trouble !== account.trouble) await deps.accounts.update(account.id, { trouble });
  return met;
}

export const scheduleAt = ({ now, intervalSeconds }: Pick<CheckConsentDeps, "now" | "intervalSeconds">): TroubleAt => ({
  now: now(),
  hourMs: intervalSeconds * 1000,
});

/** Proves the consent and keeps what came of it, unless that says nothing about it: Microsoft away, or too busy. */
async function ask(
  deps: CheckConsentDeps,
  account: Account,
  { patient = false, counts }: { readonly patient?: boolean; readonly counts: boolean },
): Promise<{ readonly account: Account; readonly problem: DirectoryProblem | null }> {
  const proof = await deps.directories(account.tenantId).prove({ patient });
  const at = scheduleAt(deps);
  if (proof.ok) {
    // An account that has a name keeps it: it may be the one an operator gave
    const name = account.name === account.tenantId ? proof.value.tenantName : null;
    const fields = { consent: grantedAt(account.consent, at.now), trouble: null, ...(name !== null && { name }) };
    return { account: await deps.accounts.update(account.id, fields), problem: null };
  }
  if (!proof.problem.trouble) return { account, problem: proof.problem };

  const trouble = troubleAfter(account.trouble, proof.problem, { ...at, counts });
  const consent = proof.problem.code === "CONSENT_MISSING" ? withdrawn(account.consent, at.now) : account.consent;
  return { account: await deps.accounts.update(account.id, { consent, trouble }), problem: proof.problem };
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
