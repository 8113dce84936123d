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
  /** More to do about consent, such as Check again. */
  children?: ReactNode;
}

/** Explains the two permissions before anybody is sent to approve them, and leads to Microsoft's page. */
export function ConsentCard({ tenantId, returnPath, primary, children }: Props) {
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
        <ReviewPermissions tenantId={tenantId} returnPath={returnPath} primary={primary} />
        <CopyButton label={words.copyLink} value={window.location.origin + consentAddress(tenantId, null)} />
        {children}
      </div>
    </Section>
  );
}

/** Leads to Microsoft's consent page: in this window in a browser, in one of its own inside Teams. */
export function ReviewPermissions({ tenantId, returnPath, primary }: Omit<Props, "children">) {
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
  return (
    <>
      <Button
        appearance={appearance}
        icon={<OpenRegular />}
        iconPosition="after"
        aria-label={words.reviewOpensWindow}
        // Microsoft's page refuses to be framed, and teams-js' own popup refuses http: a plain window serves both.
        onClick={() => setBlocked(window.open(consentAddress(tenantId, null), "rollcall-consent") === null)}
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
