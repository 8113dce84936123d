import { Body1, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useId } from "react";
import { texts } from "../../texts/texts.js";
import type { ChosenGroup } from "./set-up-draft.js";

const useStyles = makeStyles({
  chips: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
});

interface Props {
  groups: readonly ChosenGroup[];
  emptyWords: string;
  onRemove: (group: ChosenGroup) => void;
}

/** The chosen groups as chips; a press takes one away again. */
export function ChosenGroups({ groups, emptyWords, onRemove }: Props) {
  const styles = useStyles();
  const heading = useId();
  const words = texts.automaticImport.setUp;
  if (groups.length === 0) return <Body1>{emptyWords}</Body1>;
  return (
    <>
      <Text id={heading} weight="semibold">
        {words.chosenCount(groups.length)}
      </Text>
      <ul className={styles.chips} aria-labelledby={heading}>
        {groups.map((group) => (
          <li key={group.id}>
            <Button
              size="small"
              shape="circular"
              icon={<DismissRegular />}
              iconPosition="after"
              aria-label={words.remove(group.displayName)}
              onClick={() => onRemove(group)}
            >
              {group.displayName}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
