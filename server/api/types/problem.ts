import { GraphQLDateTime } from "graphql-scalars";
import { createUnionType, Field, ObjectType, type ClassType } from "type-graphql";
import type * as core from "../../core/problems.js";
import { problemWords } from "../../core/words.js";
import { ProblemCode } from "./enums.js";

@ObjectType({
  description: "What the caller, or somebody they can ask, can mend; beside the success type of each operation.",
})
export class Problem {
  @Field(() => ProblemCode)
  code!: core.ProblemCode;

  @Field(() => String, { description: "In words: what happened, what was kept, what to do." })
  message!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When it is worth trying again." })
  retryAt!: Date | null;
}

export function toProblem(problem: core.Problem): Problem {
  return Object.assign(new Problem(), {
    code: problem.code,
    message: problemWords(problem),
    retryAt: problem.retryAt ?? null,
  });
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
