import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { ConflictChoice as Choice } from "../../use-cases/conflicts.js";
import { ConflictChoice } from "./enums/decisions.js";
import { PageInfo } from "./page-info.js";
import { orProblem } from "./problem.js";
import { Sentence } from "./sentence.js";
import { User } from "./user.js";

@ObjectType({ description: "A person of the directory whose mail a user here has who is not linked to it." })
export class Conflict {
  @Field(() => ID, { description: "Object id of the person." })
  directoryId!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => String)
  email!: string;

  @Field(() => [User], { description: "The users who have that mail; at most 10." })
  users!: User[];

  @Field(() => String, { description: "Why it waits for a decision, in words." })
  message!: string;

  @Field(() => Sentence, { description: "The same, for another language." })
  sentence!: Sentence;

  @Field(() => GraphQLDateTime)
  since!: Date;
}

@ObjectType()
export class ConflictConnection {
  @Field(() => [Conflict])
  nodes!: Conflict[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int)
  totalCount!: number;
}

@InputType()
export class ResolveConflictInput {
  @Field(() => ID, { description: "Object id of the person." })
  directoryId!: string;

  @Field(() => ConflictChoice)
  choice!: Choice;

  @Field(() => ID, { nullable: true, description: "For LINK: which of the users this person is." })
  userId?: string | null;
}

@ObjectType()
export class ConflictResolved {
  @Field(() => User, { nullable: true, description: "Who was linked or made; null for somebody who stays out." })
  user!: User | null;
}

export const ResolveConflictResult = orProblem("ResolveConflictResult", ConflictResolved);

@InputType()
export class LinkUsersInput {
  @Field(() => ID, {
    description: "The user whose record it is: never linked, or of a person deleted in the directory.",
  })
  userId!: string;

  @Field(() => ID, { description: "Object id of the person who takes it over." })
  directoryId!: string;
}

@ObjectType()
export class UserLinked {
  @Field(() => User)
  user!: User;
}

export const LinkUsersResult = orProblem("LinkUsersResult", UserLinked);
