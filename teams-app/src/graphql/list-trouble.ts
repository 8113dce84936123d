import { isProblem, problemTrouble, type ProblemAnswer, type Union } from "./outcome.js";
import type { Trouble } from "./trouble.js";
import type { QueryState } from "./use-query.js";

/** What keeps a list from being shown or renewed: the question failed, or its answer is a Problem. */
export function listTrouble<TData, TUnion extends Union>(
  query: QueryState<TData>,
  pick: (data: TData) => TUnion | ProblemAnswer,
): Trouble | null {
  if (query.status === "loading") return null;
  if (query.status === "failed") return query.trouble;
  const answer = pick(query.data);
  return query.trouble ?? (isProblem(answer) ? problemTrouble(answer) : null);
}
