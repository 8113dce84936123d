import type { Model } from "mongoose";
import type { DisableReason } from "../core/model.js";
import type { Clock, UserPatch, WriteOutcome } from "../use-cases/ports.js";
import { takeOutAdmin } from "./last-admin.js";
import { batches } from "./schema.js";
import { changePeople, NOTHING_WRITTEN, together, type PersonChange } from "./user-bulk.js";
import { groupSet, profileFields, type UserRow } from "./user-row.js";

/** The writes of a run on one account: its lease token fences every one of them (R8). */
interface RunWrite {
  readonly users: Model<UserRow>;
  readonly accountId: string;
  readonly fence: number;
  readonly now: Clock;
}

export function updatePeople(write: RunWrite, patches: readonly UserPatch[]): Promise<WriteOutcome> {
  const merged = new Map<string, Partial<UserRow>>();
  for (const patch of patches) merged.set(patch.directoryId, { ...merged.get(patch.directoryId), ...fieldsOf(patch) });
  const changes = [...merged].map(([directoryId, set]): PersonChange => ({ directoryId, onlyIf: differs(set), set }));
  return changePeople(write.users, write.accountId, changes, { fence: write.fence, at: write.now() });
}

function fieldsOf({ profile, groupIds, directoryState, goneSince }: UserPatch): Partial<UserRow> {
  return {
    ...(profile && profileFields(profile)),
    ...(groupIds && { groupIds: groupSet(groupIds) }),
    ...(directoryState && { directoryState }),
    ...(goneSince !== undefined && { goneSince }),
  };
}

/** Somebody who is so already is not written, so that `updatedAt` moves only when something did. */
function differs(set: Partial<UserRow>): PersonChange["onlyIf"] {
  const fields = Object.entries(set);
  // An empty patch must match nobody; `$or` of nothing would be an error.
  if (fields.length === 0) return { _id: { $in: [] } };
  return { $or: fields.map(([field, value]) => ({ [field]: { $ne: value } })) };
}

export function reenablePeople(write: RunWrite, directoryIds: readonly string[]): Promise<WriteOutcome> {
  const changes = [...new Set(directoryIds)].map((directoryId): PersonChange => ({
    directoryId,
    onlyIf: { status: "DISABLED", disabledBy: "SYNC" },
    set: { status: "ACTIVE", disabledBy: null, disabledReason: null, disabledAt: null },
  }));
  return changePeople(write.users, write.accountId, changes, { fence: write.fence, at: write.now() });
}

/** Employees in bulk; admins one by one through the check that keeps the last of them (R7). */
export async function disablePeople(
  write: RunWrite,
  people: readonly { readonly directoryId: string; readonly reason: DisableReason }[],
): Promise<WriteOutcome> {
  const reasons = new Map(people.map(({ directoryId, reason }) => [directoryId, reason]));
  const at = write.now();
  const admins = await adminsAmong(write, [...reasons.keys()]);

  const changes = [...reasons].flatMap(([directoryId, reason]): PersonChange[] =>
    admins.has(directoryId)
      ? []
      : [{ directoryId, onlyIf: { ...MAY_DISABLE, role: "EMPLOYEE" }, set: disabled(reason, at) }],
  );
  const outcomes = [await changePeople(write.users, write.accountId, changes, { fence: write.fence, at })];
  for (const [directoryId, admin] of admins) {
    const reason = reasons.get(directoryId);
    if (reason) outcomes.push(await disableAdmin(write, admin, directoryId, disabled(reason, at)));
  }
  return together(outcomes);
}

const MAY_DISABLE = { status: "ACTIVE", managedBy: "GROUPS" } as const;

function disabled(reason: DisableReason, at: Date): Partial<UserRow> {
  return { status: "DISABLED", disabledBy: "SYNC", disabledReason: reason, disabledAt: at };
}

async function adminsAmong(
  { users, accountId }: RunWrite,
  directoryIds: readonly string[],
): Promise<ReadonlyMap<string, UserRow["_id"]>> {
  const admins = new Map<string, UserRow["_id"]>();
  for (const batch of batches(directoryIds)) {
    const rows = await users
      .find({ accountId, directoryId: { $in: [...batch] }, role: "ADMIN" }, { directoryId: 1 })
      .lean<Pick<UserRow, "_id" | "directoryId">[]>();
    for (const row of rows) if (row.directoryId) admins.set(row.directoryId, row._id);
  }
  return admins;
}

async function disableAdmin(
  { users, accountId, fence, now }: RunWrite,
  _id: UserRow["_id"],
  directoryId: string,
  set: Partial<UserRow>,
): Promise<WriteOutcome> {
  const onlyIf = { managedBy: "GROUPS", fence: { $lte: fence } } as const;
  const written = await takeOutAdmin(users, { accountId, _id }, { onlyIf, set: { ...set, updatedAt: now() } }, now);
  if (written === "DONE") return { ...NOTHING_WRITTEN, done: [directoryId] };
  if (written === "CHANGED") return { ...NOTHING_WRITTEN, untouched: [directoryId] };
  return { ...NOTHING_WRITTEN, failed: [{ directoryId, because: "the account's last active admin stays" }] };
}
