import { chunksOf, idsPerRequest } from "../../components/selection.js";
import { troubleWords } from "../../components/trouble-words.js";
import type { Request } from "../../graphql/client.js";
import type { ImportOutcomeKind, ImportUsersMutation } from "../../graphql/generated/graphql.js";
import { outcomeOf } from "../../graphql/outcome.js";
import { texts } from "../../texts/texts.js";
import { ImportUsersDocument } from "./operations.js";

export interface Person {
  directoryId: string;
  displayName: string;
}

type Answer = Extract<ImportUsersMutation["importUsers"], { __typename: "UsersImported" }>["results"][number];

export type PersonResult = Person & { outcome: ImportOutcomeKind; message: string | null };

/** What an import did. */
export interface Imported {
  results: PersonResult[];
  /** Who was here already, of an import that does not name them. */
  unnamedHere: number;
  /** What can be undone. */
  runIds: string[];
  /** Why it did not end well, in words. */
  reason: string | null;
}

/**
 * Imports any number of people, 200 to a request, and answers for each of them. A request that fails ends it: its
 * people count as failed with the reason, those after it as not tried, and what was added before stays told.
 */
export async function importPeople(
  request: Request,
  people: readonly Person[],
  keepWhenLeaving: boolean,
  { onProgress, stopping }: { onProgress: (done: number) => void; stopping?: AbortSignal },
): Promise<Imported> {
  const results: PersonResult[] = [];
  const runIds: string[] = [];
  const ended = (rest: PersonResult[]): Imported => ({
    results: [...results, ...rest],
    unnamedHere: 0,
    runIds,
    reason: null,
  });

  for (const chunk of chunksOf(people, idsPerRequest)) {
    if (stopping?.aborted) return ended(failed(people.slice(results.length), texts.addPeople.result.stopped));
    onProgress(results.length);
    const input = { directoryIds: chunk.map((person) => person.directoryId), keepWhenLeaving };
    const outcome = outcomeOf(await request(ImportUsersDocument, { input }), (data) => data.importUsers);
    if (!outcome.ok) {
      const reason = troubleWords(outcome.trouble).lines.join(" ");
      const rest = people.slice(results.length + chunk.length);
      return ended([...failed(chunk, reason), ...failed(rest, texts.addPeople.result.notTried)]);
    }

    runIds.push(outcome.value.run.id);
    const answers = new Map(outcome.value.results.map((result) => [result.directoryId, result]));
    for (const person of chunk) {
      const answer = answers.get(person.directoryId);
      results.push({
        ...person,
        displayName: answer?.displayName ?? person.displayName,
        outcome: answer?.outcome ?? "FAILED",
        message: answer ? reasonOf(answer) : texts.addPeople.result.notTried,
      });
    }
  }
  return ended([]);
}

/** That somebody is here already says the outcome. */
const reasonOf = ({ outcome, because, message }: Answer): string | null =>
  outcome === "ALREADY_HERE" ? null : texts.server.because(because, message);

/** A retry's answers replace those of the same people; the others stay, and all of it can be undone. */
export function mergeImports(before: Imported, retried: Imported): Imported {
  const newer = new Map(retried.results.map((result) => [result.directoryId, result]));
  return {
    results: before.results.map((result) => newer.get(result.directoryId) ?? result),
    unnamedHere: before.unnamedHere,
    runIds: [...before.runIds, ...retried.runIds],
    reason: retried.reason,
  };
}

export const resultsOf = (results: readonly PersonResult[], outcome: ImportOutcomeKind): PersonResult[] =>
  results.filter((result) => result.outcome === outcome);

/** "Added 17 · Already here 2 · Failed 1"; what did not happen is left out, but for a bare nothing. */
export function summary({ results, unnamedHere }: Pick<Imported, "results" | "unnamedHere">): string {
  const words = texts.addPeople.result;
  const parts = [
    [words.added, resultsOf(results, "ADDED").length],
    [words.alreadyHere, resultsOf(results, "ALREADY_HERE").length + unnamedHere],
    [words.failed, resultsOf(results, "FAILED").length],
  ] as const;
  const happened = parts.filter(([, count]) => count > 0);
  return (happened.length > 0 ? happened : parts.slice(0, 1)).map(([word, count]) => word(count)).join(" · ");
}

function failed(people: readonly Person[], message: string): PersonResult[] {
  return people.map((person) => ({ ...person, outcome: "FAILED", message }));
}
