import { followRun, type RunNews } from "../../components/follow-run.js";
import { troubleWords } from "../../components/trouble-words.js";
import type { Request } from "../../graphql/client.js";
import { outcomeOf } from "../../graphql/outcome.js";
import { texts } from "../../texts/texts.js";
import { UndoImportDocument } from "./operations.js";

export interface Undone {
  /** People who were added and are disabled again. */
  disabled: number;
  /** What could not be undone, and why; null when all of it was. */
  reason: string | null;
}

export type UndoState = ({ step: "undoing" } & Pick<RunNews, "run">) | ({ step: "undone" } & Undone);

/** Undoes the runs of an import, one after the other; the first that cannot be undone ends it. */
export async function undoImport(
  request: Request,
  runIds: readonly string[],
  onNews: (news: RunNews) => void,
  sleep?: (ms: number) => Promise<void>,
): Promise<Undone> {
  let disabled = 0;
  const reasons: string[] = [];
  for (const runId of runIds) {
    const begun = outcomeOf(await request(UndoImportDocument, { runId }), (data) => data.undoRun);
    if (!begun.ok) {
      // A retry that added nobody leaves a run with nothing in it.
      if (begun.trouble.kind === "problem" && begun.trouble.code === "NOT_UNDOABLE" && runIds.length > 1) continue;
      return { disabled, reason: [...reasons, ...troubleWords(begun.trouble).lines].join(" ") };
    }
    const run = await followRun(request, begun.value.run.id, onNews, sleep);
    if (!run) return { disabled, reason: texts.addPeople.result.lost };
    disabled += run.counts.disabled;
    if (run.reasons.length > 0) reasons.push(texts.server.sentences(run.reasons));
  }
  return { disabled, reason: reasons.join(" ") || null };
}
