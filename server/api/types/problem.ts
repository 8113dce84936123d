import { GraphQLDateTime } from "graphql-scalars";
import { createUnionType, Field, ObjectType, type ClassType } from "type-graphql";
import type * as core from "../../core/problems.js";
import { problemSentences } from "../../core/problem-words.js";
import { inEnglish } from "../../core/sentences.js";
import { ProblemCode } from "./enums/decisions.js";
import { Sentence } from "./sentence.js";

@ObjectType({
  description: "What the caller, or somebody they can ask, can mend; beside the success type of each operation.",
})
export class Problem {
  @Field(() => ProblemCode)
  code!: core.ProblemCode;

  @Field(() => String, { description: "In words: what happened, what was kept, what to do." })
  message!: string;

  @Field(() => [Sentence], { description: "The same, for another language." })
  sentences!: readonly Sentence[];

  @Field(() => GraphQLDateTime, { nullable: true, description: "When it is worth trying again." })
  retryAt!: Date | null;
}

export function toProblem(problem: core.Problem): Problem {
  const sentences = problemSentences(problem);
  const { code, retryAt = null } = problem;
  return make(Problem, { code, message: inEnglish(sentences), sentences, retryAt });
}

/** The union of a success type with Problem, told apart by class. */
export function orProblem<T extends object>(name: string, success: ClassType<T>) {
  return createUnionType({
    name,
    types: () => [success, Problem] as const,
    resolveType: (value) => (value instanceof Problem ? Problem : success),
  });
}

/** The instance of a GraphQL type with these fields. */
export function make<T extends object>(type: new () => T, fields: T): T {
  return Object.assign(new type(), fields);
}
