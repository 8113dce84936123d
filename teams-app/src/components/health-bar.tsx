import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { healthNotice } from "./health-notice.js";
import { useSyncStatus } from "./sync-status.js";

/** The one slot for the single most important problem; empty while there is none. */
export function HealthBar() {
  const query = useSyncStatus();
  const notice = query.status === "ready" ? healthNotice(query.data.syncStatus.health) : null;
  if (!notice) return null;
  return (
    <MessageBar intent={notice.intent} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{notice.title}</MessageBarTitle>
        {notice.nextStep && ` ${notice.nextStep}`}
      </MessageBarBody>
    </MessageBar>
  );
}
