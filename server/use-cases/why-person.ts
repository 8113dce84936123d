import type { Change } from "../core/changes.js";
import type { Person, User } from "../core/model.js";
import { chosenIn, type OnePerson } from "../core/one-person.js";
import { profileOf } from "../core/person.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { say } from "../core/sentences.js";
import { whyLocal, whyOne, type Why } from "../core/why.js";
import { seeOne, type SeeOneDeps } from "./see-one.js";
import type { Caller } from "./sign-in.js";
import type { ChangeStore, Directory, GroupPath, RunStore, SettingsStore } from "./ports.js";

export interface WhyPersonDeps extends SeeOneDeps {
  readonly settings: SettingsStore;
  readonly changes: ChangeStore;
  readonly runs: RunStore;
}

export interface WhyPerson extends Why {
  readonly person: Person | null;
  readonly user: User | null;
  /** A shortest way from each chosen or excluded group to them; null when Microsoft did not tell. */
  readonly paths: readonly { readonly excludes: boolean; readonly path: GroupPath }[] | null;
  /** The latest changes about them, newest first. */
  readonly changes: readonly { readonly change: Change; readonly running: boolean }[];
}

const SHOWN_CHANGES = 10;

/** Why somebody is here, or not: found by their id in the directory or here, looked at alone, as a run would decide. */
export async function whyPerson(
  deps: WhyPersonDeps,
  { account }: Caller,
  asked: { readonly directoryId: string | null; readonly userId: string | null },
): Promise<Result<WhyPerson, Problem>> {
  if ((asked.directoryId === null) === (asked.userId === null))
    return problem({ code: "INVALID_INPUT", because: say("PERSON_OR_USER") });

  const [byId] = asked.userId === null ? [] : await deps.users.byIds(account.id, [asked.userId]);
  if (asked.userId !== null && !byId) return problem({ code: "NOT_FOUND", because: say("USER_NOT_FOUND") });
  const directoryId = byId ? byId.directoryId : (asked.directoryId?.toLowerCase() ?? null);
  if (byId && directoryId === null) return ok({ ...whyLocal(byId), person: null, user: byId, paths: [], changes: [] });
  if (directoryId === null) return problem({ code: "NOT_FOUND", because: say("PERSON_NOT_FOUND") });

  const settings = await deps.settings.get(account.id);
  const one = await seeOne(deps, { account, settings, directoryId }, { patient: false });
  if (!one.ok) return one;
  const { seen, user } = one.value;
  if (seen.found === "GONE" && !user) return problem({ code: "NOT_FOUND", because: say("PERSON_NOT_FOUND") });

  const person = seen.found === "PRESENT" ? seen.person : null;
  const name = person ? profileOf(person).displayName : (user?.displayName ?? "This person");
  const [paths, changes, running] = await Promise.all([
    pathsOf(deps.directories(account.tenantId), one.value),
    deps.changes.ofPerson(account.id, directoryId, SHOWN_CHANGES),
    deps.runs.running(account.id),
  ]);
  const runningIds = new Set(running.map((run) => run.id));
  return ok({
    ...whyOne(one.value, name),
    person,
    user,
    paths,
    changes: changes.map((change) => ({ change, running: runningIds.has(change.runId) })),
  });
}

async function pathsOf(directory: Directory, { seen, settings, directoryId }: OnePerson): Promise<WhyPerson["paths"]> {
  if (seen.found !== "PRESENT") return [];
  const excluding = settings.exclusions.groups.map(({ id }) => id).filter((id) => seen.groupIds.has(id));
  const holding = [...chosenIn({ settings, seen }), ...excluding];
  if (holding.length === 0) return [];

  const paths = await directory.pathsTo(directoryId, holding, { nested: settings.includeNested });
  if (!paths.ok) return null;
  return holding.flatMap((id) => {
    const path = paths.value.get(id);
    return path ? [{ excludes: excluding.includes(id), path }] : [];
  });
}
