import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { Fragment } from "react";
import type { Trouble } from "../graphql/trouble.js";
import { texts } from "../texts/texts.js";
import { useSession } from "./session-context.js";
import { troubleWords } from "./trouble-words.js";

/** What went wrong and the way on, in place of what could not be shown or done. */
export function TroubleNotice({ trouble, onRetry }: { trouble: Trouble; onRetry?: () => void }) {
  const { signInAgain } = useSession();
  const { intent, lines, retry } = troubleWords(trouble);
  const wayOn = trouble.kind === "ended" ? signInAgain : retry ? onRetry : null;
  const wayOnName = trouble.kind === "ended" ? texts.common.trouble.signInAgain : texts.common.tryAgain;
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        {lines.map((line, index) => (
          <Fragment key={line}>
            {index > 0 && <br />}
            {line}
          </Fragment>
        ))}
      </MessageBarBody>
      {wayOn && (
        <MessageBarActions>
          <Button onClick={wayOn}>{wayOnName}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
