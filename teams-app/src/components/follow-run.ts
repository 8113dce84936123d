import type { Request } from "../graphql/client.js";
import type { FollowRunQuery } from "../graphql/generated/graphql.js";
import { FollowRunDocument } from "../graphql/operations.js";
import type { Trouble } from "../graphql/trouble.js";

export type FollowedRun = NonNullable<FollowRunQuery["run"]>;

export interface RunNews {
  /** As it was last known. */
  run: FollowedRun | null;
  /** Why it could not be asked just now; it is asked again by itself. */
  trouble: Trouble | null;
}

const everyMs = 1000;
const afterTroubleMs = 3000;

/**
 * Waits for the end of a run, and tells how it goes. A question that fails is asked again: the run goes on meanwhile.
 * Null: there is no such run, or nobody is signed in any more.
 */
export async function followRun(
  request: Request,
  runId: string,
  onNews: (news: RunNews) => void,
  sleep: (ms: number) => Promise<void> = wait,
): Promise<FollowedRun | null> {
  for (let known: FollowedRun | null = null; ;) {
    const answer = await request(FollowRunDocument, { id: runId });
    if (!answer.ok) {
      if (answer.trouble.kind === "refused") return null;
      onNews({ run: known, trouble: answer.trouble });
      await sleep(afterTroubleMs);
      continue;
    }
    const { run } = answer.data;
    if (run?.status !== "RUNNING") return run;
    known = run;
    onNews({ run, trouble: null });
    await sleep(everyMs);
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
