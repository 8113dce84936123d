import { Body1, Button, Text } from "@fluentui/react-components";
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
import { isFiltered, noFilters, toCandidateFilter, type CandidateRow } from "./candidates.js";
import { ImportBar } from "./import-bar.js";
import { ImportOutcome } from "./import-outcome.js";
import { CandidatesDocument } from "./operations.js";
import { PeopleFiltersBar } from "./people-filters.js";
import { PeopleTable } from "./people-table.js";
import { useImport } from "./use-import.js";

/** Search, tick, add. What is ticked stays ticked over pages and searches. */
export function PeopleStep({ organisation }: { organisation: string }) {
  const [filters, setFilters] = useState(noFilters);
  const [selection, setSelection] = useState<Selection<CandidateRow>>(new Map());
  const settled = useDebounced(filters);

  const asked = { search: settled.search.trim() || null, filter: toCandidateFilter(settled) };
  const scope = JSON.stringify(asked);
  const [keptStack, setStack] = useState(firstPage(scope));
  const stack = within(keptStack, scope);
  const query = useQuery(CandidatesDocument, { first: 50, after: cursorOf(stack), ...asked });
  useReloadAfterWhy(query.reload);
  const status = useSyncStatus();
  const importing = useImport(() => {
    setSelection(new Map());
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

  return (
    <>
      <Body1>{words.from(organisation)}</Body1>
      <ImportOutcome state={importing.state} onRetry={importing.retryFailed} onDone={importing.dismiss} />
      <PeopleFiltersBar filters={filters} onChange={setFilters} />
      {query.status === "loading" && <SkeletonRows rows={10} />}
      {trouble && <ListTrouble trouble={trouble} stack={stack} onMove={setStack} onRetry={query.reload} />}
      {connection && (
        <>
          <Text role="status">{words.status(connection.matching, selection.size)}</Text>
          {rows.length === 0 ? (
            <NobodyToList filtered={isFiltered(settled)} onClear={() => setFilters(noFilters)} />
          ) : (
            <PeopleTable
              rows={rows}
              busy={refreshing}
              selection={selection}
              onSelect={setSelection}
              onChanged={query.reload}
            />
          )}
          <Pager stack={stack} pageInfo={connection.pageInfo} busy={refreshing} onMove={setStack} />
        </>
      )}
      {importing.state.step !== "importing" && (
        <ImportBar
          selection={selection}
          rows={rows}
          onClear={() => setSelection(new Map())}
          onAdd={(keepWhenLeaving) => importing.start([...selection.values()], keepWhenLeaving)}
        />
      )}
    </>
  );
}

function NobodyToList({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const words = texts.addPeople;
  return (
    <EmptyNote action={filtered && <Button onClick={onClear}>{words.clearFilters}</Button>}>
      {filtered ? words.noMatch : words.everyoneHere}
    </EmptyNote>
  );
}
