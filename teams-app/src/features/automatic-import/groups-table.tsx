import { Badge } from "@fluentui/react-components";
import { DataTable, type Column } from "../../components/data-table.js";
import { texts } from "../../texts/texts.js";
import { chosenHealth, readAtWords } from "./group-words.js";
import type { Settings } from "./set-up-draft.js";

type Group = Settings["groups"][number];

export function GroupsTable({ groups }: { groups: readonly Group[] }) {
  const words = texts.automaticImport.on;
  const columns: readonly Column<Group>[] = [
    { id: "name", width: "34%", header: words.columns.name, lead: true, cell: (group) => group.displayName },
    {
      id: "people",
      width: "18%",
      header: words.columns.people,
      cell: (group) => (group.people === null ? texts.common.none : words.people(group.people)),
    },
    { id: "readAt", width: "20%", header: words.columns.readAt, cell: (group) => readAtWords(group.readAt) },
    { id: "health", header: words.columns.health, cell: (group) => <Health group={group} /> },
  ];
  return <DataTable label={words.groups} columns={columns} rows={groups} rowId={(group) => group.id} />;
}

function Health({ group }: { group: Group }) {
  const health = chosenHealth(group);
  return (
    <Badge appearance="tint" color={health.calm ? "informative" : "warning"}>
      {health.words}
    </Badge>
  );
}
