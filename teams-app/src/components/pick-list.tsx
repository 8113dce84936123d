import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", margin: 0, padding: 0, listStyleType: "none" },
  item: { width: "100%", justifyContent: "start", textAlign: "start", fontWeight: "inherit" },
  lines: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  detail: { color: tokens.colorNeutralForeground2 },
});

interface Item {
  id: string;
  name: string;
  /** What tells it from others of the same name. */
  detail: string;
  disabled?: boolean;
  onPick: () => void;
}

/** What a search found, one to be picked. */
export function PickList({ label, items }: { label: string; items: readonly Item[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={label}>
      {items.map(({ id, name, detail, disabled = false, onPick }) => (
        <li key={id}>
          <Button appearance="subtle" className={styles.item} disabledFocusable={disabled} onClick={onPick}>
            <span className={styles.lines}>
              <span>{name}</span>
              {detail && <Caption1 className={styles.detail}>{detail}</Caption1>}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
