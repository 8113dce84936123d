import type { Cell } from "../../components/csv.js";
import type { Request } from "../../graphql/client.js";
import type { RunChangesQueryVariables } from "../../graphql/generated/graphql.js";
import type { Trouble } from "../../graphql/trouble.js";
import { texts } from "../../texts/texts.js";
import { actionWords, fieldWords, type ChangeRow } from "./change-words.js";
import { RunChangesDocument } from "./operations.js";

/** The rows of a run's CSV, headings first. Times in UTC: files travel between zones. */
export function changeRows(changes: readonly ChangeRow[]): Cell[][] {
  const words = texts.history.run;
  return [
    words.csvColumns,
    ...changes.map((change) => [
      change.at,
      change.displayName,
      change.directoryId,
      actionWords(change),
      texts.server.changeReason(change.reason, change.reasonText),
      words.outcomes[change.outcome],
      texts.server.because(change.because, change.message),
      fieldWords(change).join("; "),
    ]),
  ];
}

const atOnce = 200;

/** Every change of a run, however many pages they fill; `onRead` is told how many there are so far. */
export async function allChanges(
  request: Request,
  runId: string,
  onRead: (count: number) => void,
  signal: AbortSignal,
): Promise<{ ok: true; changes: ChangeRow[] } | { ok: false; trouble: Trouble }> {
  const changes: ChangeRow[] = [];
  let after: string | null = null;
  do {
    const variables: RunChangesQueryVariables = { id: runId, first: atOnce, after, actions: null };
    const answer = await request(RunChangesDocument, variables, signal);
    if (!answer.ok) return answer;
    const page = answer.data.run?.changes;
    changes.push(...(page?.nodes ?? []));
    onRead(changes.length);
    after = page?.pageInfo.endCursor ?? null;
  } while (after !== null);
  return { ok: true, changes };
}
