import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import type * as changes from "../../core/changes.js";
import type * as runs from "../../core/run.js";
import { changeWords, whyNotDone } from "../../core/change-words.js";
import { plainWords, type SentenceCode as Code } from "../../core/sentences.js";
import { ChangeAction, ChangeOutcome, ChangeReason, RunStatus, RunTrigger } from "./enums/runs.js";
import { PageInfo } from "./page-info.js";
import { PreviewPeople } from "./preview.js";
import { make, orProblem } from "./problem.js";
import { Sentence, SentenceCode } from "./sentence.js";
import { Run } from "./run.js";

@ObjectType({ description: "A field of a user that a change touched." })
export class ChangedField {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  before!: string | null;

  @Field(() => String, { nullable: true })
  after!: string | null;
}

@ObjectType({ description: "What a run did about one person, and why." })
export class Change {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { description: "The run that made it." })
  runId!: string;

  @Field(() => ID, { description: "Object id of the person." })
  directoryId!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => ChangeAction)
  action!: changes.ChangeAction;

  @Field(() => ChangeReason)
  reason!: changes.ChangeReason;

  @Field(() => String, { description: "The reason in words." })
  reasonText!: string;

  @Field(() => ChangeOutcome)
  outcome!: changes.ChangeOutcome;

  @Field(() => String, { nullable: true, description: "Why it did not come about, in words; null when it did." })
  message!: string | null;

  @Field(() => SentenceCode, { nullable: true, description: "The same as a code." })
  because!: Code | null;

  @Field(() => [ChangedField])
  fields!: ChangedField[];

  @Field(() => GraphQLDateTime)
  at!: Date;
}

@ObjectType()
export class ChangeConnection {
  @Field(() => [Change])
  nodes!: Change[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

/** A change as the API shows it; while its run is going on nobody knows how it ends. */
export function toChange({ before, after, reason, ...change }: changes.Change, running: boolean): Change {
  const outcome = running && change.outcome === "DONE" ? "PLANNED" : change.outcome;
  const fields = Object.entries(after).map(([name, value]) =>
    make(ChangedField, { name, before: textOf(before, name), after: value ?? null }),
  );
  const because = whyNotDone({ outcome, reason, because: change.because });
  return make(Change, {
    ...change,
    because,
    reason,
    outcome,
    fields,
    reasonText: changeWords(reason),
    message: because && plainWords(because),
  });
}

function textOf(fields: changes.ChangedFields | null, name: string): string | null {
  const value: unknown = fields ? Reflect.get(fields, name) : null;
  return typeof value === "string" ? value : null;
}

@ObjectType()
export class RunConnection {
  @Field(() => [Run])
  nodes!: Run[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@InputType()
export class RunFilter {
  @Field(() => [RunStatus], { nullable: true })
  statuses?: runs.RunStatus[] | null;

  @Field(() => [RunTrigger], { nullable: true })
  triggers?: runs.RunTrigger[] | null;

  @Field(() => Boolean, { nullable: true, description: "True: only runs that changed somebody." })
  changed?: boolean | null;
}

@ObjectType({ description: "What an undo of a run would do, person by person, as they are now." })
export class UndoPreview {
  @Field(() => String, {
    nullable: true,
    description: "Why this run cannot be undone at all, in words; then nobody is named.",
  })
  obstacle!: string | null;

  @Field(() => Sentence, { nullable: true, description: "The same, for another language." })
  obstacleSentence!: Sentence | null;

  @Field(() => PreviewPeople)
  disable!: PreviewPeople;

  @Field(() => PreviewPeople)
  enable!: PreviewPeople;

  @Field(() => PreviewPeople, { description: "Who stays as they are, each with the reason." })
  leave!: PreviewPeople;
}

@ObjectType()
export class RunUndone {
  @Field(() => Run, { description: "The run that undoes; it has begun." })
  run!: Run;
}

export const UndoRunResult = orProblem("UndoRunResult", RunUndone);

@ObjectType()
export class StopAsked {
  @Field(() => Run, { description: "The run, which may be going on for a moment, or may have ended before." })
  run!: Run;
}

export const StopImportResult = orProblem("StopImportResult", StopAsked);
