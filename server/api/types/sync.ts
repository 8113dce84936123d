import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { GroupHealthCode as Code } from "../../core/group-words.js";
import type { HealthState as State } from "../../core/health.js";
import { GroupHealthCode, HealthState } from "./enums/health.js";
import { SkipReason } from "./enums/why.js";
import { SyncChoiceInput } from "./preview.js";
import { orProblem } from "./problem.js";
import { Run } from "./run.js";
import { Sentence } from "./sentence.js";

@ObjectType({ description: "The one thing about automatic import that matters most just now." })
export class Health {
  @Field(() => HealthState)
  state!: State;

  @Field(() => String)
  message!: string;

  @Field(() => [Sentence], { description: "The same, for another language." })
  sentences!: readonly Sentence[];

  @Field(() => String, { nullable: true, description: "What to do about it; null when there is nothing to do." })
  nextStep!: string | null;

  @Field(() => [Sentence], { description: "The same, for another language." })
  nextSentences!: readonly Sentence[];

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When Rollcall tries again or goes on by itself, where something keeps it waiting.",
  })
  retryAt!: Date | null;
}

@ObjectType()
export class SyncStatus {
  @Field(() => Boolean)
  enabled!: boolean;

  @Field(() => Health)
  health!: Health;

  @Field(() => Run, {
    nullable: true,
    description: "The run that is going on, of whatever trigger; while it does, no other can start.",
  })
  currentRun!: Run | null;

  @Field(() => Run, { nullable: true })
  lastRun!: Run | null;

  @Field(() => [Run], {
    description:
      "The latest runs that looked at the groups, newest first, at most 24; without those that were skipped.",
  })
  recentRuns!: Run[];

  @Field(() => GraphQLDateTime, { nullable: true })
  nextRunAt!: Date | null;

  @Field(() => Int, { description: "Seconds between two runs; 3600 unless shortened for a trial." })
  intervalSeconds!: number;
}

@ObjectType()
export class GroupHealth {
  @Field(() => GroupHealthCode)
  code!: Code;

  @Field(() => String)
  message!: string;

  @Field(() => Sentence, { description: "The same, for another language." })
  sentence!: Sentence;

  @Field(() => GraphQLDateTime, { nullable: true })
  since!: Date | null;
}

@ObjectType()
export class ChosenGroup {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => Int, { nullable: true, description: "People in it at its last complete read; null before the first." })
  people!: number | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When its people last changed, as read." })
  readAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "Since when the directory does not find it." })
  missingSince!: Date | null;

  @Field(() => [GroupHealth], { description: "What there is to know of it, by weight; none where all is well." })
  health!: readonly GroupHealth[];
}

@ObjectType()
export class ExcludedPerson {
  @Field(() => ID, { description: "Object id of the person." })
  id!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => SkipReason, {
    nullable: true,
    description: "MAIL_CONFLICT for somebody an admin chose to skip; null for who was excluded for their own sake.",
  })
  because!: "MAIL_CONFLICT" | null;
}

@InputType()
export class ExcludePeopleInput {
  @Field(() => [ID], { defaultValue: [], description: "At most 200 object ids of the account's own tenant." })
  directoryIds!: string[];

  @Field(() => [ID], { defaultValue: [], description: "At most 200 groups." })
  groupIds!: string[];

  @Field(() => Boolean, { description: "False takes the exclusions back." })
  exclude!: boolean;
}

@ObjectType({ description: "How many people one day may disable before the changes are held for an admin." })
export class Brake {
  @Field(() => Int, { description: "Share of the people managed by groups, 1 to 50 per cent." })
  percent!: number;

  @Field(() => Int, { description: "Most people, 1 to 5,000." })
  cap!: number;
}

@ObjectType()
export class SyncSettings {
  @Field(() => Boolean)
  enabled!: boolean;

  @Field(() => [ChosenGroup])
  groups!: ChosenGroup[];

  @Field(() => Boolean)
  disableLeavers!: boolean;

  @Field(() => Boolean, { description: "Follow groups inside the chosen groups." })
  includeNested!: boolean;

  @Field(() => Boolean)
  includeGuests!: boolean;

  @Field(() => Boolean, {
    description: "Once a day, disable users managed by admins whom the directory blocks or has deleted.",
  })
  disableGone!: boolean;

  @Field(() => [ChosenGroup], { description: "Groups whose people the sync leaves alone; exclusion wins." })
  excludedGroups!: ChosenGroup[];

  @Field(() => [ExcludedPerson], { description: "People whom the sync leaves alone." })
  excludedPeople!: ExcludedPerson[];

  @Field(() => Brake)
  brake!: Brake;

  @Field(() => Int, { description: "Raised by every change; updateSyncSettings wants the one you were looking at." })
  version!: number;
}

@InputType()
export class BrakeInput {
  @Field(() => Int)
  percent!: number;

  @Field(() => Int)
  cap!: number;
}

const PREVIEW_TOKEN =
  "The token of a preview of this very choice. Needed while leavers are disabled: those it showed then count as agreed to.";

@InputType()
export class EnableAutomaticImportInput {
  @Field(() => [ID], { description: "At least one group." })
  groupIds!: string[];

  @Field(() => [ID], { nullable: true })
  excludedGroupIds?: string[] | null;

  @Field(() => Boolean, { defaultValue: false })
  disableLeavers!: boolean;

  @Field(() => Boolean, { defaultValue: true })
  includeNested!: boolean;

  @Field(() => Boolean, { defaultValue: false })
  includeGuests!: boolean;

  @Field(() => BrakeInput, { nullable: true })
  brake?: BrakeInput | null;

  @Field(() => String, { nullable: true, description: PREVIEW_TOKEN })
  previewToken?: string | null;
}

@InputType()
export class UpdateSyncSettingsInput extends SyncChoiceInput {
  @Field(() => Int, { description: "The version the admin was looking at; another one answers SETTINGS_CHANGED." })
  version!: number;

  @Field(() => Boolean, { nullable: true })
  disableGone?: boolean | null;

  @Field(() => BrakeInput, { nullable: true })
  brake?: BrakeInput | null;

  @Field(() => String, { nullable: true, description: PREVIEW_TOKEN })
  previewToken?: string | null;
}

@ObjectType()
export class SyncSettingsChanged {
  @Field(() => SyncSettings)
  settings!: SyncSettings;

  @Field(() => SyncStatus)
  status!: SyncStatus;
}

export const SyncSettingsResult = orProblem("SyncSettingsResult", SyncSettingsChanged);
