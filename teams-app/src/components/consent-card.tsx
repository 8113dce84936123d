import { Body1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { texts } from "../texts/texts.js";
import { consentAddress } from "./consent-address.js";
import { ReviewPermissions } from "./consent-review.js";
import { CopyButton } from "./copy-button.js";
import { ButtonRow } from "./button-row.js";
import { Section } from "./section.js";

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

interface Props {
  tenantId: string;
  /** Path to come back to after Microsoft's page. */
  returnPath: string;
  /** The one thing to do next, or one of several. */
  primary: boolean;
  /** Microsoft's page is on its way in another window, or the person took a link to it. */
  onWindow: () => void;
  /** That window is said to be over; whatever became of it. */
  onBack?: () => void;
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
      <ButtonRow>
        <ReviewPermissions {...review} />
        {children}
        <CopyButton
          label={words.copyLink}
          value={window.location.origin + consentAddress(review.tenantId, null)}
          onTaken={review.onWindow}
        />
      </ButtonRow>
    </Section>
  );
}
