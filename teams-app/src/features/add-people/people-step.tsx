import { Body1, Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { cursorOf, firstPage, within } from "../../components/cursor-stack.js";
import { EmptyNote } from "../../components/empty-note.js";
import { ListTrouble } from "../../components/list-trouble.js";
import { Pager } from "../../components/pager.js";
import type { Selection } from "../../components/selection.js";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import { useSyncStatus } from "../../components/sync-status.js";
import { listTrouble } from "../../graphql/list-trouble.js";
import { useDebounced } from "../../components/use-debounced.js";
import { useReloadAfterWhy } from "../../components/why-context.js";
import { useQuery } from "../../graphql/use-query.js";
import { texts } from "../../texts/texts.js";
import { isFiltered, noFilters, toCandidateFilter, type PeopleFilters } from "./candidates.js";
import { ImportBar } from "./import-bar.js";
import { ImportOutcome } from "./import-outcome.js";
import type { Person } from "./import-people.js";
import { CandidatesDocument } from "./operations.js";
import { PeopleFiltersBar } from "./people-filters.js";
import { PeopleTable } from "./people-table.js";
import { useChosen, type Ticked } from "./use-chosen.js";
import { useImport } from "./use-import.js";

const useStyles = makeStyles({
  status: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    minHeight: "32px",
  },
  // As large as a finger wants it
  all: { minHeight: "24px" },
});

/** Search, tick, add. What is ticked stays ticked over pages, searches and other screens. */
export function PeopleStep({ organisation }: { organisation: string }) {
  const styles = useStyles();
  const chosen = useChosen();
  const { filters, selection } = chosen;
  const settled = useDebounced(filters);

  const asked = searchOf(settled);
  const scope = JSON.stringify(asked);
  const [keptStack, setStack] = useState(firstPage(scope));
  const stack = within(keptStack, scope);
  const query = useQuery(CandidatesDocument, { first: 50, after: cursorOf(stack), ...asked });
  useReloadAfterWhy(query.reload);
  const status = useSyncStatus();
  const importing = useImport(() => {
    setStack(firstPage(scope));
    query.reload();
    status.reload();
  });

  const words = texts.addPeople;
  const trouble = listTrouble(query, (data) => data.candidates);
  const answer = query.status === "ready" ? query.data.candidates : null;
  const connection = answer?.__typename === "CandidateConnection" ? answer : null;
  const rows = connection?.nodes ?? [];
  const refreshing = query.status === "ready" && query.refreshing;
  const matching = useMatching(scope, refreshing ? null : (connection?.matching ?? null));
  const everyone = chosen.everyoneOf(scope) ? matching : null;

  return (
    <>
      <Body1>{words.from(organisation)}</Body1>
      <ImportOutcome importing={importing} />
      <PeopleFiltersBar filters={filters} onChange={chosen.setFilters} />
      {query.status === "loading" && <SkeletonRows rows={10} />}
      {trouble && <ListTrouble trouble={trouble} stack={stack} onMove={setStack} onRetry={query.reload} />}
      {connection && (
        <>
          <div className={styles.status}>
            <Text role="status" data-landing>
              {words.status(matching, everyone ?? selection.size)}
            </Text>
            {matching !== null &&
              matching > rows.length &&
              (rows.length > 0 || connection.pageInfo.hasNextPage) &&
              everyone === null &&
              importing.state.step !== "importing" && (
                <Link
                  as="button"
                  className={styles.all}
                  onClick={() => chosen.selectEveryone(JSON.stringify(searchOf(filters)))}
                >
                  {words.selectAllMatching(matching)}
                </Link>
              )}
          </div>
          {rows.length === 0 ? (
            <NobodyToList
              filtered={isFiltered(settled)}
              matching={matching}
              onClear={() => chosen.setFilters(noFilters)}
            />
          ) : (
            <PeopleTable
              rows={rows}
              busy={refreshing}
              selection={selection}
              everyone={everyone !== null}
              onSelect={chosen.setSelection}
              onChanged={query.reload}
            />
          )}
          <Pager stack={stack} pageInfo={connection.pageInfo} busy={refreshing} onMove={setStack} />
        </>
      )}
      {importing.state.step !== "importing" && (
        <ImportBar
          selection={selection}
          everyone={everyone}
          rows={rows}
          onClear={chosen.clear}
          onAdd={(keepWhenLeaving) => {
            if (everyone !== null)
              return importing.startMatching({ ...asked, keepWhenLeaving }, everyone, chosen.clear);
            importing.start(peopleOf(selection), keepWhenLeaving);
            // Who is ticked from now on is for the next import
            chosen.clear();
          }}
        />
      )}
    </>
  );
}

/** Whoever has no name yet gets it with the answer. */
const peopleOf = (selection: Selection<Ticked>): Person[] =>
  [...selection.values()].map(({ directoryId, displayName }) => ({
    directoryId,
    displayName: displayName ?? directoryId,
  }));

const searchOf = (filters: PeopleFilters) => ({
  search: filters.search.trim() || null,
  filter: toCandidateFilter(filters),
});

/** Microsoft counts on a first page only; on the others the number is still the same. */
function useMatching(scope: string, counted: number | null): number | null {
  const [known, setKnown] = useState<{ scope: string; counted: number } | null>(null);
  if (counted !== null && (known?.scope !== scope || known.counted !== counted)) setKnown({ scope, counted });
  return counted ?? (known?.scope === scope ? known.counted : null);
}

function NobodyToList({
  filtered,
  matching,
  onClear,
}: {
  filtered: boolean;
  matching: number | null;
  onClear: () => void;
}) {
  const words = texts.addPeople;
  return (
    <EmptyNote action={filtered && <Button onClick={onClear}>{words.clearFilters}</Button>}>
      {filtered && !matching ? words.noMatch : words.everyoneHere}
    </EmptyNote>
  );
}
