import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { HoldReason as Because } from "../../core/guard.js";
import type { SentenceCode as Code } from "../../core/sentences.js";
import { HoldReason } from "./enums/runs.js";
import { orProblem } from "./problem.js";
import { Sentence, SentenceCode } from "./sentence.js";

@InputType({ description: "A proposed choice; fields left out stay as they are." })
export class SyncChoiceInput {
  @Field(() => [ID], { nullable: true })
  groupIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  excludedGroupIds?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  disableLeavers?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  includeNested?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  includeGuests?: boolean | null;
}

@ObjectType()
export class PreviewPerson {
  @Field(() => ID)
  directoryId!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => String, { description: "Why, in words." })
  reason!: string;

  @Field(() => SentenceCode, { description: "The same as a code." })
  because!: Code;
}

@ObjectType({ description: "How many, and the first 200 of them by name." })
export class PreviewPeople {
  @Field(() => Int)
  count!: number;

  @Field(() => [PreviewPerson])
  people!: PreviewPerson[];
}

@ObjectType({
  description:
    "Why a group brings as many people as it does: members = people + others + blocked + guestsLeftOut + excluded + unknown + countedBefore.",
})
export class GroupSum {
  @Field(() => ID)
  groupId!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => Boolean, { description: "False for a group that could not be read to its end." })
  complete!: boolean;

  @Field(() => Int)
  members!: number;

  @Field(() => Int)
  people!: number;

  @Field(() => Int, { description: "Devices, contacts, groups and the like." })
  others!: number;

  @Field(() => Int)
  blocked!: number;

  @Field(() => Int)
  guestsLeftOut!: number;

  @Field(() => Int)
  excluded!: number;

  @Field(() => Int, { description: "People of whom the directory does not tell whether they may sign in." })
  unknown!: number;

  @Field(() => Int, { description: "People counted with a group above." })
  countedBefore!: number;
}

@ObjectType({ description: "What a run would do, and why." })
export class SyncPreview {
  @Field(() => String, {
    description: "Goes with the change that was previewed, within a day: what it shows as disabled is then agreed to.",
  })
  token!: string;

  @Field(() => PreviewPeople)
  add!: PreviewPeople;

  @Field(() => PreviewPeople)
  reenable!: PreviewPeople;

  @Field(() => PreviewPeople)
  update!: PreviewPeople;

  @Field(() => PreviewPeople)
  disable!: PreviewPeople;

  @Field(() => PreviewPeople)
  skip!: PreviewPeople;

  @Field(() => PreviewPeople, { description: "People in the chosen groups who are active users already." })
  alreadyHere!: PreviewPeople;

  @Field(() => Int, {
    description: "Active users in the chosen groups whom an admin manages: they stay when they leave.",
  })
  byHand!: number;

  @Field(() => [GroupSum])
  groups!: GroupSum[];

  @Field(() => [HoldReason], { description: "Why a run by itself would keep changes back; empty when it would not." })
  wouldHold!: Because[];

  @Field(() => String, {
    nullable: true,
    description: "In words, when a group could not be read to its end: then nobody would be disabled.",
  })
  incomplete!: string | null;

  @Field(() => [Sentence], { description: "The same, for another language; empty when all were." })
  incompleteSentences!: readonly Sentence[];
}

export const SyncPreviewResult = orProblem("SyncPreviewResult", SyncPreview);
