import { Card, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  bar: {
    position: "sticky",
    bottom: tokens.spacingVerticalM,
    zIndex: 1,
    flexDirection: "row",
    flexWrap: "wrap",
    alignItems: "center",
    boxShadow: tokens.shadow16,
  },
  words: { flexGrow: 1 },
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
