import { changesOf } from "../core/audit.js";
import { importObstacle } from "../core/candidates.js";
import type { Person, Run, RunCounts, User } from "../core/model.js";
import { directoryStateOf, profileOf, standingOf } from "../core/person.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { NO_CHANGES } from "../core/run-counts.js";
import { IMPORT_WORDS, obstacleWords, RUN_WORDS } from "../core/words.js";
import { beginAudit, deedOf, type AuditDeps } from "./audit.js";
import { excludedAmong } from "./exclude-people.js";
import { conflictsByHand } from "./note-conflicts.js";
import type { Caller } from "./sign-in.js";
import type {
  ConflictStore,
  Directories,
  GroupMemberStore,
  NewUser,
  RunStore,
  SettingsStore,
  UserStore,
  Whereabouts,
} from "./ports.js";

export const MOST_IMPORTED_AT_ONCE = 200;

export interface ImportOutcome {
  readonly directoryId: string;
  readonly outcome: "ADDED" | "ALREADY_HERE" | "FAILED";
  readonly displayName: string | null;
  readonly message: string | null;
  readonly user: User | null;
}

export interface ImportDeps extends AuditDeps {
  readonly conflicts: ConflictStore;
  readonly directories: Directories;
  readonly users: UserStore;
  readonly settings: SettingsStore;
  readonly groupMembers: GroupMemberStore;
  readonly runs: RunStore;
}

/**
 * Makes users of the people an admin picked. Each id is asked for in the account's own tenant first, so an id of
 * another tenant is simply not found; each person has an answer of their own, and one who fails stops nobody else.
 */
export async function importUsers(
  deps: ImportDeps,
  caller: Caller,
  input: { readonly directoryIds: readonly string[]; readonly keepWhenLeaving: boolean },
  kind: "USERS_IMPORTED" | "CONFLICT_CREATED_BESIDE" = "USERS_IMPORTED",
): Promise<Result<{ readonly run: Run; readonly results: readonly ImportOutcome[] }, Problem>> {
  const { account, user: admin } = caller;
  const ids = [...new Set(input.directoryIds.map((id) => id.toLowerCase()))];
  if (ids.length === 0) return problem({ code: "INVALID_INPUT", detail: "Tick at least one person." });
  if (ids.length > MOST_IMPORTED_AT_ONCE)
    return problem({ code: "TOO_MANY", detail: `${MOST_IMPORTED_AT_ONCE} people` });

  const whereabouts = await deps.directories(account.tenantId).lookUpPeople(ids);
  if (!whereabouts.ok) return whereabouts;

  const endAudit = await beginAudit(deps, deedOf(caller, kind));
  const run = await deps.runs.start(account.id, { trigger: "IMPORT", startedBy: admin.displayName });
  try {
    const results = await importThese(deps, account.id, ids, whereabouts.value, input.keepWhenLeaving, kind);
    await endAudit(results.flatMap(importedSubjects));
    return ok({ run: await deps.runs.finish(account.id, run.id, ending(results)), results });
  } catch (error) {
    await deps.runs.finish(account.id, run.id, { status: "FAILED", counts: NO_CHANGES, reason: RUN_WORDS.UNEXPECTED });
    throw error;
  }
}

async function importThese(
  deps: ImportDeps,
  accountId: string,
  ids: readonly string[],
  whereabouts: ReadonlyMap<string, Whereabouts>,
  keep: boolean,
  kind: "USERS_IMPORTED" | "CONFLICT_CREATED_BESIDE",
): Promise<readonly ImportOutcome[]> {
  const here = new Map((await deps.users.byDirectoryIds(accountId, ids)).map((user) => [user.directoryId, user]));
  const newcomers = ids.flatMap((id) => {
    const found = whereabouts.get(id);
    return !here.has(id) && found?.found === "PRESENT" && importObstacle(found.person) === null ? [found.person] : [];
  });
  const beside = kind === "CONFLICT_CREATED_BESIDE";
  const conflicts = beside ? new Set<string>() : await conflictsByHand(deps, accountId, newcomers);
  const wanted = newcomers.filter((person) => !conflicts.has(person.id));
  const groups = keep ? new Map<string, readonly string[]>() : await chosenGroupsOf(deps, accountId, wanted);

  const written = await deps.users.create(
    accountId,
    wanted.map((person) => newUser(person, groups.get(person.id))),
  );
  const now = new Map((await deps.users.byDirectoryIds(accountId, ids)).map((user) => [user.directoryId, user]));

  const added = new Set(written.done);
  return ids.map((id): ImportOutcome => {
    const user = now.get(id) ?? null;
    const found = whereabouts.get(id);
    const displayName = user?.displayName ?? (found?.found === "PRESENT" ? found.person.displayName : null);
    const answer = { directoryId: id, displayName, user };
    if (added.has(id)) return { ...answer, outcome: "ADDED", message: null };
    if (user) return { ...answer, outcome: "ALREADY_HERE", message: IMPORT_WORDS.ALREADY_HERE };
    return { ...answer, outcome: "FAILED", message: conflicts.has(id) ? IMPORT_WORDS.MAIL_CONFLICT : whyNot(found) };
  });
}

function importedSubjects({ outcome, user }: ImportOutcome) {
  if (outcome !== "ADDED" || !user) return [];
  const { id, displayName: name, status, managedBy } = user;
  return changesOf({ type: "USER", id, name }, {}, { status, managedBy });
}

function whyNot(found: Whereabouts | undefined): string {
  switch (found?.found) {
    case undefined:
    case "GONE":
      return IMPORT_WORDS.NOT_IN_DIRECTORY;
    case "DELETED":
      return IMPORT_WORDS.DELETED;
    case "UNKNOWN":
      return IMPORT_WORDS.NO_ANSWER;
    case "PRESENT": {
      const obstacle = importObstacle(found.person);
      return obstacle ? obstacleWords(obstacle) : IMPORT_WORDS.NOT_WRITTEN;
    }
  }
}

function newUser(person: Person, groupIds: readonly string[] = []): NewUser {
  return {
    ...profileOf(person),
    directoryId: person.id,
    role: "EMPLOYEE",
    origin: "MANUAL",
    managedBy: groupIds.length > 0 ? "GROUPS" : "ADMIN",
    directoryState: directoryStateOf(person),
    groupIds,
  };
}

/** The chosen groups that showed each of these people when last read: they came by hand, but the groups manage them. */
async function chosenGroupsOf(deps: ImportDeps, accountId: string, people: readonly Person[]) {
  const settings = await deps.settings.get(accountId);
  if (!settings.enabled || settings.groups.length === 0) return new Map<string, readonly string[]>();
  // Somebody the groups would not have (a guest, say) would be disabled by the next run: they are the admin's
  const excluded = await excludedAmong(deps, accountId, settings, people);
  const due = people.filter((person) => !excluded.has(person.id) && standingOf(person, settings) === "DUE");
  return deps.groupMembers.membersAmong(
    accountId,
    settings.groups.map((group) => group.id),
    due.map((person) => person.id),
  );
}

function ending(results: readonly ImportOutcome[]): {
  status: "SUCCEEDED" | "PARTIAL";
  counts: RunCounts;
  reason: string | null;
} {
  const count = (outcome: ImportOutcome["outcome"]) => results.filter((row) => row.outcome === outcome).length;
  const failed = count("FAILED");
  return {
    status: failed > 0 ? "PARTIAL" : "SUCCEEDED",
    counts: { ...NO_CHANGES, added: count("ADDED"), skipped: count("ALREADY_HERE"), failed },
    reason: failed > 0 ? `${failed} of ${results.length} could not be added.` : null,
  };
}
