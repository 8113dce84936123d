import { Body1, Button, ProgressBar } from "@fluentui/react-components";
import { idsPerRequest } from "../../components/selection.js";
import { Section } from "../../components/section.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { texts } from "../../texts/texts.js";
import { progressTitle, type ImportProgress } from "./import-progress.js";
import { ResultPanel } from "./result-panel.js";
import type { useImport } from "./use-import.js";

/** The progress of an import and then its result, above the list it came from. */
export function ImportOutcome({ importing }: { importing: ReturnType<typeof useImport> }) {
  const { state } = importing;
  switch (state.step) {
    case "idle":
      return null;
    case "failed":
      return <TroubleNotice trouble={state.trouble} />;
    case "importing":
      return <Progress {...state} />;
    case "done":
      return (
        <ResultPanel {...state} onRetry={importing.retryFailed} onUndo={importing.undo} onDone={importing.dismiss} />
      );
  }
}

function Progress(progress: ImportProgress) {
  const words = texts.addPeople;
  const { done, total, waitingUntil, trouble, stop } = progress;
  const waits = waitingUntil && new Date(waitingUntil) > new Date();
  return (
    <Section
      title={progressTitle(progress)}
      actions={stop && total !== null && total > idsPerRequest && <Button onClick={stop}>{words.stop}</Button>}
    >
      <ProgressBar aria-label={words.importingLabel} {...(total ? { value: done, max: Math.max(total, done) } : {})} />
      <Body1>{waits ? words.waits(waitingUntil) : stop ? words.goesOnHere : words.goesOn}</Body1>
      {trouble && <TroubleNotice trouble={trouble} />}
    </Section>
  );
}
