import { Body1, makeStyles, ProgressBar, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { texts } from "../texts/texts.js";
import { shareDone } from "./run-progress.js";
import { useSyncStatus } from "./sync-status.js";
import { syncSentence } from "./sync-sentence.js";
import { TroubleNotice } from "./trouble-notice.js";

const useStyles = makeStyles({ line: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS } });

/** The sync in one sentence a person can read, with the progress of a run that goes on. */
export function SyncStatusLine() {
  const styles = useStyles();
  const query = useSyncStatus();
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
      <Body1>{syncSentence(query.data.syncStatus)}</Body1>
      {currentRun && (
        <ProgressBar aria-label={texts.sync.progressLabel} {...(share === null ? {} : { value: share })} />
      )}
      {query.trouble && <Body1>{texts.common.trouble.lastKnown}</Body1>}
      {query.trouble?.kind === "ended" && <TroubleNotice trouble={query.trouble} onRetry={query.reload} />}
    </div>
  );
}
