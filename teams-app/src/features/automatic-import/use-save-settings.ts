import { useState } from "react";
import { useAnnounce } from "../../components/announcer.js";
import { useRequest } from "../../graphql/api-context.js";
import { outcomeOf } from "../../graphql/outcome.js";
import type { Trouble } from "../../graphql/trouble.js";
import { texts } from "../../texts/texts.js";
import { EnableAutomaticImportDocument, UpdateSyncSettingsDocument } from "./operations.js";
import { toEnableInput, toUpdateInput, type Draft, type Settings } from "./set-up-draft.js";

/** Sends the draft: turns automatic import on, or changes it while it is on. */
export function useSaveSettings(settings: Settings, onDone: () => void) {
  const request = useRequest();
  const announce = useAnnounce();
  const [saving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const send = async (draft: Draft) =>
    settings.enabled
      ? outcomeOf(
          await request(UpdateSyncSettingsDocument, { input: toUpdateInput(draft, settings.version) }),
          (data) => data.updateSyncSettings,
        )
      : outcomeOf(
          await request(EnableAutomaticImportDocument, { input: toEnableInput(draft) }),
          (data) => data.enableAutomaticImport,
        );

  const save = async (draft: Draft) => {
    setSaving(true);
    const outcome = await send(draft);
    setSaving(false);
    setTrouble(outcome.ok ? null : outcome.trouble);
    if (!outcome.ok) return;
    announce(settings.enabled ? texts.automaticImport.on.saved : texts.automaticImport.on.enabled);
    onDone();
  };

  return { save: (draft: Draft) => void save(draft), saving, trouble };
}
