import { chunksOf, idsPerRequest } from "../../components/selection.js";
import { troubleWords } from "../../components/trouble-words.js";
import type { Request } from "../../graphql/client.js";
import type { ImportOutcomeKind } from "../../graphql/generated/graphql.js";
import { outcomeOf } from "../../graphql/outcome.js";
import { texts } from "../../texts/texts.js";
import { ImportUsersDocument } from "./operations.js";

export interface Person {
  directoryId: string;
  displayName: string;
}

export type PersonResult = Person & { outcome: ImportOutcomeKind; message: string | null };

/**
 * Imports any number of people, 200 to a request, and answers for each of them. A request that fails ends it: its
 * people count as failed with the reason, those after it as not tried, and what was added before stays told.
 */
export async function importPeople(
  request: Request,
  people: readonly Person[],
  keepWhenLeaving: boolean,
  onProgress: (done: number) => void,
): Promise<PersonResult[]> {
  const results: PersonResult[] = [];
  for (const chunk of chunksOf(people, idsPerRequest)) {
    onProgress(results.length);
    const input = { directoryIds: chunk.map((person) => person.directoryId), keepWhenLeaving };
    const outcome = outcomeOf(await request(ImportUsersDocument, { input }), (data) => data.importUsers);
    if (!outcome.ok) {
      const reason = troubleWords(outcome.trouble).lines.join(" ");
      const rest = people.slice(results.length + chunk.length);
      return [...results, ...failed(chunk, reason), ...failed(rest, texts.addPeople.result.notTried)];
    }

    const answers = new Map(outcome.value.results.map((result) => [result.directoryId, result]));
    for (const person of chunk) {
      const answer = answers.get(person.directoryId);
      results.push({
        ...person,
        displayName: answer?.displayName ?? person.displayName,
        outcome: answer?.outcome ?? "FAILED",
        message: answer ? answer.message : texts.addPeople.result.notTried,
      });
    }
  }
  return results;
}

/** A retry's answers replace those of the same people; the others stay. */
export function mergeResults(before: readonly PersonResult[], retried: readonly PersonResult[]): PersonResult[] {
  const newer = new Map(retried.map((result) => [result.directoryId, result]));
  return before.map((result) => newer.get(result.directoryId) ?? result);
}

export const resultsOf = (results: readonly PersonResult[], outcome: ImportOutcomeKind): PersonResult[] =>
  results.filter((result) => result.outcome === outcome);

/** "Added 17 · Already here 2 · Failed 1"; what did not happen is left out, but for a bare nothing. */
export function summary(results: readonly PersonResult[]): string {
  const words = texts.addPeople.result;
  const parts = [
    [words.added, resultsOf(results, "ADDED").length],
    [words.alreadyHere, resultsOf(results, "ALREADY_HERE").length],
    [words.failed, resultsOf(results, "FAILED").length],
  ] as const;
  const happened = parts.filter(([, count]) => count > 0);
  return (happened.length > 0 ? happened : parts.slice(0, 1)).map(([word, count]) => word(count)).join(" · ");
}

function failed(people: readonly Person[], message: string): PersonResult[] {
  return people.map((person) => ({ ...person, outcome: "FAILED", message }));
}
