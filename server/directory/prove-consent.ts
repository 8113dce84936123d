import { ok, problem } from "../core/result.js";
import type { DirectoryResult } from "../use-cases/ports.js";
import { graphUrl } from "./graph-address.js";
import type { GraphContext } from "./graph-context.js";
import { readPage } from "./graph-pages.js";
import { directoryProblem, isRecord, isStatus } from "./graph-problems.js";
import { ONCE_MORE } from "./graph-retry.js";

/** One read per permission: each needs exactly one of the two. */
const PROOFS = [
  { permission: "User.Read.All", path: "/users?$top=1&$select=id" },
  { permission: "GroupMember.Read.All", path: "/groups?$top=1&$select=id" },
] as const;

/**
 * Microsoft's advice for what was consented to a moment ago: three tries, doubling from a second, because tokens come
 * without their roles and reads are forbidden until the consent has spread.
 */
const PATIENT_WAITS_MS = [1_000, 2_000];

/**
 * Whether the consent stands, as often asked for as `patient` allows. Each try has a token of its own: the one before
 * was issued without the roles, and keeps lacking them.
 */
export async function proveConsent(
  context: GraphContext,
  { patient = false }: { readonly patient?: boolean } = {},
): Promise<DirectoryResult<{ tenantName: string | null }>> {
  let proof = await proveOnce(context);
  for (const wait of patient ? PATIENT_WAITS_MS : []) {
    if (proof.ok || proof.problem.code !== "CONSENT_MISSING") break;
    await context.sleep(wait);
    proof = await proveOnce(context);
  }
  return proof;
}

/**
 * Whether the consent stands, proven by a fresh token and two reads: a token alone proves nothing, because it is
 * issued without its roles as long as the app is known in the tenant.
 */
async function proveOnce(context: GraphContext): Promise<DirectoryResult<{ tenantName: string | null }>> {
  const token = await context.tokens.get({ fresh: true });
  if (!token.ok) return token;

  const missing: string[] = [];
  for (const { permission, path } of PROOFS) {
    const page = await readPage(context.ask, { url: graphUrl(path), policy: ONCE_MORE });
    if (page.ok) continue;
    // With a token this fresh, 401 means what 403 means: the consent is not there, or not there yet.
    const notConsented = isStatus(page.problem, 403) || isStatus(page.problem, 401);
    if (!notConsented) return problem(directoryProblem(page.problem));
    missing.push(permission);
  }
  if (missing.length > 0)
    return problem({ code: "CONSENT_MISSING", trouble: "PERMISSION_REMOVED", detail: missing.join(", ") });
  return ok({ tenantName: await tenantName(context) });
}

/** The tenant's display name; null when it cannot be had, which is no reason to call the consent missing. */
async function tenantName(context: GraphContext): Promise<string | null> {
  const page = await readPage(context.ask, {
    url: graphUrl("/organization?$select=id,displayName"),
    policy: ONCE_MORE,
  });
  const row = page.ok ? page.value.rows.find((each) => isRecord(each) && each.id === context.tenantId) : null;
  const name = isRecord(row) ? row.displayName : null;
  return typeof name === "string" && name.trim() !== "" ? name : null;
}
