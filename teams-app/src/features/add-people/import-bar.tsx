import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { countAmong, type Selection } from "../../components/selection.js";
import { SelectionBar } from "../../components/selection-bar.js";
import { texts } from "../../texts/texts.js";
import type { CandidateRow } from "./candidates.js";
import { ConfirmImportDialog } from "./confirm-import-dialog.js";
import type { Ticked } from "./use-chosen.js";

interface Props {
  selection: Selection<Ticked>;
  /** How many a search finds, while all of them are selected instead of those ticked. */
  everyone: number | null;
  /** The rows in sight, for "6 on this page". */
  rows: readonly CandidateRow[];
  onClear: () => void;
  onAdd: (keepWhenLeaving: boolean) => void;
}

/** How many are selected, Clear and Add, with the question before anything happens. */
export function ImportBar({ selection, everyone, rows, onClear, onAdd }: Props) {
  const [asking, setAsking] = useState(false);
  const words = texts.addPeople;
  if (selection.size === 0 && everyone === null) return null;
  const onPage = countAmong<Ticked>(selection, rows, (row) => row.directoryId);
  return (
    <>
      <SelectionBar
        label={words.bar}
        words={everyone === null ? words.selected(selection.size, onPage) : words.allSelected(everyone)}
      >
        <Button onClick={onClear}>{words.clear}</Button>
        <Button appearance="primary" onClick={() => setAsking(true)}>
          {words.add}
        </Button>
      </SelectionBar>
      {asking && (
        <ConfirmImportDialog
          names={namesOf(selection, rows)}
          count={selection.size}
          everyone={everyone}
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

/** As many as are known. */
function namesOf(selection: Selection<Ticked>, rows: readonly CandidateRow[]): string[] {
  const inSight = new Map(rows.map((row) => [row.directoryId, row.displayName]));
  return [...selection.values()].flatMap((one) => one.displayName ?? inSight.get(one.directoryId) ?? []);
}
