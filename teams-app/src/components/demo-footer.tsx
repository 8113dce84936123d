import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { texts } from "../texts/texts.js";
import { useSession } from "./session-context.js";

const useStyles = makeStyles({
  footer: { display: "flex", justifyContent: "center", paddingBlock: tokens.spacingVerticalL },
  link: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/** The way to the pretend tenant's control page; there only while the pretend Microsoft is on. */
export function DemoFooter() {
  const styles = useStyles();
  const { demoControlUrl } = useSession();
  if (!demoControlUrl) return null;
  return (
    <footer className={styles.footer}>
      <Link
        className={styles.link}
        href={demoControlUrl}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={texts.common.pretendTenantOpens}
      >
        {texts.common.pretendTenant} <OpenRegular />
      </Link>
    </footer>
  );
}
