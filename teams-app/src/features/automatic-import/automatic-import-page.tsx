import { useState } from "react";
import { Page } from "../../components/page.js";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import { useSyncStatus } from "../../components/sync-status.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useReloadAfterRun } from "../../components/use-reload-after-run.js";
import { useQuery } from "../../graphql/use-query.js";
import { texts } from "../../texts/texts.js";
import { Connected } from "./connected.js";
import { OffView } from "./off-view.js";
import { OnView } from "./on-view.js";
import { SyncSettingsDocument } from "./operations.js";
import { SetUp } from "./set-up.js";

/** Off: what it would do. On: what it does. Between them the set-up, which also edits. */
export function AutomaticImportPage() {
  const settings = useQuery(SyncSettingsDocument, {});
  const [settingUp, setSettingUp] = useState(false);
  const status = useSyncStatus();
  useReloadAfterRun(settings.reload);

  return (
    <Page title={texts.automaticImport.title}>
      {settings.status === "loading" && <SkeletonRows rows={6} />}
      {settings.status === "failed" && <TroubleNotice trouble={settings.trouble} onRetry={settings.reload} />}
      {settings.status === "ready" && settings.trouble && (
        <TroubleNotice trouble={settings.trouble} onRetry={settings.reload} />
      )}
      {settings.status === "ready" &&
        (settingUp ? (
          <Connected onCancel={() => setSettingUp(false)}>
            <SetUp
              // A newer version replaces what the form began from, once the person asked for it.
              key={settings.data.syncSettings.version}
              settings={settings.data.syncSettings}
              onReload={settings.reload}
              onCancel={() => setSettingUp(false)}
              onDone={() => {
                setSettingUp(false);
                settings.reload();
                status.reload();
              }}
            />
          </Connected>
        ) : settings.data.syncSettings.enabled ? (
          <OnView
            settings={settings.data.syncSettings}
            onEdit={() => setSettingUp(true)}
            onChanged={() => {
              settings.reload();
              status.reload();
            }}
          />
        ) : (
          <OffView onEnable={() => setSettingUp(true)} />
        ))}
    </Page>
  );
}
