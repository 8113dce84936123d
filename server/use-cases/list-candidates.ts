import { candidateOf, type Candidate } from "../core/candidates.js";
import type { PersonKind } from "../core/model.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import type { Caller } from "./sign-in.js";
import type { Directories, Sealer, UserStore } from "./ports.js";

export interface CandidateQuery {
  readonly search: string;
  readonly department: string;
  readonly kind: PersonKind | null;
  readonly first: number;
  readonly after: string | null;
}

export interface CandidatesPage {
  readonly candidates: readonly Candidate[];
  readonly endCursor: string | null;
  readonly matching: number | null;
}

/** Where a page ended: which page of the directory comes next, and how many of its people were given out already. */
interface Position {
  readonly continuation: string | null;
  readonly skip: number;
  readonly pageSize: number;
  readonly query: string;
}

/**
 * So many pages of the directory are read for one page of candidates at the most: where nearly everybody is a user
 * already, the answer is a short page with a cursor, not a request that never ends.
 */
const DIRECTORY_PAGES_PER_ANSWER = 5;

/**
 * One page of the tenant's people for choosing by hand. Without a search, people who are users already are left out;
 * a search shows them too, marked. The cursor holds a place in the directory's own paging, sealed for this account.
 */
export async function listCandidates(
  deps: { readonly directories: Directories; readonly users: UserStore; readonly sealer: Sealer },
  { account }: Caller,
  query: CandidateQuery,
): Promise<Result<CandidatesPage, Problem>> {
  const binding = { purpose: "candidates", accountId: account.id };
  const start =
    query.after === null ? firstPosition(query) : readPosition(deps.sealer.open(query.after, binding), query);
  if (!start) return problem({ code: "CURSOR_INVALID" });

  const directory = deps.directories(account.tenantId);
  const found: Candidate[] = [];
  let position: Position | null = start;
  let matching: number | null = null;

  for (let pages = 0; position && found.length < query.first && pages < DIRECTORY_PAGES_PER_ANSWER; pages++) {
    const at: Position = position;
    const page = await directory.findPeople({ ...query, pageSize: at.pageSize, continuation: at.continuation });
    if (!page.ok) return page;
    matching ??= page.value.matching;

    const users = await deps.users.byDirectoryIds(
      account.id,
      page.value.people.map((person) => person.id),
    );
    const userById = new Map(users.map((user) => [user.directoryId, user]));
    let seen = at.skip;
    for (const person of page.value.people.slice(at.skip)) {
      if (found.length === query.first) break;
      seen++;
      const candidate = candidateOf(person, userById.get(person.id));
      if (query.search !== "" || !candidate.user) found.push(candidate);
    }

    if (seen < page.value.people.length) position = { ...at, skip: seen };
    else position = page.value.next === null ? null : { ...at, continuation: page.value.next, skip: 0 };
  }

  const endCursor = position && deps.sealer.seal(JSON.stringify(position), binding);
  return ok({ candidates: found, endCursor, matching });
}

function firstPosition(query: CandidateQuery): Position {
  return { continuation: null, skip: 0, pageSize: query.first, query: fingerprint(query) };
}

/** A cursor goes on with the question it came from; with another one it would skip and repeat people. */
function readPosition(text: string | null, query: CandidateQuery): Position | null {
  if (text === null) return null;
  const position = JSON.parse(text) as Position; // sealed by us, so it is what we wrote
  return position.query === fingerprint(query) ? position : null;
}

const fingerprint = ({ search, department, kind }: CandidateQuery): string =>
  JSON.stringify([search, department, kind]);
