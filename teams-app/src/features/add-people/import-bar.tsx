import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { countAmong, type Selection } from "../../components/selection.js";
import { SelectionBar } from "../../components/selection-bar.js";
import { texts } from "../../texts/texts.js";
import type { CandidateRow } from "./candidates.js";
import { ConfirmImportDialog } from "./confirm-import-dialog.js";

interface Props {
  selection: Selection<CandidateRow>;
  /** The rows in sight, for "6 on this page". */
  rows: readonly CandidateRow[];
  onClear: () => void;
  onAdd: (keepWhenLeaving: boolean) => void;
}

/** How many are ticked, Clear and Add, with the question before anything happens. */
export function ImportBar({ selection, rows, onClear, onAdd }: Props) {
  const [asking, setAsking] = useState(false);
  const words = texts.addPeople;
  if (selection.size === 0) return null;
  return (
    <>
      <SelectionBar
        label={words.bar}
        words={words.selected(
          selection.size,
          countAmong(selection, rows, (row) => row.directoryId),
        )}
      >
        <Button onClick={onClear}>{words.clear}</Button>
        <Button appearance="primary" onClick={() => setAsking(true)}>
          {words.add}
        </Button>
      </SelectionBar>
      {asking && (
        <ConfirmImportDialog
          count={selection.size}
          onCancel={() => setAsking(false)}
          onConfirm={(keepWhenLeaving) => {
            setAsking(false);
            onAdd(keepWhenLeaving);
          }}
        />
      )}
    </>
  );
}
