import type { Answer, Trouble } from "./trouble.js";
import type { ProblemCode } from "./generated/graphql.js";

export interface ProblemAnswer {
  __typename: "Problem";
  code: ProblemCode;
  message: string;
  retryAt: string | null;
}
export interface Union {
  __typename: string;
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; trouble: Trouble };

/** Folds the two ways an operation can fail, on the way and as a Problem, into one. */
export function outcomeOf<TData, TUnion extends Union>(
  answer: Answer<TData>,
  pick: (data: TData) => TUnion,
): Outcome<Exclude<TUnion, { __typename: "Problem" }>> {
  if (!answer.ok) return answer;
  const result = pick(answer.data);
  if (isProblem(result)) return { ok: false, trouble: problemTrouble(result) };
  return { ok: true, value: result as Exclude<TUnion, { __typename: "Problem" }> };
}

export function problemTrouble({ code, message, retryAt }: ProblemAnswer): Trouble {
  return { kind: "problem", code, message, retryAt };
}

export function isProblem(value: Union): value is ProblemAnswer {
  return value.__typename === "Problem";
}
