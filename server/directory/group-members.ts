import { ok, problem } from "../core/result.js";
import { oneOfEach } from "../core/one-of-each.js";
import type { BrokenGroupRead, GroupRead, Person } from "../core/model.js";
import type { Directory, DirectoryResult } from "../use-cases/ports.js";
import { graphUrl, isGuid } from "./graph-address.js";
import { askBatch, type PartAnswer } from "./graph-batch.js";
import type { GraphContext } from "./graph-context.js";
import { groupPart } from "./graph-groups.js";
import { readPages, READ_LIMIT_MS, type ListEnd } from "./graph-pages.js";
import {
  brokenAnswer,
  directoryProblem,
  failureWords,
  isExpiredPage,
  isStatus,
  problemOfAll,
  type GraphFailure,
} from "./graph-problems.js";
import { PATIENT } from "./graph-retry.js";
import { isHidden } from "./group-rows.js";
import { decodeMember, onlyIdReadable, PERSON_FIELDS } from "./person-rows.js";
import { LANES } from "./tenant-gate.js";

type Options = Parameters<Directory["readGroups"]>[1];

/** A group's read, with the failure behind it where there is one. */
interface Tried {
  readonly read: GroupRead;
  readonly failure: GraphFailure | null;
}

/**
 * Reads the members of these groups. The plain list of members only, sorted by kind here: casts, filters and counts
 * would go through an index that lags, and whoever is missing from it would be called a leaver.
 */
export async function readGroups(
  context: GraphContext,
  groupIds: readonly string[],
  options: Options,
): Promise<DirectoryResult<readonly GroupRead[]>> {
  const ids = [...new Set(groupIds)];
  const visible = await askBatch(context, ids.filter(isGuid).map(groupPart), PATIENT, options.signal);
  if (!visible.ok) return problem(directoryProblem(visible.problem));

  let peopleSoFar = 0;
  const deadline = new Date(context.now().getTime() + READ_LIMIT_MS);
  const onPeople = (arrived: number) => options.onPage?.((peopleSoFar += arrived));

  const tried = await inLanes(ids, (id) =>
    readGroup(context, id, visible.value.get(id), { ...options, deadline, onPeople }),
  );

  const nothingCame = tried.every(({ read, failure }) => failure !== null && read.people.length === 0);
  const failures = tried.flatMap(({ failure }) => (failure === null ? [] : [failure]));
  const tenantProblem = nothingCame ? problemOfAll(failures) : null;
  return tenantProblem === null ? ok(tried.map(({ read }) => read)) : problem(tenantProblem);
}

interface GroupOptions extends Options {
  readonly deadline: Date;
  readonly onPeople: (arrived: number) => void;
}

async function readGroup(
  context: GraphContext,
  groupId: string,
  visibility: PartAnswer | undefined,
  options: GroupOptions,
): Promise<Tried> {
  if (visibility === undefined) return broken(groupId, "NOT_FOUND", "There is no such group.");
  if (!visibility.ok && isStatus(visibility.problem, 404)) {
    return broken(groupId, "NOT_FOUND", "There is no such group.", visibility.problem);
  }
  if (!visibility.ok && isStatus(visibility.problem, 403)) {
    return broken(groupId, "HIDDEN", "Microsoft does not let us read this group.", visibility.problem);
  }
  // Without Member.Read.Hidden such a group may simply look empty: it is not even asked.
  if (visibility.ok && isHidden(visibility.value)) {
    return broken(groupId, "HIDDEN", "The members of this group are hidden.");
  }

  let list = await listMembers(context, groupId, options);
  if (list.end.outcome === "INCOMPLETE" && isExpiredPage(list.end.failure)) {
    list = await listMembers(context, groupId, options);
  }
  return judged(groupId, visibility, list);
}

interface MemberList {
  readonly end: ListEnd;
  readonly people: ReadonlyMap<string, Person>;
  readonly others: number;
  readonly unreadable: number;
}

async function listMembers(context: GraphContext, groupId: string, options: GroupOptions): Promise<MemberList> {
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

  const url = graphUrl(
    `/groups/${groupId}/${options.nested ? "transitiveMembers" : "members"}?$select=${PERSON_FIELDS}&$top=999`,
  );
  const { deadline, signal } = options;
  const request = { url, policy: PATIENT, deadline, ...(signal ? { signal } : {}) };
  const end = await readPages(context.ask, request, { onRows, now: context.now });
  return { end, people, others: others.size, unreadable };
}

/** Whether the list is the whole truth about the group. Every doubt makes it less than COMPLETE. */
function judged(groupId: string, visibility: PartAnswer, list: MemberList): Tried {
  const people = [...list.people.values()];
  const lessThanWhole = (because: string, failure: GraphFailure | null): Tried => ({
    read: { groupId, outcome: "INCOMPLETE", people, because },
    failure,
  });

  if (list.end.outcome === "INCOMPLETE") {
    const { failure, pages } = list.end;
    if (pages === 0 && isStatus(failure, 404)) return broken(groupId, "NOT_FOUND", "There is no such group.", failure);
    if (pages === 0 && isStatus(failure, 403)) {
      return broken(groupId, "HIDDEN", "Microsoft does not let us read the members of this group.", failure);
    }
    return lessThanWhole(failureWords(failure), failure);
  }
  if (!visibility.ok) {
    return lessThanWhole(
      `Whether its members are hidden is not known. ${failureWords(visibility.problem)}`,
      visibility.problem,
    );
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

/** A few at a time, so that forty groups do not all lie half-read in memory; answers come in the order asked. */
async function inLanes<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  let at = 0;
  const lane = async () => {
    for (let mine = at++; mine < items.length; mine = at++) {
      const item = items[mine];
      if (item !== undefined) results[mine] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}
