import { importObstacle, type CandidateObstacle } from "../core/candidates.js";
import { changesOf, type AuditKind, type AuditSubject } from "../core/audit.js";
import type { User } from "../core/model.js";
import { directoryStateOf, profileOf } from "../core/person.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { say } from "../core/sentences.js";
import { audited, deedOf, type AuditDeps } from "./audit.js";
import type { Caller } from "./sign-in.js";
import type { ConflictStore, Directories, UserStore, Whereabouts } from "./ports.js";

export interface LinkDeps extends AuditDeps {
  readonly users: UserStore;
  readonly conflicts: ConflictStore;
  readonly directories: Directories;
}

/**
 * Gives a user's record to another person of the directory: to the same human under a new object id (deleted and
 * recreated there, F45), or to the person whom a local user is. The record keeps its role, its status and who manages
 * it; whoever held it before cannot sign in with it any more.
 *
 * Allowed only while the record is nobody's who is still there: never linked, or of a person who counts as deleted and
 * does not answer now either. The new person must be there and enabled. Should they have become a user of their own
 * meanwhile, an admin disables that one first: the two records then change places, so that the one set aside is that of
 * the deleted person and nothing is lost.
 */
export async function linkUsers(
  deps: LinkDeps,
  caller: Caller,
  input: { readonly userId: string; readonly directoryId: string },
): Promise<Result<User, Problem>> {
  const [user] = await deps.users.byIds(caller.account.id, [input.userId]);
  if (!user) return problem({ code: "NOT_FOUND", because: say("USER_NOT_FOUND") });
  return linkTo(deps, caller, user, input.directoryId.toLowerCase(), "USER_LINKED");
}

type Refused =
  | "LINK_ALREADY_THEIRS"
  | "LINK_STILL_THERE"
  | "LINK_USER_TOO"
  | "LINK_OVERTAKEN"
  | `IMPORT_${Exclude<CandidateObstacle, "ALREADY_HERE">}`;

export async function linkTo(
  deps: LinkDeps,
  caller: Caller,
  user: User,
  directoryId: string,
  kind: AuditKind,
): Promise<Result<User, Problem>> {
  const { account } = caller;
  const notAllowed = (code: Refused) => problem<Problem>({ code: "NOT_ALLOWED", because: say(code) });
  if (user.directoryId === directoryId) return notAllowed("LINK_ALREADY_THEIRS");
  if (user.directoryId !== null && user.directoryState !== "DELETED") return notAllowed("LINK_STILL_THERE");

  const asked = user.directoryId === null ? [directoryId] : [directoryId, user.directoryId];
  const looked = await deps.directories(account.tenantId).lookUpPeople(asked);
  if (!looked.ok) return looked;
  if (user.directoryId !== null && !isAway(looked.value.get(user.directoryId))) return notAllowed("LINK_STILL_THERE");
  const where = looked.value.get(directoryId);
  if (where?.found === "UNKNOWN") return problem({ code: "DIRECTORY_UNREACHABLE" });
  if (where?.found !== "PRESENT") return problem({ code: "NOT_FOUND", because: say("PERSON_NOT_IN_DIRECTORY") });
  const obstacle = importObstacle(where.person);
  if (obstacle) return notAllowed(`IMPORT_${obstacle}`);

  const [aside] = await deps.users.byDirectoryIds(account.id, [directoryId]);
  if (aside && !(aside.status === "DISABLED" && aside.disabledBy === "ADMIN")) return notAllowed("LINK_USER_TOO");

  const known = { profile: profileOf(where.person), directoryState: directoryStateOf(where.person) };
  return audited<Result<User, Problem>>(deps, deedOf(caller, kind), async () => {
    if (aside) await deps.users.link(account.id, aside.id, { from: directoryId, to: null });
    const linked = await deps.users.link(account.id, user.id, { from: user.directoryId, to: directoryId, known });
    // The record set aside takes the free id; where the link failed, it gets its own back
    const left = linked === null || linked === "TAKEN" ? directoryId : user.directoryId;
    if (aside && left !== null) await deps.users.link(account.id, aside.id, { from: null, to: left });
    if (linked === null || linked === "TAKEN") return [notAllowed("LINK_OVERTAKEN"), []];

    await deps.conflicts.end(account.id, [directoryId]);
    await deps.conflicts.endOfUser(account.id, user.id);
    return [ok(linked), [...idChange(user, linked.directoryId), ...(aside ? idChange(aside, left) : [])]];
  });
}

const isAway = (where: Whereabouts | undefined): boolean => where?.found === "DELETED" || where?.found === "GONE";

function idChange(user: User, directoryId: string | null): readonly AuditSubject[] {
  return changesOf(
    { type: "USER", id: user.id, name: user.displayName },
    { directoryId: user.directoryId },
    { directoryId },
  );
}
