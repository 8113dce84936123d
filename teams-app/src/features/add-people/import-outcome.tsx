import { Body1, Button, makeStyles, ProgressBar } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { idsPerRequest } from "../../components/selection.js";
import { Section } from "../../components/section.js";
import { StopImport } from "../../components/stop-import.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { texts } from "../../texts/texts.js";
import { progressTitle, type ImportProgress } from "./import-progress.js";
import { ResultPanel } from "./result-panel.js";
import type { useImport } from "./use-import.js";

const useStyles = makeStyles({ part: { outlineStyle: "none" } });

/** The progress of an import and then its result, above the list it came from. */
export function ImportOutcome({ importing }: { importing: ReturnType<typeof useImport> }) {
  const styles = useStyles();
  const part = useRef<HTMLDivElement>(null);
  const { step } = importing.state;
  const seen = useRef(step);
  useEffect(() => {
    if (seen.current !== step) takeFreeFocus(part.current);
    seen.current = step;
  }, [step]);

  if (step === "idle") return null;
  return (
    <div ref={part} tabIndex={-1} className={styles.part}>
      <Step importing={importing} />
    </div>
  );
}

/** It is what the person waits for, and the pressed button is gone. Whoever is elsewhere by now is not called away. */
function takeFreeFocus(part: HTMLElement | null): void {
  if (document.activeElement !== document.body && !part?.contains(document.activeElement)) return;
  part?.focus();
  part?.scrollIntoView({ block: "nearest" });
}

function Step({ importing }: { importing: ReturnType<typeof useImport> }) {
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
  const { done, total, trouble, run, stop } = progress;
  return (
    <Section
      title={progressTitle(progress)}
      actions={
        <>
          {run && <StopImport run={run} />}
          {stop && total !== null && total > idsPerRequest && <Button onClick={stop}>{texts.sync.stop}</Button>}
        </>
      }
    >
      <ProgressBar aria-label={words.importingLabel} {...(total ? { value: done, max: Math.max(total, done) } : {})} />
      <Body1>{howItGoesOn(progress)}</Body1>
      {trouble && <TroubleNotice trouble={trouble} />}
    </Section>
  );
}

function howItGoesOn({ run, waitingUntil, stop }: ImportProgress): string {
  const words = texts.addPeople;
  if (run?.stopAskedBy) return texts.sync.stopAsked;
  if (waitingUntil && new Date(waitingUntil) > new Date()) return words.waits(waitingUntil);
  return stop ? words.goesOnHere : words.goesOn;
}
