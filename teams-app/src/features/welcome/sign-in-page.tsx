import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { meaningOf } from "../../components/meaning-of.js";
import { QuietPage } from "../../components/quiet-page.js";
import { texts } from "../../texts/texts.js";

interface Props {
  /** What Microsoft said when the last attempt failed. */
  reason: string | null;
  signIn: () => void;
  pickAccount: () => void;
}

/** One quiet page with a button: nobody is sent to Microsoft's picker without having asked for it. */
export function SignInPage({ reason, signIn, pickAccount }: Props) {
  const words = texts.welcome.signIn;
  const failure = reason && (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>{[words.failed, meaningOf(reason), reason].filter(Boolean).join(" ")}</MessageBarBody>
    </MessageBar>
  );
  return (
    <QuietPage title={words.title} lines={[words.body]} details={failure}>
      <Button appearance="primary" onClick={signIn}>
        {words.action}
      </Button>
      {reason && <Button onClick={pickAccount}>{words.another}</Button>}
    </QuietPage>
  );
}
