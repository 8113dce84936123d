import { makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { roomy } from "./breakpoint.js";

const useStyles = makeStyles({
  bar: {
    [roomy]: {
      gridTemplateColumns: "auto 1fr auto",
      gridTemplateAreas: '"icon body secondaryActions"',
      paddingBottom: tokens.spacingVerticalMNudge,
    },
  },
  // A link's own blue is too faint on the dark theme's brown; that it is underlined tells enough.
  body: { "& a": { color: "inherit", whiteSpace: "nowrap" } },
  actions: { [roomy]: { marginBlock: "-2px", paddingInlineStart: tokens.spacingHorizontalM } },
});

interface Props {
  intent: "info" | "success" | "warning" | "error";
  /** The ways on, as buttons. */
  actions?: ReactNode;
  children: ReactNode;
}

/** News with its ways on: beside the words, below them on a phone. */
export function Notice({ intent, actions, children }: Props) {
  const styles = useStyles();
  return (
    <MessageBar intent={intent} layout="multiline" {...(actions ? { className: styles.bar } : {})}>
      <MessageBarBody className={styles.body}>{children}</MessageBarBody>
      {actions && <MessageBarActions className={styles.actions}>{actions}</MessageBarActions>}
    </MessageBar>
  );
}
