import { Badge, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { DataTable, type Column } from "../../components/data-table.js";
import { MailAddress } from "../../components/mail-address.js";
import { PersonName } from "../../components/person-name.js";
import { withRows, type Selection } from "../../components/selection.js";
import { texts } from "../../texts/texts.js";
import { markOf, type CandidateRow } from "./candidates.js";
import { EnableButton } from "./enable-button.js";
import type { Ticked } from "./use-chosen.js";

const useStyles = makeStyles({
  name: { display: "inline-flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "center" },
  mark: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  rows: readonly CandidateRow[];
  busy: boolean;
  selection: Selection<Ticked>;
  /** All whom the search finds are selected: a tick more or less has no meaning then. */
  everyone: boolean;
  onSelect: (selection: Selection<Ticked>) => void;
  onChanged: () => void;
}

const idOf = (row: Ticked) => row.directoryId;
const canSelect = (row: CandidateRow) => row.importable && row.user === null;

export function PeopleTable({ rows, busy, selection, everyone, onSelect, onChanged }: Props) {
  const words = texts.addPeople;
  const columns: Column<CandidateRow>[] = [
    {
      id: "name",
      width: "27%",
      header: words.columns.name,
      lead: true,
      cell: (row) => <NameCell row={row} onChanged={onChanged} />,
    },
    {
      id: "signInName",
      width: "31%",
      header: words.columns.signInName,
      cell: (row) => <MailAddress address={row.userPrincipalName ?? row.email} />,
    },
    { id: "department", width: "18%", header: words.columns.department, cell: (row) => row.department ?? "" },
    { id: "jobTitle", header: words.columns.jobTitle, cell: (row) => row.jobTitle ?? "" },
  ];
  return (
    <DataTable
      label={words.table}
      columns={columns}
      rows={rows}
      rowId={idOf}
      busy={busy}
      selection={{
        isSelected: (row) => (everyone && canSelect(row)) || selection.has(row.directoryId),
        canSelect: (row) => !everyone && canSelect(row),
        label: (row) => words.select(row.displayName),
        allLabel: words.selectAll,
        onToggle: (row, selected) => onSelect(withRows(selection, [row], idOf, selected)),
        onToggleAll: (selected) => onSelect(withRows(selection, rows.filter(canSelect), idOf, selected)),
      }}
    />
  );
}

function NameCell({ row, onChanged }: { row: CandidateRow; onChanged: () => void }) {
  const styles = useStyles();
  const mark = markOf(row);
  return (
    <span className={styles.name}>
      <PersonName person={{ directoryId: row.directoryId, name: row.displayName }} />
      {row.kind === "GUEST" && (
        // Not in the brand's colour, which is too faint on a row that is ticked
        <Badge appearance="outline" color="informative">
          {texts.addPeople.guest}
        </Badge>
      )}
      {mark && <Caption1 className={styles.mark}>{mark}</Caption1>}
      {row.user?.status === "DISABLED" && (
        <EnableButton userId={row.user.id} name={row.displayName} onEnabled={onChanged} />
      )}
    </span>
  );
}
