import type { FollowedRun, RunNews } from "../../components/follow-run.js";
import type { Trouble } from "../../graphql/trouble.js";
import { texts } from "../../texts/texts.js";

export interface ImportProgress {
  /** FINDING: who the search finds; ADDING: they become users. */
  stage: "FINDING" | "ADDING";
  done: number;
  total: number | null;
  waitingUntil: string | null;
  /** Why nothing is known just now. */
  trouble: Trouble | null;
  /** What goes on at the server, also when this page is closed; null for an import that this page does, in parts. */
  run: Pick<FollowedRun, "id" | "stopAskedBy"> | null;
  /** Ends what this page does, between two parts. */
  stop: (() => void) | null;
}

/** How a run of the server goes, which imports all whom a search found: `matching` as it said then. */
export function progressOf({ run, trouble }: RunNews, matching: number): ImportProgress {
  const progress = run?.progress;
  return {
    stage: progress?.stage === "APPLYING" ? "ADDING" : "FINDING",
    done: progress?.done ?? 0,
    total: progress?.total ?? matching,
    waitingUntil: progress?.waitingUntil ?? null,
    trouble,
    run,
    stop: null,
  };
}

/** "Adding: 400 of 1,240 people" */
export function progressTitle({ stage, done, total }: Pick<ImportProgress, "stage" | "done" | "total">): string {
  const words = texts.addPeople;
  return (stage === "ADDING" ? words.importing : words.finding)(done, total ?? 0);
}
