import { changesOf } from "../core/audit.js";
import type { HeldPerson, Hold } from "../core/hold.js";
import type { Run } from "../core/run.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { say } from "../core/sentences.js";
import { audited, deedOf, type AuditDeps } from "./audit.js";
import { changeExclusions, MOST_EXCLUDED, withThese } from "./exclude-people.js";
import { requestRun, type RequestRunDeps } from "./request-run.js";
import type { Caller } from "./sign-in.js";
import { sealedFor } from "./sealed-cursors.js";
import type { HoldStore, Sealer, SettingsStore } from "./ports.js";

export interface DecideHoldDeps extends RequestRunDeps, AuditDeps {
  readonly settings: SettingsStore;
  readonly holds: HoldStore;
}

/**
 * Approves the list as the admin saw it, by its version. A run carries it out: it looks at each person again, and who
 * joined the list later waits for the next decision. Null for the run while another is going on: the approval stands,
 * and is carried out right after that one.
 */
export async function approveHold(
  deps: DecideHoldDeps,
  caller: Caller,
  version: number,
): Promise<Result<Run | null, Problem>> {
  const { account, user } = caller;
  const hold = await decidable(deps, account.id, version);
  if (!hold.ok) return hold;
  const approval = { version, by: user.displayName, at: deps.now() };
  const approved = await audited(deps, deedOf(caller, "HOLD_APPROVED"), async () => {
    const done = await deps.holds.approve(account.id, hold.value.id, approval);
    return [done, done ? decision(hold.value, version, "APPROVED") : []];
  });
  if (!approved) return problem({ code: "NO_HOLD" });
  return ok(await requestRun(deps, account.id, { trigger: "APPROVAL", startedBy: user.displayName }));
}

/**
 * Rejects the list as the admin saw it: who would have been disabled is kept, by this admin; who would have come in is
 * excluded from the sync. Answers with the number of people decided about.
 */
export async function rejectHold(
  deps: DecideHoldDeps,
  caller: Caller,
  version: number,
): Promise<Result<number, Problem>> {
  const hold = await decidable(deps, caller.account.id, version);
  if (!hold.ok) return hold;
  const { exclusions } = await deps.settings.get(caller.account.id);
  if (exclusions.people.length + additionsAmong(hold.value, version).length > MOST_EXCLUDED)
    return problem({ code: "NOT_ALLOWED", because: say("TOO_MANY_EXCLUDED", { limit: MOST_EXCLUDED }) });
  return audited<Result<number, Problem>>(deps, deedOf(caller, "HOLD_REJECTED"), async () => {
    const rejected = await reject(deps, caller, hold.value, version);
    return rejected === null
      ? [problem({ code: "NO_HOLD" }), []]
      : [ok(rejected), decision(hold.value, version, "REJECTED")];
  });
}

/** Null when somebody else decided first; then nobody is kept. */
async function reject(
  deps: DecideHoldDeps,
  { account, user }: Caller,
  hold: Hold,
  version: number,
): Promise<number | null> {
  if (!(await deps.holds.beginRejecting(account.id, hold.id))) return null;
  const seen = hold.people.filter((person) => person.since <= version);
  const left = hold.people.filter((person) => person.since > version);
  const leavers = seen.filter((person) => person.action === "DISABLE").map((person) => person.directoryId);
  await deps.users.setManagedBy(account.id, leavers, { name: user.displayName, at: deps.now() });
  const excluded = additionsAmong(hold, version).map(({ directoryId: id, displayName }) => ({ id, displayName }));
  await changeExclusions(deps.settings, account.id, (before) => withThese(before, excluded, []));
  // Last, so that a crash before it leaves people kept on an open list, and not a closed list of people nobody kept
  if (left.length > 0) {
    // In place: closed and raised anew, it would leave a moment in which nobody waits
    const next = hold.version + 1;
    const people = left.map((person) => ({ ...person, since: next }));
    await deps.holds.refresh(account.id, hold.id, { ...hold, because: [], version: next, people, decided: true });
    return seen.length;
  }
  const closed = await deps.holds.close(account.id, hold.id, { status: "REJECTED", by: user.displayName });
  return closed ? seen.length : null;
}

const additionsAmong = ({ people }: Hold, version: number): readonly HeldPerson[] =>
  people.filter(({ action, since }) => action !== "DISABLE" && since <= version);

/** How many of each kind were decided about; who they are stands on the hold. */
function decision({ id, people }: Hold, version: number, status: string) {
  const seen = people.filter((person) => person.since <= version);
  const toDisable = seen.filter((person) => person.action === "DISABLE").length;
  const decided = { status, version, toDisable, toAdd: seen.length - toDisable };
  return changesOf({ type: "HOLD", id, name: null }, { status: "OPEN" }, decided);
}

/** One page of the people on a hold, by name; of one group, where one is named. */
export async function listHeld(
  { holds, sealer }: { readonly holds: HoldStore; readonly sealer: Sealer },
  { account }: Caller,
  holdId: string,
  query: { readonly first: number; readonly after: string | null; readonly groupId: string | null },
): Promise<Result<{ readonly people: readonly HeldPerson[]; readonly endCursor: string | null }, Problem>> {
  const cursors = sealedFor(sealer, account.id, ["held", holdId, query.groupId]);
  const after = cursors.open(query.after);
  if (after === undefined) return problem({ code: "CURSOR_INVALID" });
  const page = await holds.people(account.id, holdId, { ...query, after });
  return ok({ people: page.people, endCursor: cursors.seal(page.next) });
}

/** The open hold, if this admin can decide about it: nobody did before, and it is of the present settings. */
async function decidable(
  { holds, settings }: DecideHoldDeps,
  accountId: string,
  version: number,
): Promise<Result<Hold, Problem>> {
  const hold = await holds.open(accountId);
  if (!hold || hold.approval) return problem({ code: "NO_HOLD" });
  const { version: settingsVersion } = await settings.get(accountId);
  const isSeen = version >= 1 && version <= hold.version && hold.settingsVersion === settingsVersion;
  return isSeen ? ok(hold) : problem({ code: "PLAN_CHANGED" });
}
