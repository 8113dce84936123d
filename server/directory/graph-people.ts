import { ok, problem } from "../core/result.js";
import { oneOfEach } from "../core/one-of-each.js";
import type { DirectoryResult, PeoplePage, PeopleQuery, ReadOptions, Whereabouts } from "../use-cases/ports.js";
import type { Person } from "../core/model.js";
import { deletedPart, isMissing, whatBecameOf } from "./deleted-items.js";
import { graphUrl, isContinuationOf, isGuid } from "./graph-address.js";
import { askBatch, type BatchPart, type PartAnswer } from "./graph-batch.js";
import type { GraphContext, Stoppable } from "./graph-context.js";
import { leadsOn, readPage, readPages } from "./graph-pages.js";
import { brokenOff, directoryProblem, isStatus, problemOfAll, type GraphFailure } from "./graph-problems.js";
import { BRISK, PATIENT } from "./graph-retry.js";
import { asksForNothing, peopleUrl } from "./people-query.js";
import { decodePerson, isAbout, PERSON_FIELDS } from "./person-rows.js";

/** One page of people for choosing by hand, from the eventually consistent index. */
export async function findPeople(
  context: GraphContext,
  query: PeopleQuery,
  { signal, patient = false }: ReadOptions = {},
): Promise<DirectoryResult<PeoplePage>> {
  const { continuation } = query;
  if (asksForNothing(query)) return ok({ people: [], next: null, matching: 0 });
  if (continuation !== null && !isContinuationOf("/users", continuation)) return problem({ code: "CURSOR_INVALID" });

  const url = continuation ?? peopleUrl(query);
  const page = await readPage(context.ask, {
    url,
    policy: patient ? PATIENT : BRISK,
    advanced: true,
    ...(signal && { signal }),
  });
  if (!page.ok) return problem(listProblem(page.problem, continuation));
  if (!leadsOn(page.value)) {
    context.log({ event: "security.led_away_from_graph", tenantId: context.tenantId, because: "next page of people" });
    return problem({ code: "DIRECTORY_UNREACHABLE", detail: "Microsoft Graph led to another address." });
  }

  const people = page.value.rows.map((row) => decodePerson(row)).filter((person) => person !== null);
  return ok({ people, next: page.value.next, matching: continuation === null ? page.value.count : null });
}

/** Any 400 to a continuation is the continuation's fault: everything else in the request is our own. */
export function listProblem(failure: GraphFailure, continuation: string | null) {
  return continuation !== null && isStatus(failure, 400)
    ? { code: "CURSOR_INVALID" as const }
    : directoryProblem(failure);
}

/** Each id asked for alone. Only two definite answers of "no such object" make somebody GONE. */
export async function lookUpPeople(
  context: GraphContext,
  ids: readonly string[],
  { signal, patient = false }: ReadOptions = {},
): Promise<DirectoryResult<ReadonlyMap<string, Whereabouts>>> {
  const policy = patient ? PATIENT : BRISK;
  const asked = [...new Set(ids)].filter(isGuid);
  const users = await askBatch(context, asked.map(userPart), policy, signal);
  if (!users.ok) return problem(directoryProblem(users.problem));

  const refused = problemOfAll(failuresIn(users.value));
  if (refused !== null && failuresIn(users.value).length === asked.length) return problem(refused);

  const missing = asked.filter((id) => isMissing(users.value.get(id)));
  const deleted = await askBatch(context, missing.map(deletedPart), policy, signal);
  if (!deleted.ok) return problem(directoryProblem(deleted.problem));

  const found = new Map<string, Whereabouts>();
  for (const id of new Set(ids)) {
    if (!isGuid(id)) found.set(id, { found: "GONE" });
    else found.set(id, whereabouts(id, users.value.get(id), deleted.value.get(id)));
  }
  return ok(found);
}

function whereabouts(id: string, user: PartAnswer | undefined, deleted: PartAnswer | undefined): Whereabouts {
  if (user?.ok) {
    const person = isAbout(user.value, id) ? decodePerson(user.value) : null;
    return person === null ? { found: "UNKNOWN" } : { found: "PRESENT", person };
  }
  return isMissing(user) ? whatBecameOf(id, deleted) : { found: "UNKNOWN" };
}

/** Every person of the tenant, or the problem that broke the read off. */
export async function readEverybody(
  context: GraphContext,
  { signal }: Stoppable = {},
): Promise<DirectoryResult<readonly Person[]>> {
  const people = new Map<string, Person>();
  const same = oneOfEach();
  let unreadable = 0;

  const url = graphUrl(`/users?$select=${PERSON_FIELDS}&$top=999`);
  const end = await readPages(
    context.ask,
    { url, policy: PATIENT, ...(signal ? { signal } : {}) },
    {
      now: context.now,
      onRows: (rows) => {
        for (const row of rows) {
          const person = decodePerson(row, same);
          if (person === null) unreadable += 1;
          else people.set(person.id, person);
        }
      },
    },
  );

  if (end.outcome === "INCOMPLETE") return problem(brokenOff(end.failure));
  if (unreadable > 0) return problem({ code: "DIRECTORY_UNREACHABLE", detail: "Some people could not be read." });
  return ok([...people.values()]);
}

const userPart = (id: string): BatchPart => ({ id, url: `/users/${id}?$select=${PERSON_FIELDS}` });

const failuresIn = (answers: ReadonlyMap<string, PartAnswer>): readonly GraphFailure[] =>
  [...answers.values()].flatMap((answer) => (answer.ok ? [] : [answer.problem]));
