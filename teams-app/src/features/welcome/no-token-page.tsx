import { Body1, Button, makeStyles, tokens } from "@fluentui/react-components";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { useCallback, useState } from "react";
import { useAnnounce } from "../../components/announcer.js";
import { ConsentCard } from "../../components/consent-card.js";
import { Page } from "../../components/page.js";
import { meaningOf } from "../../components/meaning-of.js";
import { useSession } from "../../components/session-context.js";
import { useConsentWatch } from "../../components/use-consent-watch.js";
import { texts } from "../../texts/texts.js";

const useStyles = makeStyles({
  main: { maxWidth: "720px", marginInline: "auto", padding: tokens.spacingHorizontalXXL },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
});

interface Props {
  /** Teams' own word for why. */
  detail: string | null;
  /** Asks Teams once more; true when it gives one now. */
  look: () => Promise<boolean>;
  onToken: () => void;
}

/**
 * Teams gave no token. In a tenant that has not approved Rollcall it gives none to anybody, the first admin included, so
 * that the way to the approval must need none.
 */
export function NoTokenPage({ detail, look, onToken }: Props) {
  const styles = useStyles();
  const { around } = useSession();
  const announce = useAnnounce();
  const [asking, setAsking] = useState(false);
  const words = texts.welcome.noToken;
  const meaning = meaningOf(detail);

  const ask = useCallback(async () => {
    const came = await look();
    if (came) onToken();
    return came;
  }, [look, onToken]);
  const { watching, watch } = useConsentWatch(ask);

  const askAloud = async () => {
    setAsking(true);
    const came = await ask();
    setAsking(false);
    if (!came) announce(words.still);
  };
  return (
    <main className={styles.main}>
      <Page title={words.title}>
        <Body1>{words.body}</Body1>
        {meaning && <Body1>{meaning}</Body1>}
        {detail && <Body1>{texts.common.trouble.hostDetail(detail)}</Body1>}
        <div className={styles.actions}>
          <Button appearance="primary" disabledFocusable={asking} onClick={() => void askAloud()}>
            {texts.common.tryAgain}
          </Button>
          <Button
            as="a"
            icon={<OpenRegular />}
            iconPosition="after"
            href={window.location.href}
            target="_blank"
            rel="noopener noreferrer"
          >
            {words.openInBrowser}
          </Button>
        </div>
        {around?.tenantHint && (
          <>
            <Body1>{words.notApproved}</Body1>
            <ConsentCard
              tenantId={around.tenantHint}
              returnPath="/"
              primary={false}
              onWindow={watch}
              onBack={() => void ask()}
            >
              {watching && <Body1>{texts.welcome.consent.watching}</Body1>}
            </ConsentCard>
          </>
        )}
      </Page>
    </main>
  );
}
