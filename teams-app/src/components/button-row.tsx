import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { phone } from "./breakpoint.js";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    // Each as wide as its words and then as the line: rows of a phone are full, and none has a ragged end.
    [phone]: { gap: tokens.spacingHorizontalS, "& > .fui-Button": { flexGrow: 1, minWidth: "fit-content" } },
  },
});

/** Buttons side by side; on a phone they fill their lines. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className={useStyles().row}>{children}</div>;
}
