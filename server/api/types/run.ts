import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import type * as runs from "../../core/run.js";
import { RunStage, RunStatus, RunTrigger } from "./enums/runs.js";
import { orProblem } from "./problem.js";
import { Sentence } from "./sentence.js";

@ObjectType()
export class RunCounts {
  @Field(() => Int)
  added!: number;

  @Field(() => Int)
  reenabled!: number;

  @Field(() => Int)
  updated!: number;

  @Field(() => Int)
  disabled!: number;

  @Field(() => Int, { description: "People left as they are, for a reason of their own." })
  skipped!: number;

  @Field(() => Int)
  failed!: number;

  @Field(() => Int, { description: "Changes decided but kept back by the brake." })
  held!: number;
}

@ObjectType()
export class RunProgress {
  @Field(() => RunStage)
  stage!: runs.RunProgress["stage"];

  @Field(() => Int, { description: "People so far." })
  done!: number;

  @Field(() => Int, {
    nullable: true,
    description: "While it reads, as many as the last time; null while nobody can know.",
  })
  total!: number | null;

  @Field(() => Int, { nullable: true, description: "Pages of Microsoft's answers so far; null once it has read them." })
  pages?: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "When it asks Microsoft again, which asked it to slow down or gave no good answer; in the past once it went on.",
  })
  waitingUntil?: Date;
}

@ObjectType({ description: "What a run cost at Microsoft." })
export class RunUsage {
  @Field(() => Int)
  requests!: number;

  @Field(() => Int, { description: "How often it had to wait before it could ask again." })
  waits!: number;

  @Field(() => Int, { description: "Milliseconds waited in all." })
  waitedMs!: number;

  @Field(() => [String], {
    description: "Microsoft's ids of requests that had no good answer, for its support; at most 20.",
  })
  requestIds!: readonly string[];
}

@ObjectType({ description: "One pass of the sync, or one import by hand." })
export class Run {
  @Field(() => ID)
  id!: string;

  @Field(() => RunTrigger)
  trigger!: runs.RunTrigger;

  @Field(() => RunStatus)
  status!: runs.RunStatus;

  @Field(() => GraphQLDateTime)
  startedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "The admin who asked for it; null for the schedule." })
  startedBy!: string | null;

  @Field(() => RunCounts)
  counts!: RunCounts;

  @Field(() => RunProgress, { nullable: true })
  progress!: RunProgress | null;

  @Field(() => [Sentence], { description: "Why it did not succeed, for another language; empty where it did." })
  reasons!: readonly Sentence[];

  @Field(() => RunUsage)
  usage!: RunUsage;

  @Field(() => ID, { nullable: true, description: "The run that undid this one." })
  undoneBy!: string | null;

  @Field(() => String, { nullable: true, description: "The admin who asked it to stop." })
  stopAskedBy!: string | null;
}

@ObjectType()
export class RunStarted {
  @Field(() => Run)
  run!: Run;
}

export const StartRunResult = orProblem("StartRunResult", RunStarted);
