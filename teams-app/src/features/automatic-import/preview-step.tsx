import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { texts } from "../../texts/texts.js";
import { PreviewPart } from "./preview-part.js";
import { toChoice, type Draft, type Settings } from "./set-up-draft.js";
import { SetUpStep } from "./set-up-step.js";
import { usePreview } from "./use-preview.js";
import { isOutdated, useSaveSettings } from "./use-save-settings.js";

interface Props {
  draft: Draft;
  base: Settings;
  /** False while there is something to decide first: another window changed the settings. */
  maySave: boolean;
  onSaved: () => void;
  /** The stored settings may be newer than those the form knows. */
  onOutdated: () => void;
  /** Where the other buttons go; the one that saves stands first. */
  children: (save: ReactNode) => ReactNode;
}

/** What would happen, and the button that makes it so. */
export function PreviewStep({ draft, base, maySave, onSaved, onOutdated, children }: Props) {
  const words = texts.automaticImport.setUp;
  const state = usePreview(toChoice(draft));
  const { preview } = state;
  const { save, saving, trouble } = useSaveSettings(base, onSaved, () => {
    state.reload();
    onOutdated();
  });
  const toDisable = preview?.disable.count ?? 0;
  const verb = base.enabled
    ? toDisable > 0
      ? words.saveAndDisable(toDisable)
      : words.save
    : toDisable > 0
      ? words.turnOnAndDisable(toDisable)
      : words.turnOn;

  return (
    <>
      <SetUpStep step="preview">
        {isOutdated(trouble) && maySave && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{words.previewOld}</MessageBarBody>
          </MessageBar>
        )}
        <PreviewPart state={state} agreeing />
        {preview && (
          <div>
            <Button onClick={state.reload}>{texts.automaticImport.preview.again}</Button>
          </div>
        )}
        {trouble && !isOutdated(trouble) && <TroubleNotice trouble={trouble} />}
      </SetUpStep>
      {children(
        <Button
          appearance="primary"
          disabledFocusable={!preview || saving || !maySave}
          onClick={() => preview && void save(draft, preview.token)}
        >
          {verb}
        </Button>,
      )}
    </>
  );
}
