import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { Trouble } from "../graphql/trouble.js";
import { texts } from "../texts/texts.js";
import { TroubleNotice } from "./trouble-notice.js";

interface Props {
  watching: boolean;
  missing: boolean;
  trouble: Trouble | null;
  onRetry: () => void;
}

/** What is known about an approval that is on its way. "Not given" is said only after the server said it. */
export function ConsentNews({ watching, missing, trouble, onRetry }: Props) {
  const words = texts.welcome.consent;
  if (trouble) return <TroubleNotice trouble={trouble} onRetry={onRetry} />;
  if (!watching && !missing) return null;
  return (
    <MessageBar intent={missing ? "warning" : "info"} layout="multiline">
      <MessageBarBody>
        {missing && words.stillMissing} {watching && words.watching}
      </MessageBarBody>
    </MessageBar>
  );
}
