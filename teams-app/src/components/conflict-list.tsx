import { makeStyles, tokens } from "@fluentui/react-components";
import { texts } from "../texts/texts.js";
import { ConflictItem, type Conflict } from "./conflict-item.js";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, margin: 0, padding: 0 },
});

interface Props {
  conflicts: readonly Conflict[];
  onDecided: (said: string) => void;
}

export function ConflictList({ conflicts, onDecided }: Props) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={texts.users.conflicts.list}>
      {conflicts.map((conflict) => (
        <ConflictItem key={conflict.directoryId} conflict={conflict} onDecided={onDecided} />
      ))}
    </ul>
  );
}
