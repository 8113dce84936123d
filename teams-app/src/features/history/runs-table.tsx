import { Badge } from "@fluentui/react-components";
import { DataTable, type Column } from "../../components/data-table.js";
import { InnerLink } from "../../components/inner-link.js";
import { Whole } from "../../components/whole.js";
import { formatMoment } from "../../format.js";
import { texts } from "../../texts/texts.js";
import { CountCell } from "./count-cell.js";
import { runAddress } from "./run-address.js";
import { countKinds, durationWords, startedByWords, statusTone, statusWords, type RunRow } from "./run-words.js";

/** Of the counts these two are looked up least. */
const seldom = new Set(["reenabled", "skipped"]);

function columns(): readonly Column<RunRow>[] {
  const words = texts.history.columns;
  return [
    {
      id: "time",
      header: words.time,
      lead: true,
      cell: (run) => (
        <span data-run={run.id}>
          <InnerLink to={runAddress(run.id)}>{formatMoment(run.startedAt)}</InnerLink>
        </span>
      ),
    },
    { id: "startedBy", width: "22%", header: words.startedBy, cell: startedByWords },
    { id: "status", header: words.status, cell: (run) => <StatusBadge run={run} /> },
    ...countKinds.map((kind) => ({
      id: kind,
      header: words[kind],
      roomy: seldom.has(kind),
      cell: (run: RunRow) => (run.counts[kind] > 0 ? <CountCell count={run.counts[kind]} word={words[kind]} /> : null),
    })),
    { id: "duration", header: words.duration, roomy: true, cell: (run) => <Whole>{durationWords(run)}</Whole> },
  ];
}

/** `busy`: newer rows are on their way. */
export function RunsTable({ runs, busy }: { runs: readonly RunRow[]; busy: boolean }) {
  return <DataTable label={texts.history.table} columns={columns()} rows={runs} rowId={(run) => run.id} busy={busy} />;
}

export function StatusBadge({ run }: { run: Pick<RunRow, "status" | "counts"> }) {
  return (
    <Badge appearance="tint" color={statusTone(run)}>
      {statusWords(run)}
    </Badge>
  );
}
