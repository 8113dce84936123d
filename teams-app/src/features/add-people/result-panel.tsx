import { Body1, Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { downloadCsv } from "../../components/csv.js";
import { ButtonRow } from "../../components/button-row.js";
import { InnerLink } from "../../components/inner-link.js";
import { RunProgressBar } from "../../components/run-progress-bar.js";
import { Section } from "../../components/section.js";
import { texts } from "../../texts/texts.js";
import { resultsOf, summary, type Imported } from "./import-people.js";
import { OutcomeList } from "./outcome-list.js";
import { resultRows } from "./result-rows.js";
import type { UndoState } from "./undo-import.js";

interface Props {
  imported: Imported;
  undo: UndoState | null;
  onRetry: () => void;
  onUndo: () => void;
  onDone: () => void;
}

/** What became of each person, worst first, and the way back. */
export function ResultPanel({ imported, undo, onRetry, onUndo, onDone }: Props) {
  const words = texts.addPeople.result;
  const { results, reason, unnamedHere } = imported;
  // Then the list's own title says all of it
  const alike = unnamedHere === 0 && new Set(results.map(({ outcome }) => outcome)).size === 1;
  const added = resultsOf(results, "ADDED").length;
  const failed = resultsOf(results, "FAILED").length;

  return (
    <Section title={words.title}>
      {!alike && <Body1>{summary(imported)}</Body1>}
      {reason && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{reason}</MessageBarBody>
        </MessageBar>
      )}
      <OutcomeList title={words.failed} outcome="FAILED" results={results} />
      <OutcomeList title={words.added} outcome="ADDED" results={results} />
      <OutcomeList title={words.alreadyHere} outcome="ALREADY_HERE" results={results} />
      <div role="status">{undo?.step === "undoing" && <Body1>{words.undoing}</Body1>}</div>
      {undo?.step === "undoing" && undo.run && <RunProgressBar run={undo.run} />}
      {undo?.step === "undone" && (
        <MessageBar intent={undo.reason ? "warning" : "success"} layout="multiline">
          <MessageBarBody>
            {(undo.disabled > 0 || !undo.reason) && words.undone(undo.disabled)} {undo.reason}
          </MessageBarBody>
        </MessageBar>
      )}
      <ButtonRow>
        {failed > 0 && undo === null && <Button onClick={onRetry}>{words.retry}</Button>}
        <Button onClick={() => downloadCsv(words.file, resultRows(results))}>{words.csv}</Button>
        {added > 0 && undo?.step !== "undone" && (
          <Button disabledFocusable={undo?.step === "undoing"} onClick={onUndo}>
            {words.undo}
          </Button>
        )}
        <Button onClick={onDone}>{words.done}</Button>
        <InnerLink to="/users">{words.showUsers}</InnerLink>
      </ButtonRow>
    </Section>
  );
}
