import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { heldByGroup } from "../core/hold.js";
import { changeWords } from "../core/change-words.js";
import { holdSentences } from "../core/hold-words.js";
import { inEnglish } from "../core/sentences.js";
import { approveHold, listHeld, rejectHold } from "../use-cases/decide-hold.js";
import { callerOf } from "./access.js";
import type { ApiContext } from "./context.js";
import { badInput, pageSize } from "./input.js";
import {
  ApproveHoldResult,
  HeldGroup,
  HeldPerson,
  HeldPersonConnection,
  Hold,
  HoldApproved,
  HoldRejected,
  RejectHoldResult,
} from "./types/hold.js";
import { pageInfo } from "./types/page-info.js";
import { make, toProblem } from "./types/problem.js";
import { groupReferences } from "./views.js";

const MOST_PEOPLE_PER_PAGE = 200;

@Resolver(() => Hold)
export class HoldResolver {
  @Query(() => Hold, { nullable: true, description: "What waits for a decision; null when nothing does." })
  async hold(@Ctx() context: ApiContext): Promise<Hold | null> {
    const head = await context.deps.holds.head(callerOf(context).account.id);
    if (!head) return null;
    const { id, version, because, limit, openedAt, counts, approval } = head;
    const sentences = holdSentences(head);
    return make(Hold, {
      id,
      version,
      because: [...because],
      message: inEnglish(sentences),
      sentences,
      limit,
      toDisable: counts.DISABLE,
      toAdd: counts.CREATE + counts.REENABLE,
      openedAt,
      approvedBy: approval?.by ?? null,
    });
  }

  @FieldResolver(() => [HeldGroup], {
    description: "How many of it each group has. Somebody in two groups is of both; people of no chosen group of none.",
  })
  async groups(@Root() hold: Hold, @Ctx() context: ApiContext): Promise<HeldGroup[]> {
    const { account } = callerOf(context);
    const open = await context.deps.holds.open(account.id);
    const groupsOf = await groupReferences(context, account.id);
    return heldByGroup(open?.id === hold.id ? open.people : []).flatMap(({ groupId, ...counts }) =>
      groupsOf(groupId === null ? [] : [groupId]).map((group) => make(HeldGroup, { group, ...counts })),
    );
  }

  @FieldResolver(() => HeldPersonConnection, { description: "Who is on the list, by name; at most 200 a page." })
  async people(
    @Root() hold: Hold,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("groupId", () => ID, { nullable: true, description: "Only those of this group." }) groupId: string | null,
    @Ctx() context: ApiContext,
  ): Promise<HeldPersonConnection> {
    const page = await listHeld(context.deps, callerOf(context), hold.id, {
      first: pageSize(first, MOST_PEOPLE_PER_PAGE),
      after: after ?? null,
      groupId: groupId ?? null,
    });
    if (!page.ok) throw badInput(toProblem(page.problem).message);
    const groupsOf = await groupReferences(context, callerOf(context).account.id);
    const nodes = page.value.people.map(({ directoryId, displayName, action, reason, groupIds }) =>
      make(HeldPerson, {
        directoryId,
        displayName,
        action,
        reason,
        reasonText: changeWords(reason),
        groups: groupsOf(groupIds),
      }),
    );
    return make(HeldPersonConnection, { nodes, pageInfo: pageInfo(page.value.endCursor) });
  }

  @Mutation(() => ApproveHoldResult, {
    description: "Approves exactly the list of this version. Each person on it is looked at once more before.",
  })
  async approveHold(
    @Arg("version", () => Int) version: number,
    @Ctx() context: ApiContext,
  ): Promise<typeof ApproveHoldResult> {
    const approved = await approveHold(context.deps, callerOf(context), version);
    return approved.ok ? make(HoldApproved, { run: approved.value }) : toProblem(approved.problem);
  }

  @Mutation(() => RejectHoldResult, {
    description:
      "Rejects exactly the list of this version: leavers stay, out of the groups' hands; additions are excluded from the sync.",
  })
  async rejectHold(
    @Arg("version", () => Int) version: number,
    @Ctx() context: ApiContext,
  ): Promise<typeof RejectHoldResult> {
    const rejected = await rejectHold(context.deps, callerOf(context), version);
    return rejected.ok ? make(HoldRejected, { people: rejected.value }) : toProblem(rejected.problem);
  }
}
