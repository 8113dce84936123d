import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useEffect, useRef, type ReactNode } from "react";
import { texts } from "../texts/texts.js";
import { phone } from "./breakpoint.js";
import { Steady } from "./steady.js";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  top: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM, alignItems: "center" },
  title: {
    ...typographyStyles.title2,
    flexGrow: 1,
    margin: 0,
    overflowWrap: "anywhere",
    // Focus comes here from code only, to be read out; nobody gets here by Tab.
    outlineStyle: "none",
    [phone]: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  },
});

interface Props {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** One screen: its h1, what can be done on the whole of it, and the rest. */
export function Page({ title, actions, children }: Props) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} · ${texts.common.product}`;
  }, [title]);

  useEffect(() => {
    // After a move inside the tab the pressed link is gone and focus with it; the first page leaves focus alone.
    if (document.activeElement === document.body && navigated) heading.current?.focus();
    navigated = true;
  }, []);

  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {actions}
      </div>
      <Steady>{children}</Steady>
    </div>
  );
}

let navigated = false;
