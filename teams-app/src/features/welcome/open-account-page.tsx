import { Body1, Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useAnnounce } from "../../components/announcer.js";
import { ConsentCard } from "../../components/consent-card.js";
import { Page } from "../../components/page.js";
import { Section } from "../../components/section.js";
import { useSession } from "../../components/session-context.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useRequest } from "../../graphql/api-context.js";
import { outcomeOf } from "../../graphql/outcome.js";
import type { Refusal } from "../../graphql/refusal.js";
import type { Trouble } from "../../graphql/trouble.js";
import { texts } from "../../texts/texts.js";
import { OpenAccountDocument } from "./operations.js";
import { SignedInAs } from "./refused-page.js";

const useStyles = makeStyles({
  main: { maxWidth: "720px", marginInline: "auto", padding: tokens.spacingHorizontalXXL },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
});

interface Props {
  refusal: Refusal;
  /** The code of an operator's invitation, if one brought the person here. */
  invite: string | null;
  /** The person is back from Microsoft's consent page. What it decided is asked, not believed. */
  returned: boolean;
  onOpened: () => void;
}

/** First use: what is needed and why, then one button that opens the account if it is there. */
export function OpenAccountPage({ refusal, invite, returned, onOpened }: Props) {
  const styles = useStyles();
  const session = useSession();
  const { open, opening, trouble } = useOpenAccount(invite, onOpened);
  const words = texts.welcome.open;
  // Inside Teams nobody comes back: Microsoft's page is in a window of its own.
  const [windowOpen, setWindowOpen] = useState(false);
  const [windowOver, setWindowOver] = useState(false);
  const back = returned || windowOver;
  const next = back || windowOpen;
  const missing = trouble?.kind === "problem" && trouble.code === "CONSENT_MISSING";

  return (
    <main className={styles.main}>
      <Page title={words.title}>
        <Body1>{words.lead}</Body1>
        <SignedInAs refusal={refusal} />
        <ConsentCard
          tenantId={refusal.tenantId}
          returnPath="/"
          primary={!next}
          onWindow={() => setWindowOpen(true)}
          onBack={() => setWindowOver(true)}
        />
        <Section title={words.ready}>
          <Body1>{back && !missing ? words.returned : windowOpen ? words.waiting : words.then}</Body1>
          {trouble && <TroubleNotice trouble={trouble} {...(missing ? {} : { onRetry: open })} />}
          {missing && <Body1>{words.missingHint}</Body1>}
          <div className={styles.actions}>
            <Button appearance={next ? "primary" : "secondary"} disabledFocusable={opening} onClick={open}>
              {missing ? words.checkAgain : words.action}
            </Button>
          </div>
        </Section>
        <div className={styles.actions}>
          {session.useAnotherAccount && (
            <Button onClick={session.useAnotherAccount}>{texts.welcome.refused.another}</Button>
          )}
          {session.signOut && <Button onClick={session.signOut}>{texts.common.signOut}</Button>}
        </div>
      </Page>
    </main>
  );
}

function useOpenAccount(invite: string | null, onOpened: () => void) {
  const request = useRequest();
  const announce = useAnnounce();
  const [opening, setOpening] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const attempt = async () => {
    setOpening(true);
    const outcome = outcomeOf(await request(OpenAccountDocument, { invite }), (data) => data.openAccount);
    setOpening(false);
    if (outcome.ok) {
      announce(texts.welcome.open.opened);
      onOpened();
    } else setTrouble(outcome.trouble);
  };
  return { open: () => void attempt(), opening, trouble };
}
