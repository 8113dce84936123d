import { Body1, Button, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ImportOutcomeKind } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";
import { resultsOf, type PersonResult } from "./import-people.js";

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: "anywhere" },
});

/** So many are shown at once; the CSV has everybody. */
const shownAtFirst = 10;

interface Props {
  title: (count: number) => string;
  outcome: ImportOutcomeKind;
  results: readonly PersonResult[];
}

/** The people of one outcome, with the reason where there is one. */
export function OutcomeList({ title, outcome, results }: Props) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const some = resultsOf(results, outcome);
  const shown = all ? some : some.slice(0, shownAtFirst);
  const words = texts.addPeople.result;
  if (some.length === 0) return null;
  return (
    <div>
      <Subtitle2 as="h3">{title(some.length)}</Subtitle2>
      <ul className={styles.list} aria-label={title(some.length)}>
        {shown.map(({ directoryId, displayName, message }) => (
          <li key={directoryId}>
            <Body1>
              {displayName || words.unnamed}
              {message && `: ${message}`}
            </Body1>
          </li>
        ))}
      </ul>
      {shown.length < some.length && (
        <Button appearance="subtle" onClick={() => setAll(true)}>
          {words.showAll(some.length)}
        </Button>
      )}
    </div>
  );
}
