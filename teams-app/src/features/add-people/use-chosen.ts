import { useMemo } from "react";
import { draftPrefix, useKept } from "../../components/kept.js";
import type { Selection } from "../../components/selection.js";
import { noFilters, type PeopleFilters } from "./candidates.js";

/** Somebody who is ticked; nameless until they are seen again, after a sign-in in between. */
export interface Ticked {
  directoryId: string;
  displayName: string | null;
}

const nobody: readonly string[] = [];
const nameless: Selection<Ticked> = new Map();

/**
 * What is searched for and who is ticked. It outlives the screen: looking something up elsewhere costs no ticks. A
 * sign-in on the way costs none either, but what waits for its end in the browser's storage are ids alone.
 */
export function useChosen() {
  const [filters, setFilters] = useKept<PeopleFilters>("add-people.filters", noFilters);
  const [ids, setIds] = useKept(`${draftPrefix}add-people.ticked`, nobody);
  const [named, setNamed] = useKept("add-people.named", nameless);
  /** The search all of whose people are selected, as it is typed: the list may still be of the one before. */
  const [everyone, setEveryone] = useKept<string | null>("add-people.everyone", null);

  const selection: Selection<Ticked> = useMemo(
    () =>
      new Map(ids.map((directoryId) => [directoryId, named.get(directoryId) ?? { directoryId, displayName: null }])),
    [ids, named],
  );
  const setSelection = (next: Selection<Ticked>) => {
    setIds([...next.keys()]);
    setNamed(next);
  };

  return {
    filters,
    selection,
    setFilters,
    setSelection,
    everyoneOf: (scope: string) => everyone === scope,
    selectEveryone: setEveryone,
    clear: () => {
      setSelection(nameless);
      setEveryone(null);
    },
  };
}
