import { useKept } from "../../components/kept.js";
import type { Selection } from "../../components/selection.js";
import { noFilters, type CandidateRow, type PeopleFilters } from "./candidates.js";

const nobody: Selection<CandidateRow> = new Map();

/** What is searched for and who is ticked. It outlives the screen: looking something up elsewhere costs no ticks. */
export function useChosen() {
  const [filters, setFilters] = useKept<PeopleFilters>("add-people.filters", noFilters);
  const [selection, setSelection] = useKept("add-people.selection", nobody);
  /** The search all of whose people are selected, as it is typed: the list may still be of the one before. */
  const [everyone, setEveryone] = useKept<string | null>("add-people.everyone", null);

  return {
    filters,
    selection,
    setFilters,
    setSelection,
    everyoneOf: (scope: string) => everyone === scope,
    selectEveryone: setEveryone,
    clear: () => {
      setSelection(nobody);
      setEveryone(null);
    },
  };
}
