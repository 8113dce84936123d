import { Body1, makeStyles, Subtitle2, tokens, typographyStyles } from "@fluentui/react-components";
import { phone } from "../../components/breakpoint.js";
import { CopyButton } from "../../components/copy-button.js";
import { InnerLink } from "../../components/inner-link.js";
import { RunProgressBar } from "../../components/run-progress-bar.js";
import { ShareLink } from "../../components/share-link.js";
import { StopImport } from "../../components/stop-import.js";
import { formatMoment, formatNumber } from "../../format.js";
import { texts } from "../../texts/texts.js";
import { runAddress } from "./run-address.js";
import { RunChanges } from "./run-changes.js";
import { countKinds, type RunDetails } from "./run-words.js";
import { StatusBadge } from "./runs-table.js";
import { timelineOf } from "./timeline.js";
import { UndoSection } from "./undo-section.js";

const useStyles = makeStyles({
  top: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  title: { margin: 0 },
  timeline: { margin: 0, padding: 0, listStyleType: "none" },
  counts: {
    display: "flex",
    flexWrap: "wrap",
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    margin: 0,
    [phone]: { display: "grid", gridTemplateColumns: "repeat(3, 1fr)" },
  },
  count: { display: "flex", flexDirection: "column-reverse", color: tokens.colorNeutralForeground2 },
  number: { ...typographyStyles.subtitle1, margin: 0, color: tokens.colorNeutralForeground1 },
  ids: { margin: 0, overflowWrap: "anywhere", fontFamily: tokens.fontFamilyMonospace, whiteSpace: "pre-line" },
});

export function RunView({ run, onUndone }: { run: RunDetails; onUndone: () => void }) {
  const styles = useStyles();
  const words = texts.history.run;
  const { columns } = texts.history;
  const { requestIds } = run.usage;
  return (
    <>
      <div className={styles.top}>
        <StatusBadge run={run} />
        {run.status === "RUNNING" && run.trigger === "IMPORT" && <StopImport run={run} />}
        <UndoSection run={run} onUndone={onUndone} />
        <CopyButton label={words.copyLink} value={window.location.origin + runAddress(run.id)} />
        <ShareLink label={words.shareLink} place={runAddress(run.id)} name={words.title(run.startedAt)} />
        {run.status === "HELD" && <InnerLink to="/automatic-import">{words.heldLink}</InnerLink>}
        {run.undoneBy !== null && <InnerLink to={runAddress(run.undoneBy)}>{words.undoneBy}</InnerLink>}
      </div>
      {run.reasons.length > 0 && <Body1>{texts.server.sentences(run.reasons)}</Body1>}
      {run.status === "RUNNING" && <RunProgressBar run={run} />}
      <section className={styles.part}>
        <Subtitle2 as="h3" className={styles.title}>
          {words.timeline}
        </Subtitle2>
        <ol className={styles.timeline}>
          {timelineOf(run).map(({ at, words: said }) => (
            <li key={said}>
              {at !== null && <time dateTime={at}>{formatMoment(at)}: </time>}
              {said}
            </li>
          ))}
        </ol>
      </section>
      <section className={styles.part}>
        <Subtitle2 as="h3" className={styles.title}>
          {words.counts}
        </Subtitle2>
        <dl className={styles.counts}>
          {countKinds.map((kind) => (
            <div key={kind} className={styles.count}>
              <dt>{columns[kind]}</dt>
              <dd className={styles.number}>{formatNumber(run.counts[kind])}</dd>
            </div>
          ))}
        </dl>
      </section>
      <RunChanges run={run} />
      {requestIds.length > 0 && (
        <section className={styles.part}>
          <Subtitle2 as="h3" className={styles.title}>
            {words.support}
          </Subtitle2>
          <Body1>{words.supportHint}</Body1>
          <p className={styles.ids}>{requestIds.join("\n")}</p>
          <div>
            <CopyButton label={words.copyIds} value={requestIds.join("\n")} />
          </div>
        </section>
      )}
    </>
  );
}
