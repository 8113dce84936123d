import { useState } from "react";
import { draftPrefix, useKept } from "../../components/kept.js";
import { Notice } from "../../components/notice.js";
import { Page } from "../../components/page.js";
import { HoldsBack } from "../../components/steady.js";
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

/** Another window may change what is being edited here; who edits should hear of it before they save. */
const lookEvery = (): number => 15_000;

/** Off: what it would do. On: what it does. Between them the set-up, which also edits. */
export function AutomaticImportPage() {
  const settings = useQuery(SyncSettingsDocument, {}, { pollEvery: lookEvery });
  const [settingUp, setSettingUp] = useKept(`${draftPrefix}automatic-import.setting-up`, false);
  const [handOver, setHandOver] = useState(false);
  const [news, setNews] = useState<string | null>(null);
  const { reload: reloadStatus } = useSyncStatus();
  const { reload } = settings;
  useReloadAfterRun(reload);
  const changed = () => {
    reload();
    reloadStatus();
  };

  const setUp = () => {
    setNews(null);
    setSettingUp(true);
  };

  return (
    <Page title={texts.automaticImport.title}>
      <HoldsBack loading={settings.status === "loading"} />
      {news && (
        <Notice key={news} intent="success">
          {news}
        </Notice>
      )}
      {settings.status === "loading" && <SkeletonRows rows={6} />}
      {settings.status === "failed" && <TroubleNotice trouble={settings.trouble} onRetry={reload} />}
      {settings.status === "ready" && settings.trouble && <TroubleNotice trouble={settings.trouble} onRetry={reload} />}
      {settings.status === "ready" &&
        (settingUp ? (
          <Connected onCancel={() => setSettingUp(false)}>
            <SetUp
              settings={settings.data.syncSettings}
              onReload={reload}
              onCancel={() => setSettingUp(false)}
              onSaved={(wanted) => {
                setHandOver(wanted);
                setNews(texts.automaticImport.on[settings.data.syncSettings.enabled ? "saved" : "enabled"]);
                setSettingUp(false);
                changed();
              }}
            />
          </Connected>
        ) : settings.data.syncSettings.enabled ? (
          <OnView
            settings={settings.data.syncSettings}
            handOver={handOver}
            onEdit={setUp}
            onChanged={changed}
            onNews={setNews}
          />
        ) : (
          <OffView onEnable={setUp} />
        ))}
    </Page>
  );
}
