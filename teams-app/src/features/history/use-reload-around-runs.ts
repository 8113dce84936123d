import { useEffect, useRef } from "react";
import { useSyncStatus } from "../../components/sync-status.js";

/** Reads the list anew when a run of any kind begins or ends while it is in sight. */
export function useReloadAroundRuns(reload: () => void): void {
  const status = useSyncStatus();
  const { currentRun, lastRun } = status.status === "ready" ? status.data.syncStatus : {};
  const mark = status.status === "ready" ? `${currentRun?.id ?? ""} ${lastRun?.id ?? ""}` : null;
  const seen = useRef(mark);
  useEffect(() => {
    if (mark !== null && seen.current !== null && seen.current !== mark) reload();
    seen.current = mark;
  }, [mark, reload]);
}
