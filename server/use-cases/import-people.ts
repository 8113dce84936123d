import type { RefusedChange } from "../core/changes.js";
import { importedChange } from "../core/changes-of.js";
import { importObstacle, type ImportFailure } from "../core/candidates.js";
import type { Person, User } from "../core/model.js";
import { directoryStateOf, profileOf, standingOf } from "../core/person.js";
import { NO_CHANGES } from "../core/run-counts.js";
import { say } from "../core/sentences.js";
import { writeStep, type Writing } from "./apply-plan.js";
import { excludedAmong } from "./exclude-people.js";
import { conflictsByHand } from "./note-conflicts.js";
import type { Ending } from "./run-lease.js";
import type { ConflictStore, GroupMemberStore, NewUser, SettingsStore, UserStore, Whereabouts } from "./ports.js";

export interface ImportOutcome {
  readonly directoryId: string;
  readonly outcome: "ADDED" | "ALREADY_HERE" | "FAILED";
  readonly displayName: string | null;
  /** Why not; null where they were added. */
  readonly because: `IMPORT_${ImportFailure | "ALREADY_HERE"}` | null;
  readonly user: User | null;
}

export interface Importing extends Writing {
  readonly users: UserStore;
  readonly conflicts: ConflictStore;
  readonly settings: SettingsStore;
  readonly groupMembers: GroupMemberStore;
  /** Keep them active even if they are in a chosen group and leave it later. */
  readonly keepWhenLeaving: boolean;
  /** Also beside a local user who has the same mail address: an admin said that they are two people. */
  readonly beside: boolean;
}

/** People an admin picked, each asked for alone; `names` as a search showed them, for those it does not find any more. */
export interface Picked {
  readonly ids: readonly string[];
  readonly whereabouts: ReadonlyMap<string, Whereabouts>;
  readonly names?: ReadonlyMap<string, string>;
}

/**
 * Makes users of people picked by hand, as one step of a run. Each has an answer of their own, and one who fails stops
 * nobody else; who was here already is left as they are. Who failed stands in the history too, so that the list can be
 * read and tried again later, but for ids that nobody has: of them there is nothing to read.
 */
export async function importPeople(
  importing: Importing,
  step: number,
  { ids, whereabouts, names = new Map() }: Picked,
): Promise<readonly ImportOutcome[]> {
  const { users, changes, accountId, runId } = importing;
  const here = new Map((await users.byDirectoryIds(accountId, ids)).map((user) => [user.directoryId, user]));
  const newcomers = ids.flatMap((id) => {
    const found = whereabouts.get(id);
    return !here.has(id) && found?.found === "PRESENT" && importObstacle(found.person) === null ? [found.person] : [];
  });
  const conflicts = importing.beside ? NOBODY : await conflictsByHand(importing, accountId, newcomers);
  const wanted = newcomers.filter((person) => !conflicts.has(person.id));
  const groups = importing.keepWhenLeaving ? NO_GROUPS : await chosenGroupsOf(importing, wanted);
  const rows = wanted.map((person) => newUser(person, groups.get(person.id)));

  const failures = new Map(
    ids
      .filter((id) => !here.has(id) && !wanted.some((person) => person.id === id))
      .map((id) => [id, conflicts.has(id) ? ("MAIL_CONFLICT" as const) : whyNot(whereabouts.get(id))]),
  );
  const nameOf = (id: string) => nameIn(whereabouts.get(id)) ?? names.get(id) ?? null;
  const refused = [...failures].flatMap(([id, because]) =>
    because === "NOT_IN_DIRECTORY" && !names.has(id) ? [] : [refusedChange(id, nameOf(id), because)],
  );
  if (refused.length > 0) await changes.record(accountId, runId, { number: step, at: importing.now() }, refused);
  const written = await writeStep(importing, step, {
    changes: wanted.map((person, n) => importedChange(person, rows[n]?.managedBy ?? "ADMIN")),
    write: (mark) => users.create(accountId, rows, mark),
  });

  const now = new Map((await users.byDirectoryIds(accountId, ids)).map((user) => [user.directoryId, user]));
  const added = new Set(written.done);
  return ids.map((id): ImportOutcome => {
    const user = now.get(id) ?? null;
    const answer = { directoryId: id, displayName: user?.displayName ?? nameOf(id), user };
    if (added.has(id)) return { ...answer, outcome: "ADDED", because: null };
    if (user) return { ...answer, outcome: "ALREADY_HERE", because: "IMPORT_ALREADY_HERE" };
    return { ...answer, outcome: "FAILED", because: `IMPORT_${failures.get(id) ?? "NOT_WRITTEN"}` };
  });
}

/** How a run ends that had these outcomes. */
export function importEnding(outcomes: readonly Pick<ImportOutcome, "outcome">[]): Ending {
  const count = (outcome: ImportOutcome["outcome"]) => outcomes.filter((row) => row.outcome === outcome).length;
  const failed = count("FAILED");
  return {
    status: failed > 0 ? "PARTIAL" : "SUCCEEDED",
    counts: { ...NO_CHANGES, added: count("ADDED"), skipped: count("ALREADY_HERE"), failed },
    reasons: failed > 0 ? [say("IMPORTED_PARTLY", { count: failed, limit: outcomes.length })] : [],
  };
}

function whyNot(found: Whereabouts | undefined): ImportFailure {
  switch (found?.found) {
    case undefined:
    case "GONE":
      return "NOT_IN_DIRECTORY";
    case "DELETED":
      return "DELETED";
    case "UNKNOWN":
      return "NO_ANSWER";
    case "PRESENT":
      return importObstacle(found.person) ?? "NOT_WRITTEN";
  }
}

const nameIn = (found: Whereabouts | undefined): string | null =>
  found?.found === "PRESENT" ? found.person.displayName : null;

function refusedChange(directoryId: string, name: string | null, because: ImportFailure): RefusedChange {
  const displayName = name ?? directoryId;
  const why = { action: "CREATE", reason: "BY_HAND", before: null, after: {}, outcome: "FAILED", because } as const;
  return { directoryId, displayName, ...why };
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

const NOBODY: ReadonlySet<string> = new Set();
const NO_GROUPS: ReadonlyMap<string, readonly string[]> = new Map();

/** The chosen groups that showed each of these people when last read: they came by hand, but the groups manage them. */
async function chosenGroupsOf({ accountId, ...deps }: Importing, people: readonly Person[]) {
  const settings = await deps.settings.get(accountId);
  if (!settings.enabled || settings.groups.length === 0) return NO_GROUPS;
  // Somebody the groups would not have (a guest, say) would be disabled by the next run: they are the admin's
  const excluded = await excludedAmong(deps, accountId, settings, people);
  const due = people.filter((person) => !excluded.has(person.id) && standingOf(person, settings) === "DUE");
  return deps.groupMembers.membersAmong(
    accountId,
    settings.groups.map((group) => group.id),
    due.map((person) => person.id),
  );
}
