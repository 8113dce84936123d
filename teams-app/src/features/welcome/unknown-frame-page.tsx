import { Button } from "@fluentui/react-components";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { QuietPage } from "../../components/quiet-page.js";
import { texts } from "../../texts/texts.js";

/** Framed by a site that does not behave as a host of ours. Nobody signs in: another page may lie over the button. */
export function UnknownFramePage() {
  const words = texts.welcome.unknownFrame;
  return (
    <QuietPage title={words.title} lines={[words.body, words.retryHint]}>
      <Button
        as="a"
        appearance="primary"
        icon={<OpenRegular />}
        iconPosition="after"
        href={window.location.href}
        target="_blank"
        rel="noopener noreferrer"
      >
        {words.action}
      </Button>
      <Button onClick={() => window.location.reload()}>{texts.common.tryAgain}</Button>
    </QuietPage>
  );
}
