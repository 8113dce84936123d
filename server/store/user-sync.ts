import type { Model } from "mongoose";
import type { Clock, RunMark, SyncDisable, UserPatch, WriteOutcome } from "../use-cases/ports.js";
import { takeOutAdmin } from "./last-admin.js";
import { batches } from "./schema.js";
import { changePeople, NOTHING_WRITTEN, together, type PersonChange } from "./user-bulk.js";
import { ACTIVE, groupSet, profileFields, type UserRow } from "./user-row.js";

/** The writes of a run on one account: its lease token fences every one of them (R8). */
interface RunWrite {
  readonly users: Model<UserRow>;
  readonly accountId: string;
  readonly mark: RunMark;
  readonly now: Clock;
}

export function updatePeople(write: RunWrite, patches: readonly UserPatch[]): Promise<WriteOutcome> {
  const merged = new Map<string, Partial<UserRow>>();
  for (const patch of patches) merged.set(patch.directoryId, { ...merged.get(patch.directoryId), ...fieldsOf(patch) });
  const changes = [...merged].map(([directoryId, set]): PersonChange => ({ directoryId, onlyIf: differs(set), set }));
  return changePeople(write.users, write.accountId, changes, write.mark);
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
    onlyIf: { status: "DISABLED", disabledBy: "SYNC", managedBy: "GROUPS" },
    set: { ...ACTIVE, statusSince: write.mark.at },
  }));
  return changePeople(write.users, write.accountId, changes, write.mark);
}

/** Employees in bulk; admins one by one through the check that keeps the last of them (R7). */
export async function disablePeople(write: RunWrite, people: readonly SyncDisable[]): Promise<WriteOutcome> {
  const wanted = new Map(people.map((person) => [person.directoryId, person]));
  const admins = await adminsAmong(write, [...wanted.keys()]);

  const changes = [...wanted.values()].flatMap((person): PersonChange[] =>
    admins.has(person.directoryId)
      ? []
      : [
          {
            directoryId: person.directoryId,
            onlyIf: { status: "ACTIVE", managedBy: person.managedBy, role: "EMPLOYEE" },
            set: disabled(person, write.mark.at),
          },
        ],
  );
  const outcomes = [await changePeople(write.users, write.accountId, changes, write.mark)];
  for (const [directoryId, admin] of admins) {
    const person = wanted.get(directoryId);
    if (person) outcomes.push(await disableAdmin(write, admin, person));
  }
  return together(outcomes);
}

function disabled({ reason, approved, directoryState }: SyncDisable, at: Date): Partial<UserRow> {
  return {
    status: "DISABLED",
    disabledBy: "SYNC",
    disabledReason: reason,
    disabledAt: at,
    disableApproved: approved,
    statusSince: at,
    ...(directoryState && { directoryState }),
  };
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
  { users, accountId, mark, now }: RunWrite,
  _id: UserRow["_id"],
  person: SyncDisable,
): Promise<WriteOutcome> {
  const { directoryId, managedBy } = person;
  const onlyIf = { managedBy, fence: { $lte: mark.fence } };
  const set = { ...disabled(person, mark.at), updatedAt: mark.at, writtenBy: mark.writtenBy };
  const written = await takeOutAdmin(users, { accountId, _id }, { onlyIf, set }, now);
  if (written === "DONE") return { ...NOTHING_WRITTEN, done: [directoryId] };
  if (written === "CHANGED") return { ...NOTHING_WRITTEN, untouched: [directoryId] };
  return { ...NOTHING_WRITTEN, failed: [{ directoryId, because: "LAST_ADMIN" }] };
}
