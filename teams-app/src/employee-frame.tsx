import { makeStyles, tokens } from "@fluentui/react-components";
import { DemoFooter } from "./components/demo-footer.js";
import { MyPage } from "./features/my-page/my-page.js";
import type { ViewerQuery } from "./graphql/generated/graphql.js";

const useStyles = makeStyles({
  main: {
    // The footer of the trial is out of sight while the page loads
    minHeight: "100vh",
    boxSizing: "border-box",
    maxWidth: "720px",
    marginInline: "auto",
    padding: tokens.spacingHorizontalXXL,
  },
});

/** Whoever does not administer has one page, whatever the address says. */
export function EmployeeFrame({ viewer }: { viewer: ViewerQuery["viewer"] }) {
  return (
    <>
      <main className={useStyles().main}>
        <MyPage viewer={viewer} />
      </main>
      <DemoFooter />
    </>
  );
}
