import { isDeepStrictEqual } from "node:util";
import type { Profile, User } from "../../server/core/model.js";
import { PROFILE_FIELDS } from "../../server/core/person.js";
import type { NewUser, RunMark, SyncDisable, UserPatch, WriteOutcome } from "../../server/use-cases/ports.js";
import { newId } from "./ids.js";
import { ACTIVE, type UserRow, type UserRows } from "./user-rows.js";

/* The writes of a run: person by person, each only while its condition holds, and none behind a higher fence. */

type Decision = Partial<User> | "UNTOUCHED" | "LAST_ADMIN";

const groupSet = (groupIds: readonly string[]) => [...new Set(groupIds)].sort();

function profileOf(from: Profile): Profile {
  return Object.fromEntries(PROFILE_FIELDS.map((field) => [field, from[field]])) as unknown as Profile;
}

export function createInMemory(
  rows: UserRows,
  accountId: string,
  people: readonly NewUser[],
  mark: Pick<RunMark, "at"> & Partial<RunMark>,
): WriteOutcome {
  const { at, writtenBy = null } = mark;
  const [done, untouched] = [new Set<string>(), new Set<string>()];
  for (const person of people) {
    const { directoryId, role, origin, managedBy, directoryState } = person;
    if (directoryId !== null && rows.person(accountId, directoryId)) {
      if (!done.has(directoryId)) untouched.add(directoryId);
      continue;
    }
    const given = { directoryId, role, origin, managedBy, directoryState, groupIds: groupSet(person.groupIds) };
    const fresh = { keptBy: null, goneSince: null, lastSignInAt: null, statusSince: at, createdAt: at, updatedAt: at };
    const user: User = { id: newId(), ...profileOf(person), ...given, ...ACTIVE, ...fresh };
    rows.add({ accountId, fence: 0, writtenBy, user });
    if (directoryId !== null) done.add(directoryId);
  }
  return { done: [...done], untouched: [...untouched], failed: [] };
}

export function updateInMemory(rows: UserRows, accountId: string, patches: readonly UserPatch[], mark: RunMark) {
  const merged = new Map<string, Partial<User>>();
  for (const { directoryId, profile, groupIds, ...rest } of patches)
    merged.set(directoryId, {
      ...merged.get(directoryId),
      ...(profile && profileOf(profile)),
      ...(groupIds && { groupIds: groupSet(groupIds) }),
      ...rest,
    });
  return changeEach(rows, accountId, merged, mark, ({ user }, fields) =>
    isDeepStrictEqual({ ...user, ...fields }, user) ? "UNTOUCHED" : fields,
  );
}

export function disableInMemory(rows: UserRows, accountId: string, people: readonly SyncDisable[], mark: RunMark) {
  const wanted = new Map(people.map((person) => [person.directoryId, person]));
  return changeEach(rows, accountId, wanted, mark, (row, { managedBy, reason, approved, directoryState }) => {
    if (row.user.status !== "ACTIVE" || row.user.managedBy !== managedBy) return "UNTOUCHED";
    if (rows.isLastAdmin(row)) return "LAST_ADMIN";
    return {
      status: "DISABLED",
      disabledBy: "SYNC",
      disabledReason: reason,
      disableApproved: approved,
      disabledAt: mark.at,
      statusSince: mark.at,
      ...(directoryState && { directoryState }),
    };
  });
}

export function reenableInMemory(rows: UserRows, accountId: string, directoryIds: readonly string[], mark: RunMark) {
  const wanted = new Map(directoryIds.map((id) => [id, id]));
  const ours = ({ status, disabledBy, managedBy }: User) =>
    status === "DISABLED" && disabledBy === "SYNC" && managedBy === "GROUPS";
  return changeEach(rows, accountId, wanted, mark, ({ user }) =>
    ours(user) ? { ...ACTIVE, statusSince: mark.at } : "UNTOUCHED",
  );
}

function changeEach<Asked>(
  rows: UserRows,
  accountId: string,
  wanted: ReadonlyMap<string, Asked>,
  { fence, at, writtenBy }: RunMark,
  decide: (row: UserRow, asked: Asked) => Decision,
): WriteOutcome {
  const outcome = { done: [] as string[], untouched: [] as string[], failed: [] as WriteOutcome["failed"][number][] };
  for (const [directoryId, asked] of wanted) {
    const row = rows.person(accountId, directoryId);
    const decision = row && row.fence <= fence ? decide(row, asked) : "UNTOUCHED";
    if (decision === "LAST_ADMIN") outcome.failed.push({ directoryId, because: "LAST_ADMIN" });
    else if (row === null || decision === "UNTOUCHED") outcome.untouched.push(directoryId);
    else {
      rows.write(row, { ...decision, updatedAt: at }, { writtenBy });
      outcome.done.push(directoryId);
    }
  }
  return outcome;
}
