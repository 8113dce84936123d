import { Body1, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { texts } from "../texts/texts.js";
import { progressSentence, shareDone, type RunInProgress } from "./run-progress.js";

const useStyles = makeStyles({ part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS } });

/** How far a run is: a share where a total is known, and in words. */
export function RunProgressBar({ run }: { run: RunInProgress }) {
  const styles = useStyles();
  const share = shareDone(run);
  return (
    <div className={styles.part}>
      <Body1>{progressSentence(run)}</Body1>
      <ProgressBar aria-label={texts.sync.progressLabel} {...(share === null ? {} : { value: share })} />
    </div>
  );
}
