import { Card, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { phone } from "./breakpoint.js";

const useStyles = makeStyles({
  bar: {
    position: "sticky",
    bottom: tokens.spacingVerticalM,
    zIndex: 1,
    flexDirection: "row",
    flexWrap: "wrap",
    alignItems: "center",
    // In the dark theme a shadow alone does not lift it off the rows below.
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow16,
    // As wide as their words: four of them do not share one line of a phone.
    [phone]: { gap: tokens.spacingHorizontalS, "& > button": { flex: "1 1 auto", minWidth: "fit-content" } },
  },
  words: { flexGrow: 1, [phone]: { flexBasis: "100%" } },
});

/** Stays in sight at the bottom while something is selected. */
export function SelectionBar({ label, words, children }: { label: string; words: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <Card className={styles.bar} role="region" aria-label={label}>
      <Text weight="semibold" className={styles.words}>
        {words}
      </Text>
      {children}
    </Card>
  );
}
