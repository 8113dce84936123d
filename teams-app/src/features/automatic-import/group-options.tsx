import { Caption1, Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { DirectoryGroupsQuery } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";
import { groupFacts } from "./group-words.js";
import type { ChosenGroup } from "./set-up-draft.js";

type Group = Extract<
  DirectoryGroupsQuery["directoryGroups"],
  { __typename: "DirectoryGroupConnection" }
>["nodes"][number];

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  busy: { opacity: 0.6 },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  label: { display: "flex", flexDirection: "column", overflowWrap: "anywhere" },
  facts: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  groups: readonly Group[];
  busy: boolean;
  chosen: ReadonlySet<string>;
  onToggle: (group: ChosenGroup, chosen: boolean) => void;
}

/** One page of groups to tick; those that cannot be chosen say why. */
export function GroupOptions({ groups, busy, chosen, onToggle }: Props) {
  const styles = useStyles();
  return (
    <ul
      aria-label={texts.automaticImport.setUp.groups}
      aria-busy={busy}
      className={mergeClasses(styles.list, busy && styles.busy)}
    >
      {groups.map((group) => (
        <li key={group.id} className={styles.item}>
          <Checkbox
            checked={chosen.has(group.id)}
            // A group that became unusable must still be possible to take away.
            disabled={!group.choosable && !chosen.has(group.id)}
            onChange={(_, { checked }) => onToggle(chosenOf(group), checked === true)}
            label={
              <span className={styles.label}>
                {group.displayName}
                <Caption1 className={styles.facts}>{groupFacts(group).join(" · ")}</Caption1>
              </span>
            }
          />
        </li>
      ))}
    </ul>
  );
}

const chosenOf = (group: Group): ChosenGroup => ({
  id: group.id,
  displayName: group.displayName,
  facts: groupFacts(group).join(" · "),
});
