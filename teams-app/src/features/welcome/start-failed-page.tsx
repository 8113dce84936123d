import { Button } from "@fluentui/react-components";
import { QuietPage } from "../../components/quiet-page.js";
import { texts } from "../../texts/texts.js";

/** The server could not be reached at the very start, or is set up wrongly. */
export function StartFailedPage({ message }: { message: string }) {
  return (
    <QuietPage title={texts.welcome.startFailed} lines={[message]}>
      <Button appearance="primary" onClick={() => window.location.reload()}>
        {texts.common.tryAgain}
      </Button>
    </QuietPage>
  );
}
