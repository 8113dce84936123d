import { Body1, makeStyles, ProgressBar, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { texts } from "../texts/texts.js";
import { shareDone } from "./run-progress.js";
import { useSyncStatus } from "./sync-status.js";
import { syncSentence } from "./sync-sentence.js";
import { TroubleNotice } from "./trouble-notice.js";

const useStyles = makeStyles({ line: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS } });

const COUNTS_DOWN_EVERY_MS = 10_000;

/**
 * The sync in one sentence a person can read, with the progress of a run that goes on. `countdown` is silent: nobody
 * wants to hear every ten seconds how long it is until the next one.
 */
export function SyncStatusLine({ countdown = false }: { countdown?: boolean }) {
  const styles = useStyles();
  const query = useSyncStatus();
  const now = useNow(countdown ? COUNTS_DOWN_EVERY_MS : null);
  if (query.status === "loading") {
    return (
      <Skeleton aria-label={texts.common.loading}>
        <SkeletonItem size={20} />
      </Skeleton>
    );
  }
  if (query.status === "failed") return <TroubleNotice trouble={query.trouble} onRetry={query.reload} />;

  const { currentRun } = query.data.syncStatus;
  const share = currentRun && shareDone(currentRun);
  return (
    <div className={styles.line}>
      <Body1>{syncSentence(query.data.syncStatus, { countdown, now })}</Body1>
      {currentRun && (
        <ProgressBar aria-label={texts.sync.progressLabel} {...(share === null ? {} : { value: share })} />
      )}
      {query.trouble && <Body1>{texts.common.trouble.lastKnown}</Body1>}
      {query.trouble?.kind === "ended" && <TroubleNotice trouble={query.trouble} onRetry={query.reload} />}
    </div>
  );
}

/** The time of day, looked at so often. */
function useNow(everyMs: number | null): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    if (everyMs === null) return;
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
