import { Button } from "@fluentui/react-components";
import { Fragment } from "react";
import type { Trouble } from "../graphql/trouble.js";
import { usePlace } from "../navigation.js";
import { texts } from "../texts/texts.js";
import { useHasAdminScreens } from "./admin-screens.js";
import { InnerLink } from "./inner-link.js";
import { Notice } from "./notice.js";
import { useSaidOnce } from "./said-once.js";
import { useSession } from "./session-context.js";
import { sameTrouble, troubleWords } from "./trouble-words.js";

/**
 * What went wrong and the way on. In place of what could not be shown, with `onRetry`, a page says the same trouble once.
 * Of what somebody did it is always said, where they did it.
 */
export function TroubleNotice({ trouble, onRetry }: { trouble: Trouble; onRetry?: () => void }) {
  const { signInAgain } = useSession();
  const { path } = usePlace();
  const hasScreens = useHasAdminScreens();
  const { first, retryAll } = useSaidOnce(onRetry ? sameTrouble(trouble) : null, onRetry);
  if (!first) return null;

  const { intent, lines, retry, fixedAt } = troubleWords(trouble);
  const mayRetry = retry && onRetry ? retryAll : null;
  const signIn = trouble.kind === "ended" ? signInAgain : null;
  const wayOn = signIn ?? mayRetry;
  return (
    <Notice
      intent={intent}
      actions={
        wayOn && <Button onClick={wayOn}>{signIn ? texts.common.trouble.signInAgain : texts.common.tryAgain}</Button>
      }
    >
      {lines.map((line, index) => (
        <Fragment key={line}>
          {index > 0 && <br />}
          {line}
        </Fragment>
      ))}
      {fixedAt && hasScreens && fixedAt !== path && (
        <>
          {" "}
          <InnerLink to={fixedAt}>{texts.common.goTo(texts.common.tabs.settings)}</InnerLink>
        </>
      )}
    </Notice>
  );
}
