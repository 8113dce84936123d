import { Arg, Ctx, Int, Mutation, Query, Resolver } from "type-graphql";
import { inEnglish, say } from "../core/sentences.js";
import { listConflicts, resolveConflict } from "../use-cases/conflicts.js";
import { linkUsers } from "../use-cases/link-users.js";
import { callerOf } from "./access.js";
import type { ApiContext } from "./context.js";
import { badInput, pageSize } from "./input.js";
import {
  Conflict,
  ConflictConnection,
  ConflictResolved,
  LinkUsersInput,
  LinkUsersResult,
  ResolveConflictInput,
  ResolveConflictResult,
  UserLinked,
} from "./types/conflict.js";
import { pageInfo } from "./types/page-info.js";
import { make, toProblem } from "./types/problem.js";
import { userViews } from "./views.js";

const MOST_CONFLICTS_PER_PAGE = 100;

@Resolver()
export class ConflictsResolver {
  @Query(() => ConflictConnection, {
    description:
      "Mail addresses that a person of the directory shares with a user who is not linked; at most 100 a page.",
  })
  async conflicts(
    @Arg("first", () => Int, { defaultValue: 25 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() context: ApiContext,
  ): Promise<ConflictConnection> {
    const caller = callerOf(context);
    const page = await listConflicts(context.deps, caller, {
      first: pageSize(first, MOST_CONFLICTS_PER_PAGE),
      after: after ?? null,
    });
    if (!page.ok) throw badInput(toProblem(page.problem).message);

    const view = await userViews(context, caller.account);
    const { conflicts, endCursor, total } = page.value;
    const nodes = conflicts.map(({ directoryId, displayName, mail: email, users, since }) => {
      const sentence = say("MAIL_OF_SOMEBODY_UNLINKED", { names: [email] });
      const message = inEnglish([sentence]);
      return make(Conflict, { directoryId, displayName, email, users: users.map(view), message, sentence, since });
    });
    return make(ConflictConnection, { nodes, pageInfo: pageInfo(endCursor), totalCount: total });
  }

  @Mutation(() => ResolveConflictResult, {
    description:
      "Decides a conflict: the same person, a second user beside, or kept out until the exclusion is taken back.",
  })
  async resolveConflict(
    @Arg("input", () => ResolveConflictInput) { userId, ...input }: ResolveConflictInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof ResolveConflictResult> {
    const caller = callerOf(context);
    const resolved = await resolveConflict(context.deps, caller, { ...input, userId: userId ?? null });
    if (!resolved.ok) return toProblem(resolved.problem);
    const view = await userViews(context, caller.account);
    return make(ConflictResolved, { user: resolved.value && view(resolved.value) });
  }

  @Mutation(() => LinkUsersResult, {
    description:
      "Gives a user's record to another person of the directory: to whoever was deleted there and made anew, or to the person whom a local user is.",
  })
  async linkUsers(
    @Arg("input", () => LinkUsersInput) input: LinkUsersInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof LinkUsersResult> {
    const caller = callerOf(context);
    const linked = await linkUsers(context.deps, caller, input);
    if (!linked.ok) return toProblem(linked.problem);
    const view = await userViews(context, caller.account);
    return make(UserLinked, { user: view(linked.value) });
  }
}
