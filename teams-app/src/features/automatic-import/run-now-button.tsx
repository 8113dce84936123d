import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { useSyncStatus } from "../../components/sync-status.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useRequest } from "../../graphql/api-context.js";
import { outcomeOf } from "../../graphql/outcome.js";
import type { Trouble } from "../../graphql/trouble.js";
import { texts } from "../../texts/texts.js";
import { StartRunDocument } from "./operations.js";

const useStyles = makeStyles({
  // Below all the buttons of the row it stands in
  news: { flexBasis: "100%", order: 1 },
});

/** Starts a run without waiting for the hour. While one goes on it waits: two at once are refused anyway. */
export function RunNowButton({ onStarted }: { onStarted: () => void }) {
  const styles = useStyles();
  const request = useRequest();
  const status = useSyncStatus();
  const [starting, setStarting] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const running = status.status === "ready" && status.data.syncStatus.currentRun !== null;

  const run = async () => {
    setStarting(true);
    const outcome = outcomeOf(await request(StartRunDocument, {}), (data) => data.startRun);
    setStarting(false);
    setTrouble(outcome.ok ? null : outcome.trouble);
    onStarted();
  };

  return (
    <>
      <Button disabledFocusable={running || starting} onClick={() => void run()}>
        {texts.automaticImport.on.runNow}
      </Button>
      {trouble && (
        <div className={styles.news}>
          <TroubleNotice trouble={trouble} />
        </div>
      )}
    </>
  );
}
