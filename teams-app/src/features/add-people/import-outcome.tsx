import { ProgressBar } from "@fluentui/react-components";
import { Section } from "../../components/section.js";
import { texts } from "../../texts/texts.js";
import { ResultPanel } from "./result-panel.js";
import type { ImportState } from "./use-import.js";

interface Props {
  state: ImportState;
  onRetry: () => void;
  onDone: () => void;
}

/** The progress of an import and then its result, above the list it came from. */
export function ImportOutcome({ state, onRetry, onDone }: Props) {
  const words = texts.addPeople;
  if (state.step === "idle") return null;
  if (state.step === "done") return <ResultPanel results={state.results} onRetry={onRetry} onDone={onDone} />;
  return (
    <Section title={words.importing(state.done, state.total)}>
      <ProgressBar aria-label={words.importingLabel} value={state.done} max={state.total} />
    </Section>
  );
}
