import { ok, problem } from "../core/result.js";
import { oneOfEach } from "../core/one-of-each.js";
import type { BrokenGroupRead, GroupRead, Person } from "../core/model.js";
import type { Directory, DirectoryResult } from "../use-cases/ports.js";
import { chunksOf } from "./chunks.js";
import { graphUrl, isGuid } from "./graph-address.js";
import { askBatch, MOST_PARTS, type PartAnswer } from "./graph-batch.js";
import type { GraphContext } from "./graph-context.js";
import { readPages, READ_LIMIT_MS, type ListEnd } from "./graph-pages.js";
import {
  brokenAnswer,
  failureWords,
  isExpiredPage,
  isStatus,
  problemOfAll,
  type GraphFailure,
} from "./graph-problems.js";
import { PATIENT } from "./graph-retry.js";
import { inLanes } from "./in-lanes.js";
import { decodeMember, onlyIdReadable, PERSON_FIELDS } from "./person-rows.js";

type Options = Parameters<Directory["readGroups"]>[1];

/** A group's read, with the failure behind it where there is one. */
interface Tried {
  readonly read: GroupRead;
  readonly failure: GraphFailure | null;
}

/**
 * Reads the members of these groups. The plain list of members only, sorted by kind here: casts, filters and counts
 * would go through an index that lags, and whoever is missing from it would be called a leaver.
 *
 * First pages come twenty to a request, so that an hour in which nothing changed costs next to nothing. Whether a group
 * hides its members is not asked here: who would disable anybody by an empty list has to (use-cases/plan-surely.ts).
 */
export async function readGroups(
  context: GraphContext,
  groupIds: readonly string[],
  options: Options,
): Promise<DirectoryResult<readonly GroupRead[]>> {
  const ids = [...new Set(groupIds)];
  let peopleSoFar = 0;
  const deadline = new Date(context.now().getTime() + READ_LIMIT_MS);
  const onPeople = (arrived: number) => options.onPage?.((peopleSoFar += arrived));

  const read = new Map<string, Tried>();
  let trouble: GraphFailure | null = null;
  for (const chunk of chunksOf(ids.filter(isGuid), MOST_PARTS)) {
    // After a request that failed as a whole the next one would as well, and take as long to
    const tried: FirstPages = trouble ? problem(trouble) : await firstPages(context, chunk, options);
    if (!tried.ok) trouble = tried.problem;
    const lists = await inLanes(chunk, (id) =>
      readGroup(context, id, tried.ok ? tried.value.get(id) : tried, { ...options, deadline, onPeople }),
    );
    for (const list of lists) read.set(list.read.groupId, list);
  }

  const tried = ids.map((id) => read.get(id) ?? broken(id, "NOT_FOUND", NO_SUCH_GROUP));
  const nothingCame = tried.every(({ read, failure }) => failure !== null && read.people.length === 0);
  const failures = tried.flatMap(({ failure }) => (failure === null ? [] : [failure]));
  const tenantProblem = nothingCame ? problemOfAll(failures) : null;
  return tenantProblem === null ? ok(tried.map(({ read }) => read)) : problem(tenantProblem);
}

const NO_SUCH_GROUP = "There is no such group.";

type FirstPages = Awaited<ReturnType<typeof askBatch>>;

function firstPages(context: GraphContext, ids: readonly string[], { nested, signal }: Options): Promise<FirstPages> {
  return askBatch(
    context,
    ids.map((id) => ({ id, url: membersPath(id, nested) })),
    PATIENT,
    signal,
  );
}

const membersPath = (groupId: string, nested: boolean): string =>
  `/groups/${groupId}/${nested ? "transitiveMembers" : "members"}?$select=${PERSON_FIELDS}&$top=999`;

interface GroupOptions extends Options {
  readonly deadline: Date;
  readonly onPeople: (arrived: number) => void;
}

async function readGroup(
  context: GraphContext,
  groupId: string,
  first: PartAnswer | undefined,
  options: GroupOptions,
): Promise<Tried> {
  let list = await listMembers(context, groupId, options, first);
  if (list.end.outcome === "INCOMPLETE" && isExpiredPage(list.end.failure)) {
    list = await listMembers(context, groupId, options);
  }
  return judged(groupId, list);
}

interface MemberList {
  readonly end: ListEnd;
  readonly people: ReadonlyMap<string, Person>;
  readonly others: number;
  readonly unreadable: number;
}

/** The list to its end, going on from `first` where its first page came in a batch. */
async function listMembers(
  context: GraphContext,
  groupId: string,
  options: GroupOptions,
  first?: PartAnswer,
): Promise<MemberList> {
  const people = new Map<string, Person>();
  const others = new Set<string>();
  const same = oneOfEach();
  let unreadable = 0;

  const onRows = (rows: readonly unknown[]) => {
    const before = people.size;
    for (const row of rows) {
      const member = decodeMember(row, same);
      if (member.kind === "PERSON") people.set(member.person.id, member.person);
      else if (member.kind === "OTHER") others.add(member.id);
      else unreadable += 1;
    }
    options.onPeople(people.size - before);
  };

  const { deadline, nested, signal } = options;
  const url = graphUrl(membersPath(groupId, nested));
  const request = { url, policy: PATIENT, deadline, ...(signal ? { signal } : {}) };
  const end: ListEnd =
    first?.ok === false
      ? { outcome: "INCOMPLETE", failure: first.problem, pages: 0 }
      : await readPages(context.ask, request, { onRows, now: context.now, ...(first && { firstPage: first.value }) });
  return { end, people, others: others.size, unreadable };
}

/** Whether the list is the whole truth about the group. Every doubt makes it less than COMPLETE. */
function judged(groupId: string, list: MemberList): Tried {
  const people = [...list.people.values()];
  const lessThanWhole = (because: string, failure: GraphFailure | null): Tried => ({
    read: { groupId, outcome: "INCOMPLETE", people, because },
    failure,
  });

  if (list.end.outcome === "INCOMPLETE") {
    const { failure, pages } = list.end;
    if (pages === 0 && isStatus(failure, 404)) return broken(groupId, "NOT_FOUND", NO_SUCH_GROUP, failure);
    if (pages === 0 && isStatus(failure, 403)) {
      return broken(groupId, "HIDDEN", "Microsoft does not let us read the members of this group.", failure);
    }
    return lessThanWhole(failureWords(failure), failure);
  }
  if (list.unreadable > 0) {
    const because = `${String(list.unreadable)} of its members could not be read.`;
    return lessThanWhole(because, brokenAnswer(because));
  }
  const bare = people.filter(onlyIdReadable).length;
  if (bare > 0) {
    return lessThanWhole(`Only the ids of ${String(bare)} people could be read: is User.Read.All missing?`, null);
  }
  return { read: { groupId, outcome: "COMPLETE", people, others: list.others }, failure: null };
}

function broken(
  groupId: string,
  outcome: BrokenGroupRead["outcome"],
  because: string,
  failure: GraphFailure | null = null,
): Tried {
  return { read: { groupId, outcome, people: [], because }, failure };
}
