import { followRun, type RunNews } from "../../components/follow-run.js";
import type { Request } from "../../graphql/client.js";
import type { ImportMatchingUsersInput } from "../../graphql/generated/graphql.js";
import { outcomeOf, type Outcome } from "../../graphql/outcome.js";
import { troubleWords } from "../../components/trouble-words.js";
import { texts } from "../../texts/texts.js";
import type { Imported, PersonResult } from "./import-people.js";
import { ImportedDocument, ImportMatchingDocument } from "./operations.js";

/**
 * Imports everybody whom a search finds: a run of the server, followed to its end, and then read person by person.
 * Fails only where it did not begin.
 */
export async function importMatching(
  request: Request,
  input: ImportMatchingUsersInput,
  onNews: (news: RunNews) => void,
  sleep?: (ms: number) => Promise<void>,
): Promise<Outcome<Imported>> {
  const begun = outcomeOf(await request(ImportMatchingDocument, { input }), (data) => data.importMatchingUsers);
  if (!begun.ok) return begun;

  const runId = begun.value.run.id;
  const run = await followRun(request, runId, onNews, sleep);
  const read = await resultsIn(request, runId);
  const reason =
    [run ? texts.server.sentences(run.reasons) : texts.addPeople.result.lost, read.reason].filter(Boolean).join(" ") ||
    null;
  return {
    ok: true,
    value: { results: read.results, unnamedHere: run?.counts.skipped ?? 0, runIds: [runId], reason },
  };
}

/** Everybody the run tells of, page by page; a page that does not come ends it, and says so. */
async function resultsIn(request: Request, runId: string): Promise<{ results: PersonResult[]; reason: string | null }> {
  const results: PersonResult[] = [];
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const page = await pageOf(request, runId, after);
    if (!page.ok) {
      const why = troubleWords(page.trouble).lines.join(" ");
      return { results, reason: texts.addPeople.result.notAllRead(why) };
    }
    results.push(...page.value.results);
    after = page.value.next;
  }
  return { results, reason: null };
}

async function pageOf(
  request: Request,
  runId: string,
  after: string | null,
): Promise<Outcome<{ results: PersonResult[]; next: string | null }>> {
  const answer = await request(ImportedDocument, { runId, after });
  if (!answer.ok) return answer;
  const changes = answer.data.run?.changes;
  const results = (changes?.nodes ?? []).map(
    ({ directoryId, displayName, outcome, because, message }): PersonResult => ({
      directoryId,
      displayName,
      outcome: outcome === "DONE" ? "ADDED" : "FAILED",
      message: texts.server.because(because, message),
    }),
  );
  return { ok: true, value: { results, next: changes?.pageInfo.hasNextPage ? changes.pageInfo.endCursor : null } };
}
