import { Body1, Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { useState, type ReactNode } from "react";
import { texts } from "../texts/texts.js";
import { consentAddress } from "./consent-address.js";
import { CopyButton } from "./copy-button.js";
import { Section } from "./section.js";
import { useSession } from "./session-context.js";

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM, alignItems: "center" },
});

interface Props {
  tenantId: string;
  /** Path to come back to after Microsoft's page. */
  returnPath: string;
  /** The one thing to do next, or one of several. */
  primary: boolean;
  /** Microsoft's page is open in a window of its own. */
  onWindow: () => void;
  /** More to do about consent, such as Check again. */
  children?: ReactNode;
}

/** Explains the two permissions before anybody is sent to approve them, and leads to Microsoft's page. */
export function ConsentCard({ children, ...review }: Props) {
  const styles = useStyles();
  const words = texts.welcome.consent;
  return (
    <Section title={words.title}>
      <ul className={styles.list}>
        {words.permissions.map(({ name, purpose }) => (
          <li key={name}>
            <Body1>
              {purpose} <code>({name})</code>
            </Body1>
          </li>
        ))}
      </ul>
      <Body1>{words.readOnly}</Body1>
      <Body1>{words.who}</Body1>
      <div className={styles.actions}>
        <ReviewPermissions {...review} />
        <CopyButton label={words.copyLink} value={window.location.origin + consentAddress(review.tenantId, null)} />
        {children}
      </div>
    </Section>
  );
}

/** Leads to Microsoft's consent page: in this window in a browser, in one of its own inside Teams. */
export function ReviewPermissions({ tenantId, returnPath, primary, onWindow }: Omit<Props, "children">) {
  const { host } = useSession();
  const [blocked, setBlocked] = useState(false);
  const words = texts.welcome.consent;
  const appearance = primary ? "primary" : "secondary";

  if (host === "browser") {
    return (
      <Button appearance={appearance} onClick={() => window.location.assign(consentAddress(tenantId, returnPath))}>
        {words.review}
      </Button>
    );
  }
  const openWindow = () => {
    // Microsoft's page refuses to be framed, and teams-js' own popup refuses http: a plain window serves both.
    const opened = window.open(consentAddress(tenantId, null), "rollcall-consent") !== null;
    setBlocked(!opened);
    if (opened) onWindow();
  };
  return (
    <>
      <Button
        appearance={appearance}
        icon={<OpenRegular />}
        iconPosition="after"
        aria-label={words.reviewOpensWindow}
        onClick={openWindow}
      >
        {words.review}
      </Button>
      {blocked && (
        <MessageBar intent="warning">
          <MessageBarBody>{words.popupBlocked}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
