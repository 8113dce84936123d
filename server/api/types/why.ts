import { Field, ObjectType } from "type-graphql";
import type * as one from "../../core/one-person.js";
import type { WhyStanding as Standing } from "../../core/why.js";
import { Candidate } from "./directory.js";
import { NextStep, WhyRule, WhyStanding } from "./enums/why.js";
import { orProblem } from "./problem.js";
import { Change } from "./history.js";
import { Sentence } from "./sentence.js";
import { RunStarted } from "./run.js";
import { GroupReference, User } from "./user.js";

@ObjectType({ description: "A way from a chosen or an excluded group down to a person." })
export class GroupPath {
  @Field(() => [GroupReference], { description: "The chosen or excluded group first, the one that holds them last." })
  groups!: GroupReference[];

  @Field(() => Boolean, { description: "It begins at an excluded group: exclusion wins." })
  excludes!: boolean;
}

@ObjectType({ description: "Why somebody is here, or not, and what the next run will do about it." })
export class Why {
  @Field(() => Candidate, {
    nullable: true,
    description: "The person as the directory knows them; null when it does not.",
  })
  person!: Candidate | null;

  @Field(() => User, { nullable: true, description: "The user they are; null for somebody who is not here." })
  user!: User | null;

  @Field(() => WhyStanding)
  standing!: Standing;

  @Field(() => String, { description: "Where they stand, in words." })
  message!: string;

  @Field(() => WhyRule)
  rule!: one.Rule;

  @Field(() => String, { description: "The rule that decided, in words." })
  ruleText!: string;

  @Field(() => NextStep)
  next!: one.NextStep;

  @Field(() => String, { description: "What the next run will do, in words." })
  nextText!: string;

  @Field(() => [Sentence], { description: "The same, for another language." })
  nextSentences!: readonly Sentence[];

  @Field(() => [GroupPath], {
    nullable: true,
    description: "How each chosen or excluded group leads to them; null when Microsoft did not tell just now.",
  })
  paths!: GroupPath[] | null;

  @Field(() => [Change], { description: "The latest changes about them, newest first; at most 10." })
  changes!: Change[];
}

export const WhyPersonResult = orProblem("WhyPersonResult", Why);

export const RefreshPersonResult = orProblem("RefreshPersonResult", RunStarted);
