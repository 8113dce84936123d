import { useState } from "react";
import { useAnnounce } from "../../components/announcer.js";
import { useRequest } from "../../graphql/api-context.js";
import type { SyncPreviewQuery } from "../../graphql/generated/graphql.js";
import { outcomeOf } from "../../graphql/outcome.js";
import type { Trouble } from "../../graphql/trouble.js";
import { texts } from "../../texts/texts.js";
import { EnableAutomaticImportDocument, SyncPreviewDocument, UpdateSyncSettingsDocument } from "./operations.js";
import { toChoice, toEnableInput, toUpdateInput, type Draft, type Settings } from "./set-up-draft.js";

type Preview = Extract<SyncPreviewQuery["syncPreview"], { __typename: "SyncPreview" }>;

/**
 * Sends the draft: turns automatic import on, or changes it while it is on. Where leavers are disabled it is previewed
 * first, and whoever would be disabled is shown before anything is sent.
 */
export function useSaveSettings(settings: Settings, onDone: () => void) {
  const request = useRequest();
  const announce = useAnnounce();
  const [saving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [asking, setAsking] = useState<{ draft: Draft; preview: Preview } | null>(null);

  const send = async (draft: Draft, token: string | null) =>
    settings.enabled
      ? outcomeOf(
          await request(UpdateSyncSettingsDocument, { input: toUpdateInput(draft, settings.version, token) }),
          (data) => data.updateSyncSettings,
        )
      : outcomeOf(
          await request(EnableAutomaticImportDocument, { input: toEnableInput(draft, token) }),
          (data) => data.enableAutomaticImport,
        );

  const apply = async (draft: Draft, token: string | null) => {
    setAsking(null);
    setSaving(true);
    const outcome = await send(draft, token);
    setSaving(false);
    setTrouble(outcome.ok ? null : outcome.trouble);
    if (!outcome.ok) return;
    announce(settings.enabled ? texts.automaticImport.on.saved : texts.automaticImport.on.enabled);
    onDone();
  };

  const save = async (draft: Draft) => {
    if (!draft.disableLeavers) return apply(draft, null);
    setSaving(true);
    const preview = outcomeOf(
      await request(SyncPreviewDocument, { choice: toChoice(draft) }),
      (data) => data.syncPreview,
    );
    setSaving(false);
    setTrouble(preview.ok ? null : preview.trouble);
    if (!preview.ok) return;
    if (preview.value.disable.count > 0) setAsking({ draft, preview: preview.value });
    else await apply(draft, preview.value.token);
  };

  return {
    save: (draft: Draft) => void save(draft),
    saving,
    trouble,
    /** Who would be disabled, while the admin is asked about it. */
    leavers: asking?.preview.disable ?? null,
    confirm: () => void (asking && apply(asking.draft, asking.preview.token)),
    cancel: () => setAsking(null),
  };
}
