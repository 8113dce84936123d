import { Checkbox, mergeClasses, useArrowNavigationGroup } from "@fluentui/react-components";
import { ArrowDownRegular } from "@fluentui/react-icons/svg/arrow-down";
import { ArrowUpRegular } from "@fluentui/react-icons/svg/arrow-up";
import type { ReactNode } from "react";
import { useTableStyles } from "./data-table-styles.js";

export type SortDirection = "ascending" | "descending";

export interface Column<TRow> {
  id: string;
  header: string;
  cell: (row: TRow) => ReactNode;
  /** Present where a click on the header sorts. */
  sort?: { direction: SortDirection | null; onSort: () => void };
  /** Share of the width, so that columns stand still from one page or search to the next. */
  width?: string;
  /** Kept on a narrow screen's first line; the others share the second. */
  lead?: boolean;
  /** Left out where a table is narrow and not yet two lines a row; a phone has it on the second line. */
  roomy?: boolean;
  /** On a phone, where no headings stand, its heading goes before the value: one that says nothing by itself. */
  named?: boolean;
  /** Shows only its cells: a column of buttons needs no heading on screen. */
  hiddenHeader?: boolean;
}

export interface TableSelection<TRow> {
  isSelected: (row: TRow) => boolean;
  /** Rows that cannot be ticked say why in their cells. */
  canSelect: (row: TRow) => boolean;
  label: (row: TRow) => string;
  allLabel: string;
  onToggle: (row: TRow, selected: boolean) => void;
  onToggleAll: (selected: boolean) => void;
}

interface Props<TRow> {
  label: string;
  columns: readonly Column<TRow>[];
  rows: readonly TRow[];
  rowId: (row: TRow) => string;
  selection?: TableSelection<TRow>;
  /** Newer rows are on their way: these stay, dimmed. */
  busy?: boolean;
}

/**
 * A plain table, one server-side page at a time; below 640 px each row becomes two lines. Roles are written out,
 * because browsers drop a table's own once CSS changes its display. By keyboard it is one stop: Tab leaves it, arrows go
 * about in it. It is no grid for all that: most cells only tell, and screen readers read those of a table alone.
 */
export function DataTable<TRow>({ label, columns, rows, rowId, selection, busy = false }: Props<TRow>) {
  const styles = useTableStyles();
  const arrows = useArrowNavigationGroup({ axis: "grid", memorizeCurrent: true });
  return (
    <table
      role="table"
      aria-label={label}
      aria-busy={busy}
      className={mergeClasses(styles.table, busy && styles.busy)}
      {...arrows}
    >
      <colgroup className={styles.columns}>
        {selection && <col />}
        {columns.map(({ id, width, roomy }) => (
          <col key={id} className={mergeClasses(roomy && styles.roomy)} style={{ width }} />
        ))}
      </colgroup>
      <thead role="rowgroup" className={styles.head}>
        <tr role="row" className={mergeClasses(styles.headRow, selection && styles.rowWithTick)}>
          {selection && (
            <th role="columnheader" className={mergeClasses(styles.header, styles.tick, styles.tickAll)}>
              <TickAll rows={rows} selection={selection} alone={!columns.some(({ sort }) => sort)} />
            </th>
          )}
          {columns.map((column) => (
            <HeaderCell key={column.id} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={styles.body}>
        {rows.map((row) => {
          const selected = selection?.isSelected(row) ?? false;
          return (
            <tr
              key={rowId(row)}
              role="row"
              {...(selection ? { "aria-selected": selected } : {})}
              className={mergeClasses(styles.row, selection && styles.rowWithTick, selected && styles.selected)}
            >
              {selection && (
                <td role="cell" className={mergeClasses(styles.cell, styles.tick)}>
                  <Checkbox
                    aria-label={selection.label(row)}
                    checked={selected}
                    disabled={!selection.canSelect(row)}
                    onChange={(_, { checked }) => selection.onToggle(row, checked === true)}
                  />
                </td>
              )}
              {columns.map((column) => (
                <td
                  key={column.id}
                  role="cell"
                  className={mergeClasses(
                    styles.cell,
                    column.lead ? styles.lead : !column.hiddenHeader && styles.detail,
                    column.hiddenHeader && styles.actions,
                    column.named && styles.named,
                    column.roomy && styles.roomy,
                  )}
                >
                  {column.named && (
                    <span aria-hidden className={styles.onPhone}>
                      {column.header}:{" "}
                    </span>
                  )}
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface TickAllProps<TRow> {
  rows: readonly TRow[];
  selection: TableSelection<TRow>;
  /** On a phone no heading stands beside it, so that it says what it is. */
  alone: boolean;
}

function TickAll<TRow>({ rows, selection, alone }: TickAllProps<TRow>) {
  const styles = useTableStyles();
  const selectable = rows.filter(selection.canSelect);
  const ticked = selectable.filter(selection.isSelected).length;
  const all = selectable.length > 0 && ticked === selectable.length;
  return (
    <Checkbox
      aria-label={selection.allLabel}
      {...(alone && { label: { children: selection.allLabel, className: styles.onPhone } })}
      checked={all ? true : ticked > 0 ? "mixed" : false}
      disabled={selectable.length === 0}
      onChange={() => selection.onToggleAll(!all)}
    />
  );
}

function HeaderCell<TRow>({ column: { header, sort, hiddenHeader, roomy } }: { column: Column<TRow> }) {
  const styles = useTableStyles();
  if (!sort) {
    return (
      <th role="columnheader" className={mergeClasses(styles.header, styles.plainHeader, roomy && styles.roomy)}>
        <span className={mergeClasses(hiddenHeader && styles.hiddenText)}>{header}</span>
      </th>
    );
  }
  return (
    <th role="columnheader" aria-sort={sort.direction ?? "none"} className={styles.header}>
      <button type="button" className={styles.sort} onClick={sort.onSort}>
        {header}
        {sort.direction === "ascending" && <ArrowUpRegular />}
        {sort.direction === "descending" && <ArrowDownRegular />}
      </button>
    </th>
  );
}
