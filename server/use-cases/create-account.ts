import type { Account } from "../core/model.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { OPERATOR } from "./audit.js";
import { adminByObjectId } from "./name-admin.js";
import { accountToOpen, letIn, type OpenAccountDeps } from "./open-account.js";

/**
 * What an operator does where accounts do not open themselves: an account for a tenant, with its first admin. A closed
 * one is opened again, with the people it had.
 */
export async function createAccount(
  deps: Pick<OpenAccountDeps, "accounts" | "users" | "directories" | "audit">,
  input: { readonly name: string; readonly tenantId: string; readonly adminId: string },
): Promise<Result<Account, Problem>> {
  const admin = await adminByObjectId(deps.directories, input.tenantId, input.adminId);
  if (!admin.ok) return admin;

  const consent = { state: "UNKNOWN", checkedAt: null, grantedAt: null } as const;
  const wanted = { tenantId: input.tenantId, name: input.name, consent };
  const account = await accountToOpen(deps, wanted);
  return account ? ok(await letIn(deps, account, wanted, admin.value, OPERATOR)) : problem({ code: "ACCOUNT_EXISTS" });
}
