import { Badge, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { phone } from "../../components/breakpoint.js";
import { DataTable, type Column } from "../../components/data-table.js";
import { MailAddress } from "../../components/mail-address.js";
import { PersonName } from "../../components/person-name.js";
import { Whole } from "../../components/whole.js";
import { withRows, type Selection } from "../../components/selection.js";
import { formatDay, formatMoment } from "../../format.js";
import type { UserOrder } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";
import type { Act } from "./acts.js";
import { UserRowMenu } from "./user-row-menu.js";
import { directionOf, orderAfterClick, type UserRow } from "./users-query.js";

const useStyles = makeStyles({
  // Two lines of it where the column is narrow
  badge: { height: "auto", minHeight: "20px", paddingBlock: "1px", textAlign: "start" },
  note: { display: "block", [phone]: { display: "inline", "::before": { content: '"\\00a0· "' } } },
  badges: { display: "inline-flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, alignItems: "center" },
});

interface Props {
  rows: readonly UserRow[];
  busy: boolean;
  orderBy: UserOrder;
  onOrder: (order: UserOrder) => void;
  selection: Selection<UserRow>;
  onSelect: (selection: Selection<UserRow>) => void;
  onAsk: (act: Act, users: readonly UserRow[]) => void;
  onChanged: () => void;
}

const idOf = (row: UserRow) => row.id;

export function UsersTable({ rows, busy, orderBy, onOrder, selection, onSelect, onAsk, onChanged }: Props) {
  const words = texts.users;
  const sortBy = (column: "name" | "mail" | "lastSignIn") => ({
    direction: directionOf(orderBy, column),
    onSort: () => onOrder(orderAfterClick(orderBy, column)),
  });
  const columns: Column<UserRow>[] = [
    {
      id: "name",
      width: "19%",
      header: words.columns.name,
      lead: true,
      sort: sortBy("name"),
      cell: (row) => <NameCell row={row} />,
    },
    {
      id: "mail",
      width: "23%",
      header: words.columns.mail,
      sort: sortBy("mail"),
      cell: (row) => <MailCell row={row} />,
    },
    { id: "origin", width: "11%", header: words.columns.origin, cell: (row) => <OriginCell row={row} /> },
    { id: "status", width: "16%", header: words.columns.status, cell: (row) => <StatusCell row={row} /> },
    {
      id: "groups",
      width: "13%",
      header: words.columns.groups,
      cell: (row) => row.groups.map((group) => group.displayName).join(", "),
    },
    {
      id: "lastSignIn",
      header: words.columns.lastSignIn,
      named: true,
      sort: sortBy("lastSignIn"),
      cell: (row) => <Whole>{row.lastSignInAt ? formatMoment(row.lastSignInAt) : words.neverSignedIn}</Whole>,
    },
    {
      id: "actions",
      header: words.columns.actions,
      hiddenHeader: true,
      cell: (row) => <UserRowMenu user={row} onAsk={onAsk} onChanged={onChanged} />,
    },
  ];

  return (
    <DataTable
      label={words.table}
      columns={columns}
      rows={rows}
      rowId={idOf}
      busy={busy}
      selection={{
        isSelected: (row) => selection.has(row.id),
        canSelect: () => true,
        label: (row) => words.select(row.displayName),
        allLabel: words.selectAll,
        onToggle: (row, selected) => onSelect(withRows(selection, [row], idOf, selected)),
        onToggleAll: (selected) => onSelect(withRows(selection, rows, idOf, selected)),
      }}
    />
  );
}

function NameCell({ row }: { row: UserRow }) {
  const styles = useStyles();
  const directory = row.directoryState;
  return (
    <span className={styles.badges}>
      <PersonName person={{ userId: row.id, name: row.displayName }} />
      {row.role === "ADMIN" && <Badge appearance="tint">{texts.common.role.ADMIN}</Badge>}
      {(directory === "BLOCKED" || directory === "DELETED") && (
        <Badge appearance="tint" color="warning" className={styles.badge}>
          {texts.common.directoryState[directory]}
        </Badge>
      )}
    </span>
  );
}

function MailCell({ row }: { row: UserRow }) {
  const styles = useStyles();
  return (
    <>
      <MailAddress address={row.email ?? row.userPrincipalName} />
      {row.sharesEmail && <Caption1 className={styles.note}>{texts.users.sharesEmail}</Caption1>}
    </>
  );
}

function OriginCell({ row: { origin, managedBy } }: { row: UserRow }) {
  const styles = useStyles();
  const expected = origin === "SYNC" ? "GROUPS" : "ADMIN";
  return (
    <span className={styles.badges}>
      {texts.common.origin[origin]}
      {managedBy !== expected && <Caption1>{texts.users.decidedBy[managedBy]}</Caption1>}
    </span>
  );
}

function StatusCell({ row }: { row: UserRow }) {
  const styles = useStyles();
  const { status } = texts.common;
  if (row.status === "ACTIVE") return status.ACTIVE;
  const { disabledBy, disabledBecause, disabledReason, disabledAt } = row;
  // Of an admin's decision who and when is all there is to say; the sync has a reason.
  const why = [
    disabledBy === "SYNC" && disabledReason ? texts.server.disabled(disabledBecause, disabledReason) : null,
    disabledAt && formatDay(disabledAt),
  ].filter(Boolean);
  return (
    <span className={styles.badges}>
      <Badge appearance="tint" color="danger" className={styles.badge}>
        {disabledBy ? texts.users.disabledBy[disabledBy] : status.DISABLED}
      </Badge>
      {why.length > 0 && <Caption1>{why.join(", ")}</Caption1>}
    </span>
  );
}
