import { Button } from "@fluentui/react-components";
import { ButtonRow } from "../../components/button-row.js";
import { InnerLink } from "../../components/inner-link.js";
import { Section } from "../../components/section.js";
import { SyncStatusLine } from "../../components/sync-status-line.js";
import { useSyncStatus } from "../../components/sync-status.js";
import { texts } from "../../texts/texts.js";
import { RecentRuns } from "./recent-runs.js";
import { RunNowButton } from "./run-now-button.js";

interface Props {
  onStarted: () => void;
  previewing: boolean;
  onPreview: () => void;
}

/** How it fares, the last day of runs, and what can be asked of it now. */
export function StatusSection({ onStarted, previewing, onPreview }: Props) {
  const status = useSyncStatus();
  const words = texts.automaticImport;
  const lastRun = status.status === "ready" ? status.data.syncStatus.lastRun : null;
  return (
    <Section title={words.on.status}>
      <SyncStatusLine countdown />
      <RecentRuns />
      <ButtonRow>
        <RunNowButton onStarted={onStarted} />
        <Button disabledFocusable={previewing} onClick={onPreview}>
          {words.preview.open}
        </Button>
        {lastRun && <InnerLink to={`/history/run/${lastRun.id}`}>{words.on.lastRun}</InnerLink>}
      </ButtonRow>
    </Section>
  );
}
