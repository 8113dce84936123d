import { Arg, Ctx, Int, Mutation, Query, Resolver } from "type-graphql";
import { plainWords } from "../core/sentences.js";
import { setManagedBy } from "../use-cases/hand-over.js";
import { listUsers, setUserRole, setUserStatus } from "../use-cases/manage-users.js";
import type { UserOrder as Order } from "../use-cases/ports.js";
import { callerOf } from "./access.js";
import type { ApiContext } from "./context.js";
import { badInput, given, pageSize, searchText } from "./input.js";
import { UserOrder } from "./types/enums/people.js";
import { pageInfo } from "./types/page-info.js";
import { make, toProblem } from "./types/problem.js";
import {
  ManagedBySet,
  SetManagedByInput,
  SetManagedByResult,
  SetUserRoleInput,
  SetUserRoleResult,
  SetUserStatusInput,
  SetUserStatusResult,
  UserConnection,
  UserFilter,
  UserRoleSet,
  UserStatusesSet,
  UserStatusOutcome,
} from "./types/user.js";
import { userViews } from "./views.js";

const MOST_USERS_PER_PAGE = 500;

@Resolver()
export class UsersResolver {
  @Query(() => UserConnection, { description: "The account's users; at most 500 a page." })
  async users(
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("search", () => String, { nullable: true, description: "A part of a name, mail address or sign-in name." })
    search: string | null,
    @Arg("filter", () => UserFilter, { nullable: true }) filter: UserFilter | null,
    @Arg("orderBy", () => UserOrder, { defaultValue: UserOrder.NAME_ASC }) order: Order,
    @Ctx() context: ApiContext,
  ): Promise<UserConnection> {
    const caller = callerOf(context);
    const page = await listUsers(context.deps, caller, {
      search: searchText(search),
      filter: given(filter ?? {}),
      order,
      first: pageSize(first, MOST_USERS_PER_PAGE),
      after: after ?? null,
    });
    if (!page.ok) throw badInput(toProblem(page.problem).message);

    const view = await userViews(context, caller.account);
    const { users, endCursor, total } = page.value;
    return make(UserConnection, { nodes: users.map(view), pageInfo: pageInfo(endCursor), totalCount: total });
  }

  @Mutation(() => SetUserStatusResult, {
    description: "Disables or enables users by an admin's hand; the sync leaves it so.",
  })
  async setUserStatus(
    @Arg("input", () => SetUserStatusInput) input: SetUserStatusInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof SetUserStatusResult> {
    const caller = callerOf(context);
    const outcomes = await setUserStatus(context.deps, caller, input);
    if (!outcomes.ok) return toProblem(outcomes.problem);

    const view = await userViews(context, caller.account);
    const results = outcomes.value.map((row) =>
      make(UserStatusOutcome, {
        ...row,
        message: row.because && plainWords(row.because),
        user: row.user && view(row.user),
      }),
    );
    return make(UserStatusesSet, { results });
  }

  @Mutation(() => SetUserRoleResult, { description: "Makes somebody an admin of the account, or an employee again." })
  async setUserRole(
    @Arg("input", () => SetUserRoleInput) input: SetUserRoleInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof SetUserRoleResult> {
    const caller = callerOf(context);
    const changed = await setUserRole(context.deps, caller, input);
    if (!changed.ok) return toProblem(changed.problem);

    const view = await userViews(context, caller.account);
    return make(UserRoleSet, { user: view(changed.value) });
  }

  @Mutation(() => SetManagedByResult, {
    description:
      "Lets the chosen groups decide about users, or an admin alone. Nobody's status changes by it; the next run acts on it.",
  })
  async setManagedBy(
    @Arg("input", () => SetManagedByInput) { userIds, inChosenGroups, managedBy }: SetManagedByInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof SetManagedByResult> {
    const caller = callerOf(context);
    const handed = await setManagedBy(context.deps, caller, { userIds: userIds ?? [], inChosenGroups, managedBy });
    if (!handed.ok) return toProblem(handed.problem);

    const view = await userViews(context, caller.account);
    const { changed } = handed.value;
    const results = handed.value.results.map((row) =>
      make(UserStatusOutcome, {
        ...row,
        message: row.because && plainWords(row.because),
        user: row.user && view(row.user),
      }),
    );
    return make(ManagedBySet, { changed, results });
  }
}
