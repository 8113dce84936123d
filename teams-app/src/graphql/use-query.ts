import { useCallback, useEffect, useState } from "react";
import { useRequest } from "./api-context.js";
import type { TypedDocumentString } from "./generated/graphql.js";
import type { Trouble } from "./trouble.js";

export type QueryState<T> =
  | { status: "loading" }
  | { status: "failed"; trouble: Trouble }
  /** `refreshing`: newer data are on their way. `trouble`: they did not come, and these are the last known. */
  | { status: "ready"; data: T; refreshing: boolean; trouble: Trouble | null };

export type Query<T> = QueryState<T> & { reload: () => void };

interface Options<T> {
  /** Milliseconds to the next reading, or null for none. Keep the function outside the component: a new one restarts. */
  pollEvery?: (data: T) => number | null;
}

interface Held<T> {
  key: string;
  data: T | null;
  trouble: Trouble | null;
  round: number;
}

/** After a failed poll: soon enough to recover by itself, rare enough not to press a server that is down. */
const retryPollAfter = 10_000;

/**
 * Asks one operation and asks again when its variables change, when told to (`reload`) and as often as `pollEvery`
 * says. Data stay on screen while newer ones load, so that lists do not blink.
 */
export function useQuery<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
  { pollEvery }: Options<TResult> = {},
): Query<TResult> {
  const request = useRequest();
  const key = JSON.stringify(variables);
  const [held, setHeld] = useState<Held<TResult> | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;

    const ask = async (): Promise<void> => {
      const answer = await request(document, JSON.parse(key) as TVariables, leaving.signal);
      if (leaving.signal.aborted) return;
      setHeld((before) =>
        answer.ok
          ? { key, data: answer.data, trouble: null, round }
          : { key, data: before?.key === key ? before.data : null, trouble: answer.trouble, round },
      );
      const wait = answer.ok ? pollEvery?.(answer.data) : pollEvery && retryPollAfter;
      if (wait) timer = setTimeout(run, wait);
    };
    const run = () => void ask().catch(ignoreAbort);
    run();

    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [request, document, key, round, pollEvery]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { ...stateOf(held, key, round), reload };
}

function stateOf<T>(held: Held<T> | null, key: string, round: number): QueryState<T> {
  if (!held) return { status: "loading" };
  const asking = held.key !== key || held.round !== round;
  if (held.data !== null) return { status: "ready", data: held.data, refreshing: asking, trouble: held.trouble };
  if (asking || !held.trouble) return { status: "loading" };
  return { status: "failed", trouble: held.trouble };
}

/** The one thing `request` throws: the component went away or asks something newer. */
function ignoreAbort(error: unknown): void {
  if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
}
