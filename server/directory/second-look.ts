import { ok, problem, type Result } from "../core/result.js";
import type { Look } from "../core/second-look.js";
import type { Directory, DirectoryResult } from "../use-cases/ports.js";
import { chunksOf } from "./chunks.js";
import { deletedPart, isMissing, whatBecameOf } from "./deleted-items.js";
import { isGuid } from "./graph-address.js";
import type { GraphRequest } from "./graph-ask.js";
import { askBatch, type BatchPart, type PartAnswer } from "./graph-batch.js";
import type { GraphContext } from "./graph-context.js";
import { directoryProblem, failureWords, problemOfAll, type GraphFailure } from "./graph-problems.js";
import { BRISK, PATIENT } from "./graph-retry.js";
import type { HoldingGroup } from "./group-rows.js";
import { inLanes } from "./in-lanes.js";
import { memberOfPart, readGroupsHolding } from "./member-of.js";
import { decodePerson, isAbout } from "./person-rows.js";

/** Two questions about each, and Microsoft takes twenty to a batch. */
const PEOPLE_AT_ONCE = 10;

/** Longest a look goes on asking, in milliseconds: what it says is good for a quarter of an hour. */
const LOOK_LIMIT_MS = 10 * 60_000;

interface Round extends Omit<GraphRequest, "url"> {
  readonly nested: boolean;
  readonly deadline: Date;
}

/** All that Microsoft said about one person. */
interface Evidence {
  readonly id: string;
  readonly user: PartAnswer | undefined;
  /** The first page of their groups, and the groups to the end of the list. */
  readonly page: PartAnswer | undefined;
  readonly groups: Result<readonly HoldingGroup[], GraphFailure>;
  /** Asked for when there is neither a user nor a list. */
  readonly deleted: PartAnswer | undefined;
}

/**
 * Asks for each person alone. Whoever has no definite answer is UNKNOWN and takes nobody with them; the whole fails only
 * of what no question can be answered without.
 */
export async function lookAgain(
  context: GraphContext,
  ids: readonly string[],
  { nested, signal, patient = true }: Parameters<Directory["lookAgain"]>[1],
): Promise<DirectoryResult<ReadonlyMap<string, Look>>> {
  const looks = new Map<string, Look>();
  for (const id of ids) looks.set(id, { found: isGuid(id) ? "UNKNOWN" : "GONE" });

  const deadline = new Date(context.now().getTime() + LOOK_LIMIT_MS);
  const round: Round = { policy: patient ? PATIENT : BRISK, nested, deadline, ...(signal ? { signal } : {}) };
  const gathered: Evidence[] = [];
  await inLanes(chunksOf([...looks.keys()].filter(isGuid), PEOPLE_AT_ONCE), async (people) => {
    if (context.now() > deadline || pointless(gathered)) return;
    gathered.push(...(await askAbout(context, people, round)));
  });

  const failure = pointless(gathered);
  if (failure) return problem(directoryProblem(failure));
  const refusal = problemOfAll(gathered.flatMap(failuresIn));
  if (refusal?.code === "CONSENT_MISSING" && gathered.every(saysNothing)) return problem(refusal);

  for (const evidence of gathered) looks.set(evidence.id, judged(evidence));
  logUnclear(context, gathered, looks);
  return ok(looks);
}

/** Somebody who stays UNKNOWN stays as they are, so it must be possible to find out why. */
function logUnclear(context: GraphContext, gathered: readonly Evidence[], looks: ReadonlyMap<string, Look>): void {
  const people = [...looks.values()].filter(({ found }) => found === "UNKNOWN").length;
  if (people === 0) return;
  const unclear = gathered.filter(({ id }) => looks.get(id)?.found === "UNKNOWN");
  const because = [...new Set(unclear.flatMap(failuresIn).map(failureWords))];
  context.log({ event: "graph.unclear", tenantId: context.tenantId, people, because });
}

async function askAbout(context: GraphContext, ids: readonly string[], round: Round): Promise<readonly Evidence[]> {
  const { policy, signal, nested } = round;
  const listOf = (id: string) => memberOfPart("users", id, { nested, fields: "id" });

  const first = await askBatch(
    context,
    ids.flatMap((id) => [userPart(id), listOf(id)]),
    policy,
    signal,
  );
  const answerTo = ({ id }: BatchPart) => (first.ok ? first.value.get(id) : first);
  const found = await Promise.all(
    ids.map(async (id) => {
      const [user, page] = [answerTo(userPart(id)), answerTo(listOf(id))];
      return { id, user, page, groups: await readGroupsHolding(context, listOf(id), round, page) };
    }),
  );

  const deleted = await askBatch(
    context,
    found.filter(isNowhere).map(({ id }) => deletedPart(id)),
    policy,
    signal,
  );
  return found.map((each) => ({ ...each, deleted: deleted.ok ? deleted.value.get(each.id) : deleted }));
}

/** Half an answer is none: an object without its list, or a list without its object, proves nothing. */
function judged(evidence: Evidence): Look {
  const { id, user, groups, deleted } = evidence;
  if (isNowhere(evidence)) return whatBecameOf(id, deleted);

  const person = user?.ok && isAbout(user.value, id) ? decodePerson(user.value) : null;
  if (person === null || !groups.ok) return { found: "UNKNOWN" };
  const { accountEnabled, kind } = person;
  return { found: "PRESENT", accountEnabled, kind, groupIds: new Set(groups.value.map((group) => group.id)) };
}

const isNowhere = ({ user, page }: Pick<Evidence, "user" | "page">): boolean => isMissing(user) && isMissing(page);

const failuresIn = ({ user, groups, deleted }: Evidence): readonly GraphFailure[] =>
  [user, groups, deleted].flatMap((answer) => (answer?.ok === false ? [answer.problem] : []));

const saysNothing = ({ user, groups }: Evidence): boolean => !user?.ok && !groups.ok;

/** What every further question would fail of as well. */
const pointless = (gathered: readonly Evidence[]): GraphFailure | undefined =>
  gathered.flatMap(failuresIn).find(({ kind }) => kind === "TOKEN" || kind === "STOPPED");

const userPart = (id: string): BatchPart => ({ id, url: `/users/${id}?$select=id,accountEnabled,userType` });
