import { useCallback, useEffect, useState } from "react";

/** Milliseconds. An approval takes a person minutes, and Microsoft up to one more to know of it. */
const lookEvery = 5000;
const patience = 10 * 60 * 1000;

/** Whether to look again, after a look at `now` that began at `since`. */
export const goesOn = (since: number, now: number, granted: boolean): boolean => !granted && now - since < patience;

/**
 * Looks again and again after Microsoft's window was opened. That window's closing is not asked: some clients report a
 * finished window as cancelled, and Microsoft's pages may cut the tie to it, which reads as closed.
 */
export function useConsentWatch(look: () => Promise<boolean>): { watching: boolean; watch: () => void } {
  const [since, setSince] = useState<number | null>(null);

  useEffect(() => {
    if (since === null) return;
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const turn = async (): Promise<void> => {
      const granted = await look();
      if (left) return;
      if (goesOn(since, Date.now(), granted)) timer = setTimeout(() => void turn(), lookEvery);
      else setSince(null);
    };
    timer = setTimeout(() => void turn(), lookEvery);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [since, look]);

  return { watching: since !== null, watch: useCallback(() => setSince(Date.now()), []) };
}
