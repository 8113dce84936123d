import type { Answer, Trouble } from "./trouble.js";
import type { ProblemPartsFragment } from "./generated/graphql.js";

export type ProblemAnswer = ProblemPartsFragment & { __typename: "Problem" };

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

export function problemTrouble({ code, sentences, retryAt }: ProblemAnswer): Trouble {
  return { kind: "problem", code, sentences, retryAt };
}

export function isProblem(value: Union): value is ProblemAnswer {
  return value.__typename === "Problem";
}
