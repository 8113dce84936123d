import { Body1, makeStyles, tokens } from "@fluentui/react-components";
import type { SentenceCode } from "../graphql/generated/graphql.js";
import { texts } from "../texts/texts.js";
import { PersonName } from "./person-name.js";

const useStyles = makeStyles({
  summary: {
    cursor: "pointer",
    minHeight: "24px",
    paddingBlock: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusSmall },
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXXL, overflowWrap: "anywhere" },
  reason: { color: tokens.colorNeutralForeground2 },
});

export interface NamedPerson {
  directoryId: string;
  displayName: string;
  because: SentenceCode;
  reason: string;
}

interface Props {
  /** "Will add 38 people" */
  summary: string;
  people: { count: number; people: readonly NamedPerson[] };
}

/** A number that opens into who it is made of, each with the reason; nothing for nobody. */
export function PeopleDisclosure({ summary, people: { count, people } }: Props) {
  const styles = useStyles();
  if (count === 0) return null;
  const more = count - people.length;
  return (
    <details>
      <summary className={styles.summary}>{summary}</summary>
      <ul className={styles.list} aria-label={summary}>
        {people.map((person) => (
          <li key={person.directoryId}>
            <PersonName person={{ directoryId: person.directoryId, name: person.displayName }} />:{" "}
            <span className={styles.reason}>{texts.server.because(person.because, person.reason)}</span>
          </li>
        ))}
        {more > 0 && (
          <li>
            <Body1>{texts.common.andMore(more)}</Body1>
          </li>
        )}
      </ul>
    </details>
  );
}
