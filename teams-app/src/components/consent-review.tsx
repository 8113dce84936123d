import { Button, makeStyles } from "@fluentui/react-components";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { useState } from "react";
import type { HostPage } from "../auth/session.js";
import { texts } from "../texts/texts.js";
import { consentAddress } from "./consent-address.js";
import { Notice } from "./notice.js";
import { useSession } from "./session-context.js";

const useStyles = makeStyles({
  // Below all the buttons of the row, whichever stand in it
  news: { flexBasis: "100%", order: 1 },
});

interface Props {
  tenantId: string;
  returnPath: string;
  primary: boolean;
  onWindow: () => void;
  onBack?: () => void;
}

/** Leads to Microsoft's consent page: in this window in a browser; in one of its own, or in a browser, inside Teams. */
export function ReviewPermissions({ returnPath, ...more }: Props) {
  const { around } = useSession();
  const words = texts.welcome.consent;
  if (around) return <ReviewInWindow {...more} around={around} />;
  return (
    <Button
      appearance={more.primary ? "primary" : "secondary"}
      onClick={() => window.location.assign(consentAddress(more.tenantId, returnPath))}
    >
      {words.review}
    </Button>
  );
}

/** Two ways, because either may be shut: hosts block windows, and on phones, where the browser comes first, they show Microsoft's page badly. */
function ReviewInWindow({
  tenantId,
  primary,
  onWindow,
  onBack,
  around,
}: Omit<Props, "returnPath"> & { around: HostPage }) {
  const styles = useStyles();
  const [blocked, setBlocked] = useState(false);
  const words = texts.welcome.consent;
  const appearance = (first: boolean) => (primary && first ? "primary" : "secondary");

  const openWindow = async () => {
    setBlocked(false);
    onWindow();
    const news = await around.openConsent(tenantId);
    setBlocked(news === "BLOCKED");
    if (news === "OVER") onBack?.();
  };
  const inWindow = (
    <Button
      key="window"
      appearance={appearance(!around.phone)}
      icon={<OpenRegular />}
      iconPosition="after"
      aria-label={words.reviewOpensWindow}
      onClick={() => void openWindow()}
    >
      {words.review}
    </Button>
  );
  const inBrowser = (
    <Button
      key="browser"
      as="a"
      appearance={appearance(around.phone)}
      icon={<OpenRegular />}
      iconPosition="after"
      href={consentAddress(tenantId, null)}
      target="_blank"
      rel="noopener noreferrer"
      onClick={onWindow}
    >
      {words.openInBrowser}
    </Button>
  );
  return (
    <>
      {around.phone ? [inBrowser, inWindow] : [inWindow, inBrowser]}
      {blocked && (
        <div className={styles.news}>
          <Notice intent="warning">{words.popupBlocked}</Notice>
        </div>
      )}
    </>
  );
}
