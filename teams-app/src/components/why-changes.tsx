import { Body1, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { formatMoment } from "../format.js";
import { texts } from "../texts/texts.js";
import { WhyPart } from "./why-part.js";
import { changeLine, type WhyChange } from "./why-words.js";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  change: { display: "flex", flexDirection: "column" },
  when: { color: tokens.colorNeutralForeground2 },
});

/** What runs and imports did to them, newest first. */
export function WhyChanges({ changes }: { changes: readonly WhyChange[] }) {
  const styles = useStyles();
  const words = texts.why.changes;
  return (
    <WhyPart title={words.title}>
      {changes.length === 0 && <Body1>{words.none}</Body1>}
      <ul className={styles.list} aria-label={words.title}>
        {changes.map((change) => (
          <li key={change.id} className={styles.change}>
            <Caption1 className={styles.when}>{formatMoment(change.at)}</Caption1>
            <Body1>{changeLine(change)}</Body1>
          </li>
        ))}
      </ul>
    </WhyPart>
  );
}
