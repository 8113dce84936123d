import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  columns: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 440px), 1fr))",
    alignItems: "start",
    gap: tokens.spacingVerticalL,
  },
  column: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, minWidth: 0 },
});

/** Sections side by side where there is room for two, below one another where there is not. */
export function Columns({ children }: { children: readonly ReactNode[] }) {
  const styles = useStyles();
  return (
    <div className={styles.columns}>
      {children.map((column, at) => (
        <div key={at} className={styles.column}>
          {column}
        </div>
      ))}
    </div>
  );
}
