import { useEffect, useState } from "react";
import { cursorOf, firstPage, within } from "../../components/cursor-stack.js";
import { DataTable, type Column } from "../../components/data-table.js";
import { ListTrouble } from "../../components/list-trouble.js";
import { Pager } from "../../components/pager.js";
import { PersonName } from "../../components/person-name.js";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import type { HeldPeopleQuery } from "../../graphql/generated/graphql.js";
import { useQuery } from "../../graphql/use-query.js";
import { texts } from "../../texts/texts.js";
import { HeldPeopleDocument } from "./hold-operations.js";

type Held = NonNullable<HeldPeopleQuery["hold"]>["people"]["nodes"][number];

const peopleAtOnce = 25;

interface Props {
  /** Of the list that is being decided about. */
  version: number;
  groupId: string | null;
  /** The list is another one by now. */
  onChanged: () => void;
}

/** Who waits and why, page by page, of one group or of all. */
export function HeldList({ version, groupId, onChanged }: Props) {
  // A list that was made anew is shown from its beginning: nobody may be missed who joined on a page seen before
  const scope = `${version} ${groupId ?? ""}`;
  const [keptStack, setStack] = useState(firstPage(scope));
  const stack = within(keptStack, scope);
  const query = useQuery(HeldPeopleDocument, { first: peopleAtOnce, after: cursorOf(stack), groupId });
  const hold = query.status === "ready" ? query.data.hold : null;
  const seen = hold?.version ?? null;
  const { reload } = query;
  useEffect(() => {
    if (seen !== null && seen > version) onChanged();
    if (seen !== null && seen < version) reload();
  }, [seen, version, onChanged, reload]);

  if (query.status === "failed")
    return <ListTrouble trouble={query.trouble} stack={stack} onMove={setStack} onRetry={reload} />;
  if (!hold) return <SkeletonRows rows={5} />;
  const busy = query.status === "ready" && query.refreshing;
  return (
    <div>
      <DataTable
        label={texts.automaticImport.hold.list}
        columns={columns()}
        rows={hold.people.nodes}
        rowId={({ action, directoryId }) => `${action} ${directoryId}`}
        busy={busy}
      />
      <Pager stack={stack} pageInfo={hold.people.pageInfo} busy={busy} onMove={setStack} />
    </div>
  );
}

function columns(): readonly Column<Held>[] {
  const { columns: words, actions } = texts.automaticImport.hold;
  return [
    {
      id: "name",
      width: "28%",
      header: words.name,
      lead: true,
      cell: ({ directoryId, displayName }) => <PersonName person={{ directoryId, name: displayName }} />,
    },
    { id: "action", width: "16%", header: words.action, cell: ({ action }) => actions[action] },
    {
      id: "reason",
      width: "30%",
      header: words.reason,
      cell: (person) => texts.server.changeReason(person.reason, person.reasonText),
    },
    { id: "groups", header: words.groups, cell: ({ groups }) => groups.map((group) => group.displayName).join(", ") },
  ];
}
