import { Body1 } from "@fluentui/react-components";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { texts } from "../../texts/texts.js";
import { PreviewView } from "./preview-view.js";
import type { PreviewState } from "./use-preview.js";

/** A preview in its states: being read, failed, ready. */
export function PreviewPart({ state, agreeing }: { state: PreviewState; agreeing: boolean }) {
  const { preview, loading, trouble, reload } = state;
  if (trouble) return <TroubleNotice trouble={trouble} onRetry={reload} />;
  if (preview) return <PreviewView preview={preview} agreeing={agreeing} />;
  return loading ? (
    <>
      <Body1>{texts.automaticImport.preview.reading}</Body1>
      <SkeletonRows rows={4} />
    </>
  ) : null;
}
