import { conflictsBetween, stepConflicts } from "../core/conflicts.js";
import type { Person, SyncInput } from "../core/model.js";
import { emailKey, profileOf } from "../core/person.js";
import type { SyncPlan } from "../core/plan.js";
import type { ConflictStore, UserStore } from "./ports.js";

/** Keeps what a complete run found, and ends what it did not find any more. An hour without news writes nothing. */
export async function noteConflicts(
  conflicts: ConflictStore,
  accountId: string,
  plan: SyncPlan,
  { snapshot, users }: SyncInput,
): Promise<void> {
  const before = await conflicts.all(accountId);
  const ids = new Set(plan.skip.flatMap((row) => (row.reason === "MAIL_CONFLICT" ? [row.directoryId] : [])));
  if (before.length === 0 && ids.size === 0) return;

  const people = snapshot.groups.flatMap((read) => read.people.filter((person) => ids.has(person.id)));
  const { keep, end } = stepConflicts(before, conflictsBetween(people, users));
  if (keep.length > 0) await conflicts.keep(accountId, keep, false);
  if (end.length > 0) await conflicts.end(accountId, end);
}

/** The conflicts of people an admin picks, by object id. They are kept for the admin to decide; those of the others end. */
export async function conflictsByHand(
  { conflicts, users }: { readonly conflicts: ConflictStore; readonly users: UserStore },
  accountId: string,
  people: readonly Person[],
): Promise<ReadonlySet<string>> {
  const mails = people.flatMap((person) => profileOf(person).email ?? []);
  const found = conflictsBetween(people, await users.unlinkedByEmail(accountId, mails.map(emailKey)));
  const ids = new Set(found.map((conflict) => conflict.directoryId));
  await conflicts.keep(accountId, found, true);
  await conflicts.end(
    accountId,
    people.flatMap(({ id }) => (ids.has(id) ? [] : [id])),
  );
  return ids;
}
