import { Button } from "@fluentui/react-components";
import { Facts } from "../../components/facts.js";
import { QuietPage } from "../../components/quiet-page.js";
import { useSession } from "../../components/session-context.js";
import type { Refusal } from "../../graphql/refusal.js";
import { texts } from "../../texts/texts.js";
import { refusalWords } from "./refusal-words.js";

/** Who somebody is signed in as, why they are refused, whom to ask, and the ways on. */
export function RefusedPage({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) {
  const session = useSession();
  const { title, lines } = refusalWords(refusal, session.host === "teams");
  return (
    <QuietPage title={title} lines={lines} details={<SignedInAs refusal={refusal} />}>
      {session.useAnotherAccount && (
        <Button appearance="primary" onClick={session.useAnotherAccount}>
          {texts.welcome.refused.another}
        </Button>
      )}
      <Button onClick={onRetry}>{texts.common.tryAgain}</Button>
      {session.signOut && <Button onClick={session.signOut}>{texts.common.signOut}</Button>}
    </QuietPage>
  );
}

/** A wrong account picked once sticks: every refusal shows which one it is. */
export function SignedInAs({ refusal }: { refusal: Refusal }) {
  const words = texts.welcome.refused;
  return (
    <section aria-label={words.who}>
      <Facts
        facts={[
          [words.who, refusal.signedInAs],
          [words.userName, refusal.userName],
          [words.organisation, refusal.organisation ?? refusal.tenantId],
        ]}
      />
    </section>
  );
}
