import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { texts } from "../texts/texts.js";
import { healthNotice } from "./health-notice.js";
import { InnerLink } from "./inner-link.js";
import { useSyncStatus } from "./sync-status.js";

const screens = { "/settings": "settings", "/automatic-import": "automaticImport" } as const;

// The link's own blue is too faint on the dark theme's brown; that it is underlined tells enough.
const useStyles = makeStyles({ body: { "& a": { color: "inherit", whiteSpace: "nowrap" } } });

/** The one slot for the single most important problem; empty while there is none. `path`: the screen in sight. */
export function HealthBar({ path }: { path: string | null }) {
  const styles = useStyles();
  const query = useSyncStatus();
  const notice = query.status === "ready" ? healthNotice(query.data.syncStatus.health, path) : null;
  if (!notice) return null;
  return (
    <MessageBar intent={notice.intent} layout="multiline">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{notice.title}</MessageBarTitle>
        {notice.nextStep && ` ${notice.nextStep}`}{" "}
        {notice.fixedAt && notice.fixedAt !== path && (
          <InnerLink to={notice.fixedAt}>{texts.common.goTo(texts.common.tabs[screens[notice.fixedAt]])}</InnerLink>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
