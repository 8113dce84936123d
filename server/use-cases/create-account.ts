import type { Account } from "../core/model.js";
import { profileOf } from "../core/person.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { accountWithoutUsers, firstAdmin, type OpenAccountDeps } from "./open-account.js";

/**
 * What an operator does where accounts do not open themselves: an account for a tenant, with its first admin. The
 * directory is asked for the admin's name, but need not answer: the tenant may not have consented yet.
 */
export async function createAccount(
  deps: Pick<OpenAccountDeps, "accounts" | "users" | "directories">,
  input: { readonly name: string; readonly tenantId: string; readonly adminId: string },
): Promise<Result<Account, Problem>> {
  const looked = await deps.directories(input.tenantId).lookUpPeople([input.adminId]);
  const consent = { state: "UNKNOWN", checkedAt: null, grantedAt: null } as const;
  const account = await accountWithoutUsers(deps, { tenantId: input.tenantId, name: input.name, consent });
  if (!account) return problem({ code: "ACCOUNT_EXISTS" });

  const where = looked.ok ? looked.value.get(input.adminId) : undefined;
  const unnamed = firstAdmin(input.adminId, { name: "First administrator", userName: null });
  await deps.users.create(account.id, [
    where?.found === "PRESENT" ? { ...unnamed, ...profileOf(where.person), directoryState: "ENABLED" } : unnamed,
  ]);
  return ok(account);
}
