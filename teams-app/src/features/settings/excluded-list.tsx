import { Body1, Button, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { PersonName } from "../../components/person-name.js";
import { texts } from "../../texts/texts.js";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  item: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, overflowWrap: "anywhere" },
  note: { color: tokens.colorNeutralForeground2 },
});

export interface Excluded {
  kind: "PERSON" | "GROUP";
  id: string;
  name: string;
  note: string | null;
}

/** So many are shown at once; there may be thousands. */
const shownAtOnce = 20;

interface Props {
  title: string;
  none: string;
  excluded: readonly Excluded[];
  pending: boolean;
  onEnd: (one: Excluded) => void;
}

export function ExcludedList({ title, none, excluded, pending, onEnd }: Props) {
  const styles = useStyles();
  const [shown, setShown] = useState(shownAtOnce);
  const words = texts.settings.exclusions;
  return (
    <div>
      <Subtitle2 as="h3">{title}</Subtitle2>
      {excluded.length === 0 && <Body1 block>{none}</Body1>}
      <ul className={styles.list} aria-label={title}>
        {excluded.slice(0, shown).map((one) => (
          <li key={one.id} className={styles.item}>
            <span className={styles.name}>
              {one.kind === "PERSON" ? <PersonName person={{ directoryId: one.id, name: one.name }} /> : one.name}{" "}
              {one.note && <Caption1 className={styles.note}>{one.note}</Caption1>}
            </span>
            <Button
              size="small"
              aria-label={words.end(one.name)}
              disabledFocusable={pending}
              onClick={() => onEnd(one)}
            >
              {words.takeBack}
            </Button>
          </li>
        ))}
      </ul>
      {excluded.length > shown && (
        <Button appearance="subtle" onClick={() => setShown(shown + 10 * shownAtOnce)}>
          {words.more(excluded.length - shown)}
        </Button>
      )}
    </div>
  );
}
