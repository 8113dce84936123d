import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import type { ChangeReason as Reason } from "../../core/changes.js";
import type { HoldReason as Because } from "../../core/guard.js";
import type { HeldChange } from "../../core/hold.js";
import { ChangeReason, HeldAction, HoldReason } from "./enums/runs.js";
import { PageInfo } from "./page-info.js";
import { orProblem } from "./problem.js";
import { Sentence } from "./sentence.js";
import { Run } from "./run.js";
import { GroupReference } from "./user.js";

@ObjectType({ description: "A change that waits for an admin." })
export class HeldPerson {
  @Field(() => ID)
  directoryId!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => HeldAction)
  action!: HeldChange["action"];

  @Field(() => ChangeReason)
  reason!: Reason;

  @Field(() => String, { description: "The reason in words." })
  reasonText!: string;

  @Field(() => [GroupReference], { description: "The chosen groups that showed them, or that they were last in." })
  groups!: GroupReference[];
}

@ObjectType({ description: "A chosen group's share of what waits." })
export class HeldGroup {
  @Field(() => GroupReference)
  group!: GroupReference;

  @Field(() => Int)
  toDisable!: number;

  @Field(() => Int)
  toAdd!: number;
}

@ObjectType()
export class HeldPersonConnection {
  @Field(() => [HeldPerson])
  nodes!: HeldPerson[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({
  description:
    "Changes that the brake kept back. Nobody else is disabled while it is open; it never expires by itself.",
})
export class Hold {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, {
    description: "Raised whenever the list changes; approveHold and rejectHold want the one you saw.",
  })
  version!: number;

  @Field(() => [HoldReason])
  because!: Because[];

  @Field(() => String, { description: "Why, in words." })
  message!: string;

  @Field(() => [Sentence], { description: "The same, for another language." })
  sentences!: readonly Sentence[];

  @Field(() => Int, { description: "Most people that the day might have disabled." })
  limit!: number;

  @Field(() => Int)
  toDisable!: number;

  @Field(() => Int)
  toAdd!: number;

  @Field(() => GraphQLDateTime)
  openedAt!: Date;

  @Field(() => String, { nullable: true, description: "Who approved it; the run that carries it out has not ended." })
  approvedBy!: string | null;
}

@ObjectType()
export class HoldApproved {
  @Field(() => Run, {
    nullable: true,
    description: "The run that carries it out; null while another is going on, and then right after that one.",
  })
  run!: Run | null;
}

export const ApproveHoldResult = orProblem("ApproveHoldResult", HoldApproved);

@ObjectType()
export class HoldRejected {
  @Field(() => Int, { description: "People who were decided about." })
  people!: number;
}

export const RejectHoldResult = orProblem("RejectHoldResult", HoldRejected);
