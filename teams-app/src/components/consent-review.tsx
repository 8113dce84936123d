import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { useState } from "react";
import type { HostPage } from "../auth/session.js";
import { texts } from "../texts/texts.js";
import { consentAddress } from "./consent-address.js";
import { useSession } from "./session-context.js";

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

/** Two ways, because either may be shut: hosts block windows, and on phones they show Microsoft's page badly. */
function ReviewInWindow({
  tenantId,
  primary,
  onWindow,
  onBack,
  around,
}: Omit<Props, "returnPath"> & { around: HostPage }) {
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
  return (
    <>
      <Button
        appearance={appearance(!around.phone)}
        icon={<OpenRegular />}
        iconPosition="after"
        aria-label={words.reviewOpensWindow}
        onClick={() => void openWindow()}
      >
        {words.review}
      </Button>
      <Button
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
      {blocked && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.popupBlocked}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
