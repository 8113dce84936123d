import { makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Choice } from "../../components/choice.js";
import { cursorOf, firstPage, within } from "../../components/cursor-stack.js";
import { DataTable, type Column } from "../../components/data-table.js";
import { EmptyNote } from "../../components/empty-note.js";
import { ListTrouble } from "../../components/list-trouble.js";
import { Pager } from "../../components/pager.js";
import { PersonName } from "../../components/person-name.js";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import { Toolbar } from "../../components/toolbar.js";
import type { ChangeAction } from "../../graphql/generated/graphql.js";
import { useQuery } from "../../graphql/use-query.js";
import { texts } from "../../texts/texts.js";
import { actionWords, fieldWords, type ChangeRow } from "./change-words.js";
import { CsvButton } from "./csv-button.js";
import { RunChangesDocument } from "./operations.js";
import type { RunDetails } from "./run-words.js";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  title: { margin: 0 },
});

const changesAtOnce = 50;
type Shown = ChangeAction | "ALL";

/** Every change of a run with its reason, page by page; all of them as a file. */
export function RunChanges({ run }: { run: RunDetails }) {
  const styles = useStyles();
  const [action, setAction] = useState<Shown>("ALL");
  const [keptStack, setStack] = useState(firstPage(action));
  const stack = within(keptStack, action);
  // Its status is in the key of the question: when the run ends, what became of each is read anew.
  const query = useQuery(
    RunChangesDocument,
    {
      id: run.id,
      first: changesAtOnce,
      after: cursorOf(stack),
      actions: action === "ALL" ? null : [action],
    },
    { pollEvery: run.status === "RUNNING" ? whileItRuns : notAgain },
  );

  const words = texts.history.run;
  const page = query.status === "ready" ? query.data.run?.changes : null;
  const busy = query.status === "ready" && query.refreshing;
  const nobody = page?.nodes.length === 0 && action === "ALL";
  return (
    <section className={styles.part}>
      <Subtitle2 as="h3" className={styles.title}>
        {words.changes}
      </Subtitle2>
      {!nobody && (
        <Toolbar>
          <Choice label={words.action} value={action} options={actionOptions()} onChange={setAction} />
          <CsvButton run={run} />
        </Toolbar>
      )}
      {query.status === "loading" && <SkeletonRows rows={5} />}
      {query.status === "failed" && (
        <ListTrouble trouble={query.trouble} stack={stack} onMove={setStack} onRetry={query.reload} />
      )}
      {nobody && <EmptyNote>{run.status === "RUNNING" ? words.noChangesYet : words.noChanges}</EmptyNote>}
      {page?.nodes.length === 0 && !nobody && <EmptyNote>{words.noMatch}</EmptyNote>}
      {page && page.nodes.length > 0 && (
        <>
          <DataTable
            label={words.changesTable}
            columns={columns()}
            rows={page.nodes}
            rowId={({ id }) => id}
            busy={busy}
          />
          <Pager stack={stack} pageInfo={page.pageInfo} busy={busy} onMove={setStack} />
        </>
      )}
    </section>
  );
}

const whileItRuns = (): number => 5000;
const notAgain = (): null => null;

function actionOptions(): readonly (readonly [Shown, string])[] {
  const { actions, allActions } = texts.history.run;
  return [
    ["ALL", allActions],
    ["CREATE", actions.CREATE],
    ["REENABLE", actions.REENABLE],
    ["UPDATE", actions.UPDATE],
    ["DISABLE", actions.DISABLE],
  ];
}

function columns(): readonly Column<ChangeRow>[] {
  const { changesColumns: words, outcomes } = texts.history.run;
  return [
    {
      id: "name",
      width: "28%",
      header: words.name,
      lead: true,
      cell: ({ directoryId, displayName }) => <PersonName person={{ directoryId, name: displayName }} />,
    },
    { id: "action", width: "16%", header: words.action, cell: actionWords },
    {
      id: "reason",
      header: words.reason,
      cell: (change) => [texts.server.changeReason(change.reason, change.reasonText), ...fieldWords(change)].join(" "),
    },
    {
      id: "outcome",
      width: "26%",
      header: words.outcome,
      cell: ({ outcome, because, message }) =>
        [outcomes[outcome], texts.server.because(because, message)].filter(Boolean).join(". "),
    },
  ];
}
