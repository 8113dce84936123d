import { useEffect, useRef } from "react";
import { useLastRunId } from "./sync-status.js";

/**
 * Reads a list anew when a run ends while it is in sight: the run has probably changed it. The first known run counts
 * too, since a list may have been read before the very first run ended.
 */
export function useReloadAfterRun(reload: () => void): void {
  const lastRun = useLastRunId();
  const shown = useRef(lastRun);
  useEffect(() => {
    if (lastRun !== null && shown.current !== lastRun) reload();
    shown.current = lastRun;
  }, [lastRun, reload]);
}
