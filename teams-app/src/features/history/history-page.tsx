import { Body1, Button } from "@fluentui/react-components";
import { useState } from "react";
import { cursorOf, firstPage, within } from "../../components/cursor-stack.js";
import { EmptyNote } from "../../components/empty-note.js";
import { lazyPart } from "../../components/lazy-part.js";
import { ListTrouble } from "../../components/list-trouble.js";
import { Page } from "../../components/page.js";
import { Pager } from "../../components/pager.js";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useQuery } from "../../graphql/use-query.js";
import { navigate, usePlace } from "../../navigation.js";
import { texts } from "../../texts/texts.js";
import { RunsDocument } from "./operations.js";
import { runIdOf } from "./run-address.js";
import { RunsFilters } from "./runs-filters.js";
import { everything, isNarrowed, toRunFilter } from "./runs-query.js";
import { RunsTable } from "./runs-table.js";
import { useReloadAroundRuns } from "./use-reload-around-runs.js";

// Fluent's drawer is needed once somebody opens a run.
const RunDrawer = lazyPart(async () => (await import("./run-drawer.js")).RunDrawer, { over: true });

const runsAtOnce = 25;

/** What ran, newest first; a run opens beside it, at an address of its own. */
export function HistoryPage() {
  const { path } = usePlace();
  const [choice, setChoice] = useState(everything);
  const scope = `${choice.show} ${choice.kind}`;
  const [keptStack, setStack] = useState(firstPage(scope));
  const stack = within(keptStack, scope);
  const query = useQuery(RunsDocument, { first: runsAtOnce, after: cursorOf(stack), filter: toRunFilter(choice) });
  useReloadAroundRuns(query.reload);

  const words = texts.history;
  const runs = query.status === "ready" ? query.data.runs : null;
  const busy = query.status === "ready" && query.refreshing;
  const openId = runIdOf(path);
  return (
    <Page title={words.title}>
      <Body1>{words.lead}</Body1>
      <RunsFilters choice={choice} onChange={setChoice} />
      {query.status === "loading" && <SkeletonRows rows={10} />}
      {query.status === "failed" && (
        <ListTrouble trouble={query.trouble} stack={stack} onMove={setStack} onRetry={query.reload} />
      )}
      {query.status === "ready" && query.trouble && <TroubleNotice trouble={query.trouble} onRetry={query.reload} />}
      {runs?.nodes.length === 0 && (
        <EmptyNote
          action={isNarrowed(choice) && <Button onClick={() => setChoice(everything)}>{words.clearFilters}</Button>}
        >
          {isNarrowed(choice) ? words.noMatch : words.none}
        </EmptyNote>
      )}
      {runs && runs.nodes.length > 0 && (
        <div>
          <RunsTable runs={runs.nodes} busy={busy} />
          <Pager stack={stack} pageInfo={runs.pageInfo} busy={busy} onMove={setStack} />
        </div>
      )}
      {openId !== null && (
        <RunDrawer key={openId} id={openId} onClose={() => closeRun(openId)} onUndone={query.reload} />
      )}
    </Page>
  );
}

/** Back to the list, and to the row that led here: the drawer may have been opened by its address alone. */
function closeRun(id: string): void {
  navigate("/history");
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>(`[data-run="${CSS.escape(id)}"] a`);
    (row ?? document.querySelector<HTMLElement>("h1"))?.focus();
  });
}
