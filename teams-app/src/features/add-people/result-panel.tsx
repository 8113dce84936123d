import { Body1, Button, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { InnerLink } from "../../components/inner-link.js";
import { Section } from "../../components/section.js";
import type { ImportOutcomeKind } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";
import { resultsOf, summary, type PersonResult } from "./import-people.js";

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, maxHeight: "240px", overflowY: "auto" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM, alignItems: "center" },
});

interface Props {
  results: readonly PersonResult[];
  onRetry: () => void;
  onDone: () => void;
}

/** What became of each person, worst first. */
export function ResultPanel({ results, onRetry, onDone }: Props) {
  const styles = useStyles();
  const panel = useRef<HTMLDivElement>(null);
  const words = texts.addPeople.result;

  useEffect(() => {
    // The pressed button is gone with its dialog; the result is what the person waits for.
    panel.current?.focus();
    panel.current?.scrollIntoView({ block: "nearest" });
  }, []);

  return (
    <div ref={panel} tabIndex={-1}>
      <Section title={words.title}>
        <Body1>{summary(results)}</Body1>
        <OutcomeList title={words.failed} outcome="FAILED" results={results} />
        <OutcomeList title={words.added} outcome="ADDED" results={results} />
        <OutcomeList title={words.alreadyHere} outcome="ALREADY_HERE" results={results} />
        <div className={styles.actions}>
          {resultsOf(results, "FAILED").length > 0 && <Button onClick={onRetry}>{words.retry}</Button>}
          <Button onClick={onDone}>{words.done}</Button>
          <InnerLink to="/users">{words.showUsers}</InnerLink>
        </div>
      </Section>
    </div>
  );
}

interface ListProps {
  title: (count: number) => string;
  outcome: ImportOutcomeKind;
  results: readonly PersonResult[];
}

function OutcomeList({ title, outcome, results }: ListProps) {
  const styles = useStyles();
  const some = resultsOf(results, outcome);
  if (some.length === 0) return null;
  return (
    <div>
      <Subtitle2 as="h3">{title(some.length)}</Subtitle2>
      <ul className={styles.list} aria-label={title(some.length)}>
        {some.map(({ directoryId, displayName, message }) => (
          <li key={directoryId}>
            <Body1>
              {displayName || texts.addPeople.result.unnamed}
              {message && `: ${message}`}
            </Body1>
          </li>
        ))}
      </ul>
    </div>
  );
}
