import { makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({ whole: { whiteSpace: "nowrap" } });

/** A few words that say nothing apart, such as a time: never on two lines. */
export function Whole({ children }: { children: ReactNode }) {
  return <span className={useStyles().whole}>{children}</span>;
}
