import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import type { Caller } from "./sign-in.js";
import type { DirectoryGroup, Directories, Sealer } from "./ports.js";

export interface GroupsAnswer {
  readonly groups: readonly DirectoryGroup[];
  readonly endCursor: string | null;
}

/** One page of the tenant's groups for choosing, hidden ones among them so that an admin can read why they cannot be. */
export async function listGroups(
  deps: { readonly directories: Directories; readonly sealer: Sealer },
  { account }: Caller,
  query: { readonly search: string; readonly first: number; readonly after: string | null },
): Promise<Result<GroupsAnswer, Problem>> {
  const binding = { purpose: `groups ${query.search}`, accountId: account.id };
  const continuation = query.after === null ? null : deps.sealer.open(query.after, binding);
  if (query.after !== null && continuation === null) return problem({ code: "CURSOR_INVALID" });

  const page = await deps
    .directories(account.tenantId)
    .findGroups({ search: query.search, pageSize: query.first, continuation });
  if (!page.ok) return page;
  const endCursor = page.value.next === null ? null : deps.sealer.seal(page.value.next, binding);
  return ok({ groups: page.value.groups, endCursor });
}
