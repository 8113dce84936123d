import { Caption1, makeStyles, mergeClasses, Text, tokens, useArrowNavigationGroup } from "@fluentui/react-components";
import { useId } from "react";
import { useHoldsBack } from "../../components/steady.js";
import { runInWords } from "../../components/sync-sentence.js";
import { useReloadAfterRun } from "../../components/use-reload-after-run.js";
import { useVisuallyHidden } from "../../components/visually-hidden.js";
import { formatMoment } from "../../format.js";
import { useQuery } from "../../graphql/use-query.js";
import { useLink } from "../../navigation.js";
import { texts } from "../../texts/texts.js";
import { RecentRunsDocument } from "./operations.js";
import { markOf, type Mark, type RecentRun } from "./recent-run-marks.js";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  list: { display: "flex", flexWrap: "wrap", gap: "4px", listStyleType: "none", margin: 0, padding: 0 },
  run: {
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    width: "24px",
    height: "24px",
    boxSizing: "border-box",
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    fontWeight: tokens.fontWeightBold,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  quiet: {},
  changed: { backgroundColor: tokens.colorBrandBackground, forcedColorAdjust: "none" },
  attention: { backgroundColor: tokens.colorStatusWarningBackground2 },
  failed: { backgroundColor: tokens.colorStatusDangerBackground2 },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** The last day of runs at a glance; each leads to what it did, and says so in words to who does not see it. */
export function RecentRuns() {
  const styles = useStyles();
  const heading = useId();
  const arrows = useArrowNavigationGroup({ axis: "both" });
  const query = useQuery(RecentRunsDocument, {});
  useReloadAfterRun(query.reload);
  useHoldsBack(query.status === "loading");
  const runs = query.status === "ready" ? query.data.syncStatus.recentRuns.filter(hasEnded).reverse() : [];
  if (runs.length === 0) return null;
  const words = texts.automaticImport.on;
  return (
    <div className={styles.part}>
      <Text id={heading} weight="semibold">
        {words.recent(runs.length)}
      </Text>
      <ol className={styles.list} aria-labelledby={heading} {...arrows}>
        {runs.map((run) => (
          <li key={run.id}>
            <RunMark run={run} />
          </li>
        ))}
      </ol>
      <Caption1 className={styles.hint}>{words.recentHint}</Caption1>
    </div>
  );
}

const hasEnded = ({ status }: RecentRun): boolean => status !== "RUNNING";

const glyphs: Record<Mark, string> = { quiet: "", changed: "", attention: "!", failed: "×" };

function RunMark({ run }: { run: RecentRun }) {
  const styles = useStyles();
  const hidden = useVisuallyHidden();
  const link = useLink(`/history/run/${run.id}`);
  const mark = markOf(run);
  const words = texts.automaticImport.on.recentRun(formatMoment(run.finishedAt ?? run.startedAt), runInWords(run));
  return (
    <a {...link} title={words} className={mergeClasses(styles.run, styles[mark])}>
      <span aria-hidden>{glyphs[mark]}</span>
      <span className={hidden}>{words}</span>
    </a>
  );
}
