import { Body1, Card, makeStyles, Title2, tokens } from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import { texts } from "../texts/texts.js";

const useStyles = makeStyles({
  main: { display: "flex", justifyContent: "center", padding: `10vh ${tokens.spacingHorizontalL} 0` },
  card: { width: "100%", maxWidth: "520px", padding: tokens.spacingHorizontalXXL, gap: tokens.spacingVerticalL },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
});

/** A page before the tab proper: one thing to say and one or two ways on. */
export function QuietPage({
  title,
  lines,
  details,
  children,
}: {
  title: string;
  lines: readonly string[];
  details?: ReactNode;
  children?: ReactNode;
}) {
  const styles = useStyles();

  useEffect(() => {
    document.title = `${title} · ${texts.common.product}`;
  }, [title]);

  return (
    <main className={styles.main}>
      <Card className={styles.card}>
        <Title2 as="h1">{title}</Title2>
        {lines.map((line) => (
          <Body1 key={line}>{line}</Body1>
        ))}
        {details}
        {children && <div className={styles.actions}>{children}</div>}
      </Card>
    </main>
  );
}
