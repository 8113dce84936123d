import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { phone } from "./breakpoint.js";

const useStyles = makeStyles({
  toolbar: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalM,
    alignItems: "end",
    [phone]: { gap: tokens.spacingHorizontalS, "& > *": { flex: "1 1 90px", minWidth: "min-content" } },
  },
});

/** Search and filters side by side, wrapping where it is narrow. */
export function Toolbar({ children }: { children: ReactNode }) {
  return <div className={useStyles().toolbar}>{children}</div>;
}
