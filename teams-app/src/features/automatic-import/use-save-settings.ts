import { useState } from "react";
import { useRequest } from "../../graphql/api-context.js";
import { outcomeOf } from "../../graphql/outcome.js";
import type { Trouble } from "../../graphql/trouble.js";
import { EnableAutomaticImportDocument, UpdateSyncSettingsDocument } from "./operations.js";
import { toEnableInput, toUpdateInput, type Draft, type Settings } from "./set-up-draft.js";

/** The settings, the groups or the preview are not those any more that the admin looked at. */
export const isOutdated = (trouble: Trouble | null): boolean =>
  trouble?.kind === "problem" && (trouble.code === "SETTINGS_CHANGED" || trouble.code === "PLAN_CHANGED");

/** Sends the draft with the token of its preview: turns automatic import on, or changes it while it is on. */
export function useSaveSettings(base: Settings, onSaved: () => void, onOutdated: () => void) {
  const request = useRequest();
  const [saving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const save = async (draft: Draft, token: string) => {
    setSaving(true);
    const outcome = base.enabled
      ? outcomeOf(
          await request(UpdateSyncSettingsDocument, { input: toUpdateInput(draft, base.version, token) }),
          (data) => data.updateSyncSettings,
        )
      : outcomeOf(
          await request(EnableAutomaticImportDocument, { input: toEnableInput(draft, token) }),
          (data) => data.enableAutomaticImport,
        );
    setSaving(false);
    setTrouble(outcome.ok ? null : outcome.trouble);
    if (outcome.ok) onSaved();
    else if (isOutdated(outcome.trouble)) onOutdated();
  };

  return { save, saving, trouble };
}
