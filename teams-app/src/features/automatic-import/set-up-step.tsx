import { Card, makeStyles, mergeClasses, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { texts } from "../../texts/texts.js";

export const steps = ["groups", "rules", "preview"] as const;
export type Step = (typeof steps)[number];

const useStyles = makeStyles({
  steps: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXL,
    listStyleType: "none",
    margin: 0,
    padding: 0,
    color: tokens.colorNeutralForeground2,
  },
  current: {
    color: tokens.colorNeutralForeground1,
    borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
    paddingBottom: tokens.spacingVerticalXXS,
  },
  card: { display: "flex", flexDirection: "column", alignItems: "stretch", gap: tokens.spacingVerticalM },
  heading: { ...typographyStyles.subtitle1, margin: 0, outlineStyle: "none" },
});

/** One of the three steps, with where it stands among them. Each step begins at its heading, also for the focus. */
export function SetUpStep({ step, children }: { step: Step; children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const words = texts.automaticImport.setUp;
  useEffect(() => {
    // Whoever comes back from another screen stays where they chose this one
    if (!document.activeElement?.closest("[role=tablist]")) heading.current?.focus();
  }, [step]);

  return (
    <>
      <ol className={styles.steps} aria-label={words.steps}>
        {steps.map((name, index) => (
          <li
            key={name}
            className={mergeClasses(name === step && styles.current)}
            {...(name === step ? { "aria-current": "step" as const } : {})}
          >
            <Text weight={name === step ? "semibold" : "regular"}>{words.step(index + 1, words.names[name])}</Text>
          </li>
        ))}
      </ol>
      <Card className={styles.card} role="region" aria-labelledby={id}>
        <h2 ref={heading} id={id} tabIndex={-1} className={styles.heading}>
          {words.stepOf(steps.indexOf(step) + 1, words.names[step])}
        </h2>
        {children}
      </Card>
    </>
  );
}
