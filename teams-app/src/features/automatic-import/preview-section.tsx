import { Button } from "@fluentui/react-components";
import { useEffect } from "react";
import { useReturnedFocus } from "../../components/keep-focus.js";
import { Section } from "../../components/section.js";
import { useReloadAfterRun } from "../../components/use-reload-after-run.js";
import { texts } from "../../texts/texts.js";
import { PreviewPart } from "./preview-part.js";
import type { Preview } from "./preview-words.js";
import { usePreview } from "./use-preview.js";

interface Props {
  /** Its sums tell of the groups as well. */
  onRead: (preview: Preview | null) => void;
  onClose: () => void;
}

/** What the next run would do as things are. */
export function PreviewSection({ onRead, onClose }: Props) {
  const state = usePreview(null);
  useReturnedFocus();
  const { preview, reload } = state;
  useReloadAfterRun(reload);
  useEffect(() => onRead(preview), [onRead, preview]);
  const words = texts.automaticImport.preview;
  return (
    <Section
      title={words.title}
      actions={
        <>
          <Button disabledFocusable={state.loading} onClick={reload}>
            {words.again}
          </Button>
          <Button onClick={onClose}>{words.close}</Button>
        </>
      }
    >
      <PreviewPart state={state} agreeing={false} />
    </Section>
  );
}
