import { Badge, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { phone } from "../../components/breakpoint.js";
import { cursorOf, firstPage, within } from "../../components/cursor-stack.js";
import { DataTable, type Column } from "../../components/data-table.js";
import { EmptyNote } from "../../components/empty-note.js";
import { ListTrouble } from "../../components/list-trouble.js";
import { Pager } from "../../components/pager.js";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import { formatMoment } from "../../format.js";
import { useQuery } from "../../graphql/use-query.js";
import { texts } from "../../texts/texts.js";
import { auditLines, type AuditRow } from "./audit-words.js";
import { AuditTrailDocument } from "./operations.js";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  title: { margin: 0 },
  line: { display: "block", [phone]: { display: "inline", "&:not(:last-child)::after": { content: '"; "' } } },
});

/** What people decided in this account, newest first, with before and after. */
export function AuditSection() {
  const styles = useStyles();
  const id = useId();
  const [keptStack, setStack] = useState(firstPage(""));
  const stack = within(keptStack, "");
  const query = useQuery(AuditTrailDocument, { first: 25, after: cursorOf(stack) });
  const words = texts.settings.audit;
  const columns: Column<AuditRow>[] = [
    { id: "at", width: "14%", header: words.columns.at, lead: true, cell: (row) => formatMoment(row.at) },
    { id: "by", width: "18%", header: words.columns.by, cell: (row) => row.by.name },
    { id: "what", width: "30%", header: words.columns.what, cell: (row) => <What row={row} /> },
    { id: "changed", header: words.columns.changed, cell: (row) => <Changed row={row} /> },
  ];

  return (
    <section aria-labelledby={id} className={styles.section}>
      <Subtitle2 as="h2" id={id} className={styles.title}>
        {words.title}
      </Subtitle2>
      {query.status === "loading" && <SkeletonRows rows={10} />}
      {query.status !== "loading" && query.trouble && (
        <ListTrouble trouble={query.trouble} stack={stack} onMove={setStack} onRetry={query.reload} />
      )}
      {query.status === "ready" && (
        <>
          {query.data.auditEvents.nodes.length === 0 ? (
            <EmptyNote>{words.none}</EmptyNote>
          ) : (
            <DataTable
              label={words.title}
              columns={columns}
              rows={query.data.auditEvents.nodes}
              rowId={(row) => row.id}
              busy={query.refreshing}
            />
          )}
          <Pager stack={stack} pageInfo={query.data.auditEvents.pageInfo} busy={query.refreshing} onMove={setStack} />
        </>
      )}
    </section>
  );
}

function What({ row: { kind, message, complete } }: { row: AuditRow }) {
  return (
    <>
      {texts.server.audit(kind, message)}{" "}
      {!complete && (
        <Badge appearance="tint" color="warning">
          {texts.settings.audit.incomplete}
        </Badge>
      )}
    </>
  );
}

function Changed({ row }: { row: AuditRow }) {
  const styles = useStyles();
  return auditLines(row).map((line) => (
    <span key={line} className={styles.line}>
      {line}
    </span>
  ));
}
