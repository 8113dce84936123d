import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useSyncStatus } from "../../components/sync-status.js";
import { formatUntil } from "../../format.js";
import { texts } from "../../texts/texts.js";

const useStyles = makeStyles({ words: { color: tokens.colorNeutralForeground2 } });

const tickMs = 10_000;

/** Counts down to the next run, silently: nobody wants to hear that every ten seconds. */
export function NextRun() {
  const styles = useStyles();
  const status = useSyncStatus();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), tickMs);
    return () => clearInterval(timer);
  }, []);

  const { nextRunAt, currentRun } = status.status === "ready" ? status.data.syncStatus : {};
  if (!nextRunAt || currentRun) return null;
  return (
    <Caption1 className={styles.words}>{texts.automaticImport.on.nextRun(formatUntil(nextRunAt, { now }))}</Caption1>
  );
}
