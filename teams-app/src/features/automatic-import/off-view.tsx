import { Body1, Button, makeStyles, tokens } from "@fluentui/react-components";
import { Section } from "../../components/section.js";
import { SyncStatusLine } from "../../components/sync-status-line.js";
import { texts } from "../../texts/texts.js";

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

/** What automatic import does, before anybody turns it on. */
export function OffView({ onEnable }: { onEnable: () => void }) {
  const styles = useStyles();
  const words = texts.automaticImport;
  return (
    <Section title={words.on.status}>
      <SyncStatusLine />
      <ul className={styles.list}>
        {words.off.lead.map((line) => (
          <li key={line}>
            <Body1>{line}</Body1>
          </li>
        ))}
      </ul>
      <div>
        <Button appearance="primary" onClick={onEnable}>
          {words.off.enable}
        </Button>
      </div>
    </Section>
  );
}
