import { Button } from "@fluentui/react-components";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { QuietPage } from "../../components/quiet-page.js";
import { texts } from "../../texts/texts.js";

export function UnknownFramePage() {
  const words = texts.welcome.unknownFrame;
  return (
    <QuietPage title={words.title} lines={[words.body]}>
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
    </QuietPage>
  );
}
