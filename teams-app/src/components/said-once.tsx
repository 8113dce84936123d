import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { firstOf, without, withMember, type Queue } from "./said-once-queue.js";

interface SaidOnce {
  queue: Queue;
  join: (key: string, id: string) => () => void;
  keepRetry: (id: string, retry: (() => void) | undefined) => void;
  retryAll: (key: string) => void;
}

const SaidOnceContext = createContext<SaidOnce | null>(null);

/**
 * An ended session or a server that is down fails every question of a page at once. Below this, the first notice of a
 * trouble speaks for all, and its button tries all of them again.
 */
export function SaidOnceProvider({ children }: { children: ReactNode }) {
  const [queue, setQueue] = useState<Queue>([]);
  const retries = useRef(new Map<string, () => void>());

  const join = useCallback((key: string, id: string) => {
    setQueue((before) => withMember(before, { key, id }));
    return () => setQueue((before) => without(before, id));
  }, []);
  const keepRetry = useCallback((id: string, retry: (() => void) | undefined) => {
    if (retry) retries.current.set(id, retry);
    else retries.current.delete(id);
  }, []);
  const value = useMemo<SaidOnce>(() => {
    const retryAll = (key: string) =>
      queue.filter((member) => member.key === key).forEach(({ id }) => retries.current.get(id)?.());
    return { queue, join, keepRetry, retryAll };
  }, [queue, join, keepRetry]);

  return <SaidOnceContext value={value}>{children}</SaidOnceContext>;
}

/** Whether this notice is the one to show, and what its button does. One without a key speaks for itself. */
export function useSaidOnce(
  key: string | null,
  retry: (() => void) | undefined,
): { first: boolean; retryAll: () => void } {
  const id = useId();
  const said = useContext(SaidOnceContext);
  const { join, keepRetry } = said ?? {};

  // Before the paint, so that the second notice is never seen to come and go.
  useLayoutEffect(() => (key === null ? undefined : join?.(key, id)), [join, key, id]);
  useEffect(() => {
    keepRetry?.(id, retry);
    return () => keepRetry?.(id, undefined);
  }, [keepRetry, id, retry]);

  if (!said || key === null) return { first: true, retryAll: () => retry?.() };
  return { first: firstOf(said.queue, key) === id, retryAll: () => said.retryAll(key) };
}
