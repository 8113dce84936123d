import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { texts } from "../texts/texts.js";
import { useSession } from "./session-context.js";

const useStyles = makeStyles({
  footer: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "center",
    gap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalL,
  },
  link: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/** The ways to the pretend Microsoft's pages; there only while it is on. */
export function DemoFooter() {
  const styles = useStyles();
  const { demo, around } = useSession();
  if (!demo) return null;
  const words = texts.common;
  return (
    <footer className={styles.footer}>
      <OutsideLink href={demo.controlUrl} name={words.pretendTenant} label={words.pretendTenantOpens} />
      {!around && <OutsideLink href={demo.teamsUrl} name={words.pretendTeams} label={words.pretendTeamsOpens} />}
    </footer>
  );
}

function OutsideLink({ href, name, label }: { href: string; name: string; label: string }) {
  const styles = useStyles();
  return (
    <Link className={styles.link} href={href} target="_blank" rel="noopener noreferrer" aria-label={label}>
      {name} <OpenRegular />
    </Link>
  );
}
