import type { AuditActor, AuditEvent, AuditKind, AuditSubject } from "../core/audit.js";
import type { Account, User } from "../core/model.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { sealedFor } from "./sealed-cursors.js";
import type { AuditStore, Sealer } from "./ports.js";

export interface AuditDeps {
  readonly audit: AuditStore;
}

interface Deed {
  readonly accountId: string;
  readonly kind: AuditKind;
  readonly by: AuditActor;
}

/** Whoever types `npm run account`. */
export const OPERATOR: AuditActor = { userId: null, name: "the operator" };

/** The part of a caller that the trail is about (sign-in.ts has the whole, and needs this file). */
interface Decider {
  readonly account: Account;
  readonly user: User;
}

export const deedOf = ({ account, user }: Decider, kind: AuditKind): Deed => ({
  accountId: account.id,
  kind,
  by: { userId: user.id, name: user.displayName },
});

/**
 * Does what somebody decided, and leaves the trail of it. The event is written first: while the trail cannot be written,
 * nothing is changed and the request fails (F70). A deed that broke off leaves an event that says so; one that changed
 * nothing leaves none.
 */
export async function audited<T>(
  deps: AuditDeps,
  deed: Deed,
  work: () => Promise<readonly [value: T, changed: readonly AuditSubject[]]>,
): Promise<T> {
  const end = await beginAudit(deps, deed);
  const [value, changed] = await work();
  await end(changed);
  return value;
}

/** The same in two steps, for what does not fit between brackets. */
export async function beginAudit(
  { audit }: AuditDeps,
  { accountId, ...deed }: Deed,
): Promise<(changed: readonly AuditSubject[]) => Promise<void>> {
  const eventId = await audit.begin(accountId, deed);
  return (changed) =>
    changed.length > 0 ? audit.finish(accountId, eventId, changed) : audit.forget(accountId, eventId);
}

/** One page of what people decided in the account, newest first. */
export async function listAudit(
  { audit, sealer }: AuditDeps & { readonly sealer: Sealer },
  { account }: Pick<Decider, "account">,
  query: { readonly kinds: readonly AuditKind[] | null; readonly first: number; readonly after: string | null },
): Promise<Result<{ readonly events: readonly AuditEvent[]; readonly endCursor: string | null }, Problem>> {
  const cursors = sealedFor(sealer, account.id, ["audit", query.kinds]);
  const after = cursors.open(query.after);
  if (after === undefined) return problem({ code: "CURSOR_INVALID" });
  const page = await audit.page(account.id, { ...query, after });
  return ok({ events: page.events, endCursor: cursors.seal(page.next) });
}
