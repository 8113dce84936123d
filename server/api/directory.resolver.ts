import { Arg, Ctx, Int, Mutation, Query, Resolver } from "type-graphql";
import { inEnglish, plainWords, say } from "../core/sentences.js";
import { importMatchingUsers } from "../use-cases/import-matching.js";
import { importUsers } from "../use-cases/import-users.js";
import { listCandidates } from "../use-cases/list-candidates.js";
import { listGroups } from "../use-cases/list-groups.js";
import type { DirectoryGroup as CoreGroup } from "../use-cases/ports.js";
import { callerOf } from "./access.js";
import type { ApiContext } from "./context.js";
import { narrowingText, pageSize, searchText } from "./input.js";
import {
  CandidateConnection,
  CandidateFilter,
  CandidatesResult,
  DirectoryGroup,
  DirectoryGroupConnection,
  DirectoryGroupsResult,
  ImportMatchingUsersInput,
  ImportMatchingUsersResult,
  ImportOutcome,
  ImportUsersInput,
  ImportUsersResult,
  toCandidate,
  UsersImported,
} from "./types/directory.js";
import { pageInfo } from "./types/page-info.js";
import { make, toProblem } from "./types/problem.js";
import { RunStarted } from "./types/run.js";
import { userViews } from "./views.js";

const MOST_CANDIDATES_PER_PAGE = 200;
const MOST_GROUPS_PER_PAGE = 50;

@Resolver()
export class DirectoryResolver {
  @Query(() => CandidatesResult, {
    description:
      "People of the tenant who are not users yet; a search shows those who are, too. At most 200 a page; a page may be shorter and still have a next one.",
  })
  async candidates(
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("search", () => String, {
      nullable: true,
      description: "Words of a name, or the beginning of a mail address or sign-in name.",
    })
    search: string | null,
    @Arg("filter", () => CandidateFilter, { nullable: true }) filter: CandidateFilter | null,
    @Ctx() context: ApiContext,
  ): Promise<typeof CandidatesResult> {
    const caller = callerOf(context);
    const page = await listCandidates(context.deps, caller, {
      search: searchText(search),
      department: searchText(filter?.department),
      kind: filter?.kind ?? null,
      first: pageSize(first, MOST_CANDIDATES_PER_PAGE),
      after: after ?? null,
    });
    if (!page.ok) return toProblem(page.problem);

    const view = await userViews(context, caller.account);
    const nodes = page.value.candidates.map(({ person, user, obstacle }) =>
      toCandidate(person, caller.account.shownEmail, obstacle, user && view(user)),
    );
    return make(CandidateConnection, {
      nodes,
      pageInfo: pageInfo(page.value.endCursor),
      matching: page.value.matching,
    });
  }

  @Query(() => DirectoryGroupsResult, { description: "Groups of the tenant, for choosing; at most 50 a page." })
  async directoryGroups(
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("search", () => String, { nullable: true, description: "Words of the group's name." }) search: string | null,
    @Ctx() context: ApiContext,
  ): Promise<typeof DirectoryGroupsResult> {
    const page = await listGroups(context.deps, callerOf(context), {
      search: searchText(search),
      first: pageSize(first, MOST_GROUPS_PER_PAGE),
      after: after ?? null,
    });
    if (!page.ok) return toProblem(page.problem);
    return make(DirectoryGroupConnection, {
      nodes: page.value.groups.map(groupView),
      pageInfo: pageInfo(page.value.endCursor),
    });
  }

  @Mutation(() => ImportUsersResult, {
    description: "Makes users of the people chosen by hand, with an answer for each.",
  })
  async importUsers(
    @Arg("input", () => ImportUsersInput) input: ImportUsersInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof ImportUsersResult> {
    const caller = callerOf(context);
    const imported = await importUsers(context.deps, caller, input);
    if (!imported.ok) return toProblem(imported.problem);

    const view = await userViews(context, caller.account);
    const { run, results } = imported.value;
    return make(UsersImported, {
      run,
      results: results.map((row) =>
        make(ImportOutcome, {
          ...row,
          message: row.because && plainWords(row.because),
          user: row.user && view(row.user),
        }),
      ),
    });
  }

  @Mutation(() => ImportMatchingUsersResult, {
    description:
      "Makes users of everybody whom a search and filter find, at most 20,000. Answers with its run at once; whoever cannot be added is named in the run's changes.",
  })
  async importMatchingUsers(
    @Arg("input", () => ImportMatchingUsersInput) { search, filter, keepWhenLeaving }: ImportMatchingUsersInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof ImportMatchingUsersResult> {
    const begun = await importMatchingUsers(context.deps, callerOf(context), {
      search: narrowingText(search),
      department: narrowingText(filter?.department),
      personKind: filter?.kind ?? null,
      keepWhenLeaving,
    });
    return begun.ok ? make(RunStarted, { run: begun.value }) : toProblem(begun.problem);
  }
}

function groupView({ hiddenMembership, ...group }: CoreGroup): DirectoryGroup {
  const obstacle = hiddenMembership ? inEnglish([say("GROUP_HIDES_MEMBERS", { names: [group.displayName] })]) : null;
  return make(DirectoryGroup, { ...group, choosable: !hiddenMembership, obstacle });
}
