import { Badge, Body1, makeStyles, tokens } from "@fluentui/react-components";
import { phone } from "../../components/breakpoint.js";
import { DataTable, type Column } from "../../components/data-table.js";
import { texts } from "../../texts/texts.js";
import { chosenHealth, readAtWords } from "./group-words.js";
import { sumWords, type GroupSum } from "./preview-words.js";
import type { Settings } from "./set-up-draft.js";

type Group = Settings["groups"][number];

const useStyles = makeStyles({
  health: {
    display: "flex",
    flexDirection: "column",
    alignItems: "start",
    gap: tokens.spacingVerticalXXS,
    [phone]: { display: "inline" },
  },
});

interface Props {
  label: string;
  groups: readonly Group[];
  /** Where a preview has just read them: how their members come to so many people. */
  sums: readonly GroupSum[] | null;
}

export function GroupsTable({ label, groups, sums }: Props) {
  return <DataTable label={label} columns={columns(sums)} rows={groups} rowId={(group) => group.id} />;
}

function columns(sums: readonly GroupSum[] | null): readonly Column<Group>[] {
  const words = texts.automaticImport.on;
  const sumOf = new Map(sums?.map((sum) => [sum.groupId, sum]));
  return [
    { id: "name", width: "26%", header: words.columns.name, lead: true, cell: (group) => group.displayName },
    {
      id: "people",
      width: "26%",
      header: words.columns.people,
      cell: ({ id, people }) => {
        const sum = sumOf.get(id);
        if (sum) return sumWords(sum);
        return people === null ? texts.common.none : words.people(people);
      },
    },
    {
      id: "readAt",
      width: "16%",
      header: words.columns.readAt,
      named: true,
      cell: (group) => readAtWords(group.readAt),
    },
    { id: "health", header: words.columns.health, cell: (group) => <Health group={group} /> },
  ];
}

function Health({ group }: { group: Group }) {
  const styles = useStyles();
  return (
    <span className={styles.health}>
      {chosenHealth(group).map(({ words, calm, next }) =>
        calm ? (
          <Badge key={words} appearance="tint" color="informative">
            {words}
          </Badge>
        ) : (
          <Body1 key={words}>
            <strong>{words}</strong> {next}
          </Body1>
        ),
      )}
    </span>
  );
}
