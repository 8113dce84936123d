import { makeStyles, tokens } from "@fluentui/react-components";
import { SkeletonRows } from "./skeleton-rows.js";

const useStyles = makeStyles({
  main: { maxWidth: "1200px", marginInline: "auto", padding: tokens.spacingHorizontalXXL },
});

/** Stands where the tab will be while it finds out who is asking. */
export function LoadingPage() {
  return (
    <main className={useStyles().main} aria-busy>
      <SkeletonRows rows={8} />
    </main>
  );
}
